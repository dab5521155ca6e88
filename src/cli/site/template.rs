//! Fills `{{name}}` placeholders, and writes text and bytes so that html holds them. Inserted values are never scanned
//! again, so that no word of a corpus can be taken for a placeholder.

/// The template with every `{{name}}` that `values` has put in place; others stay.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        filled.push_str(before);
        let found = after.split_once("}}").and_then(|(name, after)| {
            values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value, after))
        });
        match found {
            Some((value, after)) => {
                filled.push_str(value);
                rest = after;
            }
            None => {
                filled.push_str("{{");
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

/// Text as html holds it, between tags and in attributes in double quotes.
pub fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// JSON as it stands inside a script element, where only `<` could end it.
pub fn escape_json_for_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// One letter a byte, which `latin1Bytes` of loader.js reads back. What html would change (NUL, carriage return, `<`)
/// stands 256 further on, with the same lowest eight bits.
pub fn latin1_text(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|byte| match byte {
            0 => 'Ā',
            b'\r' => 'č',
            b'<' => 'ļ',
            other => char::from(*other),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_never_taken_for_a_place() {
        for (template, filled) in [
            ("{{a}} and {{b}}", "{{b}} and two"),
            ("{{a", "{{a"),
            ("{{ {{b}}", "{{ two"),
            ("{{c}}{{b}}", "{{c}}two"),
            ("", ""),
        ] {
            assert_eq!(fill(template, &[("a", "{{b}}"), ("b", "two")]), filled, "{template}");
        }
    }

    #[test]
    fn every_byte_has_a_letter_that_html_leaves_alone_and_its_last_eight_bits_are_the_byte() {
        let bytes: Vec<u8> = (0..=255).collect();
        let text = latin1_text(&bytes);
        assert_eq!(text.chars().map(|letter| letter as u32 as u8).collect::<Vec<_>>(), bytes);
        assert!(!text.contains(['\0', '\r', '<']));
    }
}
