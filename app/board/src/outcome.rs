//! What the conference arrives at: numbers on scales, lines of the plan, decisions, and answers to a child's words.
//!
//! Deliberately not here: any sum over them. Numbers are never averaged and a decision is never counted from votes.

mod answer;
mod decision;
mod opinion;
mod plan;
mod rating;

pub use answer::{Answer, AnswerKind};
pub use decision::{Category, Decision, Disagreement, Outcome};
pub use opinion::{AgencyView, Dissent, FamilyView, Opinion};
pub use plan::{Action, Contingency, Due, Owner};
pub use rating::Rating;
