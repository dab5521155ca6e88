//! What a page says of itself to search engines, chats and social networks: description, canonical link, Open
//! Graph and Twitter cards, and schema.org data. Only verbatim words are called a quotation
//! there, and each names who passes it on.

use super::Source;
use super::page::title_of;
use super::template::{escape_html, escape_json_for_script};
use crate::corpus::{ActorIx, ActorKind, Corpus, DocumentIx, Kind, PartRole, Statement};
use crate::query::{mere_relays, tellers};
use crate::route::PageKind;
use crate::ui::full::cite;
use crate::ui::labels;
use crate::ui::spelled;
use serde_json::{Value, json};

/// Marks pages that this command made.
pub const GENERATOR: &str = "<meta name=\"generator\" content=\"Standpoint\">";

/// A page with an address of its own.
pub struct Page<'a> {
    pub source: &'a Source,
    pub page: PageKind,
    pub site: Option<&'a str>,
    /// The path that this page is to be known by; `None` in a single file.
    pub path: Option<&'a str>,
    /// Path of the preview image.
    pub preview: Option<&'a str>,
}

impl Page<'_> {
    fn document(&self) -> Option<DocumentIx> {
        document(self.source.corpus(), &self.page)
    }
}

pub fn of_page(page: &Page) -> String {
    let corpus = page.source.corpus();
    let document = page.document();
    let title = match document {
        Some(document) => corpus.documents[document].title.clone(),
        None => title_of(corpus, &page.page),
    };
    let mut tags = Tags::new(&title, &described(corpus, &page.page));
    tags.property("og:type", if document.is_some() { "article" } else { "website" });
    tags.property("og:site_name", &corpus.title);
    if let Some(document) = document {
        tags.property("article:published_time", &corpus.documents[document].date.to_string());
    }
    tags.standing(page.site, page.path, page.preview);
    if let Some(document) = document {
        let url = page.site.zip(page.path).map(|(site, path)| format!("{site}{path}"));
        tags.data(&quotations(corpus, document, url.as_deref()));
    }
    tags.0.join("\n")
}

/// A statement's own page: its words in title and description.
pub fn of_statement(
    corpus: &Corpus,
    statement: &Statement,
    site: Option<&str>,
    path: &str,
    preview: Option<&str>,
) -> String {
    let mut tags = Tags::new(&statement_title(corpus, statement), &cite::plain(corpus, statement, None));
    tags.property("og:type", "article");
    tags.property("og:site_name", &corpus.title);
    tags.standing(site, Some(path), preview);
    if is_quotation(statement) {
        let url = site.map(|site| format!("{site}{path}"));
        let mut data = quotation(corpus, statement, url);
        put(&mut data, "@context", Some(json!("https://schema.org")));
        put(&mut data, "creditText", Some(json!(cite::plain(corpus, statement, None))));
        put(&mut data, "isPartOf", Some(work(corpus, statement.document)));
        tags.data(&data);
    }
    tags.0.join("\n")
}

/// "Dmitry Peskov: “He will be ready at any time…”", short enough for a preview. A paraphrase is said to be one, whoever
/// tells it is named, and marks that the writer sets are the text's.
pub fn statement_title(corpus: &Corpus, statement: &Statement) -> String {
    let mut whose = labels::speaker(corpus, &statement.speaker);
    if statement.kind == Kind::Scare {
        whose = format!("{}, in quotation marks", corpus.documents[statement.document].title);
    } else {
        for teller in tellers(corpus, statement) {
            whose = format!("{whose}, as told by {}", labels::by(corpus, teller));
        }
    }
    if statement.kind == Kind::Indirect {
        whose = format!("{whose}, {}", labels::given(statement));
    }
    format!("{whose}: {}", shortened(&cite::words_of(corpus, statement), 110))
}

/// Up to so many characters, cut between words.
fn shortened(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let head = text.get(..end).unwrap_or_default();
    let head = head.rsplit_once(char::is_whitespace).map_or(head, |(whole, _)| whole);
    let open = head.matches('“').count() > head.matches('”').count();
    format!("{head}…{}", if open { "”" } else { "" })
}

fn described(corpus: &Corpus, page: &PageKind) -> String {
    let statements = corpus.statements.iter();
    let count = match page {
        PageKind::Document(_) => {
            document(corpus, page).map_or(0, |document| corpus.statements_in(document).len())
        }
        PageKind::Actor(id) => {
            let actor = corpus.actor_by_id(id);
            let is_theirs = |s: &Statement| {
                s.speaker.actors().iter().chain(&s.on_behalf_of).any(|speaker| Some(*speaker) == actor)
            };
            statements.filter(|(_, s)| is_theirs(s)).count()
        }
        PageKind::Issue(id) => {
            let issue = corpus.issue_by_id(id);
            statements.filter(|(_, s)| s.positions.iter().any(|p| Some(p.issue) == issue)).count()
        }
        PageKind::Corpus | PageKind::Compare | PageKind::Statements | PageKind::Actors | PageKind::Issues => {
            statements.count()
        }
    };
    let mut says = format!("{}: who said what, and where they stand.", labels::statements(count));
    if let PageKind::Actor(id) = page {
        let name = corpus.actor_by_id(id).map_or("", |actor| corpus.actors[actor].name.as_str());
        says = match count {
            0 => format!("{name}: no statement of theirs is in this corpus."),
            _ => format!("{name}: {}, and where they stand.", labels::statements(count)),
        };
    }
    let issue = match page {
        PageKind::Issue(id) => corpus.issue_by_id(id).map(|ix| &corpus.issues[ix].proposition),
        _ => None,
    };
    match (issue, corpus.summary.as_ref().filter(|_| !matches!(page, PageKind::Actor(_)))) {
        (Some(proposition), _) => format!("In question: {proposition} {says}"),
        (None, Some(summary)) => format!("{summary} {says}"),
        (None, None) => says,
    }
}

/// The document that a page shows, if it shows one.
fn document(corpus: &Corpus, page: &PageKind) -> Option<DocumentIx> {
    match page {
        PageKind::Document(id) => corpus.document_by_id(id),
        _ => None,
    }
}

struct Tags(Vec<String>);

impl Tags {
    fn new(title: &str, description: &str) -> Tags {
        let mut tags = Tags(vec![GENERATOR.to_owned()]);
        tags.name("description", description);
        tags.property("og:title", title);
        tags.property("og:description", description);
        tags
    }

    /// Data for machines, which no browser runs.
    fn data(&mut self, data: &Value) {
        let data = escape_json_for_script(&data.to_string());
        self.0.push(format!("<script type=\"application/ld+json\">{data}</script>"));
    }

    fn name(&mut self, name: &str, content: &str) {
        self.0.push(format!("<meta name=\"{name}\" content=\"{}\">", escape_html(&spelled(content))));
    }

    fn property(&mut self, name: &str, content: &str) {
        self.0.push(format!("<meta property=\"{name}\" content=\"{}\">", escape_html(&spelled(content))));
    }

    /// What needs the site's address.
    fn standing(&mut self, site: Option<&str>, path: Option<&str>, preview: Option<&str>) {
        let Some(site) = site else { return };
        self.name("standpoint:site", site);
        if let Some(path) = path {
            let url = format!("{site}{path}");
            self.0.push(format!("<link rel=\"canonical\" href=\"{}\">", escape_html(&url)));
            self.property("og:url", &url);
        }
        self.name("twitter:card", if preview.is_some() { "summary_large_image" } else { "summary" });
        if let Some(preview) = preview {
            self.property("og:image", &format!("{site}{preview}"));
            self.property("og:image:width", &super::preview::WIDTH.to_string());
            self.property("og:image:height", &super::preview::HEIGHT.to_string());
        }
    }
}

/// The document with the words in it that are quoted letter by letter.
fn quotations(corpus: &Corpus, document: DocumentIx, url: Option<&str>) -> Value {
    let all = corpus.statements_in(document).iter().map(|ix| &corpus.statements[*ix]);
    let parts: Vec<Value> = all
        .filter(|statement| is_quotation(statement))
        .map(|statement| quotation(corpus, statement, url.map(|url| format!("{url}#s={}", statement.id))))
        .collect();
    let mut data = work(corpus, document);
    put(&mut data, "@context", Some(json!("https://schema.org")));
    put(&mut data, "hasPart", Some(json!(parts)));
    put(&mut data, "url", url.map(|url| json!(url)));
    data
}

/// The document that words stand in.
fn work(corpus: &Corpus, document: DocumentIx) -> Value {
    let doc = &corpus.documents[document];
    // Only a dateline shows that a text is a news report; the format does not say it.
    let news = doc.structure.iter().any(|part| part.role == PartRole::Dateline);
    let mut data = json!({
        "@type": if news { "NewsArticle" } else { "Article" },
        // Not a headline: a title may be a description where the source has none.
        "name": doc.title,
        "datePublished": doc.date.to_string(),
        "inLanguage": doc.language,
    });
    put(&mut data, "author", doc.author.as_ref().map(|name| json!({"@type": "Person", "name": name})));
    put(
        &mut data,
        "publisher",
        doc.publisher.as_ref().map(|name| json!({"@type": "Organization", "name": name})),
    );
    put(&mut data, "isBasedOn", doc.url.as_ref().map(|url| json!(url.as_str())));
    data
}

/// Whether a statement holds words of whoever speaks; marks by which a writer keeps a distance quote nobody.
fn is_quotation(statement: &Statement) -> bool {
    statement.kind != Kind::Scare && statement.spans.iter().any(|words| words.quoted)
}

/// The document attributes the words to `spokenByCharacter`; their `creator` is named only where they are given as a
/// whole and nobody but the document tells them.
fn quotation(corpus: &Corpus, statement: &Statement, url: Option<String>) -> Value {
    let text = &corpus.documents[statement.document].text;
    let quoted = statement.spans.iter().filter(|words| words.quoted).map(|words| text.get(words.span));
    let mut data = json!({ "@type": "Quotation", "text": quoted.collect::<Vec<_>>().join(" […] ") });
    let speakers: Vec<Value> = statement.speaker.actors().iter().map(|actor| agent(corpus, *actor)).collect();
    let speakers = (!speakers.is_empty()).then(|| json!(speakers));
    let is_direct = statement.kind == Kind::Direct && tellers(corpus, statement).next().is_none();
    put(&mut data, "creator", speakers.clone().filter(|_| is_direct));
    put(&mut data, "spokenByCharacter", speakers);
    put(&mut data, "dateCreated", statement.date.map(|date| json!(date.to_string())));
    let relays = mere_relays(corpus, statement).flat_map(|by| by.actors());
    let relays: Vec<Value> = relays.map(|actor| agent(corpus, *actor)).collect();
    put(&mut data, "provider", (!relays.is_empty()).then(|| json!(relays)));
    put(&mut data, "url", url.map(|url| json!(url)));
    data
}

/// A person is one; of whom the text does not name it is not known.
fn agent(corpus: &Corpus, actor: ActorIx) -> Value {
    let actor = &corpus.actors[actor];
    let kind = match actor.kind {
        ActorKind::Person => Some("Person"),
        ActorKind::Unnamed => None,
        _ => Some("Organization"),
    };
    let mut data = json!({ "name": actor.name });
    put(&mut data, "@type", kind.map(|kind| json!(kind)));
    data
}

fn put(data: &mut Value, key: &str, value: Option<Value>) {
    if let (Some(object), Some(value)) = (data.as_object_mut(), value) {
        object.insert(key.to_owned(), value);
    }
}
