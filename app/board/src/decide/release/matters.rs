//! Every text of a matter of record, and who comes to read it.
//!
//! Deliberately not here: what is for the chair, the consoles and business support alone: notes, what is set aside, the list of copies.

use super::texts::{Text, about, with};
use crate::id::{ActionId, CardId};
use crate::matter::{CoreGroup, Exclusion, Involvement, Matter, Threshold};
use crate::outcome::Owner;
use crate::sharing::MayKnow;
use crate::state::State;

/// A matter is read by the professionals, by those who may know what it is about, or by everybody: as its kind is. What says itself who may
/// know it is released to those, or to all for whom it is to be shared.
pub(super) fn of_matter<'a>(state: &'a State, matter: &'a Matter, shared: Option<&'a MayKnow>) -> Vec<Text<'a>> {
    let (everyone, at_work) = (&MayKnow::Everyone, &MayKnow::Professionals);
    match matter {
        Matter::Report(of) => {
            let reach = if of.restricted { at_work } else { everyone };
            with(reach, &[of.summary.as_ref(), of.received_at.as_ref()])
        }
        Matter::Exclusion(of) => of_exclusion(of),
        Matter::Involvement(of) => of_involvement(of),
        Matter::QuorumDecision(of) => with(everyone, &[of.words.as_ref()]),
        Matter::FamilyShape(of) => with(everyone, &[Some(&of.words), of.corrected.as_ref()]),
        Matter::Correction(of) => with(shared.unwrap_or(&of.may_know), &[Some(&of.words)]),
        Matter::Threshold(of) => of_threshold(of),
        Matter::DissentRoute(of) => {
            let texts = [of.raised_at.as_ref(), of.form_due.as_ref()];
            with(at_work, &[&texts[..], &[of.chair_response.as_ref(), of.escalated_to.as_ref()]].concat())
        }
        Matter::Statement(of) => {
            with(of_card(state, &of.card, shared), &[of.who.as_ref(), of.what.as_ref(), of.effect.as_ref()])
        }
        Matter::GreyEnd(of) => {
            let owner = of.owner.as_ref().and_then(|owner| match owner {
                Owner::Named(words) => Some(words),
                Owner::Person(_) => None,
            });
            with(of_card(state, &of.card, shared), &[of.resolved.as_ref(), owner])
        }
        Matter::Walked(of) => with(of_walked(state, &of.action), &[of.evidence.as_ref(), of.effect.as_ref()]),
        Matter::Fate(of) => {
            let then = state.record.earlier.as_deref().and_then(|earlier| earlier.cards.get(&of.card));
            with(then.map_or(everyone, |then| &then.may_know), &[of.words.as_ref()])
        }
        Matter::TheirView(of) => with(shared.unwrap_or(&of.may_know), &[Some(&of.words)]),
        Matter::CoreGroup(of) => of_core_group(of, shared),
        Matter::RestrictedPart(of) => with(at_work, &[of.why.as_ref()]),
        Matter::Sitting(of) => with(at_work, &[Some(&of.name), of.time.as_ref()]),
        Matter::Note(_) | Matter::SetAside(_) | Matter::Recipient(_) | Matter::DutyDates(_) => Vec::new(),
    }
}

/// What is about a line reaches those who may know the line.
fn of_card<'a>(state: &'a State, card: &CardId, shared: Option<&'a MayKnow>) -> &'a MayKnow {
    let own = || state.record.cards.get(card).map_or(&MayKnow::Everyone, |card| &card.may_know);
    shared.unwrap_or_else(own)
}

fn of_walked<'a>(state: &'a State, action: &ActionId) -> &'a MayKnow {
    let then = state.record.earlier.as_deref().and_then(|earlier| earlier.plan.get(action));
    then.map_or(&MayKnow::Everyone, |then| &then.may_know)
}

/// Whoever was left out reads how they were told; the rest is for the professionals.
fn of_exclusion(of: &Exclusion) -> Vec<Text<'_>> {
    let at_work = with(&MayKnow::Professionals, &[of.part.as_ref(), of.views.as_ref()]);
    with(&MayKnow::Everyone, &[of.told_how.as_ref()]).into_iter().chain(at_work).collect()
}

/// How a child was asked is for the professionals, and what the child wants about who is there for the chair and the social worker.
fn of_involvement(of: &Involvement) -> Vec<Text<'_>> {
    let advocacy = of.advocacy.iter().flat_map(|offer| offer.reason.iter().chain(&offer.met)).map(Some);
    let asked = [
        of.otherwise_because.as_ref(),
        of.code_reason.as_ref(),
        of.no_words_tried.as_ref(),
        of.observed.as_ref(),
        of.chair_met_how.as_ref(),
        of.adaptation.as_ref(),
        of.analysis.as_ref(),
    ];
    let asked: Vec<Option<&String>> = asked.into_iter().chain(advocacy).collect();
    let wishes = with(&MayKnow::ChairAndSocialWorker, &[of.wish.as_ref(), of.wish_followed.as_ref()]);
    about(&of.child, with(&MayKnow::Professionals, &asked).into_iter().chain(wishes).collect())
}

/// Why the category changed is for everybody who may know the child; what was weighed, for the professionals.
fn of_threshold(of: &Threshold) -> Vec<Text<'_>> {
    let weighed = [of.specific.as_ref(), of.split_because.as_ref(), of.family_agrees.as_ref()];
    let weighed = with(&MayKnow::Professionals, &weighed);
    let changed = with(&MayKnow::Everyone, &[of.category_changed_because.as_ref()]);
    about(&of.child, changed.into_iter().chain(weighed).collect())
}

/// Why somebody is not in the core group is for the professionals.
fn of_core_group<'a>(of: &'a CoreGroup, shared: Option<&'a MayKnow>) -> Vec<Text<'a>> {
    let reach = shared.unwrap_or(&of.may_know);
    let place = with(reach, &[of.place.as_ref()]).into_iter().map(|text| Text { is_where_we_meet: true, ..text });
    let open = with(reach, &[of.others.as_ref(), of.at.as_ref(), of.every.as_ref(), of.visits.as_ref()]);
    place.chain(open).chain(with(&MayKnow::Professionals, &[of.not_in_it.as_ref()])).collect()
}
