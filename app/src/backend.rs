//! The one port through which pages reach the server's data. It stands for one request of one visitor.
//!
//! Deliberately not here: anything that changes a conference. Changes are commands, and go over the socket.

use std::sync::Arc;

use async_trait::async_trait;
use board::id::ConferenceId;
use board::view::look_back::SeenBy;

use crate::api::{ConferenceLine, FeedbackPage, FrameworkLine, Opened, SeatPage, Staff, ToolLine, WallPage};
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

    /// What this device's seat shows; a child's tablet in the language that was asked for, where there is one.
    async fn seat(&self, language: Option<String>) -> Result<SeatPage, Failure>;

    /// What was counted of people's feedback; the newest quarter unless another is named.
    async fn feedback(&self, quarter: Option<String>) -> Result<FeedbackPage, Failure>;

    /// What each audience will have of the words of the child whose tablet this is.
    async fn look_back(&self) -> Result<Vec<SeenBy>, Failure>;

    /// Shows nothing on this device until these numbers are typed again.
    async fn put_away(&self, numbers: &str) -> Result<(), Failure>;

    /// Whether these are the numbers; then this device has its place again.
    async fn come_back(&self, numbers: &str) -> Result<bool, Failure>;

    /// What this device shows as a wall.
    async fn wall(&self) -> Result<WallPage, Failure>;
}

/// The backend of this request, as it is kept in the page's context.
pub type SharedBackend = Arc<dyn Backend>;
