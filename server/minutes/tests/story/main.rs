//! The minutes of one fictional conference, from a document to a page, a PDF and a Word file, as a family would get them.

mod awkward;
mod file;
mod office;
mod paper;
mod picture;
mod reader;
mod web;
mod word;
