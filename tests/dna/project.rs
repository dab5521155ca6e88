//! Projects of DNA as its versions 2 and 3 would keep them: the same rows in the tables of one or the other. Only what
//! is read, and what is left out and counted, has its columns here.

use crate::database;
use rusqlite::Connection;
use std::collections::HashMap;

pub const TWO: i64 = 2;
pub const THREE: i64 = 3;

pub const DAY: i64 = 86_400;

#[derive(Clone)]
pub struct Document<'a> {
    pub title: &'a str,
    pub text: String,
    pub author: &'a str,
    pub source: &'a str,
    /// Seconds since 1970.
    pub date: i64,
}

/// A statement of the type 1, by what its document says; an empty name is nobody.
#[derive(Clone)]
pub struct Said<'a> {
    /// From 1.
    pub document: i64,
    pub words: &'a str,
    pub person: &'a str,
    pub organization: &'a str,
    pub concept: &'a str,
    pub agreement: Option<bool>,
    pub coder: i64,
}

pub struct Rows<'a> {
    pub documents: Vec<Document<'a>>,
    pub said: Vec<Said<'a>>,
}

/// The project, with further sentences that change it.
pub struct Project<'a> {
    version: i64,
    rows: Rows<'a>,
    more: String,
}

pub const SAID: Said<'static> = Said {
    document: 1,
    words: "",
    person: "",
    organization: "",
    concept: "",
    agreement: Some(true),
    coder: 1,
};

pub fn document<'a>(title: &'a str, text: &str, date: i64) -> Document<'a> {
    Document { title, text: text.to_owned(), author: "", source: "", date }
}

/// Two reports about a tram, with letters of one, two and four bytes before the words.
pub fn town() -> Rows<'static> {
    let first = "Tram 😀 debate\n\nAda Byron of the Guild said that the tram was needed. The Guild said no more. \
                 Mayor Žďár called the tram a waste. The tram is loud, the tram is slow.";
    let second = "Letter\n\nThe Council wants the tram, and says so.";
    Rows {
        documents: vec![
            Document {
                author: "Kim Roe",
                source: "The Town Paper",
                ..document("Tram debate", first, 14_000 * DAY)
            },
            document("A letter", second, 14_001 * DAY),
        ],
        said: vec![
            Said {
                words: "the tram was needed",
                person: "Ada Byron",
                organization: "Guild",
                concept: "The tram is built",
                ..SAID
            },
            Said {
                words: "called the tram a waste",
                person: "Žďár",
                concept: "The tram is built",
                agreement: Some(false),
                coder: 2,
                ..SAID
            },
            Said { words: "The Guild said no more.", organization: "Guild", ..SAID },
            Said { words: "the tram", concept: "Тиша", agreement: None, ..SAID },
            Said {
                document: 2,
                words: "wants the tram",
                organization: "Council",
                concept: "The tram is built",
                ..SAID
            },
        ],
    }
}

impl<'a> Project<'a> {
    pub fn new(version: i64, rows: Rows<'a>) -> Project<'a> {
        Project { version, rows, more: String::new() }
    }

    /// Does more to the database when it is filled.
    pub fn and(mut self, sentences: &str) -> Project<'a> {
        self.more.push_str(sentences);
        self
    }

    /// The file's bytes.
    pub fn write(&self, name: &str) -> Vec<u8> {
        database(name, |db| self.fill(db))
    }

    pub fn fill(&self, db: &Connection) {
        db.execute_batch(if self.version == TWO { TABLES_OF_TWO } else { TABLES_OF_THREE }).unwrap();
        db.execute_batch(TYPES).unwrap();
        for (at, document) in (1..).zip(&self.rows.documents) {
            let unit = if self.version == TWO { 1000 } else { 1 };
            db.execute(
                "INSERT INTO DOCUMENTS(ID, Title, Text, Coder, Author, Source, Section, Notes, Type, Date)
                 VALUES (?, ?, ?, 1, ?, ?, '', '', '', ?)",
                (at, document.title, &document.text, document.author, document.source, document.date * unit),
            )
            .unwrap();
        }
        let mut entities = HashMap::new();
        for (at, said) in (1..).zip(&self.rows.said) {
            self.add(db, at, said, &mut entities);
        }
        db.execute_batch(&self.more).unwrap();
    }

    fn add<'r>(&self, db: &Connection, at: i64, said: &'r Said, entities: &mut HashMap<(i64, &'r str), i64>) {
        let text = &self.rows.documents[usize::try_from(said.document).unwrap() - 1].text;
        let before = &text[..text.find(said.words).unwrap()];
        let units = |text: &str| i64::try_from(text.encode_utf16().count()).unwrap();
        let start = units(before);
        let stop = start + units(said.words);
        db.execute(
            "INSERT INTO STATEMENTS(ID, StatementTypeId, DocumentId, Start, Stop, Coder) VALUES (?, 1, ?, ?, ?, ?)",
            (at, said.document, start, stop, said.coder),
        )
        .unwrap();
        for (variable, name) in (1..).zip([said.person, said.organization, said.concept]) {
            if self.version == TWO {
                db.execute(
                    "INSERT INTO DATASHORTTEXT(StatementId, VariableId, StatementTypeId, Value) VALUES (?, ?, 1, ?)",
                    (at, variable, name),
                )
                .unwrap();
                continue;
            }
            let next = i64::try_from(entities.len()).unwrap() + 1;
            let entity = *entities.entry((variable, name)).or_insert_with(|| {
                db.execute(
                    "INSERT INTO ENTITIES(ID, VariableId, Value) VALUES (?, ?, ?)",
                    (next, variable, name),
                )
                .unwrap();
                next
            });
            db.execute(
                "INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES (?, ?, ?)",
                (at, variable, entity),
            )
            .unwrap();
        }
        if let Some(agreement) = said.agreement {
            db.execute(
                "INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES (?, 4, ?)",
                (at, agreement),
            )
            .unwrap();
        }
    }
}

const TYPES: &str = "
    INSERT INTO CODERS(ID, Name, Password) VALUES (1, 'Admin', 'secret'), (2, 'Lee', 'secret'), (3, 'Idle', 'secret');
    INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement', 0, 0, 0), (2, 'Annotation', 0, 0, 0);
    INSERT INTO VARIABLES VALUES (1, 'person', 'short text', 1), (2, 'organization', 'short text', 1),
        (3, 'concept', 'short text', 1), (4, 'agreement', 'boolean', 1), (5, 'note', 'long text', 2);
";

const TABLES_OF_TWO: &str = "
    CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY, Value TEXT);
    INSERT INTO SETTINGS VALUES ('version', '2.0 beta 25');
    CREATE TABLE CODERS(ID INTEGER NOT NULL PRIMARY KEY, Name TEXT, Red INTEGER, Password TEXT);
    CREATE TABLE DOCUMENTS(ID INTEGER NOT NULL PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT,
        Source TEXT, Section TEXT, Notes TEXT, Type TEXT, Date INTEGER, FOREIGN KEY(Coder) REFERENCES CODERS(ID));
    CREATE TABLE STATEMENTTYPES(ID INTEGER NOT NULL PRIMARY KEY, Label TEXT, Red INTEGER, Green INTEGER, Blue INTEGER);
    CREATE TABLE VARIABLES(ID INTEGER NOT NULL PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER,
        FOREIGN KEY(StatementTypeId) REFERENCES STATEMENTTYPES(ID), UNIQUE (Variable, StatementTypeId));
    CREATE TABLE STATEMENTS(ID INTEGER NOT NULL PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER,
        Stop INTEGER, Coder INTEGER, FOREIGN KEY(DocumentId) REFERENCES DOCUMENTS(ID));
    CREATE TABLE STATEMENTLINKS(ID INTEGER PRIMARY KEY NOT NULL, SourceId INTEGER NOT NULL, TargetId INTEGER NOT NULL);
    CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
        StatementTypeId INTEGER, Value INTEGER, UNIQUE (StatementId, VariableId));
    CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
        StatementTypeId INTEGER, Value INTEGER, UNIQUE (StatementId, VariableId));
    CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
        StatementTypeId INTEGER, Value TEXT, UNIQUE (StatementId, VariableId));
    CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
        StatementTypeId INTEGER, Value TEXT, UNIQUE (StatementId, VariableId));
";

const TABLES_OF_THREE: &str = "
    CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY NOT NULL CHECK (LENGTH(Property) < 191), Value TEXT NOT NULL);
    INSERT INTO SETTINGS VALUES ('version', '3.0.11');
    CREATE TABLE CODERS(ID INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL CHECK (LENGTH(Name) < 191),
        Red INTEGER NOT NULL DEFAULT 69 CHECK (Red BETWEEN 0 AND 255), Password TEXT NOT NULL);
    CREATE TABLE DOCUMENTS(ID INTEGER NOT NULL PRIMARY KEY, Title TEXT NOT NULL CHECK (LENGTH(Title) < 191),
        Text TEXT NOT NULL, Coder INTEGER, Author TEXT NOT NULL DEFAULT '' CHECK (LENGTH(Author) < 191),
        Source TEXT NOT NULL DEFAULT '', Section TEXT NOT NULL DEFAULT '', Notes TEXT NOT NULL DEFAULT '',
        Type TEXT NOT NULL DEFAULT '', Date INTEGER NOT NULL, FOREIGN KEY(Coder) REFERENCES CODERS(ID) ON DELETE CASCADE);
    CREATE TABLE STATEMENTTYPES(ID INTEGER NOT NULL PRIMARY KEY, Label TEXT NOT NULL, Red INTEGER NOT NULL DEFAULT 0,
        Green INTEGER NOT NULL DEFAULT 0, Blue INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE VARIABLES(ID INTEGER NOT NULL PRIMARY KEY, Variable TEXT NOT NULL,
        DataType TEXT NOT NULL CHECK (DataType = 'boolean' OR DataType = 'integer' OR DataType LIKE '% text')
        DEFAULT 'short text', StatementTypeId INTEGER, UNIQUE (Variable, StatementTypeId));
    CREATE TABLE STATEMENTS(ID INTEGER NOT NULL PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER,
        Start INTEGER NOT NULL CHECK(Start >= 0), Stop INTEGER NOT NULL CHECK(Stop >= 0), Coder INTEGER,
        FOREIGN KEY(DocumentId) REFERENCES DOCUMENTS(ID) ON DELETE CASCADE);
    CREATE TABLE STATEMENTLINKS(ID INTEGER NOT NULL PRIMARY KEY, SourceId INTEGER, TargetId INTEGER);
    CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, Value TEXT NOT NULL DEFAULT '',
        Red INTEGER DEFAULT 0, ChildOf INTEGER CHECK(ChildOf > 0), UNIQUE (VariableId, Value));
    CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, AttributeVariable TEXT);
    CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY NOT NULL, EntityId INTEGER NOT NULL,
        AttributeVariableId INTEGER NOT NULL, AttributeValue TEXT NOT NULL DEFAULT '');
    CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
        Value INTEGER NOT NULL DEFAULT 1, UNIQUE (StatementId, VariableId));
    CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
        Value INTEGER NOT NULL DEFAULT 0, UNIQUE (StatementId, VariableId));
    CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
        Entity INTEGER NOT NULL, FOREIGN KEY(Entity) REFERENCES ENTITIES(ID), UNIQUE (StatementId, VariableId));
    CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
        Value TEXT DEFAULT '', UNIQUE (StatementId, VariableId));
";
