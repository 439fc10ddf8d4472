//! One form for any kind of thing: folded under its line, open where something was typed into it that could not be kept.
//!
//! Deliberately not here: a form for one kind alone. What differs between kinds is in their fields.

use board::checks::Challenge;
use board::file::{Ask, Field, Sheet, Typed};
use board::view::file::{DutyLine, FileView};
use leptos::prelude::*;

use super::control::{Place, control, tick};
use crate::given::{FormNow, Posted};

/// What the forms of a page work with.
pub(super) struct Forms<'a> {
    /// The record.
    pub(super) file: &'a FileView,
    /// What is due.
    pub(super) duties: &'a [DutyLine],
    /// How the forms of this page stand.
    pub(super) now: &'a FormNow,
    /// Where they are sent.
    pub(super) action: String,
}

/// One form.
pub(super) struct Form<'a> {
    /// What kind of thing it is for.
    pub(super) sheet: Sheet,
    /// The thing's id; a new one where nothing is kept yet.
    pub(super) id: String,
    /// What is kept, as it stands in the form.
    pub(super) typed: Typed,
    /// Whether something is kept.
    pub(super) is_kept: bool,
    /// Whether it is asked for, and stands open.
    pub(super) is_open: bool,
    /// The line it is folded under.
    pub(super) heading: String,
    /// What more is known of it.
    pub(super) more: String,
    /// Words in it that nobody can check.
    pub(super) vague: &'a [Challenge],
    /// What stands between the line and the fields.
    pub(super) above: Option<AnyView>,
}

impl Forms<'_> {
    /// What was sent from this form and could not be kept.
    pub(super) fn posted(&self, sheet: &str, id: &str) -> Option<&Posted> {
        self.now.posted.as_ref().filter(|posted| posted.sheet == sheet && posted.id == id)
    }

    /// Draws a form.
    pub(super) fn draw(&self, form: Form) -> AnyView {
        let posted = self.posted(form.sheet.code(), &form.id);
        // What was typed is never lost, whatever became of the record meanwhile.
        if self.is_closed(form.sheet) && posted.is_none() {
            return standing(&form);
        }
        let typed = posted.map_or(&form.typed, |posted| &posted.typed);
        // The same from one drawing of the page to the next, so that a link can lead to a form for something new.
        let own = form.id.strip_prefix(&self.now.fresh).unwrap_or(&form.id);
        let key = format!("{}-{own}", form.sheet.code());
        let fields = form.sheet.fields();
        let place = |field| self.place(&form, &key, typed, field, posted);
        let controls = drawn(&fields, typed, place);
        let save = if form.is_kept { "Save" } else { "Put it down" };
        let look = (form.sheet == Sheet::Statement).then(|| {
            view! {
                <button type="submit" class="button" name="do" value="look">
                    "See the sentence"
                </button>
            }
        });
        let state = (!form.is_kept).then_some("open");
        view! {
            <details class="thing" id=key.clone() open=posted.is_some() || form.is_open data-state=state>
                <summary>
                    <b>{form.heading.clone()}</b>
                    <span>{form.more.clone()}</span>
                </summary>
                {form.above}
                <form method="post" action=format!("{}#{key}", self.action)>
                    <input type="hidden" name="sheet" value=form.sheet.code() />
                    <input type="hidden" name="id" value=form.id.clone() />
                    <input type="hidden" name="fresh" value=self.now.fresh.clone() />
                    <div class="fields">{controls}</div>
                    {can_stay(&key, posted)}
                    <p class="row">
                        <button type="submit" class="button" data-kind="ink" name="do" value="save">
                            {save}
                        </button>
                        {look}
                    </p>
                </form>
                {(form.is_kept && form.sheet.can_be_taken_out()).then(|| self.way_out(form.sheet, &form.id))}
            </details>
        }
        .into_any()
    }

    /// Whether the record is approved, so that nothing of this kind is put down any more.
    fn is_closed(&self, sheet: Sheet) -> bool {
        !self.file.approval.signed.is_empty() && !sheet.stays_open()
    }

    fn place<'a>(
        &'a self,
        form: &'a Form<'_>,
        key: &'a str,
        typed: &'a Typed,
        field: &'a Field,
        posted: Option<&'a Posted>,
    ) -> Place<'a> {
        let wrong = posted.and_then(|posted| posted.wrong.iter().find(|wrong| wrong.field == field.name));
        let vague = form.vague.iter().filter(|challenge| challenge.field == field.name);
        Place {
            file: self.file,
            duties: self.duties,
            typed,
            form: key,
            field,
            wrong: wrong.map(|wrong| wrong.words.as_str()),
            vague: vague.map(|challenge| challenge.words.clone()).collect(),
        }
    }

    /// Taking a thing out again: folded, so that nothing destructive touches anything safe. The log keeps it.
    fn way_out(&self, sheet: Sheet, id: &str) -> AnyView {
        view! {
            <details class="more">
                <summary>"Take this out"</summary>
                <form method="post" action=self.action.clone()>
                    <input type="hidden" name="sheet" value=sheet.code() />
                    <input type="hidden" name="id" value=id.to_owned() />
                    <p class="row">
                        <button type="submit" class="button" name="do" value="drop">
                            "Take it out"
                        </button>
                        <span class="hint">"The log of the conference keeps what stood here."</span>
                    </p>
                </form>
            </details>
        }
        .into_any()
    }
}

/// A thing of an approved record: what stands there, without a form.
fn standing(form: &Form) -> AnyView {
    form.is_kept
        .then(|| {
            view! {
                <div class="thing">
                    <p class="closed">
                        <b>{form.heading.clone()}</b>
                        <span>{form.more.clone()}</span>
                    </p>
                </div>
            }
        })
        .into_any()
}

/// The fields; lists of the same answers that follow each other are one table, so that a way can be followed along its line.
fn drawn<'a>(fields: &'a [Field], typed: &Typed, place: impl Fn(&'a Field) -> Place<'a>) -> Vec<AnyView> {
    let mut out = Vec::new();
    let mut rest = fields;
    while let Some((field, after)) = rest.split_first() {
        let same = rest.iter().take_while(|other| is_several(other) && other.ask == field.ask).count();
        if same > 1 {
            let (together, after) = rest.split_at(same);
            out.push(table(together, typed));
            rest = after;
        } else {
            out.push(control(&place(field)));
            rest = after;
        }
    }
    out
}

fn is_several(field: &Field) -> bool {
    matches!(field.ask, Ask::Several(_))
}

fn table(fields: &[Field], typed: &Typed) -> AnyView {
    let Some(Ask::Several(answers)) = fields.first().map(|field| &field.ask) else {
        return ().into_any();
    };
    let heads = fields.iter().map(|field| view! { <th scope="col">{field.label}</th> }).collect_view();
    let rows = answers.iter().map(|(code, words)| {
        let cells = fields.iter().map(|field| {
            let said = format!("{}: {words}", field.label);
            let box_at = tick(field.name, code, said, typed.has(field.name, code));
            view! { <td class="box">{box_at}</td> }
        });
        let cells = cells.collect_view();
        view! {
            <tr>
                <th scope="row">{words.clone()}</th>
                {cells}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="field wide">
            <table class="grid">
                <thead>
                    <tr>
                        <td></td>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Where somebody writes why words can stay in which the release check found something.
pub(super) fn can_stay(key: &str, posted: Option<&Posted>) -> Option<AnyView> {
    let posted = posted.filter(|posted| posted.look_again)?;
    let id = format!("{key}-anyway").replace([':', '.'], "-");
    let hint = format!("{id}-hint");
    let field = view! {
        <div class="field">
            <label class="label" for=id.clone()>
                "It can stay, because"
            </label>
            <p class="hint" id=hint.clone()>
                "The record keeps this with what was found. Leave it empty if you have changed the words."
            </p>
            <textarea id=id name="anyway" rows="2" maxlength="2000" aria-describedby=hint>
                {posted.typed.get("anyway").to_owned()}
            </textarea>
        </div>
    };
    Some(field.into_any())
}
