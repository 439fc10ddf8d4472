//! The minutes of one fictional conference, from a document to a page, a PDF and a Word file, as a family would get them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod awkward;
mod file;
mod office;
mod paper;
mod picture;
mod reader;
mod sharing;
mod web;
mod word;
