//! Where an address leads, as a browser reads it. In a browser its own reader of addresses says that; elsewhere the crate
//! `url`, which follows the same standard and whose tables alone are 50 KB of a program.

/// The host of an address, with its port where that is another than usual, in the letters in which browsers show it
/// when in doubt (`xn--…`); `None` where they would go nowhere.
pub fn host_of(address: &str) -> Option<String> {
    parse(address).filter(|host| !host.is_empty())
}

/// Whether this can be the host of an address.
pub fn is_host(text: &str) -> bool {
    !text.contains(['/', '?', '#', '@', ':', '\\']) && host_of(&["https://", text].concat()).is_some()
}

#[cfg(not(target_arch = "wasm32"))]
fn parse(address: &str) -> Option<String> {
    let known = url::Url::parse(address).ok()?;
    let host = known.host_str()?;
    Some(known.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}

#[cfg(target_arch = "wasm32")]
fn parse(address: &str) -> Option<String> {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = URL)]
        type Address;
        #[wasm_bindgen(constructor, catch, js_class = "URL")]
        fn new(address: &str) -> Result<Address, JsValue>;
        #[wasm_bindgen(method, getter)]
        fn host(this: &Address) -> String;
    }

    Address::new(address).ok().map(|address| address.host())
}
