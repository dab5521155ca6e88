//! Small corpora in which statements, speakers or coders meet, as tests/cases/cells has them, and what is right of each.

/// The file, what its cells say, and the head of its column.
pub const CASES: &[(&str, &[&str], &str)] = &[
    (
        "01-same-offsets",
        &["mayor △ supports, if 2 · △ “if the State pays” · △ “if the towns vote”"],
        "1 takes a position",
    ),
    (
        "02-opposite-conditions",
        &["mayor △ supports, if 1 · △ if it is free", "rival △ supports, if 1 · △ if it is not free"],
        "2 take a position",
    ),
    (
        "03-coders-differ-between-statements",
        &["mayor ≠ coders differ 2 · Coder A: ▲ supports · Coder B: ▼ opposes"],
        "1 takes a position",
    ),
    (
        "04-coders-differ-on-whose",
        &[
            "mayor ≠ coders differ 1 · Coder A: ▼ opposes · Coder B: no position of its own",
            "rival ≠ coders differ 1 · Coder A: no position of its own · Coder B: ☞ others say: ▼ opposes · ☞ others say: ▼ opposes (Mayor Ames)",
        ],
        "1 takes a position",
    ),
    (
        "06-joint-and-on-behalf",
        &[
            "union ▲ supports 1 · through Ida Berg, Secretary General",
            "sg ▲ supports 1 · jointly with Per Holm",
            "min ▲ supports 1 · jointly with Ida Berg",
        ],
        "2 take a position",
    ),
    (
        "08-two-bodies",
        &["buses ▼ opposes 1 · through Ann Ames, Chair", "ames ▼ opposes 1 · as Chair of Bus company"],
        "1 takes a position",
    ),
    (
        "09-roles-change-that-day",
        &["town ▲ supports 1 · through Ann Ames, Mayor", "ames ▲ supports 1"],
        "1 takes a position",
    ),
    ("11-retraction", &["mayor … mentions it, no position 1 · withdrawn 1 March 2024"], "1 speaks of it"),
    ("12-undated-words", &["mayor ◆ supports and opposes 2"], "1 takes a position"),
    (
        "13-open-and-supports",
        &["mayor ▲ supports, elsewhere open 2", "rival ◇ open, elsewhere takes no side 2"],
        "2 take a position",
    ),
    (
        "15-number-beside-supports",
        &[
            "mayor ▲ supports 1 of 4 · ☞ others say: ▼ opposes (Cllr Rook) · 2",
            "rival heard here, not on this",
        ],
        "1 takes a position",
    ),
    (
        "17-writer-and-nobody",
        &["mayor heard here, not on this", "~document ▲ supports 1", "~none ▼ opposes 1"],
        "no person or body speaks of it",
    ),
    (
        "19-two-conditions-in-one",
        &["mayor ◆ depends on conditions 1 · △ “If it is free” · ▽ “if it is not”"],
        "1 takes a position",
    ),
    ("20-role-with-unknown-end", &["ames ▲ supports 1"], "1 takes a position"),
    ("21-nothing-coded", &[], ""),
    ("22-same-words-twice", &["mayor ▲ supports 1"], "1 takes a position"),
    (
        "23-child-through-opponent",
        &["mayor ▼ opposes 1 · as told by Cllr Rook", "rival heard here, not on this"],
        "1 takes a position",
    ),
    (
        "24-on-behalf-disowned",
        &[
            "town … mentions it, no position 1 · disowned 1 January 2024 or earlier",
            "dee disowned since 1 · disowned 1 January 2024 or earlier",
        ],
        "1 speaks of it",
    ),
    (
        "26-same-stance-other-words",
        &["mayor ◆ depends on conditions 2 · △ if the State pays · ▽ until the State pays"],
        "1 takes a position",
    ),
    ("27-month-dates", &["ames ▲ supports 1", "bo ▼ opposes 1"], "2 take a position"),
];
