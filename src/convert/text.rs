//! Plain text becomes paragraphs. Blank lines part them; in a text without any, each line is one.

use super::paragraph::Paragraph;

pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let text = text.trim_matches('\n');
    let has_blank_lines = text.lines().any(|line| line.trim().is_empty());
    if !has_blank_lines {
        return text.lines().filter_map(|line| Paragraph::new(line, false)).collect();
    }
    let mut paragraphs = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().chain([""]) {
        if line.trim().is_empty() {
            paragraphs.extend(Paragraph::new(&lines.join("\n"), false));
            lines.clear();
        } else {
            lines.push(line);
        }
    }
    paragraphs
}
