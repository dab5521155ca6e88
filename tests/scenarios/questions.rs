//! Questions that readers come with, each answered in so many presses, by mouse or by keys.

use crate::support::page::Page;

/// What is done with what a reader finds on the page.
enum Step {
    Press(&'static str, &'static str),
    Choose(&'static str, &'static str),
    Type(&'static str, &'static str),
}
use Step::{Choose, Press, Type};

struct Question {
    asked: &'static str,
    start: &'static str,
    steps: &'static [Step],
    answer: &'static [&'static str],
}

const QUESTIONS: [Question; 10] = [
    Question {
        asked: "What did Ida Quist demand?",
        start: "tram-town/statements/",
        steps: &[
            Press("checkbox", "demands"),
            Type("Find in this list: Who speaks", "quist"),
            Press("checkbox", "Ida Quist"),
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
    for Question { asked, start, steps, answer } in QUESTIONS {
        page.open("~empty");
        page.open(start);
        page.wait_for(&format!("{asked} The page begins"), || page.has_begun());
        assert!(steps.len() <= MOST, "{asked}");
        for step in steps {
            match step {
                Press(role, name) => page.role(role, name).click(),
                Type(name, words) => page.role("searchbox", name).type_into(words),
                Choose(name, value) => page.choose(name, value),
            }
        }
        answer.iter().for_each(|words| page.says(words));
        println!("{asked} {} presses", steps.len());
    }
}
