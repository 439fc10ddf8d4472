//! The minutes of one fictional conference, from a document to a page and to a PDF, as a family would get them.

mod awkward;
mod file;
mod paper;
mod picture;
mod reader;
mod web;
