//! What is asked while people think together: what they are afraid of, what nobody knows, what became of last time, the test, dissent,
//! and how somebody sees a line otherwise.
//!
//! Deliberately not here: the decision, which the chair makes at the live board.

use crate::file::field::{Ask, Field, answers};
use crate::framework::SectionKind;
use crate::matter::{DissentAbout, PlanStatus, ReviewState};
use crate::outcome::Category;

pub(super) fn statement() -> Vec<Field> {
    vec![
        Field::new("card", "", Ask::Subject).needed(),
        Field::new("who", "Who is worried", Ask::Words).hint("By name: “Priya, the police and Mum”."),
        Field::new("what", "What grown-ups do, and when", Ask::LongWords)
            .hint("What may happen if nothing changes: “Declan comes back to the home”."),
        Field::new("effect", "What it would do to the child", Ask::LongWords)
            .hint("In words the child could understand."),
        Field::new(
            "from",
            "Which lines it is drawn from",
            Ask::Lines(vec![
                SectionKind::Worry,
                SectionKind::ChildView,
                SectionKind::ChildWorld,
                SectionKind::Complicating,
            ]),
        ),
        Field::new("goal", "Which goals answer it", Ask::Lines(vec![SectionKind::Goal, SectionKind::Action])),
    ]
}

pub(super) fn grey_end() -> Vec<Field> {
    vec![
        Field::new("card", "", Ask::Subject).needed(),
        Field::new("owner", "Who finds out", Ask::Owner),
        Field::new("due", "By when", Ask::Day),
        Field::new("resolved", "Or what is known by now", Ask::LongWords),
    ]
}

pub(super) fn walked() -> Vec<Field> {
    vec![
        Field::new("action", "", Ask::Subject).needed(),
        Field::new("status", "What became of it", Ask::Choice(answers(&PlanStatus::ALL, PlanStatus::words))).needed(),
        Field::new("evidence", "How we know", Ask::Words),
        Field::new("effect", "What it did for the child", Ask::Words),
    ]
}

pub(super) fn fate() -> Vec<Field> {
    vec![
        Field::new("card", "", Ask::Subject).needed(),
        Field::new("state", "What became of it", Ask::Choice(answers(&ReviewState::ALL, ReviewState::words))).needed(),
        Field::new("words", "More about it", Ask::Words),
        Field::new("now", "The line it is today", Ask::Line(Vec::new())),
    ]
}

pub(super) fn threshold() -> Vec<Field> {
    vec![
        Field::new("child", "", Ask::Subject).needed(),
        Field::new("suffered", "Has the child suffered significant harm?", Ask::YesNo),
        Field::new("likely", "Is harm, or more of it, likely?", Ask::YesNo),
        Field::new("specific", "What of this is about this child", Ask::LongWords),
        Field::new(
            "category_before",
            "At a review: the category before",
            Ask::Choice(answers(&Category::ALL, Category::words)),
        ),
        Field::new("retested", "At a review: the category was tested again", Ask::Tick),
        Field::new("category_changed_because", "If the category changed: why", Ask::Words),
        Field::new("split_because", "If agencies saw it otherwise: why the chair decided so", Ask::LongWords),
        Field::new("other_plan_offered", "If there is no plan: is another one offered?", Ask::YesNo),
        Field::new("family_agrees", "Does the family agree to that?", Ask::Words),
        Field::new("disagreement_noted", "Whether the child and the parents agree", Ask::LongWords)
            .hint("Or that they were asked, where nobody said more."),
    ]
}

pub(super) fn dissent_route() -> Vec<Field> {
    vec![
        Field::new("view", "", Ask::Subject).needed(),
        Field::new("about", "What it is about", Ask::Choice(answers(&DissentAbout::ALL, DissentAbout::words))).needed(),
        Field::new("raised_on", "Raised on", Ask::Day),
        Field::new("raised_at", "At what time", Ask::Words).hint("Like 15:20."),
        Field::new("form_due", "When the form is due", Ask::Words).hint("Like within 72 hours."),
        Field::new("form_completed", "When the form came", Ask::Day),
        Field::new("escalated_to", "Who it goes to", Ask::Words),
        Field::new("chair_response", "What the chair answers", Ask::LongWords),
        Field::new("resolved_on", "When it was settled", Ask::Day),
    ]
}

pub(super) fn their_view() -> Vec<Field> {
    vec![
        Field::new("card", "Beside which line", Ask::Line(Vec::new())).needed(),
        Field::new("by", "Who says so", Ask::SaidBy).needed(),
        Field::new("words", "Their words", Ask::LongWords).hint("Exactly as they say it.").needed(),
        Field::new("may_know", "Who may know it", Ask::MayKnow),
    ]
}
