//! What the page asks of the browser itself, each in one place. Nothing here may fail loudly: a browser
//! that refuses leaves the reader where they were.

use crate::route::{Language, direction};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlElement, Url};

pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

pub fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// Says of the whole page in which language its own words are, and which way they are written.
pub fn set_language(language: Language) {
    // Setting what it is already would have the browser look at the style of everything again, at each press.
    let root = document().and_then(|page| page.document_element());
    if let Some(root) = root.filter(|root| root.get_attribute("lang").as_deref() != Some(language.tag())) {
        let _ = root.set_attribute("lang", language.tag());
        let _ = root.set_attribute("dir", direction(language.tag()));
    }
}

/// The reader's own language, where the page speaks it.
pub fn readers_language() -> Option<Language> {
    let languages = web_sys::window()?.navigator().languages();
    let tags = (0..languages.length()).filter_map(|at| languages.get(at).as_string());
    tags.filter_map(|tag| Language::of(tag.split('-').next().unwrap_or_default())).next()
}

/// The reader's own language, whatever it is: a tag of BCP 47 without its region, or nothing.
pub fn readers_tag() -> String {
    let tag = web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default();
    tag.split('-').next().unwrap_or_default().to_owned()
}

/// A moment in milliseconds since 1970, as the browser writes it.
pub fn day(moment: f64) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(moment));
    String::from(date.to_locale_string(crate::ui::i18n::language().tag(), &JsValue::UNDEFINED))
}

/// The text with its letters composed (NFC), as the corpus rules compare it.
pub fn nfc(text: &str) -> String {
    if text.is_ascii() {
        text.to_owned()
    } else {
        String::from(js_sys::JsString::from(text).normalize("NFC"))
    }
}

/// Milliseconds since the page was opened.
pub fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// Puts text on the clipboard; `Err` when the browser refuses.
pub async fn copy(text: String) -> Result<(), ()> {
    let Some(window) = web_sys::window() else { return Err(()) };
    // Absent where the page is not a secure context.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("clipboard"));
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        return Err(());
    }
    let written =
        wasm_bindgen_futures::JsFuture::from(window.navigator().clipboard().write_text(&text)).await;
    written.map(|_| ()).map_err(|_| ())
}

/// Hands a file to the reader; `Err` when the browser refuses.
pub fn download(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type(&format!("{mime};charset=utf-8"));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link = document()
        .and_then(|document| document.create_element("a").ok())
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    Url::revoke_object_url(&address)
}

pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

pub fn set_title(title: &str) {
    if let Some(page) = document().filter(|page| page.title() != title) {
        page.set_title(title);
    }
}

/// Focuses the first element that matches and is on screen.
pub fn focus(selector: &str) {
    let Some(found) = document().and_then(|d| d.query_selector_all(selector).ok()) else { return };
    for at in 0..found.length() {
        let Some(field) = found.get(at).and_then(|f| f.dyn_into::<web_sys::HtmlElement>().ok()) else {
            continue;
        };
        if field.offset_parent().is_some() {
            let _ = field.focus();
            return;
        }
    }
}

/// Whether a pressed key belongs to what is focused (a field, a list), or a dialog or popover is open.
pub fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| {
        let typed = element
            .closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
        typed.ok().flatten().is_some()
    })
}

/// What follows `#` in the address.
pub fn hash() -> String {
    let hash = document().and_then(|page| page.location()).and_then(|location| location.hash().ok());
    hash.unwrap_or_default().trim_start_matches('#').to_owned()
}

/// Puts words behind `#` in the address, without a new entry in the history.
pub fn set_hash(hash: &str) {
    let Some(window) = web_sys::window() else { return };
    let path = window.location().pathname().unwrap_or_default();
    let address = if hash.is_empty() { path } else { format!("{path}#{hash}") };
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Asks a yes or no.
pub fn confirm(question: &str) -> bool {
    web_sys::window().is_some_and(|window| window.confirm_with_message(question).unwrap_or(false))
}

/// The bytes at an address, or why there are none.
pub async fn fetch(address: &str) -> Result<Vec<u8>, String> {
    let window = web_sys::window().ok_or_else(String::new)?;
    let said = |problem: JsValue| String::from(js_sys::Error::from(problem).message());
    let asked = wasm_bindgen_futures::JsFuture::from(window.fetch_with_str(address));
    let response: web_sys::Response = asked.await.map_err(said)?.unchecked_into();
    if !response.ok() {
        return Err(response.status().to_string());
    }
    let body = response.array_buffer().map_err(said)?;
    let body = wasm_bindgen_futures::JsFuture::from(body).await.map_err(said)?;
    Ok(js_sys::Uint8Array::new(&body).to_vec())
}

/// Whether the element with this id has the focus.
pub fn has_focus(id: &str) -> bool {
    document().and_then(|page| page.active_element()).is_some_and(|active| active.id() == id)
}

/// Whether a key is pressed in a search field.
pub fn is_searching(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.matches("[type=search]").unwrap_or(false))
}

/// Leaves something for the next program of this page, by a name.
pub fn leave(name: &str, value: &str) {
    if let Some(root) = document().and_then(|page| page.document_element()) {
        let _ = root.set_attribute(&["data-", name].concat(), value);
    }
}

/// Takes what the program before left under a name.
pub fn take(name: &str) -> Option<String> {
    let root = document().and_then(|page| page.document_element())?;
    let name = ["data-", name].concat();
    let value = root.get_attribute(&name);
    let _ = root.remove_attribute(&name);
    value
}

/// Whether others have changed what is drawn, as the loader found.
pub fn is_foreign() -> bool {
    let root = document().and_then(|page| page.document_element());
    root.is_some_and(|root| root.has_attribute("data-foreign"))
}

/// Closes what a browser has opened over the page by itself.
pub fn close_popover() {
    let opened = document().and_then(|page| page.query_selector(":popover-open").ok().flatten());
    if let Some(popover) = opened.and_then(|opened| opened.dyn_into::<HtmlElement>().ok()) {
        let _ = popover.hide_popover();
    }
}

/// Whether a dialog or popover stands over the page.
pub fn is_covered() -> bool {
    let found = document().and_then(|d| d.query_selector("dialog[open], :popover-open").ok().flatten());
    found.is_some()
}

/// The size of the whole site, where the loader found that this browser can keep it.
pub fn kept_size() -> Option<String> {
    document()?.document_element()?.get_attribute("data-keeps")
}

/// What stands before the path of a link for others: the site's own address where the page names one, else
/// where its root is; `None` from a disk or this machine.
pub fn base(root: Option<&str>) -> Option<String> {
    if let Some(site) = site() {
        return Some(site);
    }
    let location = document()?.location()?;
    let host = location.hostname().ok()?;
    let local = matches!(host.as_str(), "" | "localhost" | "127.0.0.1" | "[::1]" | "::1");
    let path = root.map_or_else(|| location.pathname().unwrap_or_default(), str::to_owned);
    (!local).then_some(format!("{}{path}", location.origin().ok()?))
}

/// The site's address, where the page was built with it.
pub fn site() -> Option<String> {
    let named = document()?.query_selector("meta[name='standpoint:site']").ok().flatten();
    named.and_then(|meta| meta.get_attribute("content")).filter(|site| !site.is_empty())
}
