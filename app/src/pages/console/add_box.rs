//! The new line: private until it is put on the board.
//!
//! Deliberately not here: losing it. A line the board did not take comes back into the box.

use board::card::{Card, Rank};
use board::command::Command;
use board::id::{CardId, SectionKey};
use board::sharing::MayKnow;
use board::view::SectionView;
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use super::hand::Hand;
use super::line_form::{AboutWhom, LineForm, WhatSort, WhoSaidIt};
use super::refused::is_asked_again;
use crate::live::new_id;
use crate::ui::{IntoPart as _, Pick, PickField};

/// The id of the place to write a new line.
pub(super) const NEW_LINE: &str = "new-line";

/// The box for a new line of the open column. A column without a section has nothing to write into.
#[component]
pub(super) fn AddBox() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let words = RwSignal::new(String::new());
    hand.live().keep_draft(NEW_LINE.to_owned(), words);
    let chosen = RwSignal::new(None::<SectionKey>);
    let form = hand.live().view.with_untracked(LineForm::new);
    let sections =
        Memo::new(move |_| hand.column.with(|open| open.as_ref().map_or_else(Vec::new, |open| open.sections.clone())));
    let section =
        Memo::new(move |_| sections.with(|sections| chosen.with(|chosen| open_section(sections, chosen.as_ref()))));
    Effect::new(move |_| {
        // Words that are to be looked at again are in that question.
        let refused = hand.live().refused.get().filter(|refused| !is_asked_again(refused.why.as_ref()));
        if let Some(refused) = refused
            && let Command::AddCard { card } = &*refused.command
            && words.with_untracked(String::is_empty)
        {
            form.take(&card.source, card.line, &card.children);
            chosen.set(Some(card.section.clone()));
            words.set(card.words.clone());
        }
    });
    let put = move || {
        let made = section.get_untracked().and_then(|section| new_card(words.get_untracked(), section.key, form));
        if let Some(card) = made {
            words.set(String::new());
            hand.send(Command::AddCard { card });
        }
    };
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        put();
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            put();
        }
    };
    let under = move || {
        let picks: Vec<Pick> =
            sections.get().into_iter().map(|section| (section.key.to_string(), section.label)).collect();
        let value = Signal::derive(move || section.get().map_or_else(String::new, |section| section.key.to_string()));
        let choose = move |key: String| chosen.set(key.parse().ok());
        (picks.len() > 1).then(|| view! { <PickField label="Under" value picks choose /> })
    };
    let ask = move || section.get().and_then(|section| section.ask);
    let usable = move || section.with(Option::is_some);
    view! {
        <form class="add" hidden=move || !usable() on:submit=on_submit>
            <div class="field">
                <label for=NEW_LINE>
                    "New line " <span class="hint">"Only you see this until you put it on the board"</span>
                </label>
                {move || ask().map(|ask| view! { <p class="ask">{ask}</p> })}
                <textarea
                    id=NEW_LINE
                    placeholder=" "
                    rows="1"
                    prop:value=words
                    on:input=move |event| words.set(event_target_value(&event))
                    on:keydown=on_key
                ></textarea>
            </div>
            <button type="submit" class="button" data-kind="main" data-size="live">
                "Put on board"
            </button>
            <div class="about">
                <WhoSaidIt form />
                {under}
                <WhatSort form />
                <AboutWhom chosen=form.children />
            </div>
        </form>
    }
    .into_part()
}

/// The section that was chosen, else the first of the column.
fn open_section(sections: &[SectionView], chosen: Option<&SectionKey>) -> Option<SectionView> {
    sections.iter().find(|section| Some(&section.key) == chosen).or_else(|| sections.first()).cloned()
}

/// A card of what was written, once there are words and it is clear who said them. A child's words are never trimmed.
fn new_card(words: String, section: SectionKey, form: LineForm) -> Option<Card> {
    if words.trim().is_empty() {
        return None;
    }
    let line = form.line.get_untracked();
    Some(Card {
        id: CardId::try_from(new_id()).ok()?,
        section,
        words: if line.is_childs() { words } else { words.trim().to_owned() },
        line,
        source: untrack(|| form.source())?,
        children: form.children.get_untracked(),
        entry: None,
        group: None,
        rank: Rank::default(),
        may_know: MayKnow::Everyone,
        fit_for_child: false,
        removed: false,
    })
}
