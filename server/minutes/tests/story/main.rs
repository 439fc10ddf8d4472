//! The minutes of one fictional conference, from a document to a page, a PDF and a Word file, as a family would get them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../../../../app/board/tests/visibility/case.rs"]
#[expect(dead_code, reason = "each story uses a part of what they share")]
mod case;
#[path = "../../../../app/board/tests/common/mod.rs"]
#[expect(dead_code, reason = "each story uses a part of what they share")]
mod common;
#[path = "../../../../app/board/tests/visibility/promise.rs"]
mod promise;
#[path = "../../../../app/board/tests/visibility/table.rs"]
mod table;

mod awkward;
mod copies;
mod data;
mod decision;
mod edition;
mod file;
mod ics;
mod leaks;
mod office;
mod paper;
mod picture;
mod reader;
mod sharing;
mod standard;
mod web;
mod word;
