//! Fills the shape of a copy from a view.
//!
//! Deliberately not here: the state. What is not in the view cannot be in the copy.

use std::collections::BTreeMap;

use super::{
    Copy, CopyAction, CopyAnswer, CopyChild, CopyDay, CopyDecision, CopyEdition, CopyHeading, CopyLine, CopyNumber,
    CopyPerson, CopySaid, CopySaying, CopyView, CopyWords, FORMAT,
};
use crate::card::LineKind;
use crate::document::{Edition, Status};
use crate::id::CardId;
use crate::paper::{Extent, copy_for, title};
use crate::view::minutes::{ChildPages, MinutesView};
use crate::view::{CardView, DecisionView, EntryView, PictureView, View};

/// The number that a line has in this copy.
type Numbers<'a> = BTreeMap<&'a CardId, usize>;

impl Copy {
    /// The copy that one audience may have.
    pub fn of(minutes: &MinutesView, edition: &Edition, extent: Extent) -> Self {
        let whole = Self::whole(minutes, edition);
        let rest = extent.has_the_rest();
        let (decided, planned) = (extent.has_decisions(), extent.has_plan());
        Self {
            decisions: if decided { whole.decisions } else { Vec::new() },
            plan: if planned { whole.plan } else { Vec::new() },
            contingency: whole.contingency.filter(|_| planned),
            remarks: if rest { whole.remarks } else { Vec::new() },
            people: if rest { whole.people } else { Vec::new() },
            children: if rest { whole.children } else { Vec::new() },
            board: if rest { whole.board } else { Vec::new() },
            numbers: if rest { whole.numbers } else { Vec::new() },
            family_views: if rest { whole.family_views } else { Vec::new() },
            ..whole
        }
    }

    fn whole(minutes: &MinutesView, edition: &Edition) -> Self {
        let view = &minutes.view;
        let numbers = numbers(view);
        let remarks = minutes.without_childs_view.iter().chain(&minutes.left_out).cloned();
        let family = minutes.family_views.iter().map(|(who, words)| saying(who, words));
        Self {
            format: FORMAT,
            title: title(minutes),
            invented: view.head.demo,
            language: "en-GB",
            copy: copy_for(minutes),
            edition: of_edition(edition),
            authority: view.head.authority.clone(),
            reference: minutes.reference.clone(),
            met: minutes.when_and_where.clone(),
            framework: view.head.framework.clone(),
            chair: minutes.chair.clone(),
            lead_social_worker: minutes.lead.clone(),
            reason: minutes.reason.clone(),
            remarks: remarks.collect(),
            decisions: view.decisions.values().map(decision).collect(),
            next: days(minutes),
            people: people(minutes),
            children: minutes.children.iter().map(child).collect(),
            board: board(view, &numbers),
            numbers: given(view, &numbers),
            plan: plan(view, &numbers),
            contingency: view.contingency.clone(),
            family_views: family.collect(),
        }
    }
}

fn of_edition(edition: &Edition) -> CopyEdition {
    let as_at = match &edition.status {
        Status::Draft { as_at } => Some(as_at.clone()),
        Status::Final => None,
    };
    let fingerprint = edition.fingerprint.map(|fingerprint| fingerprint.to_string());
    CopyEdition { status: edition.status.code(), as_at, version: edition.version, fingerprint }
}

/// The lines of the board in the order in which they are read, numbered from 1.
fn numbers(view: &View) -> Numbers<'_> {
    let lines = view.head.columns.iter().flat_map(|column| view.lines(column));
    lines.zip(1..).map(|(card, number)| (&card.id, number)).collect()
}

fn decision(view: &DecisionView) -> CopyDecision {
    let made = view.decision.as_ref();
    let views = view.views.iter().map(|(who, view)| CopyView {
        who: who.clone(),
        opinion: view.opinion,
        category: view.category,
        reason: view.reason.clone(),
        dissent: view.dissent,
    });
    CopyDecision {
        child: view.child.clone(),
        outcome: made.map(|made| made.outcome),
        category: made.and_then(|made| made.category),
        reasons: made.map(|made| made.reasons.clone()),
        childs_view: made.and_then(|made| made.childs_view.clone()),
        views: views.collect(),
    }
}

fn days(minutes: &MinutesView) -> Vec<CopyDay> {
    let days = minutes.next.iter();
    days.map(|next| CopyDay { on: next.on.to_string(), at: next.at.clone(), what: next.what.clone() }).collect()
}

fn people(minutes: &MinutesView) -> Vec<CopyPerson> {
    let people = minutes.attendance.iter();
    people.map(|one| CopyPerson { name: one.name.clone(), tie: one.tie.clone(), how: one.how.clone() }).collect()
}

fn child(child: &ChildPages) -> CopyChild {
    let words = child.tools.iter().flat_map(|tool| tool.entries.iter().map(|entry| words(&tool.name, entry)));
    CopyChild {
        known_as: child.known_as.clone(),
        introduced: child.introduced.clone(),
        participation: child.participation.clone(),
        first_shown: child.first_shown.clone(),
        words: words.collect(),
    }
}

fn words(tool: &str, entry: &EntryView) -> CopyWords {
    let answer = entry.answer.as_ref().map(|answer| CopyAnswer {
        kind: answer.kind,
        words: answer.words.clone(),
        reason: answer.reason.clone(),
    });
    CopyWords {
        tool: tool.to_owned(),
        asked: entry.asked.clone(),
        said: said(
            (&entry.who, entry.how.as_ref()),
            entry.line,
            (&entry.words, entry.language.as_ref()),
            entry.translation.as_ref(),
            &entry.pictures,
        ),
        meaning: entry.meaning.clone(),
        disagrees: entry.disagrees,
        answer,
    }
}

/// Words with whose they are and how they came.
fn said(
    (who, how): (&str, Option<&String>),
    line: LineKind,
    (words, language): (&str, Option<&String>),
    translation: Option<&(String, String)>,
    pictures: &[PictureView],
) -> CopySaid {
    CopySaid {
        who: who.to_owned(),
        how: how.cloned(),
        line,
        words: words.to_owned(),
        language: language.cloned(),
        translation: translation.map(|(words, by)| saying(by, words)),
        pictures: pictures.iter().map(|picture| picture.alt.clone()).collect(),
    }
}

fn saying(who: &str, words: &str) -> CopySaying {
    CopySaying { who: who.to_owned(), words: words.to_owned() }
}

/// The headings that hold something; an empty one would tell that something is missing.
fn board(view: &View, numbers: &Numbers<'_>) -> Vec<CopyHeading> {
    let mut board = Vec::new();
    for column in &view.head.columns {
        for section in &column.sections {
            let lines: Vec<CopyLine> =
                view.section(&section.key).filter_map(|card| line(view, card, numbers)).collect();
            if !lines.is_empty() {
                board.push(CopyHeading { column: column.label.clone(), heading: section.label.clone(), lines });
            }
        }
    }
    board
}

fn line(view: &View, card: &CardView, numbers: &Numbers<'_>) -> Option<CopyLine> {
    let children = view.head.children.iter().filter(|child| card.children.contains(&child.id));
    Some(CopyLine {
        number: *numbers.get(&card.id)?,
        about: children.map(|child| child.known_as.clone()).collect(),
        said: said(
            (&card.who, card.how.as_ref()),
            card.line,
            (&card.words, card.language.as_ref()),
            card.translation.as_ref(),
            &card.pictures,
        ),
    })
}

/// The numbers, scale by scale.
fn given(view: &View, numbers: &Numbers<'_>) -> Vec<CopyNumber> {
    let of_scale = view.head.scales.iter().flat_map(|scale| {
        view.ratings.values().filter(|given| given.rating.scale == scale.key).map(|given| (&scale.question, given))
    });
    // A number about a line that is not in this copy is not in it either.
    let known = of_scale.filter(|(_, given)| given.rating.card.as_ref().is_none_or(|card| numbers.contains_key(card)));
    let number = known.map(|(question, given)| CopyNumber {
        question: question.clone(),
        of_line: given.rating.card.as_ref().and_then(|card| numbers.get(card)).copied(),
        who: given.who.clone(),
        value: given.rating.value,
        about: given.rating.about.clone(),
        reason: given.rating.reason.clone(),
        one_higher: given.rating.one_higher.clone(),
    });
    number.collect()
}

fn plan(view: &View, numbers: &Numbers<'_>) -> Vec<CopyAction> {
    let lines = view.plan_order.iter().filter_map(|id| view.plan.get(id));
    let action = |(line, number): (&crate::view::ActionView, usize)| CopyAction {
        number,
        what: line.action.what.clone(),
        owner: line.owner.clone(),
        due: line.due.clone(),
        children: line.children.clone(),
        answers: line.action.answers.iter().filter_map(|card| numbers.get(card)).copied().collect(),
        outcome: line.action.outcome.clone(),
        measure: line.action.measure.clone(),
        contingency: line.action.contingency.clone(),
    };
    lines.zip(1..).map(action).collect()
}
