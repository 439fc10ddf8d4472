//! What one audience may have on paper of everything that was put down beside the board: reports, parts, judgement, the last conference.
//!
//! Deliberately not here: how it is laid out ([`crate::paper`]). Each function begins with who may have the thing.

use jiff::civil::Date;

use super::project::owner_name;
use super::see::{is_at_work, matters, may_know_wishes};
use super::told::At;
use super::words::{person_name, source_name};
use super::{day, may_know, may_know_child, may_know_thing, may_see_card_at, may_see_person, may_see_present};
use crate::audience::{Audience, Standing};
use crate::curtain::Thing;
use crate::id::{CardId, ChildId, PersonId};
use crate::matter::{
    CoreGroup, Correction, DissentRoute, Exclusion, FamilyShape, GreyEnd, Involvement, Kind, QuorumDecision, Reader,
    Report, RestrictedPart, Shared, Statement, TheirView, Threshold,
};
use crate::state::State;

pub use super::earlier::{EarlierLine, EarlierPages, EarlierPlan, EarlierWords};

/// Everything of the record's matters that one audience may have on paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// The reports, each with whose it is and who has read it.
    pub reports: Vec<ReportLine>,
    /// Who was left out of what, and why.
    pub left_out: Vec<String>,
    /// Parts held without some people.
    pub restricted: Vec<String>,
    /// What was done without a quorum.
    pub quorum: Option<String>,
    /// The family in its own words.
    pub family: Option<FamilyShape>,
    /// How each child took part, by child.
    pub involvement: Vec<(ChildId, Vec<String>)>,
    /// How each statement of danger is made.
    pub statements: Vec<(CardId, Statement)>,
    /// Who finds out what is not known.
    pub grey: Vec<(CardId, String)>,
    /// Other views of a line, with who has them.
    pub their_views: Vec<(CardId, String, String)>,
    /// How the test for a plan was gone through, by child.
    pub thresholds: Vec<(ChildId, Vec<String>)>,
    /// What becomes of formal dissents.
    pub dissents: Vec<String>,
    /// Who works with the family.
    pub core_group: Vec<(String, String)>,
    /// The conference before.
    pub earlier: Option<EarlierPages>,
    /// What was put right after signing.
    pub corrections: Vec<(String, String)>,
}

/// One report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportLine {
    /// Whose.
    pub by: String,
    /// When it came.
    pub received: String,
    /// Who of the family had read it.
    pub shared: Vec<String>,
    /// What it says, where the chair put that down.
    pub summary: Option<String>,
}

impl Kept {
    /// What an audience may have now.
    pub fn of(state: &State, audience: &Audience) -> Self {
        let look = Look { state, audience };
        Self {
            reports: look.reports(),
            left_out: look.left_out(),
            restricted: look.restricted(),
            quorum: look.quorum(),
            family: look.family(),
            involvement: look.involvement(),
            statements: look.statements(),
            grey: look.grey(),
            their_views: look.their_views(),
            thresholds: look.thresholds(),
            dissents: look.dissents(),
            core_group: look.core_group(),
            earlier: super::earlier::pages(state, audience),
            corrections: look.corrections(),
        }
    }
}

/// One audience of one conference.
struct Look<'a> {
    state: &'a State,
    audience: &'a Audience,
}

impl Look<'_> {
    /// The matters of one kind that may be read. What one of them does to who sees what holds for everybody, read or not.
    fn all<'b, T: Kind + 'b>(&'b self) -> impl Iterator<Item = &'b T> {
        matters(self.state, self.audience)
    }

    fn knows(&self, child: &ChildId) -> bool {
        may_know_child(self.state, self.audience, child)
    }

    fn knows_all(&self) -> bool {
        self.state.record.children.iter().all(|child| self.knows(&child.id))
    }

    fn is_at_work(&self) -> bool {
        is_at_work(self.state, self.audience)
    }

    /// A child's own copy and a side room have nothing of all this, and business support nothing of any paper.
    fn is_grown_up(&self) -> bool {
        match self.audience {
            Audience::Child(_) | Audience::SideRoom(_) | Audience::Tablet(_) | Audience::Support => false,
            Audience::Chair
            | Audience::Clerk
            | Audience::Wall
            | Audience::Person(_)
            | Audience::Professionals
            | Audience::Family => true,
        }
    }

    fn name(&self, person: &PersonId) -> String {
        person_name(self.state, self.audience, person, |person| person.name.clone())
    }

    /// That there was a report is for those who may know its writer and a child it is about. Who has read it is for the professionals;
    /// somebody of the family finds what was done with themselves, and what it says where they have had it.
    fn reports(&self) -> Vec<ReportLine> {
        let seen = self.all::<Report>().filter(|report| {
            let writer = self.state.record.people.get(&report.by);
            let about = report.children.is_empty() || report.children.iter().any(|child| self.knows(child));
            let open = self.is_at_work() || report.shared.iter().any(|shared| self.is_me(shared));
            self.is_grown_up()
                && about
                && open
                && writer.is_some_and(|by| may_see_person(self.state, self.audience, by))
        });
        seen.map(|report| ReportLine {
            by: person_name(self.state, self.audience, &report.by, crate::people::Person::introduced),
            received: received(report),
            shared: report
                .shared
                .iter()
                .filter(|shared| self.is_at_work() || self.is_me(shared))
                .map(|shared| self.read(shared))
                .collect(),
            summary: report
                .summary
                .clone()
                .filter(|_| self.is_at_work() || (!report.restricted && self.has_had(report))),
        })
        .collect()
    }

    fn has_had(&self, report: &Report) -> bool {
        report.shared.iter().any(|shared| shared.on.is_some() && self.is_me(shared))
    }

    fn is_me(&self, shared: &Shared) -> bool {
        match (&shared.with, self.audience) {
            (Reader::Person(person), Audience::Person(me)) => person == me,
            (Reader::Person(_) | Reader::Child(_), _) => false,
        }
    }

    fn read(&self, shared: &Shared) -> String {
        let who = match &shared.with {
            Reader::Person(person) => self.name(person),
            Reader::Child(child) => {
                let child = self.state.record.children.get(child);
                child.map_or_else(String::new, |child| child.known_as.clone())
            }
        };
        let when = shared.on.map_or_else(|| "not shared".to_owned(), day);
        match &shared.how {
            Some(how) => format!("{who}: {when} ({how})"),
            None => format!("{who}: {when}"),
        }
    }

    /// That somebody was left out is for the professionals, and for that person themselves.
    fn left_out(&self) -> Vec<String> {
        let about_me = |exclusion: &Exclusion| *self.audience == Audience::Person(exclusion.person.clone());
        let seen = self.all::<Exclusion>().filter(|exclusion| self.is_at_work() || about_me(exclusion));
        seen.map(|exclusion| {
            let part = exclusion.part.as_ref().map_or("the conference", String::as_str);
            let part = if self.is_at_work() { part } else { "a part of the conference" };
            let grounds: Vec<&str> = exclusion.grounds.iter().map(|ground| ground.words()).collect();
            let mut said = vec![format!(
                "{} was not in {part}: {}.",
                self.name(&exclusion.person),
                grounds.join("; ").to_lowercase()
            )];
            let by = exclusion.decided_by.as_ref().map(|by| self.name(by));
            said.extend(decided(by.as_deref(), exclusion.decided_on));
            said.extend(exclusion.told_on.map(|on| {
                let how = exclusion.told_how.as_ref().map_or_else(String::new, |how| format!(" ({how})"));
                format!("Told on {}{how}.", day(on))
            }));
            let heard = exclusion.views.as_ref().filter(|_| self.is_at_work());
            said.extend(heard.map(|views| format!("Heard instead: {views}.")));
            said.join(" ")
        })
        .collect()
    }

    /// That a part was held without some people is for the professionals; why, for those of them who were in it.
    fn restricted(&self) -> Vec<String> {
        let parts = self.all::<RestrictedPart>().filter(|_| self.is_at_work());
        parts
            .map(|part| {
                let out: Vec<String> = part.out.iter().map(|person| self.name(person)).collect();
                let out: Vec<&str> = out.iter().map(String::as_str).collect();
                let (_, from) = super::words::local(part.began);
                let (_, to) = super::words::local(part.ended);
                let why = part.why.as_ref().filter(|_| !self.was_out(part));
                let why = why.map_or_else(String::new, |why| format!(" {why}"));
                format!("From {from} to {to} a part was held without {}.{why}", super::words::listed(&out))
            })
            .collect()
    }

    /// Whether somebody who reads this had stepped out of a part.
    fn was_out(&self, part: &RestrictedPart) -> bool {
        let at_work = |id: &PersonId| {
            let person = self.state.record.people.get(id);
            person.is_some_and(|person| person.role.standing() != Standing::Family)
        };
        match self.audience {
            Audience::Person(reader) => part.out.contains(reader),
            Audience::Professionals => part.out.iter().any(at_work),
            Audience::Chair
            | Audience::Clerk
            | Audience::Wall
            | Audience::Tablet(_)
            | Audience::Child(_)
            | Audience::SideRoom(_)
            | Audience::Support
            | Audience::Family => false,
        }
    }

    /// Why a conference went on with too few agencies is for everybody.
    fn quorum(&self) -> Option<String> {
        let chosen = self.all::<QuorumDecision>().next().filter(|_| self.is_grown_up())?;
        let because = [chosen.reason.map(|reason| reason.words().to_owned()), chosen.words.clone()];
        let because: Vec<String> = because.into_iter().flatten().collect();
        Some(format!("Too few agencies were there. {}. {}", chosen.choice.words(), because.join(". ")))
    }

    /// The family as a whole is for those who may know all its children.
    fn family(&self) -> Option<FamilyShape> {
        let allowed = self.is_grown_up() && self.knows_all() && !self.is_kept_apart();
        self.all::<FamilyShape>().next().filter(|_| allowed).cloned()
    }

    /// How a child took part is for grown-ups who may know the child; what a worker makes of the child's words, and how the child was
    /// asked, is for the professionals.
    fn involvement(&self) -> Vec<(ChildId, Vec<String>)> {
        let seen = self.all::<Involvement>().filter(|of| self.is_grown_up() && self.knows(&of.child));
        seen.filter_map(|of| {
            let lines = if self.is_at_work() { self.how_asked(of) } else { Vec::new() };
            (!lines.is_empty()).then(|| (of.child.clone(), lines))
        })
        .collect()
    }

    fn how_asked(&self, of: &Involvement) -> Vec<String> {
        let knows_wishes = may_know_wishes(self.state, self.audience);
        let listed = |options: &[crate::matter::InvolvementOption]| {
            options.iter().map(|option| option.words().to_lowercase()).collect::<Vec<_>>().join("; ")
        };
        let some = |label: &str, text: String| (!text.is_empty()).then(|| format!("{label}: {text}."));
        let text = |label: &str, text: &Option<String>| text.as_ref().and_then(|text| some(label, text.clone()));
        let code = of.code.map(|code| format!("{}, {}", code.code(), code.words().to_lowercase())).unwrap_or_default();
        [
            some("Offered", listed(&of.offered)),
            some("Chosen", listed(&of.chosen)),
            some("Happened", listed(&of.happened)),
            text("Otherwise than chosen, because", &of.otherwise_because),
            of.advocacy.as_ref().and_then(|offer| some("Advocate", self.advocacy(offer))),
            some("Participation code", code),
            text("Another code would follow; the chair says", &of.code_reason),
            of.absent_because.and_then(|why| some("Not there because", why.words().to_lowercase())),
            of.no_words.and_then(|why| some("No words because", why.words().to_lowercase())),
            text("Tried, and next", &of.no_words_tried),
            text("Seen", &of.observed),
            of.chair_met.map(|met| {
                if met { "The chair met them.".to_owned() } else { "The chair did not meet them.".to_owned() }
            }),
            text("About that", &of.chair_met_how),
            text("Their wish about who is there", &of.wish).filter(|_| knows_wishes),
            text("What was done about it", &of.wish_followed).filter(|_| knows_wishes),
            text("Made to fit", &of.adaptation),
            text("What a worker makes of it", &of.analysis),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn advocacy(&self, offer: &crate::matter::Advocacy) -> String {
        let who = offer.advocate.as_ref().map(|advocate| self.name(advocate));
        let met = (!offer.met.is_empty()).then(|| format!("met {}", offer.met.join(", ")));
        let offered = offer.offered_on.map(|on| format!("offered on {}", day(on)));
        let response = Some(offer.response.words().to_lowercase());
        [offered, response, offer.reason.clone(), who, met].into_iter().flatten().collect::<Vec<_>>().join("; ")
    }

    fn sees(&self, card: &CardId) -> bool {
        let card = self.state.record.cards.get(card);
        card.is_some_and(|card| may_see_card_at(self.state, self.audience, At::Board, card))
    }

    /// How a statement is made is for those who may see the statement; of the lines it is drawn from they have those they may see.
    fn statements(&self) -> Vec<(CardId, Statement)> {
        let seen = self.all::<Statement>().filter(|of| self.sees(&of.card));
        seen.map(|of| {
            let mut shown = of.clone();
            shown.from.retain(|card| self.sees(card));
            shown.goal.retain(|card| self.sees(card));
            (of.card.clone(), shown)
        })
        .collect()
    }

    /// Who finds out is for those who may see what is not known, and who.
    fn grey(&self) -> Vec<(CardId, String)> {
        let seen = self.all::<GreyEnd>().filter(|end| self.sees(&end.card));
        seen.map(|end| {
            let owner = end.owner.as_ref().map(|owner| owner_name(self.state, self.audience, owner));
            let words = match (owner, end.due, &end.resolved) {
                (_, _, Some(known)) => format!("Known by now: {known}"),
                (Some(owner), Some(due), None) => format!("{owner} finds out by {}.", day(due)),
                (Some(owner), None, None) => format!("{owner} finds out."),
                (None, _, None) => "Nobody finds out yet.".to_owned(),
            };
            (end.card.clone(), words)
        })
        .collect()
    }

    /// How somebody sees a line otherwise is for those it was shared with who may see the line and that person.
    fn their_views(&self) -> Vec<(CardId, String, String)> {
        let seen = self.all::<TheirView>().filter(|of| {
            let by = match &of.by {
                crate::card::Source::Person(person) => {
                    let person = self.state.record.people.get(person);
                    person.is_some_and(|person| may_see_present(self.state, self.audience, person))
                }
                crate::card::Source::Child(child) => self.knows(child),
                crate::card::Source::Agency(_) => true,
            };
            by && self.sees(&of.card) && may_know(self.state, self.audience, &of.may_know)
        });
        seen.map(|of| (of.card.clone(), source_name(self.state, self.audience, &of.by), of.words.clone())).collect()
    }

    /// How the test was gone through for a child is for grown-ups who may know the child; what was said about other agencies and the
    /// family's answer is for the professionals.
    fn thresholds(&self) -> Vec<(ChildId, Vec<String>)> {
        let seen = self.all::<Threshold>().filter(|test| self.is_grown_up() && self.knows(&test.child));
        seen.map(|test| (test.child.clone(), self.test(test))).collect()
    }

    fn test(&self, test: &Threshold) -> Vec<String> {
        let yes = |known: bool| if known { "yes" } else { "no" };
        let mut said: Vec<String> = Vec::new();
        said.extend(test.suffered.map(|known| format!("Has suffered significant harm: {}.", yes(known))));
        said.extend(test.likely.map(|known| format!("Harm, or more of it, is likely: {}.", yes(known))));
        if let Some(before) = test.category_before {
            let tested = if test.retested { "tested again" } else { "not tested again" };
            said.push(format!("Category before: {}; {tested}.", before.words()));
        }
        said.extend(test.category_changed_because.as_ref().map(|why| format!("It changed because: {why}.")));
        if self.is_at_work() {
            said.extend(test.specific.as_ref().map(|specific| format!("About this child: {specific}.")));
            said.extend(
                test.split_because.as_ref().map(|why| format!("Decided so although some saw it otherwise: {why}.")),
            );
        }
        if let Some(offered) = test.other_plan_offered {
            let answer = test.family_agrees.as_ref().filter(|_| self.is_at_work());
            let agreed = answer.map_or_else(String::new, |says| format!("; the family: {says}"));
            said.push(format!("Another plan was offered: {}{agreed}.", yes(offered)));
        }
        said
    }

    /// The way of a formal dissent is for the professionals; the family's disagreement has a way of its own.
    fn dissents(&self) -> Vec<String> {
        let seen = self.all::<DissentRoute>().filter(|_| self.is_at_work());
        seen.filter_map(|route| {
            let view = self.state.record.agency_views.get(&route.view)?;
            if !may_know_thing(self.state, self.audience, &Thing::AgencyView(view.id.clone())) {
                return None;
            }
            let mut said = vec![format!(
                "{} dissents formally about {}.",
                self.name(&view.by),
                route.about.words().to_lowercase()
            )];
            said.extend(route.raised_on.map(|on| {
                let at = route.raised_at.as_ref().map_or_else(String::new, |at| format!(" at {at}"));
                format!("Raised on {}{at}.", day(on))
            }));
            said.extend(
                route
                    .form_due
                    .as_ref()
                    .filter(|_| route.form_completed.is_none())
                    .map(|due| format!("The form is due {due}.")),
            );
            said.extend(route.form_completed.map(|on| format!("The form came on {}.", day(on))));
            said.extend(route.escalated_to.as_ref().map(|to| format!("It goes to: {to}.")));
            said.extend(route.chair_response.as_ref().map(|answer| format!("The chair answers: {answer}")));
            said.extend(route.resolved_on.map(|on| format!("Settled on {}.", day(on))));
            Some(said.join(" "))
        })
        .collect()
    }

    /// Who works with the family is for those it was shared with; of its people they have those they may find. When and where it meets
    /// is not for somebody who must not find one of them there.
    fn core_group(&self) -> Vec<(String, String)> {
        let Some(group) = self
            .state
            .record
            .all::<CoreGroup>()
            .next()
            .filter(|group| self.is_grown_up() && may_know(self.state, self.audience, &group.may_know))
        else {
            return Vec::new();
        };
        let known = |person: &&PersonId| {
            let person = self.state.record.people.get(person);
            person.is_some_and(|person| may_see_present(self.state, self.audience, person))
        };
        let may_come_across_them = group.members.iter().all(|member| known(&member));
        let members: Vec<String> = group.members.iter().filter(known).map(|person| self.name(person)).collect();
        let when = group.on.filter(|_| may_come_across_them).map(|on| {
            let at = group.at.as_ref().map_or_else(String::new, |at| format!(", {at}"));
            format!("{}{at}", day(on))
        });
        let row = |label: &str, text: Option<String>| text.map(|text| (label.to_owned(), text));
        [
            row("Lead social worker", group.lead.as_ref().filter(known).map(|person| self.name(person))),
            row("Manager", group.manager.as_ref().filter(known).map(|person| self.name(person))),
            row("Core group", (!members.is_empty()).then(|| members.join(", "))),
            row("Others", group.others.clone()),
            row("Meets first", when),
            row("Where", group.place.clone().filter(|_| may_come_across_them)),
            row("After that", group.every.clone()),
            row("Visits", group.visits.clone()),
            row("Not in it", group.not_in_it.clone().filter(|_| self.is_at_work())),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// A correction is for those it was shared with.
    fn corrections(&self) -> Vec<(String, String)> {
        let seen = self.all::<Correction>().filter(|of| may_know(self.state, self.audience, &of.may_know));
        seen.map(|of| {
            let (on, at) = super::words::local(of.at);
            (format!("{}, {at}", day(on)), of.words.clone())
        })
        .collect()
    }

    fn is_kept_apart(&self) -> bool {
        let Audience::Person(person) = self.audience else { return false };
        self.state.record.all::<Exclusion>().any(|exclusion| exclusion.person == *person)
    }
}

fn received(report: &Report) -> String {
    let on = report.received.map_or_else(|| "not yet".to_owned(), day);
    let at = report.received_at.as_ref().map_or_else(String::new, |at| format!(", {at}"));
    let late = if report.late { " (late)" } else { "" };
    format!("{on}{at}{late}")
}

fn decided(by: Option<&str>, on: Option<Date>) -> Option<String> {
    match (by, on) {
        (Some(by), Some(on)) => Some(format!("{by} decided so on {}.", day(on))),
        (Some(by), None) => Some(format!("{by} decided so.")),
        (None, Some(on)) => Some(format!("Decided on {}.", day(on))),
        (None, None) => None,
    }
}
