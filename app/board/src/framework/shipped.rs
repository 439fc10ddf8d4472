//! The frameworks that come with Hearth, from the files in `frameworks/`.
//!
//! Deliberately not here: a list of them in code. The build reads the folder; a new file is a new framework.

use super::{Framework, Problem, parse};
use crate::shipped::Shipped;

include!(concat!(env!("OUT_DIR"), "/frameworks.rs"));

impl Shipped {
    /// The framework in the file.
    ///
    /// # Errors
    /// Every problem with the file; a test keeps the shipped ones without any.
    pub fn read(&self) -> Result<Framework, Vec<Problem>> {
        parse(self.text)
    }
}

/// All shipped frameworks, by id.
pub fn shipped() -> &'static [Shipped] {
    FRAMEWORKS
}

/// The shipped framework with this id, if there is one and its file is sound.
pub fn shipped_by_id(id: &str) -> Option<Framework> {
    FRAMEWORKS.iter().find(|file| file.id == id)?.read().ok()
}
