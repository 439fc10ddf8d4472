//! What is asked about one child's way of taking part: offered, chosen, happened; who stood beside them; what they are told.
//!
//! Deliberately not here: the child's words, which are in the child's tools, and what they may mean, which stands apart.

use crate::file::field::{Answer, Ask, Field, answers};
use crate::matter::{AbsenceReason, InvolvementOption, NoWordsReason, OfferResponse, Presence, Spoke};
use crate::participation::ParticipationCode;

pub(super) fn involvement() -> Vec<Field> {
    let ways = || Ask::Several(answers(&InvolvementOption::ALL, InvolvementOption::words));
    vec![
        Field::new("child", "", Ask::Subject).needed(),
        Field::new("offered", "Offered", ways()),
        Field::new("chosen", "Chosen", ways()),
        Field::new("happened", "Happened", ways()),
        Field::new("otherwise_because", "If it went otherwise: why, as the child was told", Ask::LongWords),
        Field::new("advocacy.response", "An advocate", Ask::Choice(answers(&OfferResponse::ALL, OfferResponse::words)))
            .needed(),
        Field::new("advocacy.offered_on", "Offered on", Ask::Day),
        Field::new("advocacy.offered_by", "Offered by", Ask::Person),
        Field::new("advocacy.reason", "Why not, where it is so", Ask::Words),
        Field::new("advocacy.advocate", "The advocate", Ask::Person),
        Field::new("advocacy.met", "When they met", Ask::List).hint("One a line."),
        Field::new("presence", "Was the child there?", Ask::Choice(answers(&Presence::ALL, Presence::words))),
        Field::new("spoke", "How the child was heard", Ask::Choice(answers(&Spoke::ALL, Spoke::words))),
        Field::new(
            "absent_because",
            "If the child was not there: why",
            Ask::Choice(answers(&AbsenceReason::ALL, AbsenceReason::words)),
        ),
        Field::new("code", "Participation code", Ask::Choice(codes())),
        Field::new("code_reason", "If you choose another code than follows: why", Ask::Words),
        Field::new(
            "no_words",
            "If there are no words of the child: why",
            Ask::Choice(answers(&NoWordsReason::ALL, NoWordsReason::words)),
        ),
        Field::new("no_words_tried", "What was tried, and what will be tried next", Ask::LongWords),
        Field::new("observed", "What was seen of a child who does not talk", Ask::LongWords)
            .hint("What was seen, without what it may mean."),
        Field::new("chair_met", "Did the chair meet the child before?", Ask::YesNo),
        Field::new("chair_met_how", "How and for how long, or why not", Ask::Words),
        Field::new("wish", "Whom the child wants to be there, or not", Ask::LongWords),
        Field::new("wish_followed", "What was done about that", Ask::LongWords),
        Field::new("adaptation", "What was done so that the child could follow and be heard", Ask::LongWords),
        Field::new("analysis", "What a worker makes of the child’s words", Ask::LongWords)
            .hint("It stands apart from the words. Say whose view it is."),
        Field::new("told_by", "Who tells the child what was decided, and how", Ask::Words),
        Field::new("tell_by", "By when", Ask::Day),
        Field::new("told_on", "When the child was told", Ask::Day),
    ]
}

/// Every participation code with what it stands for: nobody knows them by heart.
fn codes() -> Vec<Answer> {
    let words = |code: ParticipationCode| format!("{}: {}", code.code(), code.words());
    ParticipationCode::ALL.into_iter().map(|code| (code.code().to_owned(), words(code))).collect()
}
