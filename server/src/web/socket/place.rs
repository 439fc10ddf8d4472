//! By what a connection has its place: whoever signed in at a console, and what a device needs to keep of itself.
//!
//! Deliberately not here: seats (see `seats`), and the end of sessions (see `ends`).

use std::sync::Arc;
use std::time::Duration;

use board::id::ConferenceId;
use store::{AccountId, Store};

use crate::auth::lasting;
use crate::auth::rights::Right;
use crate::auth::role::Role;
use crate::auth::session::{self, Found, now_ms};
use crate::code;
use crate::web::Shared;
use crate::web::gate::still;

/// What a device needs to keep of itself what is not stored yet.
pub(super) struct Kept {
    pub(super) key: String,
    pub(super) place: String,
}

impl Kept {
    /// The same however often somebody comes in as who they are, so that what was unsent when they went is found; and nobody
    /// has the key who is not in, or is somebody else in another seat or conference.
    pub(super) fn of(shared: &Shared, whose: &str) -> Self {
        let secret = |what: &str| code::hex(&shared.store.secret_of(&format!("{what} of {whose}")));
        Self { key: secret("unsent"), place: secret("place").chars().take(PLACE).collect() }
    }
}

/// How many letters name a place. More would not help: a device has few people.
const PLACE: usize = 8;

/// Somebody at a console, who must go when they may no longer be there.
pub(super) struct AtConsole {
    pub(super) shared: Shared,
    pub(super) account: AccountId,
    pub(super) role: Role,
    pub(super) conference: ConferenceId,
}

impl AtConsole {
    /// Whether they may still be there, as what they came. While the store cannot be asked, nobody is sent away.
    pub(super) async fn may_stay(&self) -> bool {
        still(&self.shared, &self.account, self.role, Right::SitAtConsole, &self.conference).await.unwrap_or(true)
    }
}

/// Whoever signed in, at one connection.
pub(super) struct User {
    store: Arc<dyn Store>,
    session: Found,
    idle: Duration,
}

impl User {
    pub(super) fn new(shared: &Shared, session: Found) -> Self {
        Self { store: Arc::clone(&shared.store), session, idle: shared.rules.idle }
    }

    /// Notes that they do something. A store that cannot be asked says so with the command itself.
    pub(super) async fn note(&mut self) {
        if lasting::is_worth_noting(self.session.used_ms, now_ms()) {
            let noted = session::note_use(self.store.as_ref(), &self.session, self.idle).await;
            if noted.is_ok() {
                self.session.used_ms = now_ms();
            }
        }
    }
}
