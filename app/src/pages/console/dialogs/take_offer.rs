//! Where a line goes that somebody offered from their own device.
//!
//! Deliberately not here: changing its words. They go on the board as they were offered.

use board::card::{Card, Rank, Source};
use board::command::Command;
use board::id::{CardId, SectionKey};
use board::sharing::MayKnow;
use leptos::prelude::*;

use super::super::code::usual_line;
use super::super::hand::{Asking, Hand};
use super::super::line_form::AboutWhom;
use super::asked;
use super::move_to::Sections;
use crate::live::new_id;
use crate::ui::Dialog;

/// Asks for the section and the children it is about.
#[component]
pub fn TakeOffer() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let (open, offer) =
        asked(hand, |asking| if let Asking::TakeOffer(offer) = asking { Some(offer.clone()) } else { None });
    let found = Memo::new(move |_| {
        offer.with(|offer| {
            hand.live().view.with(|view| offer.as_ref().and_then(|offer| view.offers.get(offer)).cloned())
        })
    });
    let all = hand.live().view.with_untracked(|view| view.head.children.iter().map(|child| child.id.clone()).collect());
    let children = RwSignal::new(all);
    let choose = move |section: SectionKey| {
        let (Some(offer), Some(found)) = (offer.get_untracked(), found.get_untracked()) else {
            return;
        };
        let Ok(id) = CardId::try_from(new_id()) else {
            return;
        };
        let source = Source::Person(found.by);
        let line = hand.live().view.with_untracked(|view| usual_line(view, &source));
        let card = Card {
            id,
            section,
            words: found.words,
            line,
            source,
            children: children.get_untracked(),
            entry: None,
            group: None,
            rank: Rank::default(),
            may_know: MayKnow::Everyone,
            fit_for_child: false,
            removed: false,
        };
        hand.send(Command::TakeOffer { offer, card });
        open.set(false);
    };
    let theirs = move || {
        found.get().map(|offer| {
            view! {
                <p>
                    <b>{offer.who}</b>
                    ": "
                    {offer.words}
                </p>
            }
        })
    };
    view! {
        <Dialog open title="Put on board">
            {theirs}
            <AboutWhom chosen=children />
            <Sections choose=Callback::new(choose) />
        </Dialog>
    }
}
