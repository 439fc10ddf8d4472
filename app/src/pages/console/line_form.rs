//! What surrounds a line's words: who said it, what sort of line it is, which children it is about.
//!
//! Deliberately not here: the words, and sending. The add box and the "about this line" dialog both have these fields.

use board::card::{LineKind, Source};
use board::id::ChildId;
use board::view::View;
use leptos::prelude::*;

use super::code::{AGENCY, line_code, line_of, line_picks, source_code, source_of, source_picks, usual_line};
use super::hand::Hand;
use crate::ui::{PickField, TextField};

/// The fields around a line's words.
#[derive(Debug, Clone, Copy)]
pub(super) struct LineForm {
    /// Who said it, as the list's value.
    source: RwSignal<String>,
    /// The name of an agency that is not in the list.
    agency: RwSignal<String>,
    /// What sort of line.
    pub(super) line: RwSignal<LineKind>,
    /// Which children.
    pub(super) children: RwSignal<Vec<ChildId>>,
}

impl LineForm {
    /// Fields for a new line: the first person of the list, about all children.
    pub(super) fn new(view: &View) -> Self {
        let mut people = view.people.values().map(|person| Source::Person(person.id.clone()));
        // Nobody else's words are put into anybody's mouth because there is no chair in the list.
        let source = people.find(|source| usual_line(view, source) == LineKind::Chair);
        let source = source.unwrap_or_else(|| Source::Agency(String::new()));
        let children = view.head.children.iter().map(|child| child.id.clone()).collect();
        Self {
            line: RwSignal::new(usual_line(view, &source)),
            source: RwSignal::new(source_code(&source)),
            agency: RwSignal::new(String::new()),
            children: RwSignal::new(children),
        }
    }

    /// Takes over what surrounds a line that is there.
    pub(super) fn take(self, source: &Source, line: LineKind, children: &[ChildId]) {
        self.source.set(source_code(source));
        match source {
            Source::Agency(name) => self.agency.set(name.clone()),
            Source::Person(_) | Source::Child(_) => {}
        }
        self.line.set(line);
        self.children.set(children.to_vec());
    }

    /// Who said it, once it is clear.
    pub(super) fn source(self) -> Option<Source> {
        self.source.with(|code| self.agency.with(|agency| source_of(code, agency)))
    }

    /// Somebody else said it: the sort of line and the children follow.
    pub(super) fn said_by(self, view: &View, code: String) {
        if let Some(source) = source_of(&code, "") {
            self.line.set(usual_line(view, &source));
            match source {
                Source::Child(child) => self.children.set(vec![child]),
                Source::Person(_) | Source::Agency(_) => {}
            }
        }
        self.source.set(code);
    }
}

/// The list of who can have said it, with a place for a name that is not in it.
#[component]
pub(super) fn WhoSaidIt(
    /// The fields.
    form: LineForm,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let picks = Memo::new(move |_| hand.live().view.with(source_picks));
    let choose = move |code: String| hand.live().view.with_untracked(|view| form.said_by(view, code));
    let other = Memo::new(move |_| form.source.with(|code| code == AGENCY));
    view! {
        <PickField label="Who said it" value=form.source picks choose />
        {move || other.get().then(|| view! { <TextField label="Which agency or report" value=form.agency /> })}
    }
}

/// The list of the sorts of line that fit who said it.
#[component]
pub(super) fn WhatSort(
    /// The fields.
    form: LineForm,
) -> impl IntoView {
    let value = Signal::derive(move || line_code(form.line.get()).to_owned());
    let picks = Memo::new(move |_| form.source().map_or_else(Vec::new, |source| line_picks(&source)));
    let choose = move |code: String| {
        if let Some(line) = line_of(&code) {
            form.line.set(line);
        }
    };
    view! { <PickField label="Kind of line" value picks choose /> }
}

/// Which children, one or more.
#[component]
pub(super) fn AboutWhom(
    /// Which are chosen.
    chosen: RwSignal<Vec<ChildId>>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let children = Memo::new(move |_| hand.live().view.with(|view| view.head.children.clone()));
    let each = move || {
        let one = |child: board::view::ChildView| {
            let id = StoredValue::new(child.id);
            let on = Memo::new(move |_| chosen.with(|chosen| id.with_value(|id| chosen.contains(id))));
            let turn = move |_| chosen.update(|chosen| id.with_value(|id| turn(chosen, id)));
            view! {
                <label>
                    <input type="checkbox" checked=on.get_untracked() prop:checked=on on:change=turn />
                    {child.known_as}
                </label>
            }
        };
        children.get().into_iter().map(one).collect_view()
    };
    view! {
        <fieldset class="choice">
            <legend>"About"</legend>
            <div class="answers">{each}</div>
        </fieldset>
    }
}

/// Puts a thing into a list, or takes it out.
pub(super) fn turn<T: PartialEq + Clone>(list: &mut Vec<T>, thing: &T) {
    if list.contains(thing) {
        list.retain(|other| other != thing);
    } else {
        list.push(thing.clone());
    }
}
