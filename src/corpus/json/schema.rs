//! The published JSON Schema (2020-12), made from the same description that reads a file.

use super::raw;
use super::shape::{Field, Form, Shape, Shaped};
use serde_json::{Map, Value, json};

/// The schema of format 1.
pub fn schema() -> Value {
    let mut schema = of(raw::Corpus::shape());
    if let Some(root) = schema.as_object_mut() {
        root.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
        root.insert("title".into(), json!("Standpoint corpus, format 1"));
        if let Some(version) = root.get_mut("properties").and_then(|p| p.get_mut("standpoint")) {
            *version = json!({ "const": 1 });
        }
    }
    schema
}

fn of(shape: Shape) -> Value {
    const ID: &str = "^[a-z0-9][a-z0-9._-]*$";
    const DATE: &str = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
    match shape {
        Shape::Text(Form::Any) => json!({ "type": "string" }),
        Shape::Text(Form::Id) => json!({ "type": "string", "pattern": ID }),
        Shape::Text(Form::Date) => json!({ "type": "string", "pattern": DATE }),
        Shape::Text(Form::Until) => json!({ "type": "string", "pattern": format!("{DATE}|^\\.\\.$") }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Number => json!({ "type": "integer", "minimum": 0 }),
        Shape::Word(words) => json!({ "enum": words }),
        Shape::Speaker => json!({ "anyOf": [
            { "type": "string", "pattern": ID },
            { "const": "@document" },
            { "type": "array", "items": { "type": "string", "pattern": ID }, "minItems": 1 },
            { "type": "null" }
        ] }),
        Shape::List(item) => json!({ "type": "array", "items": of(item()) }),
        Shape::OneOrMore(item) => json!({ "anyOf": [of(item()), { "type": "array", "items": of(item()) }] }),
        Shape::Map => json!({ "type": "object", "additionalProperties": { "type": "string" } }),
        Shape::Object(fields) => object(fields),
    }
}

fn object(fields: &[Field]) -> Value {
    let mut properties = Map::new();
    for field in fields {
        let mut value = of((field.shape)());
        if !field.required {
            value = json!({ "anyOf": [value, { "type": "null" }] });
        }
        if let Some(value) = value.as_object_mut() {
            value.insert("description".into(), json!(field.doc.trim()));
        }
        properties.insert(field.name.to_owned(), value);
    }
    let required: Vec<&str> = fields.iter().filter(|f| f.required).map(|f| f.name).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}
