//! The code that was just made for a child's device, as the page has it where conferences are prepared.
//!
//! Deliberately decided here and not on the page: whatever a page is given stands in its source, whether it is shown or not.

use app::given::Handed;
use board::id::ConferenceId;

use super::Desk;
use crate::auth::codes;
use crate::auth::rights::Right;
use crate::web::Failed;

impl Desk {
    /// The code, for whoever made it in this browser, as long as they direct and it opens something.
    pub(super) async fn handed(&self, conference: &ConferenceId) -> Result<Option<Handed>, Failed> {
        let (account, _) = self.visitor.signed_in()?;
        let brought = self.visitor.handed.as_ref().filter(|_| self.visitor.may(Right::Direct).is_ok());
        let Some(handed) = brought.and_then(|brought| brought.for_whom_it_is(&account.id, conference)) else {
            return Ok(None);
        };
        let is_kept = codes::is_kept(self.shared.store.as_ref(), conference, &handed.child, &handed.code).await?;
        Ok(is_kept.then(|| handed.clone()))
    }
}
