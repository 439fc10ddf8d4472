//! Who is here: everybody in one table that is saved at once, and whether enough agencies are here to decide.
//!
//! Deliberately not here: stepping out for a moment. That is done at the console, where it changes what the wall shows.

use board::file::Answer;
use board::people::{Attendance, Person};
use board::view::file::FileView;
use leptos::prelude::*;

use super::sheet::{Forms, can_stay};

/// The name of the table's form.
pub(super) const SHEET: &str = "attendance";

/// The quorum, in a line.
pub(super) fn quorum(file: &FileView) -> AnyView {
    let quorum = &file.quorum;
    let care =
        if quorum.social_care { "Children’s social care is here" } else { "Children’s social care is not here" };
    let others = match quorum.others.as_slice() {
        [] => "no other agency is".to_owned(),
        others => format!("others here: {}", others.join(", ")),
    };
    let met = if quorum.is_met() {
        "Enough agencies are here to decide."
    } else {
        "Too few agencies are here to decide. Meet again, or say below why you go on."
    };
    view! {
        <p class="news" role="status">
            <b>{met}</b>
            {format!(" {care}; {others}. {} others are needed. A report is not a person in the room.", quorum.needed)}
        </p>
    }
    .into_any()
}

/// Everybody, with how they take part and for which part.
pub(super) fn table(forms: &Forms) -> AnyView {
    let posted = forms.posted(SHEET, "");
    let rows = forms.file.people.iter().map(|person| row(person, posted.map(|posted| &posted.typed)));
    let rows = rows.collect_view();
    view! {
        <section class="sheet stack" aria-label="Attendance">
            <h2>"Attendance"</h2>
            <form method="post" action=forms.action.clone() class="stack">
                <input type="hidden" name="sheet" value=SHEET />
                <table class="grid attendance">
                    <thead>
                        <tr>
                            <th scope="col">"Who"</th>
                            <th scope="col">"How"</th>
                            <th scope="col">"From when to when, or which part"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
                {can_stay(SHEET, posted)}
                <p class="row">
                    <button type="submit" class="button" data-kind="ink" name="do" value="save">
                        "Save who is here"
                    </button>
                </p>
            </form>
        </section>
    }
    .into_any()
}

fn row(person: &Person, typed: Option<&board::file::Typed>) -> AnyView {
    let (how, when) = (format!("how:{}", person.id), format!("when:{}", person.id));
    let code = serde_json::to_value(person.attendance).ok().and_then(|code| code.as_str().map(str::to_owned));
    let chosen = typed.map_or_else(|| code.unwrap_or_default(), |typed| typed.get(&how).to_owned());
    let said = typed.map_or_else(|| person.attended.clone().unwrap_or_default(), |typed| typed.get(&when).to_owned());
    let option = |(code, words): Answer| {
        let selected = code == chosen;
        view! {
            <option value=code selected=selected>
                {words}
            </option>
        }
    };
    let options = ways().into_iter().map(option).collect_view();
    let called = person.called().to_owned();
    let who = person.introduced();
    view! {
        <tr>
            <th scope="row">{who}</th>
            <td class="field">
                <select name=how aria-label=format!("How {called} takes part")>
                    {options}
                </select>
            </td>
            <td class="field">
                <input
                    type="text"
                    name=when
                    value=said
                    autocomplete="off"
                    aria-label=format!("From when to when, or which part: {called}")
                />
            </td>
        </tr>
    }
    .into_any()
}

fn ways() -> Vec<Answer> {
    let code = |way: &Attendance| Some(serde_json::to_value(way).ok()?.as_str()?.to_owned());
    Attendance::ALL.iter().filter_map(|way| Some((code(way)?, way.words().to_owned()))).collect()
}
