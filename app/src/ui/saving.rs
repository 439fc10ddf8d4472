//! One thing on its way to the record: shown as saved only when the server has said so, and kept until then.
//!
//! Deliberately not here: what is saved. A form makes the command; this watches what becomes of it.

use std::sync::Arc;

use board::command::Command;
use board::rejection::Rejection;
use leptos::prelude::*;

use crate::live::{Live, Status};

/// What became of the last thing a form sent. A handle: all copies are the same.
#[derive(Clone, Copy)]
pub struct Saving {
    live: Live,
    sent: RwSignal<Option<Arc<Command>>>,
    trouble: RwSignal<Option<String>>,
    again: RwSignal<bool>,
}

impl Saving {
    /// Watches one form; `done` is called when what it sent is stored.
    pub fn new(live: Live, done: Callback<()>) -> Self {
        let saving =
            Self { live, sent: RwSignal::new(None), trouble: RwSignal::new(None), again: RwSignal::new(false) };
        let under_way = StoredValue::new(false);
        Effect::new(move |_| {
            let status = live.status.get();
            let refused = live.refused.get();
            let Some(sent) = saving.sent.get() else {
                under_way.set_value(false);
                return;
            };
            if let Some(refused) = refused.filter(|refused| Arc::ptr_eq(&refused.command, &sent)) {
                let look_again = matches!(refused.why, Some(Rejection::LookAgain { .. }));
                saving.sent.set(None);
                saving.again.set(look_again);
                saving.trouble.set(Some(refused.message));
                return;
            }
            match status {
                Status::Saving | Status::Unsent(_) => under_way.set_value(true),
                Status::Saved(_) if under_way.get_value() => {
                    saving.sent.set(None);
                    done.run(());
                }
                Status::Saved(_) | Status::Still | Status::Ended => {}
            }
        });
        saving
    }

    /// Sends what the form made, or says why it could make nothing.
    pub fn send(&self, made: Result<Command, &'static str>) {
        match made {
            Ok(command) => {
                self.trouble.set(None);
                self.again.set(false);
                self.live.refused.set(None);
                self.sent.set(Some(self.live.send(command)));
            }
            Err(why) => self.trouble.set(Some(why.to_owned())),
        }
    }

    /// Whether what was sent is taken once somebody has written why its words can stay.
    pub fn looks_again(&self) -> bool {
        self.again.get()
    }

    /// Sends what the form makes now, although something was found in it before.
    pub fn anyway(&self, made: Result<Command, &'static str>, reason: String) {
        self.send(made.map(|command| Command::Anyway { command: Box::new(command), reason }));
    }

    /// Whether something is on its way.
    pub fn busy(&self) -> bool {
        self.sent.with(Option::is_some)
    }

    /// How it stands, in words.
    fn words(&self) -> Option<String> {
        if let Some(trouble) = self.trouble.get() {
            return Some(trouble);
        }
        self.busy().then(|| match self.live.status.get() {
            Status::Unsent(_) => {
                "Not sent yet. It is kept on this page, and goes when the connection is back.".to_owned()
            }
            Status::Ended => "Not sent. Copy what you wrote, then load this page again.".to_owned(),
            Status::Still | Status::Saved(_) | Status::Saving => "Saving".to_owned(),
        })
    }
}

/// How a save stands, said where the form is.
#[component]
pub fn SavingLine(
    /// The save.
    saving: Saving,
) -> impl IntoView {
    view! { <p class="saving" role="status">{move || saving.words()}</p> }
}
