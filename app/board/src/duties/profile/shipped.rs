//! The profiles that come with Hearth, from the files in `duties/`.
//!
//! Deliberately not here: a list of them in code. The build reads the folder; a new file is a new place.

use super::Profile;
use crate::framework::Problem;
use crate::shipped::Shipped;

include!(concat!(env!("OUT_DIR"), "/duties.rs"));

impl Shipped {
    /// The profile in the file.
    ///
    /// # Errors
    /// Every problem with the file; a test keeps the shipped ones without any.
    pub fn profile(&self) -> Result<Profile, Vec<Problem>> {
        Profile::parse(self.text)
    }
}

/// All shipped profiles, by id.
pub fn shipped() -> &'static [Shipped] {
    DUTIES
}
