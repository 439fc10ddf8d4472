//! What people say of meetings, counted, and the codes that are good for one answer each.
//!
//! Deliberately without anybody: no verb here takes or gives a conference, an account, a person or a day.

use std::fmt;

use async_trait::async_trait;
use board::feedback::Tally;

use crate::{Digest, Sensitive, StoreError};

/// One person's answers on their way into the counts. They are never together again.
pub struct Given {
    /// The form, by its name.
    pub form: String,
    /// The quarter of a year, by its name.
    pub quarter: String,
    /// Each question's key with its answer.
    pub answers: Vec<(String, String)>,
    /// What they wrote, and what they said it was about.
    pub words: Option<(Sensitive<String>, Option<String>)>,
}

/// What was tapped and written stays out of logs.
impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Given").field("form", &self.form).finish_non_exhaustive()
    }
}

/// Something that somebody wrote, with nothing that leads to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The form, by its name.
    pub form: String,
    /// What they said it was about, by the theme's name.
    pub theme: Option<String>,
    /// The words.
    pub words: Sensitive<String>,
}

/// The verbs of feedback.
#[async_trait]
pub trait Feedback: Send + Sync {
    /// Keeps new codes for a form, good for one answer each up to the end of a quarter. All of them or none:
    /// `AlreadyExists` if one of them is taken.
    async fn put_feedback_codes(&self, codes: Vec<Digest>, form: &str, until: &str) -> Result<(), StoreError>;

    /// Takes the code and counts the answers, both or neither. False if the code is not here, is for another form, or is no
    /// longer good; then nothing is counted. Once [`board::feedback::AT_ONCE`] more have answered, all of them are shown.
    async fn give_feedback(&self, code_hash: &Digest, given: Given) -> Result<bool, StoreError>;

    /// What is shown of a form's answers in a quarter.
    async fn feedback(&self, form: &str, quarter: &str) -> Result<Vec<Tally>, StoreError>;

    /// What people wrote in a quarter, as far as it is shown, in no order that means anything.
    async fn feedback_words(&self, quarter: &str) -> Result<Vec<Written>, StoreError>;

    /// The quarters in which somebody answered, the newest first.
    async fn feedback_quarters(&self) -> Result<Vec<String>, StoreError>;

    /// Clears away codes that were good until before a quarter, and says how many there were.
    async fn delete_old_feedback_codes(&self, quarter: &str) -> Result<u64, StoreError>;
}
