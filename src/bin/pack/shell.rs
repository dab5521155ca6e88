//! The shell of a page and its policy.

use super::Result;
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// The shell of a page, with all that is the same for every page; what is left in double braces is filled by
/// `standpoint build`.
pub struct Shell {
    /// The script before the first paint.
    pub head: String,
    /// The critical style.
    pub style: String,
    /// The initial style, where it stands in a template.
    pub initial_style: Option<String>,
    /// Links in the head.
    pub links: String,
    /// What stands at the end of the body.
    pub scripts: String,
    /// Attributes of the page that say where its programs and styles are.
    pub attributes: String,
    /// What the page says where scripts are switched off.
    pub no_script: &'static str,
    /// The main script where it stands inside the page.
    pub main: Option<String>,
    /// Scripts and styles of a page that this one makes.
    pub also: Vec<String>,
    pub also_style: Vec<String>,
}

impl Shell {
    pub fn fill(&self, shell: &str) -> Result<String> {
        let mut shell = shell.to_owned();
        for (place, text) in [
            ("{{csp}}", self.policy().as_str()),
            ("{{head_script}}", &self.head),
            ("{{links}}", &self.links),
            ("{{style}}", &self.style),
            ("{{scripts}}", &self.scripts),
            ("{{tiers}}", &self.attributes),
            ("{{no_script}}", self.no_script),
        ] {
            if !shell.contains(place) {
                return Err(format!("index.html has no {place}").into());
            }
            shell = shell.replacen(place, text, 1);
        }
        Ok(shell)
    }

    fn policy(&self) -> String {
        let sum = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
        let inline = sum(&self.head);
        let styles = std::iter::once(&self.style).chain(&self.initial_style).chain(&self.also_style);
        let style = styles.map(|style| sum(style)).collect::<Vec<_>>().join(" ");
        match self.main.as_deref().map(sum) {
            None => format!(
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {inline}; style-src 'self' {style}; \
                 connect-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
                 form-action 'none'; require-trusted-types-for 'script'; trusted-types standpoint"
            ),
            Some(main) => {
                let also: String = self.also.iter().map(|script| format!(" {}", sum(script))).collect();
                // What reads html from the clipboard names its policy.
                let named = if also.is_empty() { "'none'" } else { "standpoint" };
                format!(
                    "default-src 'none'; script-src 'wasm-unsafe-eval' {inline} {main}{also}; style-src {style}; \
                     img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
                     trusted-types {named}"
                )
            }
        }
    }
}
