//! What people say of a meeting when nobody knows who they are: a few taps, counted and never kept by person.
//!
//! Deliberately not here: a conference, a seat, a name, a day. An answer carries its form, its quarter of a year and what
//! was tapped, and no more; and what is counted is shown only for five people and more at a time.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

mod results;

pub use results::{Asked, Cell, Results, Tally, results};

/// Answers become visible so many at a time: nobody can watch one person's arrive.
pub const AT_ONCE: u32 = 5;

/// The question whose answers count the people who answered at all.
pub const ALL: &str = "all";

/// The answer of somebody who passed a question over.
pub const SKIPPED: &str = "skipped";

/// Who is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Children and young people: at most six taps.
    Child,
    /// Parents and carers: three taps.
    Family,
    /// Professionals: three taps.
    Professional,
}

/// What a question is about (source: the five themes of Essex's feedback from children).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is a theme by its own name")]
pub enum Theme {
    FeelingSafer,
    MeetingsAboutMe,
    BeingInvolved,
    MakingPlans,
    PeopleWhoHelp,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// With one of five faces, 1 very unhappy to 5 very happy.
    Face,
    /// With yes or no.
    YesNo,
}

/// One question of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Its key, in forms and in the store.
    pub key: &'static str,
    /// How it is answered.
    pub kind: Kind,
    /// What it is about.
    pub theme: Theme,
}

const fn ask(key: &'static str, kind: Kind, theme: Theme) -> Question {
    Question { key, kind, theme }
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::Child, Self::Family, Self::Professional];

    /// The form's name in addresses and in the store.
    pub fn code(self) -> &'static str {
        match self {
            Self::Child => "child",
            Self::Family => "family",
            Self::Professional => "professional",
        }
    }

    /// The form with this name.
    pub fn coded(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.code() == code)
    }

    /// Its questions, in order. Any of them can be passed over.
    pub fn questions(self) -> &'static [Question] {
        const CHILD: &[Question] = &[
            ask("listened", Kind::Face, Theme::BeingInvolved),
            ask("my_words", Kind::Face, Theme::MeetingsAboutMe),
            ask("understood", Kind::Face, Theme::MakingPlans),
            ask("who_to_tell", Kind::YesNo, Theme::PeopleWhoHelp),
            ask("again", Kind::YesNo, Theme::MeetingsAboutMe),
        ];
        const GROWN_UP: &[Question] = &[
            ask("listened", Kind::Face, Theme::BeingInvolved),
            ask("understood", Kind::Face, Theme::MakingPlans),
            ask("next", Kind::YesNo, Theme::MakingPlans),
        ];
        match self {
            Self::Child => CHILD,
            Self::Family | Self::Professional => GROWN_UP,
        }
    }
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 5] =
        [Self::FeelingSafer, Self::MeetingsAboutMe, Self::BeingInvolved, Self::MakingPlans, Self::PeopleWhoHelp];

    /// The theme's name in forms and in the store.
    pub fn code(self) -> &'static str {
        match self {
            Self::FeelingSafer => "feeling_safer",
            Self::MeetingsAboutMe => "meetings_about_me",
            Self::BeingInvolved => "being_involved",
            Self::MakingPlans => "making_plans",
            Self::PeopleWhoHelp => "people_who_help",
        }
    }

    /// The theme with this name.
    pub fn coded(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }
}

impl Kind {
    /// What can be answered, the best first, and passing over at the end.
    pub fn answers(self) -> &'static [&'static str] {
        match self {
            Self::Face => &["5", "4", "3", "2", "1", SKIPPED],
            Self::YesNo => &["yes", "no", SKIPPED],
        }
    }
}

/// What somebody tapped, question by question, in the words of the store: each question of the form once, passed over
/// where nothing that can be answered was tapped.
pub fn given(form: Form, tapped: impl Fn(&str) -> Option<String>) -> Vec<(&'static str, &'static str)> {
    let answer = |question: &Question| {
        let tapped = tapped(question.key);
        let known = question.kind.answers().iter().find(|answer| tapped.as_deref() == Some(**answer));
        (question.key, known.copied().unwrap_or(SKIPPED))
    };
    form.questions().iter().map(answer).collect()
}

/// A quarter of a year: the finest time that is kept with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    year: i16,
    /// 1 to 4.
    quarter: i8,
}

impl Quarter {
    /// The quarter of a day.
    pub fn of(day: Date) -> Self {
        Self { year: day.year(), quarter: (day.month() - 1) / 3 + 1 }
    }

    /// The quarter after this one.
    #[must_use]
    pub fn next(self) -> Self {
        match self.quarter {
            4.. => Self { year: self.year + 1, quarter: 1 },
            quarter => Self { quarter: quarter + 1, ..self },
        }
    }

    /// Its name in the store and in addresses, which sorts as time does: "2026-Q4".
    pub fn code(self) -> String {
        format!("{:04}-Q{}", self.year, self.quarter)
    }

    /// The quarter with this name.
    pub fn coded(code: &str) -> Option<Self> {
        let (year, quarter) = code.split_once("-Q")?;
        let (year, quarter) = (year.parse().ok()?, quarter.parse().ok()?);
        (1..=4).contains(&quarter).then_some(Self { year, quarter })
    }

    /// The quarter in words: "October to December 2026".
    pub fn words(self) -> String {
        let months = match self.quarter {
            1 => "January to March",
            2 => "April to June",
            3 => "July to September",
            _ => "October to December",
        };
        format!("{months} {}", self.year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_is_asked_five_things_and_a_grown_up_three() {
        // Sending is the last tap of a child's form; the last question of a grown-up's sends it.
        assert!(Form::Child.questions().len() < 6, "with the words at the end that makes six at the most");
        assert!(Form::Family.questions().len() == 3 && Form::Professional.questions().len() == 3);
    }

    #[test]
    fn each_question_has_one_answer_and_what_makes_no_sense_is_passed_over() {
        let tapped = |key: &str| match key {
            "listened" => Some("5".to_owned()),
            "understood" => Some("11".to_owned()),
            "again" => Some("yes".to_owned()),
            _ => None,
        };
        let answers = given(Form::Child, tapped);
        let expected = [
            ("listened", "5"),
            ("my_words", SKIPPED),
            ("understood", SKIPPED),
            ("who_to_tell", SKIPPED),
            ("again", "yes"),
        ];
        assert_eq!(answers, expected);
    }

    #[test]
    fn a_day_is_kept_as_its_quarter_and_no_finer() {
        let day = |text: &str| -> Date { text.parse().unwrap() };
        assert_eq!(Quarter::of(day("2026-10-01")), Quarter::of(day("2026-12-31")));
        let quarter = Quarter::of(day("2026-10-20"));
        assert_eq!((quarter.code().as_str(), quarter.words().as_str()), ("2026-Q4", "October to December 2026"));
        assert_eq!(quarter.next().code(), "2027-Q1");
        assert!(quarter.code() < quarter.next().code(), "names sort as time does");
        assert_eq!(Quarter::coded("2026-Q4"), Some(quarter));
        for wrong in ["2026-Q5", "2026-Q0", "2026", "Q1", "2026-Qx", ""] {
            assert_eq!(Quarter::coded(wrong), None, "{wrong}");
        }
    }
}
