//! Words that try to be more than words: some of our own, and three public lists when they stand beside the project.

use serde_json::Value;

/// Ours first, then the public lists.
pub fn words() -> Vec<String> {
    let mut all: Vec<String> = [
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(1)</script>",
        "javascript:alert(1)",
        "{{title}}",
        "\u{202e}abc\u{202c}",
        "&lt;b&gt;",
    ]
    .map(str::to_owned)
    .into();
    for (file, key) in
        [("blns/blns.json", ""), ("dompurify/expect.json", "payload"), ("trojan-source/lines.json", "text")]
    {
        let Some(Value::Array(rows)) = shared(file) else {
            println!("skipped: {file} of the public lists is not there; our own words were tried");
            continue;
        };
        let texts =
            rows.iter().filter_map(|row| if key.is_empty() { row.as_str() } else { row[key].as_str() });
        all.extend(texts.map(str::to_owned));
    }
    all
}

fn shared(file: &str) -> Option<Value> {
    let folder = std::env::var("STANDPOINT_SHARED")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../shared").to_owned());
    let text = std::fs::read_to_string(format!("{folder}/data/{file}")).ok()?;
    serde_json::from_str(&text).ok()
}
