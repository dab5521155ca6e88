//! `html!` with the syntax of yew's macro, compiled to calls of one shared [`Builder`]. Yew's macro expands to the full
//! construction code at every use, which made the program a third larger. Source text becomes text nodes, as there.
//! Components are not supported: every part is a function.

use super::i18n::{number, tr};
use super::unseen;
use std::rc::Rc;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag, VText};
use yew::{AttrValue, Html};

/// Elements, `{ expressions }`, `{ for lists }`, `if` and `if let` with or without `else`, and fragments. Beside
/// what html has, an element takes `key` and the listeners that are named below.
macro_rules! html {
    // The end: what was read, as steps of the builder.
    (@read $pen:ident () ($($step:tt)*)) => {{ $($step)* }};

    // Children.
    (@read $pen:ident $stack:tt ($($step:tt)*) { for $($list:tt)+ } $($rest:tt)*) => {
        html!(@read $pen $stack ($($step)* { $pen.list($($list)+); }) $($rest)*)
    };
    (@read $pen:ident $stack:tt ($($step:tt)*) { $words:literal } $($rest:tt)*) => {
        html!(@read $pen $stack ($($step)* { $pen.words($words); }) $($rest)*)
    };
    (@read $pen:ident $stack:tt ($($step:tt)*) { $($node:tt)* } $($rest:tt)*) => {
        html!(@read $pen $stack ($($step)* { $crate::ui::html::Render::draw({ $($node)* }, &mut $pen); }) $($rest)*)
    };
    (@read $pen:ident $stack:tt $steps:tt if $($rest:tt)*) => { html!(@if $pen $stack $steps () $($rest)*) };
    (@if $pen:ident $stack:tt ($($step:tt)*) ($($holds:tt)+) { $($then:tt)* } else { $($other:tt)* } $($rest:tt)*) => {
        html!(@read $pen $stack ($($step)* {
            $pen.begin();
            if $($holds)+ { html!(@read $pen () () $($then)*) } else { html!(@read $pen () () $($other)*) }
            $pen.end();
        }) $($rest)*)
    };
    (@if $pen:ident $stack:tt ($($step:tt)*) ($($holds:tt)+) { $($then:tt)* } $($rest:tt)*) => {
        html!(@read $pen $stack ($($step)* {
            $pen.begin();
            if $($holds)+ { html!(@read $pen () () $($then)*) }
            $pen.end();
        }) $($rest)*)
    };
    (@if $pen:ident $stack:tt $steps:tt ($($holds:tt)*) $next:tt $($rest:tt)*) => {
        html!(@if $pen $stack $steps ($($holds)* $next) $($rest)*)
    };

    // Where a fragment or an element begins and ends; how deep it stands is kept on the stack.
    (@read $pen:ident $stack:tt ($($step:tt)*) < > $($rest:tt)*) => {
        html!(@read $pen ($stack) ($($step)* { $pen.begin(); }) $($rest)*)
    };
    (@read $pen:ident ($stack:tt) ($($step:tt)*) < / > $($rest:tt)*) => {
        html!(@read $pen $stack ($($step)* { $pen.end(); }) $($rest)*)
    };
    (@read $pen:ident ($stack:tt) ($($step:tt)*) < / $end:ident > $($rest:tt)*) => {
        html!(@read $pen $stack ($($step)* { $pen.end(); }) $($rest)*)
    };
    (@read $pen:ident $stack:tt $steps:tt < $tag:ident $($rest:tt)*) => {
        html!(@with $pen $stack $steps $tag () () () $($rest)*)
    };

    // The end of a tag.
    (@with $pen:ident $stack:tt ($($step:tt)*) $tag:ident $fixed:tt $made:tt $more:tt / > $($rest:tt)*) => {
        html!(@read $pen $stack ($($step)* { html!(@open $pen $tag $fixed $made $more); $pen.end(); }) $($rest)*)
    };
    (@with $pen:ident $stack:tt ($($step:tt)*) $tag:ident $fixed:tt $made:tt $more:tt > $($rest:tt)*) => {
        html!(@read $pen ($stack) ($($step)* { html!(@open $pen $tag $fixed $made $more); }) $($rest)*)
    };

    // Key and listeners; a name in braces alone is its own value.
    (@with $pen:ident $stack:tt $steps:tt $tag:ident $fixed:tt $made:tt ($($more:tt)*) key = $key:tt $($rest:tt)*) => {
        html!(@with $pen $stack $steps $tag $fixed $made ($($more)* { $pen.key(yew::virtual_dom::Key::from($key)); }) $($rest)*)
    };
    (@with $p:ident $s:tt $i:tt $t:ident $f:tt $e:tt $o:tt onclick = $v:tt $($r:tt)*) => { html!(@on onclick $v $p $s $i $t $f $e $o $($r)*) };
    (@with $p:ident $s:tt $i:tt $t:ident $f:tt $e:tt $o:tt onclose = $v:tt $($r:tt)*) => { html!(@on onclose $v $p $s $i $t $f $e $o $($r)*) };
    (@with $p:ident $s:tt $i:tt $t:ident $f:tt $e:tt $o:tt onchange = $v:tt $($r:tt)*) => { html!(@on onchange $v $p $s $i $t $f $e $o $($r)*) };
    (@with $p:ident $s:tt $i:tt $t:ident $f:tt $e:tt $o:tt oninput = $v:tt $($r:tt)*) => { html!(@on oninput $v $p $s $i $t $f $e $o $($r)*) };
    (@with $p:ident $s:tt $i:tt $t:ident $f:tt $e:tt $o:tt onmouseover = $v:tt $($r:tt)*) => { html!(@on onmouseover $v $p $s $i $t $f $e $o $($r)*) };
    (@with $p:ident $s:tt $i:tt $t:ident $f:tt $e:tt $o:tt onmouseleave = $v:tt $($r:tt)*) => { html!(@on onmouseleave $v $p $s $i $t $f $e $o $($r)*) };
    (@with $p:ident $s:tt $i:tt $t:ident $f:tt $e:tt $o:tt onfocusin = $v:tt $($r:tt)*) => { html!(@on onfocusin $v $p $s $i $t $f $e $o $($r)*) };
    (@with $p:ident $s:tt $i:tt $t:ident $f:tt $e:tt $o:tt onfocusout = $v:tt $($r:tt)*) => { html!(@on onfocusout $v $p $s $i $t $f $e $o $($r)*) };
    (@with $p:ident $s:tt $i:tt $t:ident $f:tt $e:tt $o:tt ontouchstart = $v:tt $($r:tt)*) => { html!(@on ontouchstart $v $p $s $i $t $f $e $o $($r)*) };
    (@with $p:ident $s:tt $i:tt $t:ident $f:tt $e:tt $o:tt ontouchend = $v:tt $($r:tt)*) => { html!(@on ontouchend $v $p $s $i $t $f $e $o $($r)*) };
    (@with $p:ident $s:tt $i:tt $t:ident $f:tt $e:tt $o:tt onkeydown = $v:tt $($r:tt)*) => { html!(@on onkeydown $v $p $s $i $t $f $e $o $($r)*) };
    (@with $p:ident $s:tt $i:tt $t:ident $f:tt $e:tt $o:tt onmousedown = $v:tt $($r:tt)*) => { html!(@on onmousedown $v $p $s $i $t $f $e $o $($r)*) };
    (@with $p:ident $s:tt $i:tt $t:ident $f:tt $e:tt $o:tt { $name:ident } $($r:tt)*) => {
        html!(@with $p $s $i $t $f $e $o $name = { $name } $($r)*)
    };
    (@on $kind:ident $value:tt $pen:ident $stack:tt $steps:tt $tag:ident $fixed:tt $made:tt ($($more:tt)*) $($rest:tt)*) => {
        html!(@with $pen $stack $steps $tag $fixed $made ($($more)* { $pen.on(yew::html::$kind::Wrapper::__macro_new($value)); }) $($rest)*)
    };

    // Words for readers are looked up like those between tags.
    (@with $p:ident $s:tt $i:tt $t:ident $f:tt $e:tt $o:tt aria - label = $words:literal $($r:tt)*) => {
        html!(@with $p $s $i $t $f $e $o aria-label = { $crate::ui::i18n::tr($words) } $($r)*)
    };
    (@with $p:ident $s:tt $i:tt $t:ident $f:tt $e:tt $o:tt title = $words:literal $($r:tt)*) => {
        html!(@with $p $s $i $t $f $e $o title = { $crate::ui::i18n::tr($words) } $($r)*)
    };
    (@with $p:ident $s:tt $i:tt $t:ident $f:tt $e:tt $o:tt placeholder = $words:literal $($r:tt)*) => {
        html!(@with $p $s $i $t $f $e $o placeholder = { $crate::ui::i18n::tr($words) } $($r)*)
    };

    // Attributes with words of their own, and with values that are made.
    (@with $pen:ident $stack:tt $steps:tt $tag:ident ($($fixed:tt)*) $made:tt $more:tt $a:ident = $value:literal $($rest:tt)*) => {
        html!(@with $pen $stack $steps $tag ($($fixed)* { stringify!($a); $value }) $made $more $($rest)*)
    };
    (@with $pen:ident $stack:tt $steps:tt $tag:ident ($($fixed:tt)*) $made:tt $more:tt $a:ident - $b:ident = $value:literal $($rest:tt)*) => {
        html!(@with $pen $stack $steps $tag ($($fixed)* { concat!(stringify!($a), "-", stringify!($b)); $value }) $made $more $($rest)*)
    };
    (@with $pen:ident $stack:tt $steps:tt $tag:ident $fixed:tt ($($made:tt)*) ($($more:tt)*) $a:ident = $value:tt $($rest:tt)*) => {
        html!(@with $pen $stack $steps $tag $fixed ($($made)* { stringify!($a) })
            ($($more)* { $pen.value($crate::ui::html::Value::value($value)); }) $($rest)*)
    };
    (@with $pen:ident $stack:tt $steps:tt $tag:ident $fixed:tt ($($made:tt)*) ($($more:tt)*) $a:ident - $b:ident = $value:tt $($rest:tt)*) => {
        html!(@with $pen $stack $steps $tag $fixed ($($made)* { concat!(stringify!($a), "-", stringify!($b)) })
            ($($more)* { $pen.value($crate::ui::html::Value::value($value)); }) $($rest)*)
    };

    // One element.
    (@open $pen:ident $tag:ident ($({ $name:expr; $value:literal })*) () ($($more:tt)*)) => {
        $pen.fixed(stringify!($tag), &[$(($name, yew::virtual_dom::AttributeOrProperty::Static($value))),*]);
        $($more)*
    };
    (@open $pen:ident $tag:ident ($({ $name:expr; $value:literal })*) ($({ $made:expr })*) ($($more:tt)*)) => {
        $pen.open(stringify!($tag), &[$($name,)* $($made),*], &[$($value),*]);
        $($more)*
    };

    () => { $crate::ui::html::Builder::default().done() };
    ($($all:tt)*) => {{
        let mut builder = $crate::ui::html::Builder::default();
        html!(@read builder () () $($all)*);
        builder.done()
    }};
}
pub(crate) use html;

/// Writes one piece of html, a step at a time.
#[derive(Default)]
pub struct Builder {
    /// What is open, the outermost first; what stands outside all of it is `done`'s.
    open: Vec<Frame>,
    nodes: Vec<Html>,
}

/// Something that is open: a list, or an element.
struct Frame {
    element: Option<VTag>,
    names: &'static [&'static str],
    values: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    /// What stood before it.
    before: Vec<Html>,
}

impl Builder {
    fn push(&mut self, element: Option<VTag>, names: &'static [&'static str]) -> &mut Frame {
        let before = std::mem::take(&mut self.nodes);
        self.open.push(Frame { element, names, values: Vec::new(), listeners: Vec::new(), before });
        let last = self.open.len() - 1;
        #[allow(clippy::indexing_slicing, reason = "it was pushed just now")]
        &mut self.open[last]
    }

    /// Opens a list.
    #[inline(never)]
    pub fn begin(&mut self) {
        self.push(None, &[]);
    }

    /// Opens an element whose attributes never change.
    #[inline(never)]
    pub fn fixed(&mut self, tag: &'static str, attributes: &'static [(&'static str, AttributeOrProperty)]) {
        let mut element = VTag::new(tag);
        element.set_attributes(Attributes::Static(attributes));
        self.push(Some(element), &[]);
    }

    /// Opens an element with these attributes; the first ones have fixed words, the others wait for their value.
    #[inline(never)]
    pub fn open(
        &mut self,
        tag: &'static str,
        names: &'static [&'static str],
        fixed: &'static [&'static str],
    ) {
        let frame = self.push(Some(VTag::new(tag)), names);
        let fixed = fixed.iter().map(|words| AttrValue::Static(words));
        frame.values.extend(fixed.map(|words| Some(AttributeOrProperty::Attribute(words))));
    }

    /// The value of the next attribute of what is open; `None` leaves it out.
    #[inline(never)]
    pub fn value(&mut self, value: Option<AttrValue>) {
        let Some(frame) = self.open.last_mut() else { return };
        let Some(element) = &mut frame.element else { return };
        let name = frame.names.get(frame.values.len()).copied().unwrap_or_default();
        frame.values.push(match (element.tag(), name) {
            ("input", "checked") => {
                element.set_checked(value.is_some());
                None
            }
            ("input" | "textarea", "value") => {
                element.set_value(value);
                None
            }
            (_, "aria-label" | "data-label" | "title") => {
                value.map(|words| AttributeOrProperty::Attribute(spelled(words)))
            }
            _ => value.map(AttributeOrProperty::Attribute),
        });
    }

    #[inline(never)]
    pub fn key(&mut self, key: Key) {
        if let Some(element) = self.open.last_mut().and_then(|frame| frame.element.as_mut()) {
            element.key = Some(key);
        }
    }

    #[inline(never)]
    pub fn on(&mut self, listener: Option<Rc<dyn Listener>>) {
        if let Some(frame) = self.open.last_mut() {
            frame.listeners.push(listener);
        }
    }

    #[inline(never)]
    pub fn node(&mut self, node: Html) {
        self.nodes.push(node);
    }

    /// Words of the page's own, in the reader's language.
    #[inline(never)]
    pub fn words(&mut self, english: &'static str) {
        self.text(AttrValue::Static(tr(english)));
    }

    #[inline(never)]
    pub fn text(&mut self, words: AttrValue) {
        self.node(VNode::VText(VText::new(words)));
    }

    /// Words that may be of a corpus: what hides in them is shown. An option of a list holds nothing but text.
    #[inline(never)]
    pub fn dynamic_text(&mut self, words: AttrValue) {
        if !unseen::hides(&words) {
            return self.text(words);
        }
        let element = self.open.last().and_then(|frame| frame.element.as_ref());
        if element.is_some_and(|element| element.tag() == "option") {
            return self.text(spelled(words));
        }
        for (piece, is_shown) in unseen::pieces(&words, unseen::WordKind::Text) {
            if is_shown { self.unseen(piece) } else { self.text(piece.to_owned().into()) }
        }
    }

    /// A character that is shown by its code, which a style sheet adds: what is copied stays as it was.
    pub fn unseen(&mut self, character: &str) {
        self.open("span", &["class", "data-code"], &["unseen"]);
        self.value(Some(unseen::code(character).into()));
        self.text(character.to_owned().into());
        self.end();
    }

    /// A list of its own, so that keyed rows are told apart.
    pub fn list<T: Render>(&mut self, rows: impl IntoIterator<Item = T>) {
        self.begin();
        for row in rows {
            row.draw(self);
        }
        self.end();
    }

    /// Closes what was opened last.
    #[inline(never)]
    pub fn end(&mut self) {
        let Some(frame) = self.open.pop() else { return };
        let children = std::mem::replace(&mut self.nodes, frame.before);
        let Some(mut element) = frame.element else { return self.node(fragment(children)) };
        if !frame.names.is_empty() {
            let values = frame.values.into_boxed_slice();
            element.set_attributes(Attributes::Dynamic { keys: frame.names, values });
        }
        element.set_listeners(frame.listeners.into_boxed_slice());
        if !children.is_empty() {
            element.add_children(children);
        }
        self.node(VNode::VTag(Rc::new(element)));
    }

    /// What was written, as one node.
    #[inline(never)]
    pub fn done(mut self) -> Html {
        match self.nodes.len() {
            1 => self.nodes.pop().unwrap_or_default(),
            _ => fragment(self.nodes),
        }
    }
}

/// The same words; with what hides in them spelt out, where something does.
fn spelled(words: AttrValue) -> AttrValue {
    if unseen::hides(&words) { unseen::spelled(&words).into() } else { words }
}

fn fragment(children: Vec<Html>) -> Html {
    VNode::VList(Rc::new(VList::with_children(children, None)))
}

/// What can stand between tags.
pub trait Render {
    fn draw(self, builder: &mut Builder);
}

impl Render for Html {
    fn draw(self, builder: &mut Builder) {
        builder.node(self);
    }
}

impl Render for AttrValue {
    fn draw(self, builder: &mut Builder) {
        builder.dynamic_text(self);
    }
}

impl Render for String {
    fn draw(self, builder: &mut Builder) {
        builder.dynamic_text(self.into());
    }
}

/// A character that is shown by its code.
pub struct Unseen<'a>(pub &'a str);

impl Render for Unseen<'_> {
    fn draw(self, builder: &mut Builder) {
        builder.unseen(self.0);
    }
}

impl Render for &String {
    fn draw(self, builder: &mut Builder) {
        self.clone().draw(builder);
    }
}

impl Render for &'static str {
    fn draw(self, builder: &mut Builder) {
        builder.text(AttrValue::Static(self));
    }
}

impl Render for usize {
    fn draw(self, builder: &mut Builder) {
        number(self).draw(builder);
    }
}

impl Render for u32 {
    fn draw(self, builder: &mut Builder) {
        (self as usize).draw(builder);
    }
}

impl<T: Render> Render for Option<T> {
    fn draw(self, builder: &mut Builder) {
        builder.list(self);
    }
}

/// What an attribute can be set to; `None` leaves it out.
pub trait Value {
    fn value(self) -> Option<AttrValue>;
}

impl Value for AttrValue {
    fn value(self) -> Option<AttrValue> {
        Some(self)
    }
}

impl Value for String {
    fn value(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

impl Value for &'static str {
    fn value(self) -> Option<AttrValue> {
        Some(AttrValue::Static(self))
    }
}

impl Value for bool {
    fn value(self) -> Option<AttrValue> {
        self.then_some(AttrValue::Static(""))
    }
}

impl<T: Value> Value for Option<T> {
    fn value(self) -> Option<AttrValue> {
        self.and_then(T::value)
    }
}
