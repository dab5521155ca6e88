//! What every part of the page is given: the corpus, what is asked of it, the answer, and one way to
//! wish for something. Parts read it and never change it; the web room owns it.

use crate::corpus::{Corpus, DocumentIx, Edition, Extent, Key, Lost, StatementIx};
use crate::query::{Answer, Answers, Columns, Derive, Scope, answer};
use crate::view::{Action, Compare, Filter, Language, Opened, Place, Screen, View};
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;
use yew::{AttrValue, Callback, Html};

/// A corpus with what is derived from it once.
#[derive(Debug)]
pub struct Known {
    pub corpus: Corpus,
    pub columns: Columns,
    /// The answer to an empty filter: which values a facet has at all.
    pub whole: Answer,
    /// Statements that could not be placed; they enter no count and no cell.
    pub lost: Vec<Lost>,
    /// The number of statements in the file, those faults included.
    pub stated: usize,
    /// How much of the corpus is here.
    pub extent: Extent,
    /// Where the file can be fetched, relative to the page.
    pub source: String,
}

impl Known {
    pub fn new(edition: Edition, source: String) -> Known {
        let Edition { corpus, lost, stated, extent } = edition;
        let columns = Columns::new(&corpus);
        let whole = answer(&corpus, &columns, &Filter::default());
        Known { corpus, columns, whole, lost, stated, extent, source }
    }
}

impl Known {
    /// The path of the file that a view needs and that is not here.
    pub fn lacks(&self, view: &View) -> Option<&str> {
        let Extent::Head(parts, here) = &self.extent else { return None };
        match &view.screen {
            Screen::Documents(_) if view.filter.q.trim().is_empty() => None,
            Screen::Read if view.filter.q.trim().is_empty() => {
                let document = view.document.as_deref().and_then(|id| self.corpus.document_by_id(id))?;
                let part = parts.documents.get(Key::position(document)).map(String::as_str);
                part.filter(|_| *here != Some(document))
            }
            _ => Some(&parts.whole),
        }
    }
}

/// What the reader set for this browser; no link carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Preferences {
    pub theme: Theme,
    pub size: TextSize,
    /// Single-key shortcuts are switched off.
    pub no_shortcuts: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
    Contrast,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextSize {
    Small,
    #[default]
    Medium,
    Large,
    Largest,
}

/// A dialog that stands over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// How to cite the open statement.
    Cite,
    Filters,
    Help,
    Manners,
    Method,
    Share,
}

impl Panel {
    /// In an order that both programs of the page know.
    pub const ALL: [Panel; 6] =
        [Panel::Filters, Panel::Help, Panel::Method, Panel::Share, Panel::Cite, Panel::Manners];
}

/// Everything a part of the page can wish for.
#[derive(Debug, Clone, PartialEq)]
pub enum Wish {
    /// A new view: it goes into the address.
    Ask(Action),
    /// The next (or previous) statement that matches.
    Step {
        back: bool,
    },
    Show(Option<Panel>),
    /// A statement is pointed at, or no longer.
    Point(Option<StatementIx>),
    /// The focus moves into the text.
    FocusText,
    /// All values of all facets.
    ShowAll,
    Prefer(Preferences),
    /// Put this on the clipboard, then say so in these words.
    Copy {
        text: String,
        said: &'static str,
    },
    /// Put this link on the clipboard.
    CopyLink {
        link: String,
    },
    Download {
        name: String,
        mime: &'static str,
        text: String,
    },
    /// Close the notices.
    Dismiss,
    Print,
    /// Keep the whole site for reading without a network.
    Keep,
}

/// Where this page stands, as far as its links have to know.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Site {
    /// The page's place on a site that has a page for each document; `None` in a single file, and where the
    /// pages were made from another file than the one that was read: then links say everything after `#`.
    pub place: Option<Place>,
    /// The site's address for others; `None` from a disk or this machine.
    pub base: Option<AttrValue>,
    /// The site has a start where it offers several corpora.
    pub several: bool,
    /// Each statement has a small page of its own.
    pub statements: bool,
    /// The size of the whole site, where this browser can keep it for reading without a network.
    pub keeps: Option<AttrValue>,
}

/// What only the whole program draws.
#[derive(Clone, Copy)]
pub struct Parts {
    pub derive: Derive,
    pub compare: fn(&Scene, &Compare) -> Html,
    /// The screens that are about all documents.
    pub list: fn(&Scene) -> Html,
    /// The page inside another page.
    pub embed: fn(&Scene) -> Html,
    /// What the card of an open statement has beside what a glance of it tells.
    pub card: fn(&Scene, StatementIx) -> Html,
    /// What a link asked for in vain, and statements that could not be placed.
    pub notices: fn(&Scene) -> Html,
    pub banner: fn(&Scene) -> Html,
    /// Text size, theme, language and shortcuts.
    pub manners: fn(&Scene) -> Html,
    /// Every panel but the filters.
    pub panel: fn(&Scene, Panel) -> Html,
}

/// How far the page has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// As it stands in its file: both screens, before any script has chosen one.
    File,
    /// Just taken over: what answers presses. Notes, dates, filters out of sight and what is for paper come later, since
    /// nobody waits for them.
    Taken,
    All,
}

/// What a page is made of, behind one pointer: parts and their handlers hold copies of it.
#[derive(Clone)]
pub struct Scene(Rc<Given>);

pub struct Given {
    pub known: Rc<Known>,
    pub answers: Answers,
    pub notices: Rc<Vec<String>>,
    /// The statement that is pointed at or has the focus.
    pub near: Option<StatementIx>,
    /// Every value of every facet is shown, however many there are.
    pub all_values: bool,
    /// Where a finger came down, in CSS pixels.
    pub swipe: Rc<Cell<(i32, i32)>>,
    /// The last thing that was done, for the reader who cannot see it.
    pub said: AttrValue,
    pub panel: Option<Panel>,
    pub preferences: Preferences,
    /// The language that the reader's browser asks for, where the page speaks it.
    pub readers_language: Option<Language>,
    /// The screen is too narrow for a table.
    pub narrow: bool,
    pub site: Site,
    /// The stretches of a long list that are drawn; all of them where it is `None`.
    pub near_stretches: Option<Range<usize>>,
    /// What the program has beside reading and filtering.
    pub parts: Option<Parts>,
    pub stage: Stage,
    /// The corpus comes in parts.
    pub is_large: bool,
    pub wish: Callback<Wish>,
}

impl std::ops::Deref for Scene {
    type Target = Given;

    fn deref(&self) -> &Given {
        &self.0
    }
}

impl std::ops::Deref for Given {
    type Target = Answers;

    fn deref(&self) -> &Answers {
        &self.answers
    }
}

impl Scene {
    pub fn new(given: Given) -> Scene {
        Scene(Rc::new(given))
    }

    pub fn corpus(&self) -> &Corpus {
        &self.known.corpus
    }

    pub fn columns(&self) -> &Columns {
        &self.known.columns
    }

    pub fn ask(&self, action: Action) {
        self.wish.emit(Wish::Ask(action));
    }

    /// The document at hand; none while a screen is about all of them.
    pub fn document(&self) -> Option<DocumentIx> {
        let corpus = self.corpus();
        self.view.document.as_deref().and_then(|id| corpus.document_by_id(id))
    }

    /// Whether the page holds no more yet than it did in its file.
    pub fn is_still(&self) -> bool {
        self.stage != Stage::All
    }

    /// The statement that the view holds open.
    pub fn open(&self) -> Option<StatementIx> {
        self.view.open.as_ref().and_then(|opened| self.corpus().statement_by_id(&opened.id))
    }

    /// What is asked of the comparison, when it is on screen.
    pub fn compare(&self) -> Option<&Compare> {
        match &self.view.screen {
            Screen::Compare(asked) => Some(asked),
            _ => None,
        }
    }

    pub fn compares(&self) -> bool {
        self.compare().is_some()
    }

    /// The way into the text: the document at hand, else the first with a statement that matches.
    pub fn to_text(&self) -> Action {
        let corpus = self.corpus();
        let matching = || self.answer.matching.first().map(|ix| corpus.statements[*ix].document);
        match matching().or_else(|| corpus.documents.key(0)).filter(|_| self.view.document.is_none()) {
            Some(document) => Action::Document(corpus.documents[document].id.to_string()),
            None => Action::Read,
        }
    }

    /// What the comparison counts.
    pub fn scope(&self) -> Scope {
        let here = self.compare().is_some_and(|asked| asked.here);
        match self.document().filter(|_| here) {
            Some(document) => Scope::Document(document),
            None => Scope::Corpus,
        }
    }

    /// The link of this view as others can open it; without a site, what follows a site's address.
    pub fn link(&self) -> String {
        self.link_of(&self.view)
    }

    pub fn link_of(&self, view: &View) -> String {
        match (&self.site.base, &self.site.place) {
            (Some(base), Some(_)) => format!("{base}{}", view.address()),
            (base, _) => format!("{}#{}", base.as_deref().unwrap_or_default(), view.fragment()),
        }
    }

    /// The link of a view with an open statement: where each statement has a page of its own, by that page,
    /// so that a preview shows its words.
    pub fn link_of_statement(&self, view: &View) -> String {
        match (&self.site.base, &view.open) {
            (Some(base), Some(opened)) if self.site.place.is_some() && self.site.statements => {
                format!("{base}{}{}/#{}", view.place().path(), opened.id, view.rest())
            }
            _ => self.link_of(view),
        }
    }

    /// What an address says of a statement: its id and the sum of its wording.
    pub fn opened(&self, statement: StatementIx) -> Opened {
        let statement = &self.corpus().statements[statement];
        Opened { id: statement.id.to_string(), sum: Some(statement.sum.clone()) }
    }
}
