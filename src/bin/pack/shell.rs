//! The shell of a page and its policy.

use super::Outcome;
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// The shell of a page, with all that is the same for every page; what is left in double braces is filled by
/// `standpoint build`.
pub struct Shell<'a> {
    pub inline: &'a str,
    /// The first screen's style.
    pub style: &'a str,
    /// A style that stands in a template.
    pub later: Option<&'a str>,
    pub head: &'a str,
    pub scripts: &'a str,
    /// Attributes that say where the programs stand.
    pub programs: &'a str,
    /// The main script where it stands inside the page.
    pub main: Option<&'a str>,
}

impl Shell<'_> {
    pub fn fill(&self, shell: &str) -> Outcome<String> {
        let mut shell = shell.to_owned();
        for (place, text) in [
            ("{{csp}}", self.policy().as_str()),
            ("{{inline}}", self.inline),
            ("{{head}}", self.head),
            ("{{style}}", self.style),
            ("{{scripts}}", self.scripts),
            ("{{programs}}", self.programs),
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
        let inline = sum(self.inline);
        let style =
            [Some(self.style), self.later].into_iter().flatten().map(sum).collect::<Vec<_>>().join(" ");
        match self.main.map(sum) {
            None => format!(
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {inline}; style-src 'self' {style}; \
                 connect-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
                 form-action 'none'; require-trusted-types-for 'script'; trusted-types standpoint"
            ),
            Some(main) => format!(
                "default-src 'none'; script-src 'wasm-unsafe-eval' {inline} {main}; style-src {style}; img-src data:; \
                 base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
            ),
        }
    }
}
