//! The rules, one sentence each: given a small conference, when somebody asks for something, then this happens.
//!
//! Deliberately not here: who sees what (that is `visibility.rs`).

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[expect(dead_code, reason = "each story uses a part of what they share")]
mod common;

#[path = "rules/answers.rs"]
mod answers;
#[path = "rules/cards.rs"]
mod cards;
#[path = "rules/childs_words.rs"]
mod childs_words;
#[path = "rules/course.rs"]
mod course;
#[path = "rules/curtain.rs"]
mod curtain;
#[path = "rules/matrix.rs"]
mod matrix;
#[path = "rules/outcomes.rs"]
mod outcomes;
#[path = "rules/own.rs"]
mod own;
#[path = "rules/pictures.rs"]
mod pictures;
#[path = "rules/release.rs"]
mod release;
#[path = "rules/review.rs"]
mod review;
#[path = "rules/rights.rs"]
mod rights;
#[path = "rules/seats.rs"]
mod seats;
#[path = "rules/sharing.rs"]
mod sharing;
#[path = "rules/shown.rs"]
mod shown;
#[path = "rules/steps.rs"]
mod steps;
