//! Questions that readers come with, each answered in so many presses, by mouse or by keys.

use crate::support::page::Page;
use serde_json::json;

/// What is done with what a reader finds on the page.
enum Step {
    Press(&'static str, &'static str),
    Choose(&'static str, &'static str),
    Type(&'static str, &'static str),
    /// A day, by its field.
    Day(&'static str, &'static str),
}
use Step::{Choose, Day, Press, Type};

struct Question {
    asked: &'static str,
    start: &'static str,
    steps: &'static [Step],
    answer: &'static [&'static str],
}

const QUESTIONS: [Question; 11] = [
    Question {
        asked: "What did Ida Quist demand?",
        start: "tram-town/statements/",
        steps: &[
            Type("Find in this list: Who speaks", "quist"),
            Press("checkbox", "Ida Quist"),
            Press("checkbox", "demands"),
        ],
        answer: &["3 of 166 statements"],
    },
    Question {
        asked: "In whose words, and who passed them on?",
        start: "nato-2021/2021-12-17/",
        steps: &[Press("link", "Statements")],
        answer: &["passed on by NATO press service · ", "Vladimir Putin in paraphrase"],
    },
    Question {
        asked: "Who opposes the tram, and since when?",
        start: "tram-town/",
        steps: &[Press("link", "Issues"), Press("link", "The tram")],
        answer: &["opposes", "Philippa Dow", "6 July 2024"],
    },
    Question {
        asked: "Did the mayor change her mind? Both sentences.",
        start: "tram-town/",
        steps: &[Press("link", "Issues"), Press("link", "The tram")],
        answer: &[
            "changed: opposes, later supports",
            "A town of sixty thousand did not need a tram",
            "We want this line built",
        ],
    },
    Question {
        asked: "Who never spoke of the 140 million?",
        start: "tram-town/",
        steps: &[Press("link", "Issues"), Press("link", "140 million")],
        answer: &["Heard here, not on this", "Silence in this corpus says nothing"],
    },
    Question {
        asked: "What did those of the Residents’ List say of the tram?",
        start: "tram-town/statements/",
        steps: &[
            Type("Find in this list: Who speaks", "residents"),
            Press("checkbox", "all of Residents’ List"),
            Press("checkbox", "The tram"),
        ],
        answer: &[" of 166 statements"],
    },
    Question {
        asked: "What did people of the council say before 2025?",
        start: "tram-town/actors/",
        steps: &[
            Press("link", "Council of Tesselby"),
            Press("link", "all of Council of Tesselby…"),
            Day("to", "2024-12-31"),
        ],
        answer: &[" of 166 statements", "to 31 December 2024"],
    },
    Question {
        asked: "What do NATO and Russia agree on?",
        start: "nato-2021/compare/",
        steps: &[Press("link", "Two side by side"), Choose("First", "nato"), Choose("Second", "russia")],
        answer: &["They agree · 1", "Talks between Russia and NATO", "No single answer on both sides"],
    },
    Question {
        asked: "Where does this come from, and can I trust it?",
        start: "nato-2021/2021-12-17/",
        steps: &[Press("button", "About")],
        answer: &["How it was coded", "No person has reviewed the coding.", "rights unknown"],
    },
    Question {
        asked: "How do I print this with numbered quotations?",
        start: "nato-2021/2021-12-17/",
        steps: &[Press("button", "Share")],
        answer: &["Print"],
    },
    Question {
        asked: "How do I cite this sentence?",
        start: "nato-2021/2021-12-17/",
        steps: &[Press("link", "Statement 2, NATO…"), Press("button", "Cite")],
        answer: &["BibTeX", "NATO is aware of Russia’s latest proposals"],
    },
];

/// No question takes more.
const MOST: usize = 3;

pub fn questions_are_answered_in_few_presses(page: &Page) {
    for question in QUESTIONS {
        begin(page, &question);
        for step in question.steps {
            match step {
                Press(role, name) => page.role(role, name).click(),
                Type(name, words) => page.role("searchbox", name).type_into(words),
                Choose(name, value) => page.choose(name, value),
                Day(name, day) => choose_day(page, name, day),
            }
        }
        answered(page, &question);
        println!("{} {} presses", question.asked, question.steps.len());
    }
}

/// The same without a mouse: Tab leads to all that is pressed.
pub fn questions_are_answered_by_keys_alone(page: &Page) {
    for question in QUESTIONS {
        begin(page, &question);
        let mut tabs = 0;
        for step in question.steps {
            match step {
                Press(role, name) => {
                    tabs += tab_to(page, role, name);
                    page.press(if *role == "checkbox" { "Space" } else { "Enter" });
                }
                Type(name, words) => {
                    tabs += tab_to(page, "searchbox", name);
                    words.chars().for_each(|c| page.press(&c.to_string()));
                    page.press("Enter");
                }
                Choose(name, value) => {
                    tabs += tab_to(page, "combobox", name);
                    page.choose(name, value);
                }
                Day(name, day) => {
                    tabs += tab_to(page, "date", name);
                    choose_day(page, name, day);
                }
            }
        }
        answered(page, &question);
        println!("{} {} presses, {tabs} times Tab", question.asked, question.steps.len());
    }
}

fn begin(page: &Page, question: &Question) {
    page.open("~empty");
    page.open(question.start);
    page.wait_for(&format!("{} The page begins", question.asked), || page.has_begun());
    page.wait_for("all filters", || page.script("return !document.querySelector('.facets') || document.querySelectorAll('.facets > *').length > 4", &[]) == true);
    assert!(question.steps.len() <= MOST, "{}", question.asked);
}

fn answered(page: &Page, question: &Question) {
    question.answer.iter().for_each(|words| page.says(words));
}

/// Chooses a day as a browser's own calendar does: each browser has keys of its own for it.
fn choose_day(page: &Page, name: &str, day: &str) {
    page.script(
        "const field = [...document.querySelectorAll('.date')].find((label) => label.textContent === arguments[0]).querySelector('input');
         field.value = arguments[1];
         field.dispatchEvent(new Event('change', { bubbles: true }))",
        &[json!(name), json!(day)],
    );
}

/// Presses Tab until what has this role and name has the focus, and says how often.
fn tab_to(page: &Page, role: &str, name: &str) -> usize {
    const FOCUSED: &str = "return document.activeElement.matches(arguments[0])";
    let selector = match role {
        "link" => "a[href]",
        "button" => "button",
        "combobox" => "select",
        "searchbox" => "input[type=search]",
        "checkbox" => "input[type=checkbox]",
        _ => "input",
    };
    let begins = name.trim_end_matches('…');
    // What is no filter stands before the filters or behind them.
    let passes = ["link", "button", "combobox"].contains(&role);
    for tabs in 0..400 {
        // WebKit names the parts of a date, not its field.
        let label = "return document.activeElement.labels?.[0]?.textContent ?? ''";
        let focused = match role {
            "date" => page.script(label, &[]).as_str().unwrap_or_default().to_owned(),
            _ => page.focused(),
        };
        let is_named = focused == name || (name.ends_with('…') && focused.starts_with(begins));
        if is_named && page.script(FOCUSED, &[json!(selector)]) == true {
            return tabs;
        }
        if passes && page.script("return document.activeElement.matches('.facets > .skip')", &[]) == true {
            page.press("Enter");
        }
        page.press("Tab");
    }
    panic!("Tab never leads to “{name}”");
}
