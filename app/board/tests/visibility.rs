//! Who sees what: every choice by every audience, written out by hand, and both demonstrations read through the eyes of
//! each person who must not find something there.
//!
//! Deliberately not here: how a view looks. What is not in it cannot be drawn.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[expect(dead_code, reason = "each story uses a part of what they share")]
mod common;

#[path = "visibility/alike.rs"]
mod alike;
#[path = "visibility/apart.rs"]
mod apart;
#[path = "visibility/arrivals.rs"]
mod arrivals;
#[path = "visibility/case.rs"]
mod case;
#[path = "visibility/children.rs"]
mod children;
#[path = "visibility/compare.rs"]
mod compare;
#[path = "visibility/demos.rs"]
mod demos;
#[path = "visibility/first_shown.rs"]
mod first_shown;
#[path = "visibility/letters.rs"]
mod letters;
#[path = "visibility/look_back.rs"]
mod look_back;
#[path = "visibility/pictures.rs"]
mod pictures;
#[path = "visibility/promise.rs"]
mod promise;
#[path = "visibility/random.rs"]
mod random;
#[path = "visibility/side_room.rs"]
mod side_room;
#[path = "visibility/surroundings.rs"]
mod surroundings;
#[path = "visibility/table.rs"]
mod table;
#[path = "visibility/told.rs"]
mod told;
