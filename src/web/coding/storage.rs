//! Drafts in the browser's own database: what a draft began with, and each step since, so that a change costs no more
//! than itself. Writes are done one after the other.

use crate::ui::coding::KeptDraft;
use idb::{Database, DatabaseEvent, Factory, KeyRange, ObjectStoreParams, Query, TransactionMode};
use js_sys::{Object, Reflect, Uint8Array};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::Callback;

const NAME: &str = "standpoint";
const VERSION: u32 = 1;
/// What the list of drafts shows of each.
const DRAFTS: &str = "drafts";
/// The file that each draft began with.
const BASES: &str = "bases";
/// What was done since, by the draft's key and a number.
const STEPS: &str = "steps";
/// The draft that the reader shows.
const READING: &str = "reading";

/// Something to be written.
pub enum Write {
    /// A draft anew: the file that it began with, and all that was done since.
    Base {
        row: KeptDraft,
        file: Rc<str>,
        entries: Vec<String>,
    },
    /// A step; it is the one with this number since the beginning.
    Step {
        row: KeptDraft,
        number: usize,
        entry: String,
    },
    Delete(String),
}

pub struct Storage {
    database: Result<Database, String>,
    waiting: RefCell<VecDeque<Write>>,
    is_writing: RefCell<bool>,
    /// Hears of each write whether it was done.
    done: Callback<Result<(), String>>,
}

fn text(value: &str) -> JsValue {
    JsValue::from_str(value)
}

fn said(problem: &idb::Error) -> String {
    problem.to_string()
}

impl Storage {
    /// Opens the database, which is made if there is none.
    pub async fn open(done: Callback<Result<(), String>>) -> Storage {
        Storage {
            database: opened().await.map_err(|problem| said(&problem)),
            waiting: RefCell::default(),
            is_writing: RefCell::default(),
            done,
        }
    }

    fn database(&self) -> Result<&Database, String> {
        self.database.as_ref().map_err(Clone::clone)
    }

    /// Why nothing can be kept, if nothing can.
    pub fn problem(&self) -> Option<String> {
        self.database.as_ref().err().cloned()
    }

    /// The drafts that are kept, the last changed first.
    pub async fn drafts(&self) -> Result<Vec<KeptDraft>, String> {
        let rows = async {
            let transaction = self.database()?.transaction(&[DRAFTS], TransactionMode::ReadOnly);
            let transaction = transaction.map_err(|problem| said(&problem))?;
            let store = transaction.object_store(DRAFTS).map_err(|problem| said(&problem))?;
            let all = store.get_all(None, None).map_err(|problem| said(&problem))?;
            all.await.map_err(|problem| said(&problem))
        };
        let mut rows: Vec<KeptDraft> = rows.await?.iter().filter_map(row_of).collect();
        rows.sort_by(|a, b| b.changed.total_cmp(&a.changed));
        Ok(rows)
    }

    /// The file that a draft began with, and what was done since.
    pub async fn draft(&self, key: &str) -> Result<(Rc<str>, Vec<String>), String> {
        let database = self.database()?;
        let read = async {
            let transaction = database.transaction(&[BASES, STEPS], TransactionMode::ReadOnly)?;
            let base = transaction.object_store(BASES)?.get(Query::from(text(key)))?.await?;
            let steps =
                transaction.object_store(STEPS)?.get_all(Some(Query::from(range(key)?)), None)?.await?;
            Ok((base, steps))
        };
        let (base, steps): (Option<JsValue>, Vec<JsValue>) =
            read.await.map_err(|problem: idb::Error| said(&problem))?;
        let file = base.and_then(|base| base.as_string()).ok_or("it is not there any more")?;
        Ok((file.into(), steps.iter().filter_map(JsValue::as_string).collect()))
    }

    /// Keeps the tables of a draft for the reader.
    pub async fn keep_for_reading(&self, tables: &[u8]) -> Result<(), String> {
        let database = self.database()?;
        let write = async {
            let transaction = database.transaction(&[READING], TransactionMode::ReadWrite)?;
            let store = transaction.object_store(READING)?;
            store.put(&Uint8Array::from(tables).into(), Some(&text("tables")))?.await?;
            transaction.commit()?.await
        };
        write.await.map(|_| ()).map_err(|problem: idb::Error| said(&problem))
    }

    /// Writes as soon as what was asked before is written.
    pub fn write(self: &Rc<Self>, write: Write) {
        self.waiting.borrow_mut().push_back(write);
        if self.is_writing.replace(true) {
            return;
        }
        let own = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            loop {
                let next = own.waiting.borrow_mut().pop_front();
                let Some(next) = next else { break };
                let result = own.written(next).await;
                own.done.emit(result);
            }
            own.is_writing.replace(false);
        });
    }

    /// Whether something waits to be written.
    pub fn is_busy(&self) -> bool {
        *self.is_writing.borrow()
    }

    async fn written(&self, write: Write) -> Result<(), String> {
        let database = self.database()?;
        let written = async {
            let stores = [DRAFTS, BASES, STEPS];
            let transaction = database.transaction(&stores, TransactionMode::ReadWrite)?;
            let store = |name| transaction.object_store(name);
            match &write {
                Write::Base { row, file, entries } => {
                    store(STEPS)?.delete(Query::from(range(&row.key)?))?.await?;
                    for (number, entry) in entries.iter().enumerate() {
                        store(STEPS)?.put(&text(entry), Some(&step_key(&row.key, number)))?.await?;
                    }
                    store(BASES)?.put(&text(file), Some(&text(&row.key)))?.await?;
                    store(DRAFTS)?.put(&js_row(row), Some(&text(&row.key)))?.await?;
                }
                Write::Step { row, number, entry } => {
                    store(STEPS)?.put(&text(entry), Some(&step_key(&row.key, *number)))?.await?;
                    store(DRAFTS)?.put(&js_row(row), Some(&text(&row.key)))?.await?;
                }
                Write::Delete(key) => {
                    store(STEPS)?.delete(Query::from(range(key)?))?.await?;
                    store(BASES)?.delete(Query::from(text(key)))?.await?;
                    store(DRAFTS)?.delete(Query::from(text(key)))?.await?;
                }
            }
            transaction.commit()?.await
        };
        written.await.map(|_| ()).map_err(|problem: idb::Error| said(&problem))
    }
}

async fn opened() -> Result<Database, idb::Error> {
    let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            for name in [DRAFTS, BASES, STEPS, READING] {
                // It is there only if the database is of another version, of which there is none yet.
                let _ = database.create_object_store(name, ObjectStoreParams::new());
            }
        }
    });
    request.await
}

fn step_key(key: &str, number: usize) -> JsValue {
    text(&format!("{key}/{number:08}"))
}

/// The keys of a draft's steps.
fn range(key: &str) -> Result<KeyRange, idb::Error> {
    KeyRange::bound(&text(&format!("{key}/")), &text(&format!("{key}0")), None, Some(true))
}

fn js_row(row: &KeptDraft) -> JsValue {
    let object = Object::new();
    let fields: [(&str, JsValue); 4] = [
        ("key", text(&row.key)),
        ("title", text(&row.title)),
        ("size", JsValue::from_f64(row.size as f64)),
        ("changed", JsValue::from_f64(row.changed)),
    ];
    for (name, value) in fields {
        // A fresh object takes any value.
        let _ = Reflect::set(&object, &text(name), &value);
    }
    object.into()
}

fn row_of(value: &JsValue) -> Option<KeptDraft> {
    let field = |name: &str| Reflect::get(value, &text(name)).ok();
    Some(KeptDraft {
        key: field("key")?.as_string()?,
        title: field("title")?.as_string()?,
        size: field("size")?.as_f64()? as usize,
        changed: field("changed")?.as_f64()?,
    })
}
