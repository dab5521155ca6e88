//! The reader in Chromium, Firefox and WebKit: one row a scenario, each in every browser. `make browsers`
//! builds the site and runs them; words after it narrow them down (`make browsers ONLY="firefox link"`).
//! A failed scenario leaves a screenshot in target/shots.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

// The page's words are there for scenarios to come, too.
#[allow(dead_code)]
mod support {
    pub mod cells;
    pub mod deploy;
    pub mod driver;
    pub mod faulty;
    pub mod host;
    pub mod hostile;
    pub mod large;
    pub mod nginx;
    pub mod page;
    pub mod run;
    pub mod site;
    pub mod troubles;
}

mod scenarios {
    pub mod arriving;
    pub mod changed;
    pub mod coding;
    pub mod comparing;
    pub mod editing;
    pub mod embedding;
    pub mod failing;
    pub mod faults;
    pub mod filtering;
    pub mod hosting;
    pub mod in_sight;
    pub mod manners;
    pub mod many;
    pub mod offline;
    pub mod questions;
    pub mod reading;
    pub mod recoding;
    pub mod searching;
    pub mod sharing;
}

use scenarios::{
    arriving, changed, coding, comparing, editing, embedding, failing, faults, filtering, hosting, in_sight,
    manners, many, offline, questions, reading, recoding, searching, sharing,
};
use std::path::Path;
use std::process::ExitCode;
use support::driver::Browser;
use support::run::{Scenario, in_all, run};
use support::{host, site};

const CHROMIUM: &[Browser] = &[Browser::Chromium];

const SCENARIOS: &[Scenario] = &[
    in_all("the page opens with the whole text and every statement a named link", reading::opens),
    in_all(
        "a press on a statement opens its card with role, chain and reasons",
        reading::a_press_opens_the_card,
    ),
    in_all("pointing and focus only preview", reading::pointing_and_focus_preview),
    in_all("next and previous follow the filter, by key and by button", reading::stepping_follows_the_filter),
    in_all("nested and split words reach every owner", reading::nested_and_split_words_reach_every_owner),
    in_all("kinds differ without colour", reading::kinds_differ_without_colour),
    in_all("lines of verse, minutes and tables stay lines", reading::lines_stay_lines),
    in_all("notes stand beside the text and never overlap", reading::notes_stand_beside_and_never_overlap),
    in_all(
        "on a phone the card is a sheet that leaves its statement in sight",
        reading::on_a_phone_the_card_is_a_sheet,
    ),
    in_all(
        "a card shows at once what it is opened for",
        in_sight::a_card_shows_at_once_what_it_is_opened_for,
    ),
    in_all(
        "on a phone a tap on the text closes the card",
        in_sight::on_a_phone_a_tap_on_the_text_closes_the_card,
    ),
    in_all("the bar of a phone is on phones only", in_sight::the_bar_of_a_phone_is_on_phones_only),
    in_all(
        "a notice is in sight wherever a link leads",
        in_sight::a_notice_is_in_sight_wherever_a_link_leads,
    ),
    in_all(
        "there is room to read at every width, zoom and text size",
        in_sight::there_is_room_to_read_at_every_width_zoom_and_text_size,
    ),
    in_all("filters include and leave out, and what is out recedes", filtering::including_and_leaving_out),
    in_all(
        "counts are live and ignore their own facet",
        filtering::counts_are_live_and_ignore_their_own_facet,
    ),
    in_all("search finds as one types, whatever the case and accents", filtering::search_finds_as_one_types),
    in_all("search finds words in every script", searching::words_are_found_in_every_script),
    in_all(
        "search folds in browsers as on the command line",
        searching::browsers_and_the_command_line_fold_alike,
    ),
    in_all("search knows words, phrases and parts of words", searching::words_phrases_and_parts_of_words),
    in_all("search goes from place to place by Enter", searching::enter_goes_from_place_to_place),
    in_all("no key is lost between two programs", searching::no_key_is_lost_between_two_programs),
    in_all("Escape empties the search field first", searching::escape_empties_the_search_first),
    in_all("what a filter or a search leaves comes into sight", searching::what_matches_comes_into_sight),
    in_all("html whose comments were taken out opens", changed::html_without_comments_opens),
    in_all(
        "a translated page says what a fresh one says",
        changed::a_translated_page_says_what_a_fresh_one_says,
    ),
    in_all("split texts say what whole ones say", changed::split_texts_say_what_whole_ones_say),
    in_all(
        "after anything that is pressed, a page says what a fresh one says",
        changed::after_anything_a_page_says_what_a_fresh_one_says,
    ),
    in_all("a long session leaves memory flat", changed::a_long_session_leaves_memory_flat).only_in(CHROMIUM),
    in_all(
        "switching languages twenty times leaves memory flat",
        changed::twenty_languages_leave_memory_flat,
    )
    .only_in(CHROMIUM),
    in_all(
        "an error of a foreign script freezes nothing",
        changed::an_error_of_a_foreign_script_freezes_nothing,
    ),
    in_all("words of a statement can be selected", changed::words_of_a_statement_can_be_selected),
    in_all("the focus stays where one goes on", changed::the_focus_stays_where_one_goes_on),
    in_all("no path leads to another host", hosting::no_path_leads_to_another_host),
    in_all("a mark that a mailer coded opens its view", hosting::a_mark_that_was_coded_opens_its_view),
    in_all("questions are answered in few presses", questions::questions_are_answered_in_few_presses),
    in_all("questions are answered by keys alone", questions::questions_are_answered_by_keys_alone),
    in_all("typing in the search moves no text", searching::typing_moves_no_text),
    in_all("a date that is typed is one choice", searching::a_date_is_one_choice).fresh(),
    in_all("a month shows as a month", searching::a_month_shows_as_a_month),
    in_all("keys work on layouts of other scripts", searching::keys_work_on_other_layouts),
    in_all(
        "when nothing is left the page says which filter did it",
        filtering::when_nothing_is_left_the_page_says_why,
    ),
    in_all("dates narrow the view", filtering::dates_narrow),
    in_all("on a phone the filters are a sheet", filtering::on_a_phone_filters_are_a_sheet),
    in_all(
        "a cell of the comparison opens its words and leads into the text",
        comparing::a_cell_opens_its_words,
    ),
    in_all("filters choose rows, columns and evidence", comparing::filters_choose_rows_columns_and_evidence),
    in_all(
        "every small corpus says in its table what is right",
        comparing::every_small_corpus_says_what_is_right,
    ),
    in_all("rows are grouped and ordered", comparing::rows_are_grouped_and_ordered),
    in_all("two speakers stand side by side", comparing::two_side_by_side),
    in_all("the table leaves as CSV", comparing::the_table_leaves_as_csv),
    in_all("on a phone the comparison shows one at a time", comparing::on_a_phone_one_at_a_time),
    in_all("the address is the view and Back undoes one choice", sharing::the_address_is_the_view),
    in_all(
        "a shared link opens the same view in a fresh profile",
        sharing::a_shared_link_opens_the_same_view,
    )
    .fresh(),
    in_all(
        "unknown parts of a link are named and the rest applies",
        sharing::unknown_parts_are_named_once_and_the_rest_applies,
    ),
    in_all(
        "a statement outside the filter opens and says so",
        sharing::a_statement_outside_the_filter_opens_and_says_so,
    ),
    in_all(
        "links and citations are copied, or it is said that they are not",
        sharing::copying_a_link_and_a_citation,
    ),
    in_all("scripts read links as the program does", sharing::scripts_read_links_as_the_program_does),
    in_all("every choice is a link of its own", sharing::every_choice_is_a_link_of_its_own),
    in_all("fast choices are undone one by one", sharing::fast_choices_are_all_undone_one_by_one),
    in_all("hostile words in a link are shown as words", sharing::hostile_links_do_nothing),
    in_all("themes, sizes and shortcuts are remembered", manners::themes_sizes_and_shortcuts_are_remembered)
        .fresh(),
    in_all("everything can be done by keyboard", manners::everything_by_keyboard),
    in_all("the page tells how it was coded, shares and reports", manners::about_share_and_report),
    in_all("paper gets numbered statements and the link", manners::on_paper).only_in(CHROMIUM),
    in_all("without a script the text is there", manners::without_a_script).only_in(CHROMIUM),
    in_all(
        "without WebAssembly the text, its statements and the comparison are there",
        manners::without_webassembly,
    ),
    in_all("axe-core finds nothing in any view, theme and width", manners::axe_finds_nothing),
    in_all("axe-core finds nothing in any dialog", manners::axe_finds_nothing_in_dialogs),
    in_all(
        "coding: a text becomes a corpus that the reader opens",
        coding::a_text_becomes_a_corpus_that_the_reader_opens,
    ),
    in_all("coding: six presses after the selection are enough", coding::six_presses_after_the_selection),
    in_all("coding: a corpus is made by keys alone", coding::a_corpus_is_made_by_keys_alone),
    in_all(
        "coding: a draft survives a reload, and is undone after it",
        coding::a_draft_survives_and_is_undone_after_a_reload,
    ),
    in_all("coding: a second tab says so and follows", coding::a_second_tab_follows).fresh(),
    in_all("coding: axe-core finds nothing", coding::axe_finds_nothing_while_coding),
    in_all("coding: what is neither text nor corpus says so", coding::what_is_no_text_and_no_corpus_says_so),
    in_all("coding: what cannot be kept is said, and leaving asks", coding::what_cannot_be_kept_is_said),
    in_all("coding: a second coder is put beside the first", coding::a_second_coder_is_put_beside),
    in_all("coding: the page opens from a disk, with the reader", coding::the_coding_page_opens_from_a_disk)
        .fresh(),
    in_all(
        "coding: what is being typed stays while the page is drawn anew",
        recoding::what_is_being_typed_stays_while_the_page_is_drawn_anew,
    ),
    in_all("coding: an edge is dragged", recoding::an_edge_is_dragged),
    in_all(
        "coding: several are changed, and a row is split",
        recoding::several_are_changed_and_a_row_is_split,
    ),
    in_all("coding: who codes is asked once", recoding::who_codes_is_asked_once).fresh(),
    in_all("coding: ten statements by keys become a site", recoding::ten_statements_by_keys_become_a_site),
    in_all("coding: suggestions are taken one by one", coding::suggestions_are_taken_one_by_one),
    in_all(
        "coding: on a phone selected words are answered below",
        coding::on_a_phone_selected_words_are_answered_below,
    ),
    in_all("the site works below a path", failing::below_a_path),
    in_all(
        "a program that dies freezes its page under a plain card",
        failing::a_program_that_dies_freezes_its_page,
    ),
    in_all(
        "what was readable stays readable, whatever is wrong with a file",
        faults::what_was_readable_stays,
    )
    .unloaded(),
    in_all("a wasm of the wrong type opens all the same", failing::wrong_type),
    in_all(
        "whatever is missing or broken, one card says what and where",
        failing::one_card_says_what_and_where,
    ),
    in_all(
        "a corpus that breaks off once is asked for again",
        failing::a_corpus_that_breaks_off_once_is_asked_for_again,
    ),
    in_all("a slow page says how far it is", failing::a_slow_page_says_how_far_it_is).fresh(),
    in_all(
        "what is pressed before the program is there is done when it comes",
        failing::what_is_pressed_early_is_done_later,
    )
    .fresh(),
    in_all(
        "an address that a browser refuses comes by another way",
        failing::an_address_that_a_browser_refuses_comes_by_another_way,
    ),
    in_all(
        "no press is lost before the program is there",
        failing::no_press_is_lost_before_the_program_is_there,
    )
    .fresh(),
    in_all("a bad corpus says what is wrong and where", failing::a_bad_corpus_says_what_and_where),
    in_all(
        "statements that cannot be placed are listed",
        failing::statements_that_cannot_be_placed_are_listed,
    ),
    in_all("any hostile words in any key of a link do nothing", sharing::any_hostile_words_do_nothing)
        .only_in(CHROMIUM),
    in_all("hostile words in a corpus stay words", failing::hostile_words_stay_words),
    in_all("one build works at any place, by every form of address", hosting::any_place).only_in(CHROMIUM),
    in_all("every page of a site opens with its corpus, however one comes there", arriving::every_page_opens),
    in_all("the plain page opens and compares, too", hosting::the_plain_page_opens),
    in_all("an unknown address leads on", hosting::an_unknown_address_leads_on),
    in_all("one file opens from a disk", hosting::one_file_from_a_disk),
    in_all("inside another page stands what was asked for", embedding::inside_another_page),
    in_all("inside another page a statement begins at its beginning", embedding::begins_at_its_beginning),
    in_all(
        "inside another page a statement stands alone while the program is late",
        embedding::alone_while_the_program_is_late,
    )
    .fresh(),
    in_all("inside a sandbox a statement stands alone without the program", embedding::alone_in_a_sandbox),
    in_all("a page that stands is taken over, not drawn anew", hosting::a_page_that_stands_is_taken_over),
    in_all("the words come first, and what nobody waits for last", hosting::the_words_come_first),
    in_all("a page that somebody changed is drawn anew", hosting::a_changed_page_is_drawn_anew),
    in_all("a corpus that was swapped by hand is read anew", editing::a_swapped_corpus_is_read_anew),
    in_all("the start offers every corpus", many::the_start_offers_every_corpus),
    in_all("an index that a host edits is followed", editing::an_index_that_a_host_edits_is_followed),
    in_all("a broken index says so and loses nothing", editing::a_broken_index_says_so_and_loses_nothing),
    in_all(
        "a page of an earlier build offers the newer one",
        editing::a_page_of_an_earlier_build_offers_the_newer_one,
    ),
    in_all(
        "an update under an open page is gone to with the press that needs it",
        editing::an_update_under_an_open_page_is_gone_to,
    ),
    in_all("documents are listed, filtered and ordered", many::documents_are_listed_filtered_and_ordered),
    in_all("search goes through all documents", many::search_goes_through_all_documents),
    in_all("statements stand in one list", many::statements_stand_in_one_list),
    in_all(
        "a large table is drawn as far as asked for",
        comparing::a_large_table_is_drawn_as_far_as_asked_for,
    ),
    in_all("a long list is drawn as far as asked for", many::a_long_list_is_drawn_as_far_as_asked_for),
    in_all("an actor has a page", many::an_actor_has_a_page),
    in_all("an issue has a page", many::an_issue_has_a_page),
    in_all("one coder’s positions can be read alone", many::one_coders_positions_can_be_read_alone),
    in_all("documents keep their language and direction", many::documents_keep_their_language_and_direction),
    in_all("the page speaks six languages", many::the_page_speaks_six_languages),
    in_all("axe-core finds nothing on pages of many", many::axe_finds_nothing_on_pages_of_many),
    in_all(
        "a large corpus is not downloaded for one document",
        many::a_large_corpus_is_not_downloaded_for_one_document,
    ),
    in_all(
        "a statement of another document of a large corpus is held against its link",
        many::a_statement_of_another_document_is_held_against_its_link,
    ),
    in_all(
        "what takes long shows bytes and can be stopped",
        many::what_takes_long_shows_bytes_and_can_be_stopped,
    ),
    in_all("one file holds many documents", many::one_file_holds_many_documents),
    in_all("pages of many read without a script", many::pages_of_many_read_without_a_script)
        .only_in(CHROMIUM),
    in_all("offline, what was opened once is read and filtered", offline::what_was_opened_is_read).fresh(),
    in_all("offline, a page that was never opened says so", offline::a_page_never_opened_says_so).fresh(),
    in_all("offline, a network that dawdles is like none", offline::a_network_that_dawdles_is_like_none)
        .fresh(),
    in_all("offline, everything is there after one press", offline::everything_after_one_press).fresh(),
    in_all(
        "offline, a large corpus is kept by its documents",
        offline::a_large_corpus_is_kept_by_its_documents,
    )
    .fresh(),
    in_all("offline, a new deploy comes without a blank page", offline::a_new_deploy_comes).fresh(),
    in_all(
        "offline, a deploy that breaks off leaves what was kept",
        offline::a_deploy_that_breaks_off_leaves_what_was_kept,
    )
    .fresh(),
    in_all(
        "offline, a page is kept with what its scripts name",
        offline::a_page_is_kept_with_what_its_scripts_name,
    )
    .fresh(),
    in_all(
        "offline, old html without its files loads once more and then explains",
        offline::old_html_loads_once_more_and_explains,
    )
    .fresh(),
    in_all("offline, other sites of the host are left alone", offline::other_sites_are_left_alone).fresh(),
    in_all("offline, no other worker is admitted", offline::no_other_worker_is_admitted).fresh(),
    in_all("offline, nothing is kept under serve or embed", offline::nothing_under_serve_or_embed).fresh(),
];

fn main() -> ExitCode {
    let Ok(build) = std::fs::read_to_string(Path::new(site::APP).join("build.txt")) else {
        eprintln!("{} is not there; run `make browsers`", site::APP);
        return ExitCode::FAILURE;
    };
    println!("The page under test is the {build} build.");
    run(SCENARIOS, &format!("http://{}/", host::serve(Path::new(site::SITE))))
}
