//! The lists of actors and issues: each row is renamed, described, merged with another or taken out in its place.

use super::action::{Do, Field};
use super::combobox::{combobox, uses_of};
use super::fields::{choice, line, lines};
use super::parts::chip;
use super::picking::split;
use super::view::View;
use super::work::Work;
use crate::corpus::raw::{self, IdText};
use crate::corpus::{ActorKind, IssueKind};
use crate::draft::{ActorField, Edit, Found, IssueField, List, RowId};
use crate::ui::html::html;
use crate::ui::i18n::tr;
use crate::ui::source_text;
use yew::prelude::*;

pub fn actors(view: &View, work: &Work) -> Html {
    let found = work.draft().find_actors("");
    let rows = found.iter().filter_map(|found| Some(actor(view, work, work.actor(found.id)?, found)));
    html! {
        <section class="rows-panel" aria-label="Actors"><h2>{ "Actors" }</h2>
            <p class="soft">{ "Who speaks, is spoken for or is spoken of. A new one is made by typing a name where it is needed." }</p>
            <ul class="coded-rows">{ for rows }</ul></section>
    }
}

fn actor(view: &View, work: &Work, actor: &raw::Actor, found: &Found) -> Html {
    let id = actor.id.clone();
    let set = move |to: ActorField| Some(Do::Edit(Edit::SetActor { actor: id.clone(), to }));
    let name = {
        let set = set.clone();
        line(view, &["actor-", &actor.id.0].concat(), tr("Name"), &actor.name, move |name| {
            (!name.trim().is_empty()).then(|| set(ActorField::Name(name.trim().to_owned())))?
        })
    };
    let kind = actor_kind_field(view, actor);
    let aliases = {
        let (set, id) = (set.clone(), ["actor-aliases-", &actor.id.0].concat());
        line(
            view,
            &id,
            tr("Other names in the texts, with ; between"),
            &actor.aliases.join("; "),
            move |all| {
                let names = all.split(';').map(str::trim).filter(|name| !name.is_empty());
                set(ActorField::Aliases(names.map(str::to_owned).collect()))
            },
        )
    };
    let part_of = actor.part_of.as_ref().map(|body| {
        let to = ActorField::PartOf(None);
        chip(view, work, &body.0, Do::Edit(Edit::SetActor { actor: actor.id.clone(), to }))
    });
    let note = {
        let (set, id) = (set.clone(), ["actor-note-", &actor.id.0].concat());
        lines(view, &id, tr("Note for readers"), &actor.note, move |note| {
            set(ActorField::Note(note.trim().to_owned()))
        })
    };
    html! {
        <li key={actor.id.0.clone()}><details class="row"><summary>{ source_text::name(&actor.name) }
                <span class="soft">{ " " }{ uses_of(found.uses) }</span></summary>
            { name }
            { kind }
            { aliases }
            <div class="field"><h3>{ "Part of" }</h3><p class="chips">{ for part_of }</p>
                { combobox(view, work, Field::PartOf(actor.id.clone()), tr("The body of which it is an organ")) }</div>
            { note }
            { rename(view, List::Actors, &actor.id) }
            { combobox(view, work, Field::MergeActor(actor.id.clone()), tr("The same as: merge it into")) }
            { splits(view, work, List::Actors, &actor.id, found.uses) }
            { remove(view, List::Actors, &actor.id, found.uses) }
        </details></li>
    }
}

pub fn issues(view: &View, work: &Work) -> Html {
    let found = work.draft().find_issues("");
    let rows = found.iter().filter_map(|found| Some(issue(view, work, work.issue(found.id)?, found)));
    html! {
        <section class="rows-panel" aria-label="Issues"><h2>{ "Issues" }</h2>
            <p class="soft">{ "Propositions on which somebody can take a side. A new one is made where a position needs it." }</p>
            <ul class="coded-rows">{ for rows }</ul></section>
    }
}

fn issue(view: &View, work: &Work, issue: &raw::Issue, found: &Found) -> Html {
    let id = issue.id.clone();
    let set = move |to: IssueField| Some(Do::Edit(Edit::SetIssue { issue: id.clone(), to }));
    let label = {
        let set = set.clone();
        line(view, &["issue-", &issue.id.0].concat(), tr("Short name"), &issue.label, move |label| {
            (!label.trim().is_empty()).then(|| set(IssueField::Label(label.trim().to_owned())))?
        })
    };
    let proposition = {
        let (set, id) = (set.clone(), ["issue-proposition-", &issue.id.0].concat());
        lines(view, &id, tr("The proposition, one whole sentence"), &issue.proposition, move |words| {
            (!words.trim().is_empty()).then(|| set(IssueField::Proposition(words.trim().to_owned())))?
        })
    };
    let kind = {
        let (set, id) = (set.clone(), ["issue-kind-", &issue.id.0].concat());
        choice(view, &id, tr("What it says"), issue.kind, issue_kind, move |kind| set(IssueField::Kind(kind)))
    };
    html! {
        <li key={issue.id.0.clone()}><details class="row"><summary>{ source_text::text(&issue.label) }
                <span class="soft">{ " " }{ uses_of(found.uses) }</span></summary>
            { label }
            { proposition }
            { kind }
            { rename(view, List::Issues, &issue.id) }
            { combobox(view, work, Field::MergeIssue(issue.id.clone()), tr("The same as: merge it into")) }
            { splits(view, work, List::Issues, &issue.id, found.uses) }
            { remove(view, List::Issues, &issue.id, found.uses) }
        </details></li>
    }
}

/// The id of a row; the one before stays among its former ids, so that links keep working.
fn rename(view: &View, list: List, id: &IdText) -> Html {
    let row = RowId { list, id: id.clone() };
    let element = [list.one(), "-id-", &id.0].concat();
    line(view, &element, tr("Id in addresses"), &id.0, move |to| {
        let to = IdText(to.trim().to_owned());
        (to != row.id).then(|| Do::Edit(Edit::Rename { row: row.clone(), to, keeps_former: true }))
    })
}

/// Two rows of one, where more than one statement names it.
fn splits(view: &View, work: &Work, list: List, id: &IdText, uses: usize) -> Html {
    match uses {
        0 | 1 => html! {},
        _ => split(view, work, &RowId { list, id: id.clone() }),
    }
}

fn remove(view: &View, list: List, id: &IdText, uses: usize) -> Html {
    let wanted = Do::Edit(Edit::Remove(RowId { list, id: id.clone() }));
    match uses {
        0 => html! { <button type="button" class="tool" onclick={view.on_do(wanted)}>{ "Remove" }</button> },
        _ => html! {},
    }
}

/// What an actor is; a new one is a person until somebody says so.
pub fn actor_kind_field(view: &View, actor: &raw::Actor) -> Html {
    let (own, id) = (actor.id.clone(), ["actor-kind-", &actor.id.0].concat());
    choice(view, &id, tr("What it is"), Some(actor.kind), actor_kind, move |kind| {
        let to = ActorField::Kind(kind?);
        Some(Do::Edit(Edit::SetActor { actor: own.clone(), to }))
    })
}

fn actor_kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => tr("a person"),
        ActorKind::Organisation => tr("an organisation"),
        ActorKind::State => tr("a state"),
        ActorKind::Office => tr("an office"),
        ActorKind::Collective => tr("a group without an organisation"),
        ActorKind::Unnamed => tr("a source without a name"),
    }
}

fn issue_kind(kind: IssueKind) -> &'static str {
    match kind {
        IssueKind::Policy => tr("something should be so"),
        IssueKind::Claim => tr("something is or will be so"),
    }
}
