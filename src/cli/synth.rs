//! `standpoint synth`: an invented corpus of any size, the same for the same seed, that looks like one that people make:
//! few actors and words are common and most are rare, a document has about ten statements in some six hundred words, and
//! every kind of statement, relay, condition and coder occurs, in three scripts. For tests and measurements.

use clap::Args;
use serde_json::{Map, Value, json};
use std::io::{BufWriter, Write};

#[derive(Args)]
pub struct Size {
    #[arg(long)]
    statements: usize,
    /// Another seed makes another corpus of the same size.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// A twentieth of the statements, from 8 to 500, unless it is said.
    #[arg(long)]
    actors: Option<usize>,
    /// From 4 to 60, unless it is said.
    #[arg(long)]
    issues: Option<usize>,
    /// One for ten statements, unless it is said.
    #[arg(long)]
    documents: Option<usize>,
}

pub fn print(size: &Size) -> Result<(), String> {
    let corpus = corpus(size);
    let mut out = BufWriter::new(std::io::stdout().lock());
    serde_json::to_writer(&mut out, &corpus).map_err(|problem| problem.to_string())?;
    writeln!(out).and_then(|()| out.flush()).map_err(|problem| problem.to_string())
}

/// The file.
pub fn corpus(size: &Size) -> Value {
    let statements = size.statements.max(1);
    let actors = size.actors.unwrap_or((statements / 20).clamp(8, 500)).max(2);
    let issues = size.issues.unwrap_or((statements / 50).clamp(4, 60)).max(1);
    let documents = size.documents.unwrap_or(statements.div_ceil(10)).clamp(1, statements);
    let mut random = SplitMix64(size.seed);
    let mut writer = Writer { random: &mut random, actors, issues };
    let mut texts: Vec<Value> = Vec::with_capacity(documents);
    let mut all: Vec<Value> = Vec::with_capacity(statements);
    for at in 0..documents {
        let count = statements * (at + 1) / documents - statements * at / documents;
        let (document, own) = writer.document(at, all.len(), count);
        texts.push(document);
        all.extend(own);
    }
    json!({
        "standpoint": 1, "id": format!("synth-{statements}-{}", size.seed), "title": format!("{statements} invented statements"),
        "language": "en", "summary": "Invented by a generator, for tests and measurements.",
        "method": "Nobody said any of this: a generator wrote the texts and their statements.",
        "coders": [{"id": "a", "name": "First coder"}, {"id": "b", "name": "Second coder"}],
        "actors": (0..actors).map(|at| writer.actor(at)).collect::<Vec<_>>(),
        "issues": (0..issues).map(issue).collect::<Vec<_>>(),
        "documents": texts, "statements": all,
    })
}

fn issue(at: usize) -> Value {
    let what = word(at + 40, Script::Latin);
    let kind = if at % 4 == 3 { "claim" } else { "policy" };
    let proposition = if kind == "claim" {
        format!("The {what} costs too much.")
    } else {
        format!("The {what} should be built.")
    };
    json!({"id": format!("i{at}"), "label": format!("The {what}"), "proposition": proposition, "type": kind})
}

#[derive(Clone, Copy)]
enum Script {
    Latin,
    Cyrillic,
    Arabic,
}

impl Script {
    fn of_document(at: usize) -> (Script, &'static str) {
        match at % 10 {
            7 => (Script::Cyrillic, "uk"),
            8 => (Script::Arabic, "ar"),
            _ => (Script::Latin, "en"),
        }
    }
}

/// The word of a rank: common ones are short. Each script has words of its own.
fn word(rank: usize, script: Script) -> String {
    let syllables: [&str; 16] = match script {
        Script::Latin => [
            "ta", "re", "mo", "lin", "ka", "so", "ve", "du", "pel", "ri", "bo", "sha", "ne", "gor", "wi",
            "ul",
        ],
        Script::Cyrillic => [
            "та", "ре", "мо", "лін", "ка", "со", "ве", "ду", "пел", "рі", "бо", "ша", "не", "ґор", "ви", "ул",
        ],
        Script::Arabic => {
            ["تا", "ري", "مو", "لين", "كا", "سو", "في", "دو", "بل", "را", "بو", "شا", "ني", "جور", "وي", "ول"]
        }
    };
    let mut word = String::new();
    let mut rest = rank + 1;
    while rest > 0 {
        word.push_str(syllables.get(rest % syllables.len()).copied().unwrap_or_default());
        rest /= syllables.len();
    }
    word
}

struct Writer<'a> {
    random: &'a mut SplitMix64,
    actors: usize,
    issues: usize,
}

impl Writer<'_> {
    /// One in twelve is a body, of which the others hold offices.
    fn actor(&mut self, at: usize) -> Value {
        let is_body = at.is_multiple_of(12);
        let name = capital(&word(at + 300, Script::Latin));
        if is_body {
            let kind = if at.is_multiple_of(24) { "state" } else { "organisation" };
            return json!({"id": format!("a{at}"), "name": format!("{name} {}", if kind == "state" { "Republic" } else { "Union" }), "kind": kind});
        }
        let given = capital(&word(at * 7 + 16, Script::Latin));
        let body = at - at % 12;
        let roles = json!([{"title": "Speaker", "of": format!("a{body}"), "from": "2015"}]);
        let roles = if at.is_multiple_of(3) { json!([]) } else { roles };
        json!({"id": format!("a{at}"), "name": format!("{given} {name}"), "kind": "person", "aliases": [name],
            "roles": roles})
    }

    fn sentence(&mut self, script: Script, words: usize) -> String {
        let words: Vec<String> = (0..words).map(|_| word(self.random.zipf(4_000), script)).collect();
        words.join(" ")
    }

    fn document(&mut self, at: usize, first: usize, count: usize) -> (Value, Vec<Value>) {
        let (script, language) = Script::of_document(at);
        let id = format!("d{at}");
        let mut text = String::new();
        let mut length = 0;
        let mut statements = Vec::with_capacity(count);
        let mut add = |part: &str, text: &mut String| {
            let start = length;
            text.push_str(part);
            length += part.chars().count();
            (start, length)
        };
        for own in 0..count {
            let before = capital(&self.sentence(script, 25));
            add(&before, &mut text);
            let speaker = self.random.zipf(self.actors);
            let condition = self.sentence(script, 4);
            let head = self.sentence(script, 14);
            let quoted = format!("{head}, {condition}");
            add(&format!(". {} : “", word(speaker, script)), &mut text);
            let (start, end) = add(&quoted, &mut text);
            let after =
                format!("”, {}.{}", self.sentence(script, 18), if own % 3 == 2 { "\n\n" } else { " " });
            add(&after, &mut text);
            let from = end - condition.chars().count();
            let condition = json!({"exact": condition, "start": from, "end": end});
            let head_end = start + head.chars().count();
            let words = [
                json!({"exact": quoted, "start": start, "end": end}),
                json!({"exact": head, "start": start, "end": head_end, "quoted": true}),
            ];
            statements.push(self.statement(first + own, &id, speaker, words, condition));
        }
        let day = at % 28 + 1;
        let date = format!("{}-{:02}-{day:02}", 2000 + at / 336 % 25, at / 28 % 12 + 1);
        let title = capital(&self.sentence(script, 5));
        let text = text.trim_end();
        let document = json!({"id": id, "title": title, "date": date, "language": language, "publisher": format!("The {} Post", capital(&word(at % 20 + 90, Script::Latin))), "text": text});
        (document, statements)
    }

    fn statement(
        &mut self,
        number: usize,
        document: &str,
        speaker: usize,
        [words, head]: [Value; 2],
        condition: Value,
    ) -> Value {
        const KINDS: [&str; 10] = [
            "direct", "direct", "direct", "indirect", "indirect", "indirect", "indirect", "mixed", "scare",
            "direct",
        ];
        const STANCES: [&str; 8] =
            ["supports", "supports", "supports", "opposes", "opposes", "open", "none", "neutral"];
        const ACTS: [&str; 6] = ["asserts", "demands", "promises", "warns", "proposes", "denies"];
        let actor = |at: usize| json!(format!("a{at}"));
        let kind = self.random.one_of(&KINDS);
        let spans = if kind == "mixed" {
            let mut tail = condition.clone();
            tail.as_object_mut()
                .into_iter()
                .for_each(|tail| drop(tail.insert("quoted".into(), json!(false))));
            json!([head, tail])
        } else {
            json!([words])
        };
        let mut statement = Map::from_iter([
            ("id".to_owned(), json!(format!("s{number}"))),
            ("document".to_owned(), json!(document)),
            ("spans".to_owned(), spans),
            ("kind".to_owned(), json!(kind)),
            ("act".to_owned(), json!(self.random.one_of(&ACTS))),
        ]);
        let is_person = !speaker.is_multiple_of(12);
        let who = match self.random.below(20) {
            0 => Value::Null,
            1 => json!("@document"),
            2 if speaker + 1 < self.actors => json!([format!("a{speaker}"), format!("a{}", speaker + 1)]),
            _ => actor(speaker),
        };
        let is_alone = who.as_str().is_some_and(|id| id.starts_with('a'));
        statement.insert("speaker".into(), who);
        if is_alone && is_person && self.random.below(3) == 0 {
            statement.insert("on_behalf_of".into(), actor(speaker - speaker % 12));
        }
        if self.random.below(6) == 0 {
            statement.insert("via".into(), json!([{"actor": format!("a{}", self.random.zipf(self.actors))}]));
        }
        let mut positions = Vec::new();
        let issue = self.random.zipf(self.issues);
        for coder in ["a", "b"] {
            if coder == "b" && self.random.below(4) > 0 {
                continue;
            }
            let stance = self.random.one_of(&STANCES);
            let condition = self.random.below(5).eq(&0).then(|| condition.clone());
            let position = json!({"issue": format!("i{issue}"), "stance": stance, "coder": coder, "condition": condition});
            positions.push(position);
        }
        statement.insert("positions".into(), json!(positions));
        Value::Object(statement)
    }
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// Steele, Lea and Flood's generator: the same numbers on every machine and for good, which no crate promises.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    fn one_of<T: Copy + Default>(&mut self, all: &[T]) -> T {
        all.get(self.below(all.len())).copied().unwrap_or_default()
    }

    /// A rank below `limit` that comes about as often as its number is small, as words and speakers do.
    fn zipf(&mut self, limit: usize) -> usize {
        let share = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        let rank = ((limit as f64 + 1.0).powf(share) - 1.0) as usize;
        rank.min(limit.saturating_sub(1))
    }
}
