//! The profiles that come with Hearth, from the files in `duties/`.
//!
//! Deliberately not here: a list of them in code. The build reads the folder; a new file is a new place.

use super::Profile;
use crate::framework::Problem;

include!(concat!(env!("OUT_DIR"), "/shipped_duties.rs"));

/// One profile file that came with this build.
#[derive(Debug, Clone, Copy)]
pub struct Shipped {
    /// The file's name without its ending; the profile's id.
    pub id: &'static str,
    /// The file.
    pub text: &'static str,
}

impl Shipped {
    /// The profile in the file.
    ///
    /// # Errors
    /// Every problem with the file; a test keeps the shipped ones without any.
    pub fn read(&self) -> Result<Profile, Vec<Problem>> {
        Profile::parse(self.text)
    }
}

/// All shipped profiles, by id.
pub fn shipped() -> &'static [Shipped] {
    SHIPPED
}
