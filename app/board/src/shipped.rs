//! A data file that came with this build: a framework, a tool or a language.
//!
//! Deliberately not here: what is in it. Each kind of data reads its own files.

/// One file.
#[derive(Debug, Clone, Copy)]
pub struct Shipped {
    /// Its name without its ending.
    pub id: &'static str,
    /// What is in it.
    pub text: &'static str,
}
