//! The filters, which are the legend too: who speaks, on what, where they stand, how it is quoted,
//! who passes it on, and when. Each row says how many statements it would leave.

use super::class::{class, when};
use super::context::{Command, Context, Phase};
use super::date_filter::dates;
use super::html::html;
use super::i18n::{number, tr, tr_format, tr_noop, tr_plural};
use super::labels;
use super::links;
use super::list_search::{finds, list_search};
use super::search_field::search_field;
use super::source_text;
use crate::corpus::{ActorIx, Key, Voice};
use crate::query::{ACTS, Code, KINDS, StanceToken, head_of, kind_token};
use crate::route::{Action, Facet};
use web_sys::Element;
use yew::prelude::*;

/// How many values a facet shows before the reader asks for all, and how many more are not worth a press.
const AT_FIRST: usize = 15;
const NOT_WORTH_A_PRESS: usize = 5;
/// A list that begins after so many rows is out of sight at first, and is drawn when the page is idle.
const IN_SIGHT: usize = 24;

/// The filters as they stand beside the text, or as a sheet over it.
pub fn filters(context: &Context, is_sheet: bool) -> Html {
    let more = links::on_click(context, Command::ShowAllValues);
    let is_complete = is_sheet || context.phase == Phase::Complete;
    let mut before = 0;
    let mut lists: Vec<Html> = Vec::new();
    for view in &FACETS {
        let Some((legend, rows)) = view.list.filter(|_| is_complete || before < IN_SIGHT) else { continue };
        let rows = rows(context);
        before += rows.len();
        if !rows.is_empty() {
            lists.push(list(context, view.facet, tr(legend), &rows, &more));
        }
        if view.facet == Facet::Stance && is_complete {
            lists.extend(dates(context));
        }
    }
    html! { <>
        if is_sheet { { search_field(context, "search-sheet") } }
        { for lists }
        if is_complete { { coders(context) } }
    </> }
}

/// The values of one facet: the first ones, all that are chosen, or those that are looked for.
fn list(
    context: &Context,
    facet: Facet,
    legend: &'static str,
    rows: &[FacetRow],
    more: &Callback<MouseEvent>,
) -> Html {
    let limit = match context.all_values || rows.len() <= AT_FIRST + NOT_WORTH_A_PRESS {
        true => usize::MAX,
        false => AT_FIRST,
    };
    let is_found = finds(context, facet.key());
    let chosen = context.route().filter.choice(facet);
    let looks = !context.list_search(facet.key()).is_empty();
    let found = rows.iter().filter(|row| !looks || is_found(&row.plain())).enumerate();
    let shown: Vec<&FacetRow> =
        found.filter(|(at, row)| looks || *at < limit || chosen.has(row.value)).map(|(_, row)| row).collect();
    let hidden = if looks { 0 } else { rows.len() - shown.len() };
    html! {
        <fieldset class="facet" key={legend} onclick={on_press(context)}>
            <legend>{ legend }</legend>
            { list_search(context, facet.key(), legend, rows.len()) }
            { for shown.into_iter().map(|r| row(context, r)) }
            if hidden > 0 {
                <button type="button" class="more" onclick={more}>
                    { tr_format!("Show {n} more", n = number(hidden)) }</button>
            }
        </fieldset>
    }
}

type Rows = for<'a> fn(&'a Context) -> Vec<FacetRow<'a>>;

/// How a facet looks.
struct FacetView {
    facet: Facet,
    /// Legend and rows; groups have none, since they stand over their members.
    list: Option<(&'static str, Rows)>,
    /// What a value is called where it stands alone; `None` where the corpus has no such value.
    chip: fn(&Context, &str) -> Option<String>,
}

/// In the order of the page.
const FACETS: [FacetView; Facet::ALL.len()] = [
    FacetView { facet: Facet::Speaker, list: Some((tr_noop("Who speaks"), people)), chip: speaker_chip },
    FacetView { facet: Facet::Group, list: None, chip: group_chip },
    FacetView { facet: Facet::Issue, list: Some((tr_noop("On what"), issues)), chip: issue_chip },
    FacetView { facet: Facet::Stance, list: Some((tr_noop("Stance"), stances)), chip: stance_chip },
    FacetView { facet: Facet::Kind, list: Some((tr_noop("Given"), kinds)), chip: kind_chip },
    FacetView { facet: Facet::Act, list: Some((tr_noop("What the words do"), acts)), chip: act_chip },
    FacetView { facet: Facet::Via, list: Some((tr_noop("Passed on by"), relays)), chip: relay_chip },
];

/// What a value of a facet is called where it stands alone.
pub fn chip(context: &Context, facet: Facet, value: &str) -> Option<String> {
    FACETS.iter().find(|view| view.facet == facet).and_then(|view| (view.chip)(context, value))
}

/// A value of a facet. What is drawn of it is made when it is shown: a list may have hundreds.
struct FacetRow<'a> {
    facet: Facet,
    value: &'a str,
    /// The name of an actor or issue, or what the page calls the value.
    name: &'a str,
    /// How it is drawn, where it is neither an actor nor an issue.
    label: Option<Html>,
    count: u32,
    /// A group's row stands over its members.
    head: bool,
    /// It stands under the head of its group.
    member: bool,
}

impl FacetRow<'_> {
    /// The label where only text will do.
    fn plain(&self) -> String {
        if self.head { tr_format!("all of {name}", name = self.name) } else { self.name.to_owned() }
    }

    fn label(&self) -> Html {
        match &self.label {
            Some(label) => label.clone(),
            None if self.facet == Facet::Issue => source_text::text(self.name),
            None => html! { <>if self.head { { "all of " } }{ source_text::name(self.name) }</> },
        }
    }

    /// What else the texts call an actor, or what is in question.
    fn title(&self, context: &Context) -> Option<String> {
        let corpus = context.corpus();
        if self.facet == Facet::Issue {
            return corpus.issue_by_id(self.value).map(|issue| corpus.issues[issue].proposition.clone());
        }
        // A value that is no actor has a label of its own.
        let actor = corpus.actor_by_id(self.value).filter(|_| self.label.is_none())?;
        let aliases = &corpus.actors[actor].aliases;
        (!aliases.is_empty()).then(|| tr_format!("also: {names}", names = aliases.join(tr(", "))))
    }
}

/// What a press in a list chooses: the list listens for all of its rows.
fn toggle_of(event: &Event) -> Option<Action> {
    let field = event.target_dyn_into::<Element>()?.closest("input, .not").ok()??;
    let chosen = field.closest(".facet-row").ok()??.get_attribute("data-choice")?;
    let (key, value) = chosen.split_once('=')?;
    let facet = Facet::ALL.into_iter().find(|facet| facet.key() == key)?;
    let toggle = if field.get_attribute("aria-pressed").is_some() {
        Action::ToggleExclude
    } else {
        Action::ToggleInclude
    };
    Some(toggle(facet, value.to_owned()))
}

/// The group whose members a press folds away or shows.
fn folded_by(event: &Event) -> Option<String> {
    let row = event.target_dyn_into::<Element>()?.closest(".fold").ok()??.closest(".facet-row").ok()??;
    Some(row.get_attribute("data-choice")?.split_once('=')?.1.to_owned())
}

fn on_press(context: &Context) -> Callback<MouseEvent> {
    let context = context.clone();
    Callback::from(move |event: MouseEvent| {
        toggle_of(&event).into_iter().for_each(|action| context.navigate(action));
        folded_by(&event).into_iter().for_each(|group| context.command.emit(Command::Fold(group)));
    })
}

fn row(context: &Context, row: &FacetRow) -> Html {
    let chosen = context.route().filter.choice(row.facet);
    let included = chosen.includes(row.value);
    let excluded = chosen.excludes(row.value);
    let choice = format!("{}={}", row.facet.key(), row.value);
    let class = class(&[
        "facet-row",
        when(row.head, "is-head"),
        when(row.member, "is-member"),
        when(row.count == 0, "is-empty"),
        when(excluded, "is-left-out"),
    ]);
    let is_folded = context.folded.iter().any(|id| id == row.value);
    let title = if context.phase == Phase::Complete { row.title(context) } else { None };
    html! {
        <div {class} key={choice.clone()} data-choice={choice}>
            if row.head {
                <button type="button" class="fold" aria-expanded={if is_folded { "false" } else { "true" }}
                    aria-label={tr_format!("members of {name}", name = row.name)}></button>
            }
            <label>
                <input type="checkbox" checked={included} />
                <span class="facet-label" {title}>{ row.label() }</span>
            </label>
            <button type="button" class="not" aria-pressed={if excluded { "true" } else { "false" }}
                aria-label={tr_format!("leave out {name}: not", name = row.plain())}>{ "not" }</button>
            <span class="facet-count">{ row.count }<span class="unseen-label">
                { tr_plural(row.count as usize, " statement", " statements") }</span></span>
        </div>
    }
}

/// Speakers under their state or organisation; the head of a group stands for all of it.
fn people(context: &Context) -> Vec<FacetRow<'_>> {
    let (corpus, known) = (context.corpus(), &context.known);
    let choice = context.route().filter.choice(Facet::Speaker);
    let mut groups: Vec<(ActorIx, Vec<ActorIx>)> = Vec::new();
    for (actor, a) in corpus.actors.iter() {
        if known.unfiltered.counts.of(Facet::Speaker, actor.position() as Code) == 0
            && !choice.has(a.id.as_str())
        {
            continue;
        }
        let head = head_of(corpus, context.columns(), actor);
        match groups.iter_mut().find(|(known, _)| *known == head) {
            Some((_, members)) => members.push(actor),
            None => groups.push((head, vec![actor])),
        }
    }
    let name = |actor: &ActorIx| crate::query::fold(&corpus.actors[*actor].name);
    groups.sort_by_cached_key(|(head, _)| name(head));
    let mut rows = Vec::new();
    for (head, mut members) in groups {
        members.sort_by_cached_key(name);
        // A group of one is that one.
        let is_group = members.len() > 1;
        if is_group {
            rows.push(actor_row(context, Facet::Group, head, true));
        }
        let is_folded = is_group && context.folded.iter().any(|id| id == corpus.actors[head].id.as_str());
        let member =
            |actor| FacetRow { member: is_group, ..actor_row(context, Facet::Speaker, actor, false) };
        // What is chosen stays in sight.
        let is_shown = |row: &FacetRow| !is_folded || choice.has(row.value);
        rows.extend(members.into_iter().map(member).filter(is_shown));
    }
    rows.extend(unnamed_speakers(context, Facet::Speaker, tr("The text"), tr("Not named")));
    rows
}

fn speaker_chip(context: &Context, value: &str) -> Option<String> {
    match value {
        "~document" => Some(tr("The text").to_owned()),
        "~none" => Some(tr("Not named").to_owned()),
        _ => actor_name(context, value).map(str::to_owned),
    }
}

fn group_chip(context: &Context, value: &str) -> Option<String> {
    actor_name(context, value).map(|name| tr_format!("all of {name}", name = name))
}

fn actor_name<'a>(context: &'a Context, id: &str) -> Option<&'a str> {
    let corpus = context.corpus();
    corpus.actor_by_id(id).map(|actor| corpus.actors[actor].name.as_str())
}

fn actor_row(context: &Context, facet: Facet, actor: ActorIx, head: bool) -> FacetRow<'_> {
    let a = &context.corpus().actors[actor];
    let count = context.answer().counts.of(facet, actor.position() as Code);
    FacetRow { facet, value: a.id.as_str(), name: &a.name, label: None, count, head, member: false }
}

/// The writer's own voice, and words without a named speaker.
fn unnamed_speakers<'a>(
    context: &'a Context,
    facet: Facet,
    writer: &'static str,
    nobody: &'static str,
) -> Vec<FacetRow<'a>> {
    let columns = context.columns();
    let mut rows = Vec::new();
    for (voice, label) in [(Voice::Text, writer), (Voice::Unnamed, nobody)] {
        let (code, value) = (columns.voice(voice), context.corpus().voice_id(voice));
        if context.known.unfiltered.counts.of(facet, code) > 0
            || context.route().filter.choice(facet).has(value)
        {
            rows.push(plain_row(context, facet, code, value, Some(html! { { label } }), label));
        }
    }
    rows
}

fn relays(context: &Context) -> Vec<FacetRow<'_>> {
    let mut rows = Vec::new();
    for (actor, a) in context.corpus().actors.iter() {
        let count = context.known.unfiltered.counts.of(Facet::Via, actor.position() as Code);
        if count > 0 || context.route().filter.choice(Facet::Via).has(a.id.as_str()) {
            rows.push(actor_row(context, Facet::Via, actor, false));
        }
    }
    rows.extend(unnamed_speakers(
        context,
        Facet::Via,
        tr("the text"),
        tr("reportedly, by someone not named"),
    ));
    rows
}

fn relay_chip(context: &Context, value: &str) -> Option<String> {
    match value {
        "~document" => Some(tr("passed on by the text").to_owned()),
        "~none" => Some(tr("passed on by someone not named").to_owned()),
        _ => actor_name(context, value).map(|name| tr_format!("passed on by {name}", name = name)),
    }
}

fn issues(context: &Context) -> Vec<FacetRow<'_>> {
    let mut rows = Vec::new();
    for (ix, issue) in context.corpus().issues.iter() {
        let (code, value) = (ix.position() as Code, issue.id.as_str());
        rows.push(plain_row(context, Facet::Issue, code, value, None, &issue.label));
    }
    rows
}

fn issue_chip(context: &Context, value: &str) -> Option<String> {
    let corpus = context.corpus();
    corpus.issue_by_id(value).map(|issue| corpus.issues[issue].label.clone())
}

fn stances(context: &Context) -> Vec<FacetRow<'_>> {
    let mut rows = Vec::new();
    for token in StanceToken::ALL {
        let (code, value) = (token.code(), token.as_str());
        if context.known.unfiltered.counts.of(Facet::Stance, code) == 0
            && !context.route().filter.choice(Facet::Stance).has(value)
        {
            continue;
        }
        let sign = labels::stance_choice(token);
        let label = html! { <span class={class(&["sign", sign.tone])}><span class="glyph" aria-hidden="true">
        { sign.glyph }</span>{ sign.word }</span> };
        rows.push(plain_row(context, Facet::Stance, code, value, Some(label), labels::stance_chip(token)));
    }
    rows
}

fn stance_chip(_: &Context, value: &str) -> Option<String> {
    let token = StanceToken::ALL.into_iter().find(|token| token.as_str() == value);
    token.map(|token| labels::stance_chip(token).to_owned())
}

fn kinds(context: &Context) -> Vec<FacetRow<'_>> {
    let mut rows = Vec::new();
    for (code, kind) in KINDS.into_iter().enumerate() {
        let label = html! { <span class={class(&["line-sample", labels::underline_class(kind)])}>
        { labels::kind(kind) }</span> };
        rows.push(plain_row(
            context,
            Facet::Kind,
            code as Code,
            kind_token(kind),
            Some(label),
            labels::kind(kind),
        ));
    }
    rows
}

fn kind_chip(_: &Context, value: &str) -> Option<String> {
    KINDS.into_iter().find(|kind| kind_token(*kind) == value).map(|kind| labels::kind(kind).to_owned())
}

fn acts(context: &Context) -> Vec<FacetRow<'_>> {
    let mut rows = Vec::new();
    for (code, (act, value)) in ACTS.into_iter().zip(Facet::Act.tokens()).enumerate() {
        let is_there = context.known.unfiltered.counts.of(Facet::Act, code as Code) > 0;
        if is_there || context.route().filter.choice(Facet::Act).has(value) {
            let label = labels::act_choice(act);
            rows.push(plain_row(context, Facet::Act, code as Code, value, Some(html! { { label } }), label));
        }
    }
    rows
}

fn act_chip(_: &Context, value: &str) -> Option<String> {
    let at = Facet::Act.tokens().iter().position(|token| *token == value)?;
    ACTS.get(at).map(|act| labels::act_choice(*act).to_owned())
}

fn plain_row<'a>(
    context: &Context,
    facet: Facet,
    code: Code,
    value: &'a str,
    label: Option<Html>,
    name: &'a str,
) -> FacetRow<'a> {
    let count = context.answer().counts.of(facet, code);
    FacetRow { facet, value, name, label, count, head: false, member: false }
}

/// Whose codings count: those of all coders, or of one.
fn coders(context: &Context) -> Html {
    let corpus = context.corpus();
    if corpus.coders.len() < 2 && context.route().filter.coder.is_none() {
        return html! {};
    }
    let choice = |name: Html, coder: Option<String>| {
        let here = context.route().filter.coder == coder;
        let action = Action::Coder(coder);
        html! { <li><a href={links::href_after(context, &action)} aria-current={here.then_some("true")}
        onclick={links::follow(context, action)}>{ name }</a></li> }
    };
    let named = corpus
        .coders
        .iter()
        .map(|(_, coder)| choice(source_text::name(&coder.name), Some(coder.id.to_string())));
    html! {
        <fieldset class="facet">
            <legend>{ "Coded by" }</legend>
            <ul class="coders">{ choice(html! { { "everybody" } }, None) }{ for named }</ul>
        </fieldset>
    }
}

/// The button under the filters on a small screen.
pub fn show_results(context: &Context) -> Html {
    let label = tr_plural(context.answer().matching.len(), "Show {n} statement", "Show {n} statements");
    let command = context.command.clone();
    let onclick = Callback::from(move |_: MouseEvent| command.emit(Command::OpenDialog(None)));
    html! { <button type="button" class="primary" {onclick}>{ label }</button> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_facet_has_one_view() {
        for facet in Facet::ALL {
            assert_eq!(FACETS.iter().filter(|view| view.facet == facet).count(), 1, "{facet:?}");
        }
    }
}
