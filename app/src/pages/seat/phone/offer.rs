//! Offering a line: words that go to the chair and to nobody else.
//!
//! Deliberately not here: putting it on the board. The chair does that, in these words.

use board::command::Command;
use board::id::OfferId;
use leptos::prelude::*;

use crate::live::{Live, new_id};
use crate::ui::{Dialog, IntoPart as _, Saving, SavingLine};

/// The box for a line. The words stay in it until the chair has them.
#[component]
pub(super) fn OfferDialog(
    /// The page's connection.
    live: Live,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let words = RwSignal::new(String::new());
    // Also what was being written when this device was paused.
    live.keep_draft_and("offer".to_owned(), words, move || open.set(true));
    let done = Callback::new(move |()| {
        words.set(String::new());
        open.set(false);
    });
    let saving = Saving::new(live, done);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let offer = OfferId::try_from(new_id()).map_err(|_| "Load this page again, then send it.");
        saving.send(offer.map(|offer| Command::OfferLine { offer, words: words.get() }));
    };
    let blank = move || words.with(|words| words.trim().is_empty());
    view! {
        <Dialog open title="Offer a line">
            <form class="offer" on:submit=send>
                <div class="field">
                    <label for="offer-words">"What do you want to say?"</label>
                    <p class="hint" id="offer-hint">
                        "Only the chair reads it. The chair can put it on the board, in your words and with your name."
                    </p>
                    <textarea
                        id="offer-words"
                        rows="5"
                        maxlength="2000"
                        dir="auto"
                        aria-describedby="offer-hint"
                        prop:value=move || words.get()
                        on:input=move |event| words.set(event_target_value(&event))
                        disabled=move || saving.busy()
                    ></textarea>
                </div>
                <SavingLine saving />
                <button
                    type="submit"
                    class="button"
                    data-kind="main"
                    data-size="live"
                    disabled=move || blank() || saving.busy()
                >
                    "Send to the chair"
                </button>
            </form>
        </Dialog>
    }
    .into_part()
}
