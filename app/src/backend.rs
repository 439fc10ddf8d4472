//! The one port through which pages reach the server's data. It stands for one request of one visitor.
//!
//! Deliberately not here: anything that changes a conference. Changes are commands, and go over the socket.

use std::sync::Arc;

use async_trait::async_trait;
use board::id::ConferenceId;

use crate::api::{AsPage, ConferenceLine, FeedbackPage, FrameworkLine, Opened, SeatPage, Staff, ToolLine, WallPage};
use crate::failure::Failure;

/// What a page may ask on behalf of its visitor.
#[async_trait]
pub trait Backend: Send + Sync {
    /// Who is signed in, if anybody.
    async fn staff(&self) -> Result<Option<Staff>, Failure>;

    /// Whether the first account is still to be made.
    async fn is_new(&self) -> Result<bool, Failure>;

    /// The conferences this member of staff may open, newest first.
    async fn conferences(&self) -> Result<Vec<ConferenceLine>, Failure>;

    /// The frameworks a conference can be opened with.
    async fn frameworks(&self) -> Result<Vec<FrameworkLine>, Failure>;

    /// The kinds of tool a child can fill in.
    async fn tools(&self) -> Result<Vec<ToolLine>, Failure>;

    /// A conference as this member of staff may see it.
    async fn console(&self, conference: &ConferenceId) -> Result<Opened, Failure>;

    /// What an audience has of a conference, for its chair.
    async fn view_as(&self, conference: &ConferenceId, who: &str) -> Result<AsPage, Failure>;

    /// What this device's seat shows; a child's tablet in the language that was asked for, where there is one.
    async fn seat(&self, language: Option<String>) -> Result<SeatPage, Failure>;

    /// What was counted of people's feedback; the newest quarter unless another is named.
    async fn feedback(&self, quarter: Option<String>) -> Result<FeedbackPage, Failure>;

    /// What this device shows as a wall.
    async fn wall(&self) -> Result<WallPage, Failure>;
}

/// The backend of this request, as it is kept in the page's context.
pub type SharedBackend = Arc<dyn Backend>;
