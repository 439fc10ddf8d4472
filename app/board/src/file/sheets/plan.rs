//! What is asked of a line of the plan.
//!
//! Deliberately not here: a word that is forbidden. Vague words are said beside the field, and people keep theirs.

use crate::file::field::{Ask, Field};
use crate::framework::SectionKind;

pub(super) fn action() -> Vec<Field> {
    vec![
        Field::new("what", "What is done", Ask::LongWords).needed(),
        Field::new("owner", "Who does it", Ask::Owner).needed(),
        Field::new("due", "By when", Ask::Due).needed(),
        Field::new("measure", "How we will know", Ask::Words),
        Field::new("outcome", "What will be different for the child", Ask::Words),
        Field::new("for_child", "The same in words for the child", Ask::LongWords)
            .hint("Only with these words does the line stand in the child’s letter."),
        Field::new("children", "For which children", Ask::Children).hint("All of them where none is ticked."),
        Field::new("need", "The worry it is about", Ask::Words).hint("Where no line of the board says it."),
        Field::new(
            "answers",
            "Which lines it answers",
            Ask::Lines(vec![
                SectionKind::Danger,
                SectionKind::Risk,
                SectionKind::Grey,
                SectionKind::Worry,
                SectionKind::Complicating,
                SectionKind::Goal,
                SectionKind::ChildView,
            ]),
        ),
        Field::new("supporting", "Who helps", Ask::Words),
        Field::new("start", "From when on", Ask::Day).hint("Where it does not begin at once."),
        Field::new("immediate", "It is done at once, before anything else", Ask::Tick),
        Field::new("late_because", "If it is due after the review: why", Ask::Words),
        Field::new("evidence", "Where the proof comes from", Ask::Words),
        Field::new("contingency", "What happens if it is not done", Ask::Words),
        Field::new("family_says", "What the family says to it", Ask::LongWords),
        Field::new("may_know", "Who may know it", Ask::MayKnow),
    ]
}
