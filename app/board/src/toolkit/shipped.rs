//! The tools that come with Hearth, from the files in `tools/`.
//!
//! Deliberately not here: a list of them in code. The build reads the folder; a new file is a new tool.

use std::sync::LazyLock;

use super::{Template, parse};
use crate::id::ToolKey;
use crate::shipped::Shipped;

include!(concat!(env!("OUT_DIR"), "/tools.rs"));

/// All tools, in the order of their files' names.
static READ: LazyLock<Vec<Template>> =
    LazyLock::new(|| TOOLS.iter().filter_map(|file| parse(file.text).ok()).collect());

/// All tools; a test keeps their files sound.
pub fn shipped() -> &'static [Template] {
    &READ
}

/// The template that a kind of tool is filled in on.
pub fn shipped_for(kind: &ToolKey) -> Option<&'static Template> {
    READ.iter().find(|template| template.kinds().contains(kind))
}

/// The files, for the test that reads them.
pub fn files() -> &'static [Shipped] {
    TOOLS
}
