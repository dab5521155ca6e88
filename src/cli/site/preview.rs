//! The picture that a chat or a network shows beside a link: title, date, who speaks most, and how many
//! statements. Drawn once, when the site is built; one font comes along, for other scripts the machine's own
//! are used where it has them.

#[cfg(feature = "previews")]
pub use painting::Painter;

pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// A command that was built without pictures paints none.
#[cfg(not(feature = "previews"))]
#[derive(Clone)]
pub enum Painter {}

#[cfg(not(feature = "previews"))]
impl Painter {
    pub fn new() -> Option<Painter> {
        None
    }

    pub fn document(
        &self,
        _: &crate::corpus::Corpus,
        _: crate::corpus::DocumentIx,
    ) -> Result<Vec<u8>, String> {
        match *self {}
    }
}

#[cfg(feature = "previews")]
mod painting {
    use super::super::template::escape_html;
    use super::{HEIGHT, WIDTH};
    use crate::corpus::{Corpus, DocumentIx, Key};
    use crate::ui::i18n::tr_plural;
    use crate::ui::labels;
    use crate::ui::spelled;
    use resvg::tiny_skia::{Pixmap, Transform};
    use resvg::usvg::{Options, Tree, fontdb::Database};
    use std::sync::Arc;

    /// Roughly how many letters of the title fit on a line.
    const LINE: usize = 30;
    const LINES: usize = 4;

    #[derive(Clone)]
    pub struct Painter {
        fonts: Arc<Database>,
    }

    impl Painter {
        pub fn new() -> Option<Painter> {
            let mut fonts = Database::new();
            fonts.load_font_data(notosans::REGULAR_TTF.to_vec());
            fonts.load_font_data(notosans::BOLD_TTF.to_vec());
            fonts.load_system_fonts();
            fonts.set_sans_serif_family("Noto Sans");
            Some(Painter { fonts: Arc::new(fonts) })
        }

        /// A PNG for the page of a document.
        pub fn document(&self, corpus: &Corpus, document: DocumentIx) -> Result<Vec<u8>, String> {
            let options = Options {
                fontdb: self.fonts.clone(),
                font_family: "Noto Sans".to_owned(),
                languages: vec![corpus.documents[document].language.clone()],
                ..Options::default()
            };
            let tree =
                Tree::from_str(&drawn(corpus, document), &options).map_err(|problem| problem.to_string())?;
            let mut picture = Pixmap::new(WIDTH, HEIGHT).ok_or("no room for a preview picture")?;
            resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
            picture.encode_png().map_err(|problem| problem.to_string())
        }
    }

    fn drawn(corpus: &Corpus, document: DocumentIx) -> String {
        let doc = &corpus.documents[document];
        let (statements, speakers) = counts(corpus, document);
        let title: String = lines(&doc.title)
            .iter()
            .enumerate()
            .map(|(at, line)| text(150 + 84 * at, 68, 700, token("ink"), line))
            .collect();
        let source: Vec<String> = doc.publisher.iter().cloned().chain([labels::date(doc.date)]).collect();
        let counted = format!(
            "{} by {}",
            labels::statements(statements),
            tr_plural(speakers, "{n} speaker", "{n} speakers")
        );
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\">\
             <rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\
             <rect x=\"0\" y=\"0\" width=\"18\" height=\"100%\" fill=\"{}\"/>{title}{}{}{}</svg>",
            token("paper"),
            token("edge"),
            text(500, 34, 400, token("soft"), &source.join(" · ")),
            text(552, 34, 400, token("soft"), &counted),
            if doc.title == corpus.title {
                String::new()
            } else {
                text(66, 30, 400, token("soft"), &corpus.title)
            },
        )
    }

    /// The light value of a colour of the page.
    fn token(name: &str) -> &'static str {
        let rest = TOKENS.split_once(&format!("--{name}: light-dark(")).map_or("", |(_, rest)| rest);
        rest.split(',').next().unwrap_or_default()
    }

    const TOKENS: &str = include_str!("../../../styles/tokens.css");

    fn text(y: usize, size: usize, weight: u32, colour: &str, words: &str) -> String {
        let words = spelled(words);
        // XML has neither controls nor these two.
        let is_xml = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
        let words: String = words.chars().filter(is_xml).collect();
        format!(
            "<text x=\"80\" y=\"{y}\" font-family=\"Noto Sans\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">{}</text>",
            escape_html(&words)
        )
    }

    /// A title in lines of about the same length; what is too much ends in an ellipsis.
    fn lines(title: &str) -> Vec<String> {
        let mut lines: Vec<String> = vec![String::new()];
        for word in title.split_whitespace() {
            let full = lines
                .last()
                .is_some_and(|line| !line.is_empty() && line.chars().count() + word.chars().count() >= LINE);
            if full {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                if !line.is_empty() {
                    line.push(' ');
                }
                line.extend(word.chars().take(LINE));
            }
        }
        if lines.len() > LINES {
            lines.truncate(LINES);
            if let Some(last) = lines.last_mut() {
                last.push('…');
            }
        }
        lines
    }

    /// How many statements a document has, and how many speak in it.
    pub fn counts(corpus: &Corpus, document: DocumentIx) -> (usize, usize) {
        let own = corpus.statements_in(document);
        let speakers = own.iter().flat_map(|ix| corpus.statements[*ix].speaker.actors());
        let mut speakers: Vec<usize> = speakers.map(|a| a.position()).collect();
        speakers.sort_unstable();
        speakers.dedup();
        (own.len(), speakers.len())
    }
}
