//! A letter as a paper, from what it may hold and the texts of its band.
//!
//! Deliberately not here: choosing what a child may have. This file can only use a [`LetterView`].

use super::Texts;
use crate::card::LineKind;
use crate::document::{Block, Document, Print, Running, Span, Voice};
use crate::outcome::Answer;
use crate::paper::{DEMO, pictures};
use crate::people::{Attendance, Role};
use crate::view::EntryView;
use crate::view::letter::{Helper, LetterView, PlanLine};

/// The letter, in the order a child reads it.
pub fn compose(view: &LetterView, texts: &Texts) -> Document {
    let letter = Letter { view, texts };
    let says = &texts.says;
    let mut blocks = vec![heading(1, &letter.fill(&says.greeting))];
    blocks.push(paragraph(&letter.fill(&says.safe)));
    blocks.extend(view.choices.keep.as_deref().map(paragraph));
    blocks.push(paragraph(&letter.fill(if view.is_review { &says.why_again } else { &says.why_first })));
    blocks.extend(letter.people());
    blocks.extend(letter.told());
    blocks.extend(letter.decided());
    blocks.extend(letter.next());
    blocks.extend(letter.expected());
    blocks.extend(letter.again());
    blocks.extend(letter.wrong());
    blocks.push(paragraph(&letter.fill(&says.from)));
    Document {
        title: says.title.clone(),
        language: "en-GB".to_owned(),
        running: Running {
            authority: view.authority.clone(),
            reference: String::new(),
            edition: None,
            copy: says.title.clone(),
            demo: view.demo.then(|| DEMO.to_owned()),
        },
        blocks,
    }
}

impl LetterView {
    /// The size of the letter's words: the chair's choice, or that of the band.
    pub fn print(&self, texts: &Texts) -> Print {
        self.choices.print.unwrap_or_else(|| texts.print())
    }
}

/// One letter while it is put together.
struct Letter<'a> {
    view: &'a LetterView,
    texts: &'a Texts,
}

impl Letter<'_> {
    /// A text with its names filled in.
    fn fill(&self, text: &str) -> String {
        let with = |name: &str| match name {
            "child" => self.view.known_as.clone(),
            "chair" => self.called(Role::Chair).unwrap_or_else(|| self.view.authority.clone()),
            "worker" => self.worker(),
            "trusted" => self.trusted(),
            "people" => self.named(),
            "teller" => self.view.choices.teller.clone().unwrap_or_else(|| self.worker()),
            "day" => self.view.again.clone().unwrap_or_default(),
            // No text has another name; its file would not have been taken.
            _ => String::new(),
        };
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, name, after)) = next_name(rest) {
            filled.push_str(before);
            filled.push_str(&with(name));
            rest = after;
        }
        filled.push_str(rest);
        first_large(&filled)
    }

    fn called(&self, role: Role) -> Option<String> {
        self.view.people.iter().find(|person| person.role == role).map(|person| person.called.clone())
    }

    fn worker(&self) -> String {
        self.called(Role::LeadSocialWorker).unwrap_or_else(|| self.texts.says.your_worker.clone())
    }

    /// Whom to tell: the social worker, and the child's advocate where there is one.
    fn trusted(&self) -> String {
        let advocate = self.view.people.iter().find(|it| it.role == Role::Advocate && it.relation.is_some());
        match advocate {
            Some(advocate) => format!("{} or {}", self.worker(), advocate.called),
            None => self.worker(),
        }
    }

    fn people(&self) -> Option<Block> {
        (!self.view.people.is_empty()).then(|| paragraph(&self.fill(&self.texts.says.who)))
    }

    /// Those who were there: the family first, then those whom the child knows best, then the others.
    fn named(&self) -> String {
        let mut people: Vec<&Helper> = self.view.people.iter().collect();
        people.sort_by_key(|person| closeness(person));
        let (named, others): (Vec<&Helper>, Vec<&Helper>) =
            people.into_iter().partition(|person| self.texts.names_everybody || closeness(person) < OTHERS);
        let mut words: Vec<String> = named.into_iter().map(|person| self.introduced(person)).collect();
        if !others.is_empty() {
            words.push(self.texts.says.others.clone());
        }
        match words.split_last() {
            Some((last, most)) if !most.is_empty() => format!("{} and {last}", most.join(", ")),
            Some((last, _)) => last.clone(),
            None => String::new(),
        }
    }

    /// "Priya (your social worker)"; "your mum"; "your dad (on the phone)".
    fn introduced(&self, person: &Helper) -> String {
        let texts = self.texts;
        let relation = person.relation.as_ref().filter(|_| person.role.is_of_the_family());
        let own_name = relation.and_then(|relation| texts.relations.get(relation));
        let what = match person.role {
            Role::Professional => person.agency.and_then(|agency| texts.agencies.get(&agency)),
            Role::Parent | Role::Carer | Role::Sibling | Role::FamilyNetwork => None,
            role @ (Role::Chair
            | Role::MinuteTaker
            | Role::LeadSocialWorker
            | Role::TeamManager
            | Role::Advocate
            | Role::Supporter
            | Role::Interpreter
            | Role::Solicitor
            | Role::Observer
            | Role::LegalAdviser) => texts.roles.get(&role),
        };
        let how = match person.attendance {
            Attendance::RemotePhone => Some(&texts.says.by_phone),
            Attendance::RemoteVideo => Some(&texts.says.by_video),
            Attendance::Invited
            | Attendance::Present
            | Attendance::PresentPart
            | Attendance::Apologies
            | Attendance::NoShow
            | Attendance::NotInvited
            | Attendance::Excluded
            | Attendance::ReportOnly => None,
        };
        let about: Vec<&str> = [what, how].into_iter().flatten().map(String::as_str).collect();
        let name = own_name.unwrap_or(&person.called);
        if about.is_empty() { name.clone() } else { format!("{name} ({})", about.join(", ")) }
    }

    /// The child's words, each with what was done about it underneath, and an honest word where that is still missing.
    fn told(&self) -> Vec<Block> {
        let says = &self.texts.says;
        let mut blocks = vec![heading(2, &self.fill(&says.told_heading))];
        let first = if self.view.said.is_empty() { &says.told_nothing } else { &says.told };
        blocks.push(paragraph(&self.fill(first)));
        for entry in &self.view.said {
            if !entry.words.is_empty() {
                blocks.push(self.words(entry));
            }
            blocks.extend(pictures::blocks(&entry.pictures, None));
            blocks.extend(entry.answer.as_ref().map(|answer| self.answer(answer)));
        }
        if self.view.said.iter().any(|entry| entry.answer.is_none()) {
            blocks.push(paragraph(&self.fill(&says.waiting)));
        }
        blocks
    }

    fn words(&self, entry: &EntryView) -> Block {
        Block::Words {
            who: self.texts.says.you.clone(),
            detail: None,
            words: Span { text: entry.words.clone(), language: entry.language.clone(), strong: false },
            translation: entry.translation.as_ref().map(|(words, _)| words.clone()),
            voice: match entry.line {
                LineKind::Scribed => Voice::Said,
                LineKind::Drawing => Voice::Drawn,
                LineKind::OwnWords
                | LineKind::Family
                | LineKind::Seen
                | LineKind::Reported
                | LineKind::Opinion
                | LineKind::Chair => Voice::Own,
            },
        }
    }

    fn answer(&self, answer: &Answer) -> Block {
        let kind = self.texts.answers.get(&answer.kind).map(String::as_str);
        let parts = [kind, Some(answer.words.as_str()), answer.reason.as_deref()];
        Block::Answer { text: Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" ")) }
    }

    fn decided(&self) -> Vec<Block> {
        let says = &self.texts.says;
        let outcome = self.view.outcome.and_then(|outcome| self.texts.outcomes.get(&outcome));
        let mut blocks = vec![heading(2, &self.fill(&says.decided_heading))];
        blocks.push(paragraph(&self.fill(outcome.unwrap_or(&says.not_decided))));
        blocks.extend(self.view.decided.as_deref().map(paragraph));
        blocks
    }

    fn next(&self) -> Vec<Block> {
        let says = &self.texts.says;
        let mut blocks = vec![heading(2, &self.fill(&says.next_heading))];
        let lines = self.view.plan.iter().take(usize::from(self.texts.most_lines));
        blocks.extend(lines.map(|line| self.line(line)));
        if blocks.len() == 1 {
            blocks.push(paragraph(&self.fill(&says.next_nothing)));
        }
        blocks
    }

    fn line(&self, line: &PlanLine) -> Block {
        let says = &self.texts.says;
        Block::Line {
            who: line.owner.clone().unwrap_or_else(|| says.somebody.clone()),
            detail: Some(match &line.due {
                Some(day) => says.by_day.replace("{day}", day),
                None => self.fill(&says.no_day),
            }),
            words: vec![Span::plain(&line.words)],
        }
    }

    fn expected(&self) -> Vec<Block> {
        let says = &self.texts.says;
        let expect = self.view.choices.expect.clone().unwrap_or_else(|| self.fill(&says.expect));
        vec![heading(2, &self.fill(&says.worker_heading)), paragraph(&expect), paragraph(&self.fill(&says.teller))]
    }

    fn again(&self) -> Vec<Block> {
        let says = &self.texts.says;
        let day = if self.view.again.is_some() { &says.again } else { &says.again_unknown };
        vec![
            heading(2, &self.fill(&says.again_heading)),
            paragraph(&self.fill(day)),
            paragraph(&self.fill(&says.taking_part)),
        ]
    }

    fn wrong(&self) -> Vec<Block> {
        let says = &self.texts.says;
        let mut blocks = vec![heading(2, &self.fill(&says.wrong_heading))];
        blocks.extend([&says.wrong, &says.helpline, &says.disagree].map(|text| paragraph(&self.fill(text))));
        blocks
    }
}

/// From here on somebody is one of the others.
const OTHERS: u8 = 4;

/// How near somebody is to a child: family, then the helpers a child meets, then all others.
fn closeness(person: &Helper) -> u8 {
    match person.role {
        Role::Parent | Role::Carer | Role::Sibling | Role::FamilyNetwork => 0,
        Role::LeadSocialWorker => 1,
        Role::Advocate if person.relation.is_some() => 2,
        Role::Chair => 3,
        Role::MinuteTaker
        | Role::TeamManager
        | Role::Professional
        | Role::Advocate
        | Role::Supporter
        | Role::Interpreter
        | Role::Solicitor
        | Role::Observer
        | Role::LegalAdviser => OTHERS,
    }
}

/// The text before the next name in braces, the name, and the text after it.
fn next_name(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// A sentence begins with a large letter, also where it begins with "your social worker".
fn first_large(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.to_owned(), new_page: false }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Span::plain(text)])
}
