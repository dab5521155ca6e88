//! Class names of an element, some of which depend on something.

use yew::AttrValue;

/// The names, with a space between them; empty ones are left out.
pub fn class(names: &[&'static str]) -> AttrValue {
    let names: Vec<&str> = names.iter().copied().filter(|name| !name.is_empty()).collect();
    match names[..] {
        [] => AttrValue::Static(""),
        _ => names.join(" ").into(),
    }
}

/// The name when something holds, else none.
pub fn when(holds: bool, name: &'static str) -> &'static str {
    if holds { name } else { "" }
}
