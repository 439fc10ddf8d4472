//! One field of a form, as the browser's own controls: a label, a hint, what is wrong with it, and what stands in it.
//!
//! Deliberately not here: what a field asks. That is data, and the same for every page.

use board::file::{Answer, Ask, Field, Typed};
use board::iso;
use board::view::file::{DutyLine, FileView};
use leptos::prelude::*;

use super::pick;
use super::several;

/// One field in its form.
pub(super) struct Place<'a> {
    /// The record.
    pub(super) file: &'a FileView,
    /// What is due, for the field that asks why something is late.
    pub(super) duties: &'a [DutyLine],
    /// What stands in the form.
    pub(super) typed: &'a Typed,
    /// The form's own name, so that no two controls of a page have the same id.
    pub(super) form: &'a str,
    /// The field.
    pub(super) field: &'a Field,
    /// What is wrong with what stands in it.
    pub(super) wrong: Option<&'a str>,
    /// What about it nobody can check.
    pub(super) vague: Vec<String>,
}

impl Place<'_> {
    /// The id of a control, or of what describes it.
    pub(super) fn id(&self, part: &str) -> String {
        format!("{}-{}{part}", self.form, self.field.name).replace([':', '.'], "-")
    }

    /// The ids of everything that describes the control.
    fn described(&self) -> Option<String> {
        let parts = [
            (!self.field.hint.is_empty()).then(|| self.id("-hint")),
            self.wrong.map(|_| self.id("-wrong")),
            (!self.vague.is_empty()).then(|| self.id("-vague")),
        ];
        let ids: Vec<String> = parts.into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn beside(&self) -> AnyView {
        let hint = (!self.field.hint.is_empty()).then(|| {
            view! {
                <p class="hint" id=self.id("-hint")>
                    {self.field.hint}
                </p>
            }
        });
        let wrong = self.wrong.map(|words| {
            view! {
                <p class="wrong" id=self.id("-wrong")>
                    <b>{words.to_owned()}</b>
                </p>
            }
        });
        let vague = (!self.vague.is_empty()).then(|| {
            let words = format!("{}. Can somebody check it? You can keep your words.", self.vague.join("; "));
            view! {
                <p class="vague" id=self.id("-vague")>
                    {words}
                </p>
            }
        });
        view! {
            {hint}
            {wrong}
            {vague}
        }
        .into_any()
    }

    fn invalid(&self) -> Option<&'static str> {
        self.wrong.map(|_| "true")
    }

    fn needed(&self) -> Option<AnyView> {
        let needed = self.field.needed && !self.field.name.contains('.');
        needed.then(|| view! { <span class="hint">" (needed)"</span> }.into_any())
    }

    /// A label over one control.
    pub(super) fn labelled(&self, id: String, wide: bool, control: AnyView) -> AnyView {
        view! {
            <div class="field" class:wide=wide>
                <label for=id>{self.field.label} {self.needed()}</label>
                {self.beside()}
                {control}
            </div>
        }
        .into_any()
    }

    /// A legend over several controls.
    pub(super) fn grouped(&self, inside: AnyView) -> AnyView {
        view! {
            <fieldset class="field wide" aria-describedby=self.described()>
                <legend class="label">{self.field.label} {self.needed()}</legend>
                {self.beside()}
                {inside}
            </fieldset>
        }
        .into_any()
    }
}

/// The field.
pub(super) fn control(place: &Place) -> AnyView {
    let (name, typed) = (place.field.name, place.typed);
    let value = typed.get(name).to_owned();
    match &place.field.ask {
        Ask::Subject | Ask::CopyFor => view! { <input type="hidden" name=name value=value /> }.into_any(),
        Ask::Words => place.labelled(place.id(""), false, text(place, name, value)),
        Ask::LongWords => place.labelled(place.id(""), true, area(place, name, value, "2")),
        Ask::List => place.labelled(place.id(""), true, area(place, name, value, "3")),
        Ask::Day => place.labelled(place.id(""), false, day(place, name, "")),
        Ask::Tick => view! {
            <div class="field wide">
                {tick(name, "yes", place.field.label.to_owned(), typed.has(name, "yes"))} {place.beside()}
            </div>
        }
        .into_any(),
        Ask::YesNo => several::yes_no(place, name),
        Ask::Choice(answers) => place.labelled(place.id(""), false, choice(place, name, "", answers)),
        Ask::Several(answers) => place.grouped(ticks(name, answers, typed)),
        Ask::Person => place.labelled(place.id(""), false, choice(place, name, "", &pick::people(place.file))),
        Ask::People => place.grouped(ticks(name, &pick::people(place.file), typed)),
        Ask::Children => place.grouped(ticks(name, &pick::children(place.file), typed)),
        Ask::Line(kinds) => {
            place.labelled(place.id(""), true, choice(place, name, "", &pick::lines(place.file, kinds)))
        }
        Ask::Lines(kinds) => several::lines(place, &pick::lines(place.file, kinds)),
        Ask::Owner => several::either(
            place,
            ("Somebody of the conference", "person", Some(pick::people(place.file))),
            ("Or somebody else, in words", "named", None),
        ),
        Ask::SaidBy => several::either(
            place,
            ("Somebody of the conference", "who", Some(pick::everybody(place.file))),
            ("Or an agency or report, in words", "agency", None),
        ),
        Ask::Due => several::due(place),
        Ask::Birth => several::birth(place),
        Ask::MayKnow => several::may_know(place),
        Ask::Shared => several::shared(place),
        Ask::Ties => several::ties(place),
        Ask::Days => several::days(place),
        Ask::Reasons => several::reasons(place),
    }
}

/// A line to write in.
pub(super) fn text(place: &Place, name: &str, value: String) -> AnyView {
    view! {
        <input
            type="text"
            id=place.id("")
            name=name.to_owned()
            value=value
            autocomplete="off"
            aria-describedby=place.described()
            aria-invalid=place.invalid()
        />
    }
    .into_any()
}

fn area(place: &Place, name: &'static str, value: String, rows: &'static str) -> AnyView {
    view! {
        <textarea
            id=place.id("")
            name=name
            rows=rows
            aria-describedby=place.described()
            aria-invalid=place.invalid()
        >
            {value}
        </textarea>
    }
    .into_any()
}

/// A day. What is no day stays as it was typed, which a browser's own field for days would not show.
pub(super) fn day(place: &Place, name: &str, part: &str) -> AnyView {
    let value = place.typed.get(name).to_owned();
    let kind = if value.is_empty() || iso::read(&value).is_some() { "date" } else { "text" };
    view! {
        <input
            type=kind
            id=place.id(part)
            name=name.to_owned()
            value=value
            aria-describedby=place.described()
            aria-invalid=place.invalid()
        />
    }
    .into_any()
}

/// One of several answers, or none of them.
pub(super) fn choice(place: &Place, name: &str, part: &str, answers: &[Answer]) -> AnyView {
    let chosen = place.typed.get(name).to_owned();
    let option = |(code, words): &Answer| {
        let selected = *code == chosen;
        view! {
            <option value=code.clone() selected=selected>
                {words.clone()}
            </option>
        }
    };
    let options = answers.iter().map(option).collect_view();
    view! {
        <select
            id=place.id(part)
            name=name.to_owned()
            aria-describedby=place.described()
            aria-invalid=place.invalid()
        >
            <option value="">"Nothing chosen"</option>
            {options}
        </select>
    }
    .into_any()
}

/// One box to tick, with its words.
pub(super) fn tick(name: &str, value: &str, words: String, ticked: bool) -> AnyView {
    view! {
        <label class="tick">
            <input type="checkbox" name=name.to_owned() value=value.to_owned() checked=ticked />
            <span>{words}</span>
        </label>
    }
    .into_any()
}

/// Any of several answers.
pub(super) fn ticks(name: &str, answers: &[Answer], typed: &Typed) -> AnyView {
    let one = |(code, words): &Answer| tick(name, code, words.clone(), typed.has(name, code));
    let all = answers.iter().map(one).collect_view();
    view! { <div class="ticks">{all}</div> }.into_any()
}
