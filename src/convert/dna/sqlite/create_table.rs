//! The columns of a table in the order in which its rows hold them, read from the sentence that made it. Of that
//! sentence only the names are wanted, and which column is the row's number.

/// A table's columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    pub names: Vec<String>,
    /// The column that holds no value, but is the row's number.
    pub row_number: Option<usize>,
}

/// A piece of the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// A bare word.
    Word(String),
    /// A name between quotation marks of any kind.
    Quoted(String),
    Mark(char),
}

impl Columns {
    /// From `CREATE TABLE name (…)`; `None` where rows are kept otherwise than by numbers, or values computed.
    pub fn of(sentence: &str) -> Option<Columns> {
        let pieces = pieces(sentence)?;
        let open = pieces.iter().position(|piece| *piece == Piece::Mark('('))?;
        let (head, rest) = pieces.split_at_checked(open)?;
        if !head.first()?.is("CREATE") || !head.get(1)?.is("TABLE") {
            return None;
        }
        let (items, behind) = items(rest)?;
        if behind.iter().any(|piece| piece.is("WITHOUT")) {
            return None;
        }
        let (mut names, mut row_number, mut whole): (Vec<String>, _, Vec<bool>) =
            (Vec::new(), None, Vec::new());
        for item in items {
            if is_constraint(item) {
                let column = primary_key(item).and_then(|name| position(&names, name));
                row_number = row_number.or(column.filter(|at| whole.get(*at) == Some(&true)));
                continue;
            }
            let (name, rest) = item.split_first()?;
            // A computed column may hold no value at all in a row.
            if rest.windows(2).any(|pair| matches!(pair, [word, Piece::Mark('(')] if word.is("AS"))) {
                return None;
            }
            let is_whole = is_whole_number(rest);
            if is_whole && names_row(rest) {
                row_number = Some(names.len());
            }
            whole.push(is_whole);
            names.push(name.name()?.to_owned());
        }
        (!names.is_empty()).then_some(Columns { names, row_number })
    }

    pub fn position(&self, name: &str) -> Option<usize> {
        position(&self.names, name)
    }
}

fn position(names: &[String], name: &str) -> Option<usize> {
    names.iter().position(|known| known.eq_ignore_ascii_case(name))
}

/// Whether what stands between commas is about the table, not a column.
fn is_constraint(item: &[Piece]) -> bool {
    let words = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"];
    item.first().is_some_and(|first| words.iter().any(|word| first.is(word)))
}

/// The one column of `PRIMARY KEY (column)`.
fn primary_key(item: &[Piece]) -> Option<&str> {
    let at = item.iter().position(|piece| piece.is("PRIMARY"))?;
    let inside = item.get(at + 3..)?;
    let end = inside.iter().position(|piece| *piece == Piece::Mark(')'))?;
    let inside = inside.get(..end)?;
    if inside.contains(&Piece::Mark(',')) { None } else { inside.first()?.name() }
}

/// Whether the type of a column is the one word INTEGER.
fn is_whole_number(rest: &[Piece]) -> bool {
    const BEHIND: [&str; 11] = [
        "CONSTRAINT",
        "PRIMARY",
        "NOT",
        "NULL",
        "UNIQUE",
        "CHECK",
        "DEFAULT",
        "COLLATE",
        "REFERENCES",
        "GENERATED",
        "AS",
    ];
    let is_behind = |piece: &Piece| BEHIND.iter().any(|word| piece.is(word));
    rest.first().and_then(Piece::name).is_some_and(|name| name.eq_ignore_ascii_case("INTEGER"))
        && rest.get(1).is_none_or(is_behind)
}

/// Whether a column is the primary key; falling, it is not the row's number.
fn names_row(rest: &[Piece]) -> bool {
    let at = rest.windows(2).position(|pair| matches!(pair, [a, b] if a.is("PRIMARY") && b.is("KEY")));
    at.is_some_and(|at| !rest.get(at + 2).is_some_and(|next| next.is("DESC")))
}

/// What stands between the commas of a list in brackets, and what stands behind it.
fn items(pieces: &[Piece]) -> Option<(Vec<&[Piece]>, &[Piece])> {
    let (mut items, mut depth, mut from) = (Vec::new(), 0_usize, 1);
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Mark('(') => depth += 1,
            Piece::Mark(')') => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    items.push(pieces.get(from..at)?);
                    return Some((items, pieces.get(at + 1..)?));
                }
            }
            Piece::Mark(',') if depth == 1 => {
                items.push(pieces.get(from..at)?);
                from = at + 1;
            }
            _ => {}
        }
    }
    None
}

impl Piece {
    fn is(&self, word: &str) -> bool {
        matches!(self, Piece::Word(own) if own.eq_ignore_ascii_case(word))
    }

    fn name(&self) -> Option<&str> {
        match self {
            Piece::Word(name) | Piece::Quoted(name) => Some(name),
            Piece::Mark(_) => None,
        }
    }
}

/// `None` where a quotation mark or a comment is not closed.
fn pieces(sentence: &str) -> Option<Vec<Piece>> {
    let (mut pieces, mut rest) = (Vec::new(), sentence);
    while let Some(first) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("--") {
            rest = comment.split_once('\n').map_or("", |(_, rest)| rest);
        } else if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, rest)| rest);
        } else if first.is_whitespace() {
            rest = rest.trim_start();
        } else if let Some(close) = closing(first) {
            let (name, behind) = quoted(rest.get(first.len_utf8()..)?, close)?;
            pieces.push(Piece::Quoted(name));
            rest = behind;
        } else if is_in_word(first) {
            let end = rest.find(|c: char| !is_in_word(c)).unwrap_or(rest.len());
            let (word, behind) = rest.split_at_checked(end)?;
            pieces.push(Piece::Word(word.to_owned()));
            rest = behind;
        } else {
            pieces.push(Piece::Mark(first));
            rest = rest.get(first.len_utf8()..)?;
        }
    }
    Some(pieces)
}

fn is_in_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$' || !c.is_ascii()
}

fn closing(open: char) -> Option<char> {
    match open {
        '"' | '\'' | '`' => Some(open),
        '[' => Some(']'),
        _ => None,
    }
}

/// What stands before the closing mark, which written twice stands for itself; and what stands behind it.
fn quoted(mut rest: &str, close: char) -> Option<(String, &str)> {
    let mut name = String::new();
    loop {
        let (before, behind) = rest.split_once(close)?;
        name.push_str(before);
        match behind.strip_prefix(close).filter(|_| close != ']') {
            Some(again) => {
                name.push(close);
                rest = again;
            }
            None => return Some((name, behind)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sentence: &str, names: &[&str], row_number: Option<usize>) {
        let columns = Columns::of(sentence);
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(columns, Some(Columns { names, row_number }), "{sentence}");
    }

    #[test]
    fn columns_stand_in_their_order_and_the_row_number_is_known() {
        check("CREATE TABLE t(a, b TEXT, c)", &["a", "b", "c"], None);
        check("CREATE TABLE t(ID INTEGER PRIMARY KEY NOT NULL, b)", &["ID", "b"], Some(0));
        check("CREATE TABLE t(b, ID INTEGER NOT NULL PRIMARY KEY)", &["b", "ID"], Some(1));
        check("create table t(id integer primary key autoincrement)", &["id"], Some(0));
        check("CREATE TABLE t(id INT PRIMARY KEY)", &["id"], None);
        check("CREATE TABLE t(id INTEGER UNSIGNED PRIMARY KEY)", &["id"], None);
        check("CREATE TABLE t(id INTEGER PRIMARY KEY DESC)", &["id"], None);
        check("CREATE TABLE t(a, id INTEGER, PRIMARY KEY(id))", &["a", "id"], Some(1));
        check("CREATE TABLE t(a, id INTEGER, CONSTRAINT k PRIMARY KEY(\"id\" DESC))", &["a", "id"], Some(1));
        check("CREATE TABLE t(a INTEGER, b INTEGER, PRIMARY KEY(a, b))", &["a", "b"], None);
        check("CREATE TABLE t(a TEXT, PRIMARY KEY(a))", &["a"], None);
    }

    #[test]
    fn names_in_marks_brackets_inside_and_comments_are_understood() {
        check(
            "CREATE TABLE \"my (table)\"(\"a, b\" TEXT, [c d] DEFAULT (1, (2)), `e``f`, 'g''h')",
            &["a, b", "c d", "e`f", "g'h"],
            None,
        );
        check("CREATE TABLE t(a -- first, one\n, b /* ) */ , ñ_1$)", &["a", "b", "ñ_1$"], None);
        check(
            "CREATE TABLE t(a CHECK(length(a) < 191), UNIQUE (a), FOREIGN KEY(a) REFERENCES u(v))",
            &["a"],
            None,
        );
        check("CREATE TABLE t(\"check\" TEXT, \"primary\" INTEGER)", &["check", "primary"], None);
        check("CREATE TABLE t(a DEFAULT ')', b)", &["a", "b"], None);
    }

    #[test]
    fn what_is_kept_in_another_way_is_told() {
        for sentence in [
            "",
            "CREATE TABLE t",
            "CREATE TABLE t(",
            "CREATE TABLE t()",
            "CREATE TABLE t(a, \"b)",
            "CREATE TABLE t(a PRIMARY KEY) WITHOUT ROWID",
            "CREATE TABLE t(a, b AS (a + 1))",
            "CREATE TABLE t(a, b INTEGER GENERATED ALWAYS AS (a + 1) VIRTUAL)",
            "CREATE VIRTUAL TABLE t USING fts5(a)",
            "CREATE INDEX i ON t(a)",
        ] {
            assert_eq!(Columns::of(sentence), None, "{sentence}");
        }
    }
}
