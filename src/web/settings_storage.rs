//! What this browser remembers of its reader: theme, text size, shortcuts. A browser that keeps nothing
//! still shows what was chosen.

use crate::ui::{Settings, TextSize, Theme};
use web_sys::{Element, Storage};

/// Keys begin with the site's path, which ends in a slash: hosts share one origin among many sites.
fn key(folder: &str, name: &str) -> String {
    format!("{folder}standpoint:{name}")
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

const THEMES: [(Theme, &str); 4] =
    [(Theme::System, ""), (Theme::Light, "light"), (Theme::Dark, "dark"), (Theme::Contrast, "contrast")];
const SIZES: [(TextSize, &str); 4] = [
    (TextSize::Small, "small"),
    (TextSize::Medium, ""),
    (TextSize::Large, "large"),
    (TextSize::Largest, "largest"),
];

pub fn read(folder: &str) -> Settings {
    let stored = |name: &str| {
        storage().and_then(|s| s.get_item(&key(folder, name)).ok().flatten()).unwrap_or_default()
    };
    let (theme, size) = (stored("theme"), stored("size"));
    Settings {
        theme: THEMES.iter().find(|(_, name)| *name == theme).map_or(Theme::System, |(t, _)| *t),
        size: SIZES.iter().find(|(_, name)| *name == size).map_or(TextSize::Medium, |(s, _)| *s),
        no_shortcuts: stored("shortcuts") == "off",
    }
}

pub fn write(folder: &str, settings: Settings) {
    let theme = THEMES.iter().find(|(t, _)| *t == settings.theme).map_or("", |(_, name)| name);
    let size = SIZES.iter().find(|(s, _)| *s == settings.size).map_or("", |(_, name)| name);
    let shortcuts = if settings.no_shortcuts { "off" } else { "" };
    for (name, value) in [("theme", theme), ("size", size), ("shortcuts", shortcuts)] {
        if let Some(storage) = storage() {
            // A full or forbidden store keeps nothing, and the page goes on.
            let _ = if value.is_empty() {
                storage.remove_item(&key(folder, name))
            } else {
                storage.set_item(&key(folder, name), value)
            };
        }
    }
    if let Some(root) = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element()) {
        show(&root, "data-theme", theme);
        show(&root, "data-size", size);
    }
}

/// The name under which somebody codes; `None` where nobody has said, empty where they do not want to say.
pub fn read_coder(folder: &str) -> Option<String> {
    storage()?.get_item(&key(folder, "coder")).ok().flatten()
}

pub fn write_coder(folder: &str, name: &str) {
    let _ = storage().map(|storage| storage.set_item(&key(folder, "coder"), name));
}

fn show(root: &Element, name: &str, value: &str) {
    let _ = if value.is_empty() { root.remove_attribute(name) } else { root.set_attribute(name, value) };
}
