//! What each file of a recipient holds: the minutes or a part of them, a child's letter, the decision on one page, the days that follow.
//!
//! Deliberately not here: drawing. And no second way to a reader's words: everything comes from that reader's view.

use board::audience::Audience;
use board::document::{Document, Edition};
use board::letter;
use board::matter::{CopyFor, CopyFormat, CopyType, Recipient};
use board::outcome::Outcome;
use board::paper::{self, Appointment, Extent, data};
use board::people::Role;
use board::state::State;
use board::view::minutes::MinutesView;
use minutes::PdfOptions;

use super::recipients::{audience, formats};

/// What one file holds.
pub(super) enum Contents {
    /// The minutes, or the part of them that this copy has.
    Minutes(Document),
    /// The same as data.
    Data(Box<data::Copy>),
    /// A child's letter.
    Letter(Document),
    /// The decision on one page.
    Decision(Document),
    /// The days that follow.
    Days(Vec<Appointment>),
}

impl Contents {
    /// The paper whose pictures are needed.
    pub(super) fn document(&self) -> Option<&Document> {
        match self {
            Self::Minutes(document) | Self::Letter(document) | Self::Decision(document) => Some(document),
            Self::Data(_) | Self::Days(_) => None,
        }
    }

    /// What it is and in which form, in words.
    pub(super) fn words(&self, format: CopyFormat) -> String {
        match self {
            Self::Minutes(_) => format!("Minutes: {}", format.words()),
            Self::Data(_) => "Minutes: data".to_owned(),
            Self::Letter(_) => format!("Letter: {}", format.words()),
            Self::Decision(_) => "The decision on one page".to_owned(),
            Self::Days(_) => "The days that follow, for a calendar".to_owned(),
        }
    }

    /// What the manifest calls it.
    pub(super) fn called(&self) -> &'static str {
        match self {
            Self::Minutes(_) => "minutes",
            Self::Data(_) => "data",
            Self::Letter(_) => "letter",
            Self::Decision(_) => "decision_letter",
            Self::Days(_) => "calendar",
        }
    }
}

/// Every file of one recipient, each with its form; none for somebody who gets nothing on paper.
pub(super) fn of(state: &State, recipient: &Recipient, edition: &Edition) -> Vec<(Contents, CopyFormat)> {
    let Some(extent) = extent(recipient) else {
        return letter_of(state, recipient);
    };
    let audience = audience(recipient).unwrap_or(Audience::Chair);
    let view = MinutesView::of(state, &audience);
    let whole = paper::part_of_minutes(&view, edition, extent);
    let mut papers: Vec<(Contents, CopyFormat)> = formats(recipient)
        .into_iter()
        .map(|format| match format {
            CopyFormat::AccessibleHtml | CopyFormat::Pdf | CopyFormat::Docx => {
                (Contents::Minutes(whole.clone()), format)
            }
            CopyFormat::Json => (Contents::Data(Box::new(data::Copy::of(&view, edition, extent))), format),
        })
        .collect();
    if goes_to_a_parent(state, recipient, &view) {
        let letter = minutes::on_one_page(paper::decision_letters(&view, edition), &PdfOptions::from(recipient.print));
        papers.extend(letter.map(|letter| (Contents::Decision(letter), CopyFormat::Pdf)));
        let days = paper::calendar(&view);
        if !days.is_empty() {
            papers.push((Contents::Days(days), CopyFormat::Pdf));
        }
    }
    papers
}

/// The letter with the decision and the days go to the parents who may know of a decision (source: Sussex, North Yorkshire).
fn goes_to_a_parent(state: &State, recipient: &Recipient, view: &MinutesView) -> bool {
    match &recipient.to {
        CopyFor::Person(person) => {
            let decisions = view.view.decisions.values().filter_map(|decided| decided.decision.as_ref());
            let decided =
                decisions.map(|decision| decision.outcome).any(|outcome| outcome != Outcome::DeferredAdjourned);
            decided && state.record.people.get(person).is_some_and(|person| person.role == Role::Parent)
        }
        CopyFor::Child(_) | CopyFor::File => false,
    }
}

/// A child gets a letter in words for their age; an unborn child gets none.
fn letter_of(state: &State, recipient: &Recipient) -> Vec<(Contents, CopyFormat)> {
    match (&recipient.to, recipient.copy) {
        (CopyFor::Child(child), CopyType::ChildVersion) => match letter::write(state, child, None, None) {
            Some(written) => formats(recipient)
                .into_iter()
                .filter(|format| *format != CopyFormat::Json)
                .map(|format| (Contents::Letter(written.document.clone()), format))
                .collect(),
            None => Vec::new(),
        },
        (CopyFor::Person(_) | CopyFor::Child(_) | CopyFor::File, _) => Vec::new(),
    }
}

/// How much of the minutes a copy has; nothing for what are no minutes. Minutes hold what grown-ups say of each other, so a child never
/// gets them, whatever was chosen: a letter, or nothing on paper.
fn extent(recipient: &Recipient) -> Option<Extent> {
    if let CopyFor::Child(_) = &recipient.to {
        return None;
    }
    match recipient.copy {
        CopyType::Full | CopyType::OwnChildOnly | CopyType::File => Some(Extent::Whole),
        CopyType::PlanAndDecisions => Some(Extent::PlanAndDecisions),
        CopyType::DecisionsOnly => Some(Extent::Decisions),
        CopyType::PlanOnly => Some(Extent::Plan),
        CopyType::ChildVersion | CopyType::VerbalOnly | CopyType::None => None,
    }
}
