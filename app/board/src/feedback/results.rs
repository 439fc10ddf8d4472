//! What was counted, with small numbers hidden so that nobody can be found in it.
//!
//! Deliberately not here: averages. A number of faces is a number of people.

use super::{ALL, Form, Question};

/// How often one answer was given to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The question's key.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// How often.
    pub count: u32,
}

/// One answer and how often it was given; nothing when that is hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The answer.
    pub answer: &'static str,
    /// How often, unless that is hidden.
    pub count: Option<u32>,
}

/// One question and its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub question: Question,
    /// Its answers, the best first.
    pub cells: Vec<Cell>,
}

/// What was counted for one form in one quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// How many people answered, as far as they are shown.
    pub people: u32,
    /// Question by question.
    pub asked: Vec<Asked>,
}

/// The results of a form; nothing while too few have answered. Counts of 1 to 5 are hidden, and with them whatever would
/// give them away.
pub fn results(form: Form, tallies: &[Tally]) -> Option<Results> {
    let counted = |question: &str, answer: Option<&str>| {
        let of = tallies.iter().filter(|tally| tally.question == question);
        of.filter(|tally| answer.is_none_or(|answer| tally.answer == answer)).map(|tally| tally.count).sum::<u32>()
    };
    let people = counted(ALL, None);
    if people < super::AT_ONCE {
        return None;
    }
    let asked = form.questions().iter().map(|question| {
        let answers = question.kind.answers();
        let counts: Vec<u32> = answers.iter().map(|answer| counted(question.key, Some(answer))).collect();
        let cells = answers.iter().zip(hidden(&counts)).map(|(answer, count)| Cell { answer, count });
        Asked { question: *question, cells: cells.collect() }
    });
    Some(Results { people, asked: asked.collect() })
}

/// A count of 1 to 5 is hidden (source: disclosure control of the Department for Education). Since everybody knows how
/// many people there are, further counts are hidden, the smallest first, until what is hidden can have come about in more
/// than one way.
fn hidden(counts: &[u32]) -> Vec<Option<u32>> {
    let mut cells: Vec<Option<u32>> =
        counts.iter().map(|count| Some(*count).filter(|count| !(1..=5).contains(count))).collect();
    while gives_away(counts, &cells) {
        let smallest = cells.iter().enumerate().filter_map(|(at, cell)| cell.map(|count| (count, at))).min();
        let Some(cell) = smallest.and_then(|(_, at)| cells.get_mut(at)) else {
            break;
        };
        *cell = None;
    }
    cells
}

/// Whether what is hidden follows from the sum: one hidden count always does, and several do when the sum is the least or
/// the most they can make.
fn gives_away(counts: &[u32], cells: &[Option<u32>]) -> bool {
    let secret: Vec<u32> =
        counts.iter().zip(cells).filter(|(_, cell)| cell.is_none()).map(|(count, _)| *count).collect();
    let sum: u32 = secret.iter().sum();
    let many = u32::try_from(secret.len()).unwrap_or(u32::MAX);
    many == 1 || (many > 1 && (sum == many || sum == many.saturating_mul(5)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(counts: &[u32]) -> Vec<Option<u32>> {
        hidden(counts)
    }

    #[test]
    fn small_numbers_are_hidden_and_large_ones_and_none_are_shown() {
        assert_eq!(shown(&[20, 0, 0]), [Some(20), Some(0), Some(0)]);
        assert_eq!(shown(&[12, 6, 7]), [Some(12), Some(6), Some(7)]);
        assert_eq!(shown(&[30, 3, 4, 8]), [Some(30), None, None, Some(8)]);
    }

    #[test]
    fn a_number_that_could_be_worked_out_takes_another_with_it() {
        assert_eq!(shown(&[19, 1, 0]), [Some(19), None, None], "20 less 19 would say it");
        assert_eq!(shown(&[13, 1, 6]), [Some(13), None, None], "the smallest goes with it");
        assert_eq!(shown(&[20, 1, 1, 8]), [Some(20), None, None, None], "two that make two are one each");
        assert_eq!(shown(&[20, 5, 5, 8]), [Some(20), None, None, None], "two that make ten are five each");
    }

    #[test]
    fn whatever_is_counted_no_hidden_number_follows_from_the_others() {
        for a in 0..=12 {
            for b in 0..=12 {
                for c in 0..=12 {
                    let counts = [a, b, c];
                    let cells = shown(&counts);
                    assert!(cells.iter().flatten().all(|count| !(1..=5).contains(count)), "{counts:?}: {cells:?}");
                    let secret = cells.iter().filter(|cell| cell.is_none()).count();
                    assert!(secret != 1, "{counts:?}: {cells:?}");
                }
            }
        }
    }

    #[test]
    fn nothing_is_shown_before_five_people_have_answered() {
        let tally =
            |question: &str, answer: &str, count| Tally { question: question.into(), answer: answer.into(), count };
        assert_eq!(results(Form::Family, &[]), None);
        assert_eq!(results(Form::Family, &[tally(ALL, ALL, 4), tally("listened", "5", 4)]), None);
        let ten = [tally(ALL, ALL, 10), tally("listened", "5", 8), tally("listened", "2", 2), tally("next", "yes", 10)];
        let shown = results(Form::Family, &ten).unwrap();
        assert_eq!(shown.people, 10);
        let counts: Vec<Option<u32>> = shown.asked[0].cells.iter().map(|cell| cell.count).collect();
        assert_eq!(counts, [Some(8), None, None, None, Some(0), Some(0)], "two that make two take a third with them");
        assert_eq!(shown.asked[2].cells[0], Cell { answer: "yes", count: Some(10) });
    }
}
