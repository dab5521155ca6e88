//! The filter by when something was said: a field for the first day and one for the last.

use super::context::Context;
use super::html::html;
use super::i18n::tr;
use super::labels;
use crate::corpus::PartialDate;
use crate::route::Action;
use std::rc::Rc;
use yew::prelude::*;

pub fn dates(context: &Context) -> Option<Html> {
    let filter = &context.route().filter;
    let days = context.corpus().statements.iter().map(|(_, s)| context.corpus().said(s).date());
    let (first, last) = days.fold((None::<PartialDate>, None::<PartialDate>), |(first, last), day| {
        (Some(first.map_or(day, |f| f.min(day))), Some(last.map_or(day, |l| l.max(day))))
    });
    if first == last && filter.from.is_none() && filter.to.is_none() {
        return None;
    }
    let field = |label: &'static str, value: Option<PartialDate>, is_from: bool| {
        let (context, other) = (context.clone(), if is_from { filter.to } else { filter.from });
        let imprecise = value.filter(|date| date.day().is_none()).map(labels::date);
        let value = value.map(|date| day_in_field(date, is_from)).unwrap_or_default();
        let shown = value.clone();
        let choose = Rc::new(move |event: &Event, is_left: bool| {
            let Some(field) = event.target_dyn_into::<web_sys::HtmlInputElement>() else { return };
            let typed = field.value();
            let day = PartialDate::parse(&typed);
            // A year that is being typed is 2, 20 and 202 before it is 2021, and a date without a part is none.
            let is_whole = day.map_or_else(|| field.check_validity(), |day| day.year() > 999);
            if typed != shown && (is_whole || is_left) {
                context.navigate(if is_from { Action::Range(day, other) } else { Action::Range(other, day) });
            }
        });
        let left = choose.clone();
        let onchange = Callback::from(move |event: Event| choose(&event, false));
        let onfocusout = Callback::from(move |event: FocusEvent| left(&event, true));
        html! { <label class="date">{ label }<input type="date" {value} {onchange} {onfocusout} />
        if let Some(words) = imprecise { <span>{ words }</span> }</label> }
    };
    Some(html! {
        <fieldset class="facet dates" key="when">
            <legend>{ "When" }</legend>
            { field(tr("from"), filter.from, true) }
            { field(tr("to"), filter.to, false) }
        </fieldset>
    })
}

/// A date field knows whole days only: an imprecise date shows as its first or last, beside its own words.
fn day_in_field(date: PartialDate, is_from: bool) -> String {
    let day = if is_from { date.first_day() } else { date.last_day() };
    let written =
        |last: u32| format!("{:04}-{:02}-{:02}", day / 10_000, day / 100 % 100, (day % 100).min(last));
    // Months end sooner or later.
    let known = (28..=31).rev().map(written).find(|day| PartialDate::parse(day).is_some());
    known.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_imprecise_date_shows_in_a_field_as_a_day_that_is_there() {
        for (date, from, to) in [
            ("2021-02", "2021-02-01", "2021-02-28"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2021-04", "2021-04-01", "2021-04-30"),
            ("2021", "2021-01-01", "2021-12-31"),
            ("2021-02-10", "2021-02-10", "2021-02-10"),
            ("0044", "0044-01-01", "0044-12-31"),
        ] {
            let Some(known) = PartialDate::parse(date) else { panic!("{date} is a date") };
            assert_eq!(
                (day_in_field(known, true), day_in_field(known, false)),
                (from.to_owned(), to.to_owned())
            );
        }
    }
}
