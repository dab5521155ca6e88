//! A corpus file as it is saved: the same facts give the same bytes, and a changed fact changes the lines of that
//! fact alone. Keys stand in the order of `raw.rs`; what means the same as absent is left out. An object that may
//! hold a list has a line for every key, any other stands on one line, however long: where a line is broken depends
//! on no width.

use super::shape::{Shape, Shaped};
use super::value::{DateText, IdText, Names, OneOrMore, Speaker, Token, Tokens, UntilText};

/// The text of a file, with a line break at its end.
pub fn file(corpus: &impl Written) -> String {
    let mut writer = Writer::default();
    corpus.write(&mut writer);
    writer.text.push('\n');
    writer.text
}

/// A value of the file, as the writer knows it.
pub trait Written: Shaped {
    fn write(&self, to: &mut Writer);

    /// Whether it means the same as a key that is not there.
    fn is_absent(&self) -> bool {
        false
    }
}

#[derive(Default)]
pub struct Writer {
    text: String,
    /// How many objects and lists are open that have a line for every member.
    depth: usize,
}

impl Writer {
    /// An object of this shape with the members that `write` writes.
    pub fn object(&mut self, shape: Shape, write: impl FnOnce(&mut Members)) {
        let is_broken = may_hold_lists(shape);
        self.open('{', is_broken);
        let mut members = Members { writer: self, is_broken, is_first: true };
        write(&mut members);
        let is_empty = members.is_first;
        self.close('}', is_broken, is_empty);
    }

    fn list<T: Written>(&mut self, items: &[T]) {
        let is_broken = matches!(T::shape(), Shape::Object(_)) && !items.is_empty();
        self.open('[', is_broken);
        for (at, item) in items.iter().enumerate() {
            if at > 0 || is_broken {
                self.next(is_broken, at == 0);
            }
            item.write(self);
        }
        self.close(']', is_broken, true);
    }

    fn open(&mut self, bracket: char, is_broken: bool) {
        self.text.push(bracket);
        self.depth += usize::from(is_broken);
    }

    /// Ends the bracket, on a line of its own or behind a space, as its members stand.
    fn close(&mut self, bracket: char, is_broken: bool, is_tight: bool) {
        if is_broken {
            self.depth -= 1;
            self.line();
        } else if !is_tight {
            self.text.push(' ');
        }
        self.text.push(bracket);
    }

    /// Goes to where the next member of an object or a list stands.
    fn next(&mut self, is_broken: bool, is_first: bool) {
        if !is_first {
            self.text.push(',');
        }
        if is_broken { self.line() } else { self.text.push(' ') }
    }

    fn line(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("  ", self.depth));
    }

    fn string(&mut self, text: &str) {
        // Writing a text as JSON cannot fail.
        self.text.push_str(&serde_json::to_string(text).unwrap_or_default());
    }
}

/// The members of an object that is being written.
pub struct Members<'a> {
    writer: &'a mut Writer,
    is_broken: bool,
    is_first: bool,
}

impl Members<'_> {
    pub fn member<T: Written>(&mut self, key: &str, is_required: bool, value: &T) {
        if !is_required && value.is_absent() {
            return;
        }
        self.writer.next(self.is_broken, self.is_first);
        self.is_first = false;
        self.writer.string(key);
        self.writer.text.push_str(": ");
        value.write(self.writer);
    }
}

/// Whether a value of an object's key may be a list, or a map, which grows as lists do.
fn may_hold_lists(object: Shape) -> bool {
    let Shape::Object(fields) = object else { return false };
    let is_list = |shape: Shape| matches!(shape, Shape::List(_) | Shape::OneOrMore(_) | Shape::Map);
    fields.iter().any(|field| is_list((field.shape)()))
}

impl Written for String {
    fn write(&self, to: &mut Writer) {
        to.string(self);
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

macro_rules! texts {
    ($($name:ident)*) => {$(
        impl Written for $name {
            fn write(&self, to: &mut Writer) {
                to.string(&self.0);
            }
        }
    )*};
}

texts! { IdText DateText UntilText }

impl Written for bool {
    fn write(&self, to: &mut Writer) {
        to.text.push_str(if *self { "true" } else { "false" });
    }

    fn is_absent(&self) -> bool {
        !self
    }
}

impl Written for u32 {
    fn write(&self, to: &mut Writer) {
        to.text.push_str(&self.to_string());
    }
}

impl<T: Tokens> Written for Token<T> {
    fn write(&self, to: &mut Writer) {
        to.string(self.word());
    }
}

impl<T: Written> Written for Option<T> {
    fn write(&self, to: &mut Writer) {
        match self {
            Some(value) => value.write(to),
            None => to.text.push_str("null"),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Written> Written for Vec<T> {
    fn write(&self, to: &mut Writer) {
        to.list(self);
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Written> Written for OneOrMore<T> {
    fn write(&self, to: &mut Writer) {
        match self {
            OneOrMore::One(one) => one.write(to),
            OneOrMore::More(more) => to.list(more),
        }
    }

    fn is_absent(&self) -> bool {
        self.as_slice().is_empty()
    }
}

impl Written for Speaker {
    fn write(&self, to: &mut Writer) {
        match self.written() {
            None => to.text.push_str("null"),
            Some(OneOrMore::One(word)) => to.string(word),
            Some(OneOrMore::More(ids)) => to.list(&ids.into_iter().map(str::to_owned).collect::<Vec<_>>()),
        }
    }
}

impl Written for Names {
    fn write(&self, to: &mut Writer) {
        to.open('{', false);
        for (at, (key, name)) in self.0.iter().enumerate() {
            to.next(false, at == 0);
            to.string(key);
            to.text.push_str(": ");
            to.string(name);
        }
        to.close('}', false, self.0.is_empty());
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}
