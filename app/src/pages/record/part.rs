//! One part of the record: what is there, each with its form, and a form for one more.
//!
//! Deliberately not here: the order of a conference. All parts can be filled in at any time.

use board::checks::Challenge;
use board::file::{Part, Sheet, Typed, fill};
use board::framework::SectionKind as Kind;
use board::keyed::Identified as _;
use board::matter::{Matter, Statement};
use board::view::LastTime;
use board::view::file::{FileView, Followable};
use leptos::prelude::*;
use serde::Serialize;

use super::frame::{closed, frame, news};
use super::saying;
use super::sheet::{Form, Forms};
use super::{attendance, earlier, family};
use crate::given::{PartPage, receive};
use crate::ui::{IntoPart as _, Stopped};

/// The page at `/conferences/:id/record/:part`.
#[component]
pub fn RecordPartPage() -> impl IntoView {
    match receive::<PartPage>() {
        Ok(page) => draw(page),
        Err(why) => view! { <Stopped why /> }.into_part(),
    }
}

fn draw(page: PartPage) -> AnyView {
    let PartPage { staff, file, part, duties, followable, last_time, form } = page;
    let action = format!("/conferences/{}/record/{}", file.id, part.code());
    let forms = Forms { file: &file, duties: &duties, now: &form, action };
    let mut inside = vec![
        view! { <p class="hint">{part.about()}</p> }.into_any(),
        news(&form),
        if part == Part::Corrections { ().into_any() } else { closed(&file) },
    ];
    inside.extend(beside(&forms, part, &followable, last_time));
    let found = part.sheets().into_iter().filter(|sheet| file.reader.finds(*sheet));
    inside.extend(found.map(|sheet| section(&forms, sheet)));
    inside.push(around(&file, part));
    frame(staff, &file, "/record", part.title(), inside)
}

/// What a part shows beside its forms.
fn beside(forms: &Forms, part: Part, followable: &[Followable], last_time: Option<LastTime>) -> Vec<AnyView> {
    match part {
        Part::Family => vec![family::invitees(forms)],
        Part::Attendance => vec![attendance::quorum(forms.file), attendance::table(forms)],
        Part::Duties => vec![super::overview::clock(forms.duties)],
        Part::Earlier => vec![earlier::follow(forms, followable), earlier::then_and_now(last_time)],
        Part::Exclusions => vec![restricted(forms.file)],
        Part::TheirView => vec![read_back(forms)],
        Part::Plan if forms.file.reader.is_at_console() => vec![contingency(forms.file)],
        Part::Involvement => vec![tools(forms.file)],
        Part::Plan
        | Part::Reports
        | Part::Statements
        | Part::Grey
        | Part::Decisions
        | Part::CoreGroup
        | Part::Notes
        | Part::Corrections => Vec::new(),
    }
}

/// The things of one kind.
fn section(forms: &Forms, sheet: Sheet) -> AnyView {
    let things = match sheet.subject() {
        Some(field) => about_each(forms, sheet, field),
        None => freely(forms, sheet),
    };
    let hint = things.is_empty().then(|| view! { <p class="hint">{nothing(sheet)}</p> });
    view! {
        <section class="sheet stack" aria-label=sheet.title()>
            <h2>{sheet.title()}</h2>
            {hint}
            {things}
        </section>
    }
    .into_any()
}

/// Why there is nothing to fill in.
fn nothing(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Statement => "There is no statement of danger or risk on the board yet. Put one there first.",
        Sheet::GreyEnd => "Nothing on the board is said to be unknown.",
        Sheet::DissentRoute => {
            "No agency has dissented formally. A formal dissent is noted with the agency’s view, at the board."
        }
        Sheet::Walked | Sheet::Fate => "There is nothing from last time here.",
        Sheet::Involvement
        | Sheet::Threshold
        | Sheet::FamilyShape
        | Sheet::Child
        | Sheet::Person
        | Sheet::Report
        | Sheet::Exclusion
        | Sheet::Sitting
        | Sheet::DutyDates
        | Sheet::QuorumDecision
        | Sheet::Action
        | Sheet::TheirView
        | Sheet::CoreGroup
        | Sheet::Note
        | Sheet::Correction
        | Sheet::SetAside
        | Sheet::Recipient => "Nothing is put down yet.",
    }
}

/// Something there can be one of for each child, line or view: its form stands ready for each.
fn about_each(forms: &Forms, sheet: Sheet, field: &str) -> Vec<AnyView> {
    let subjects = subjects(forms.file, sheet);
    let one = |(at, (id, words)): (usize, (String, String))| {
        let kept = forms
            .file
            .matters
            .iter()
            .find(|matter| Sheet::of(matter) == Some(sheet) && typed_of(sheet, *matter).get(field) == id);
        let mut typed = kept.map(|matter| typed_of(sheet, matter)).unwrap_or_default();
        if kept.is_none() {
            typed.put(field, id.clone());
        }
        let more = match kept {
            Some(_) => saying::known(forms.file, sheet, &typed),
            None => "Nothing is put down yet".to_owned(),
        };
        forms.draw(Form {
            sheet,
            id: kept.map_or_else(|| fresh(forms, sheet, at), |matter| matter.id().to_string()),
            is_kept: kept.is_some(),
            is_open: false,
            heading: words,
            more,
            vague: &[],
            above: above(forms, sheet, &id, kept),
            typed,
        })
    };
    subjects.into_iter().enumerate().map(one).collect()
}

/// An id for something new; it is in the form, so that a form that is sent twice puts one thing down.
fn fresh(forms: &Forms, sheet: Sheet, at: usize) -> String {
    format!("{}-{}{at}", forms.now.fresh, sheet.code().chars().next().unwrap_or('x'))
}

/// What a kind of thing can be about: an id, and words.
fn subjects(file: &FileView, sheet: Sheet) -> Vec<(String, String)> {
    let lines = |kinds: &[Kind]| {
        let wanted = file.lines.iter().filter(|line| kinds.contains(&line.kind));
        wanted.map(|line| (line.id.to_string(), line.words.clone())).collect::<Vec<_>>()
    };
    match sheet {
        Sheet::Involvement | Sheet::Threshold => {
            file.children.iter().map(|child| (child.id.to_string(), child.known_as.clone())).collect()
        }
        Sheet::Statement => lines(&[Kind::Danger, Kind::Risk]),
        Sheet::GreyEnd => lines(&[Kind::Grey]),
        Sheet::Walked => file
            .earlier
            .iter()
            .flat_map(|earlier| &earlier.plan)
            .map(|line| (line.id.to_string(), format!("{} ({})", line.what, line.who_and_when)))
            .collect(),
        Sheet::Fate => file
            .earlier
            .iter()
            .flat_map(|earlier| &earlier.lines)
            .map(|line| (line.id.to_string(), format!("{}: {}", line.who, line.words)))
            .collect(),
        Sheet::DissentRoute => file.dissents.iter().map(|line| (line.view.to_string(), line.words.clone())).collect(),
        Sheet::FamilyShape
        | Sheet::Child
        | Sheet::Person
        | Sheet::Report
        | Sheet::Exclusion
        | Sheet::Sitting
        | Sheet::DutyDates
        | Sheet::QuorumDecision
        | Sheet::Action
        | Sheet::TheirView
        | Sheet::CoreGroup
        | Sheet::Note
        | Sheet::Correction
        | Sheet::SetAside
        | Sheet::Recipient => Vec::new(),
    }
}

/// What stands above the fields of some forms: the sentence so far, the code that follows, what was decided.
fn above(forms: &Forms, sheet: Sheet, subject: &str, kept: Option<&Matter>) -> Option<AnyView> {
    match sheet {
        Sheet::Statement => {
            let posted = forms.now.posted.as_ref().filter(|posted| posted.typed.get("card") == subject);
            let typed = posted.map(|posted| posted.typed.clone());
            let typed = typed.or_else(|| kept.map(|matter| typed_of(sheet, matter)))?;
            let statement = Statement {
                id: "shown".parse().ok()?,
                card: subject.parse().ok()?,
                who: typed.words("who"),
                what: typed.words("what"),
                effect: typed.words("effect"),
                from: Vec::new(),
                goal: Vec::new(),
            };
            Some(view! { <p class="sentence">{statement.sentence()}</p> }.into_any())
        }
        Sheet::Involvement => {
            let (_, code) = forms.file.codes.iter().find(|(child, _)| child.as_str() == subject)?;
            let words = format!("From what is put down, the participation code is {}: {}.", code.code(), code.words());
            Some(view! { <p class="hint">{words}</p> }.into_any())
        }
        Sheet::Threshold => {
            let decided = forms.file.decisions.iter().find(|line| line.child.as_str() == subject);
            let words = decided.map_or_else(
                || "Nothing is decided for this child yet. The decision is made at the board.".to_owned(),
                |line| format!("Decided at the board: {}.", line.words),
            );
            Some(view! { <p class="hint">{words}</p> }.into_any())
        }
        Sheet::FamilyShape
        | Sheet::Child
        | Sheet::Person
        | Sheet::Report
        | Sheet::Exclusion
        | Sheet::Sitting
        | Sheet::DutyDates
        | Sheet::QuorumDecision
        | Sheet::Walked
        | Sheet::Fate
        | Sheet::GreyEnd
        | Sheet::Action
        | Sheet::DissentRoute
        | Sheet::TheirView
        | Sheet::CoreGroup
        | Sheet::Note
        | Sheet::Correction
        | Sheet::SetAside
        | Sheet::Recipient => None,
    }
}

/// Things that can be put down as often as there are some: each with its form, and a form for one more.
fn freely(forms: &Forms, sheet: Sheet) -> Vec<AnyView> {
    let kept = kept(forms.file, sheet);
    let is_full = sheet.is_single() && !kept.is_empty();
    let mut all: Vec<AnyView> = kept.into_iter().map(|thing| draw_thing(forms, sheet, thing)).collect();
    if !is_full && may_add(forms.file, sheet) {
        let mut typed = Typed::default();
        if let (Sheet::TheirView, Some(card)) = (sheet, &forms.now.card) {
            typed.put("card", card.clone());
        }
        if sheet == Sheet::Person {
            typed.put("attendance", "invited");
        }
        all.push(forms.draw(Form {
            sheet,
            id: fresh(forms, sheet, 0),
            typed,
            is_kept: false,
            is_open: sheet == Sheet::TheirView && forms.now.card.is_some(),
            heading: format!("Put down {}", sheet.one()),
            more: String::new(),
            vague: &[],
            above: None,
        }));
    }
    all
}

/// A correction is for after the approval, and stands as it was put down.
fn may_add(file: &FileView, sheet: Sheet) -> bool {
    sheet != Sheet::Correction || !file.approval.signed.is_empty()
}

/// One thing that is kept.
struct Thing<'a> {
    id: String,
    typed: Typed,
    vague: &'a [Challenge],
}

fn kept(file: &FileView, sheet: Sheet) -> Vec<Thing<'_>> {
    let thing = |id: String, typed: Typed| Thing { id, typed, vague: &[] };
    match sheet {
        Sheet::Child => file.children.iter().map(|child| thing(child.id.to_string(), typed_of(sheet, child))).collect(),
        Sheet::Person => {
            file.people.iter().map(|person| thing(person.id.to_string(), typed_of(sheet, person))).collect()
        }
        Sheet::Action => file
            .plan
            .iter()
            .map(|line| Thing {
                vague: &line.challenges,
                ..thing(line.action.id.to_string(), typed_of(sheet, &line.action))
            })
            .collect(),
        Sheet::FamilyShape
        | Sheet::Report
        | Sheet::Exclusion
        | Sheet::Sitting
        | Sheet::Involvement
        | Sheet::DutyDates
        | Sheet::QuorumDecision
        | Sheet::Walked
        | Sheet::Fate
        | Sheet::Statement
        | Sheet::GreyEnd
        | Sheet::Threshold
        | Sheet::DissentRoute
        | Sheet::TheirView
        | Sheet::CoreGroup
        | Sheet::Note
        | Sheet::Correction
        | Sheet::SetAside
        | Sheet::Recipient => {
            let of = file.matters.iter().filter(|matter| Sheet::of(matter) == Some(sheet));
            of.map(|matter| thing(matter.id().to_string(), typed_of(sheet, matter))).collect()
        }
    }
}

fn draw_thing(forms: &Forms, sheet: Sheet, thing: Thing) -> AnyView {
    let (heading, more) = saying::thing(forms.file, sheet, &thing.typed);
    if sheet == Sheet::Correction {
        return view! {
            <p class="kept">
                <b>{heading}</b>
                " "
                {more}
            </p>
        }
        .into_any();
    }
    let heading = if sheet == Sheet::DutyDates { "The days that are put down".to_owned() } else { heading };
    forms.draw(Form {
        sheet,
        id: thing.id,
        typed: thing.typed,
        is_kept: true,
        is_open: false,
        heading,
        more,
        vague: thing.vague,
        above: None,
    })
}

/// A kept thing as it stands in its form.
pub(super) fn typed_of<T: Serialize>(sheet: Sheet, thing: &T) -> Typed {
    serde_json::to_value(thing).map(|value| fill(&sheet.fields(), &value)).unwrap_or_default()
}

/// The restricted parts that were held; the curtain puts them down.
fn restricted(file: &FileView) -> AnyView {
    let parts = file.matters.iter().filter_map(|matter| match matter {
        Matter::RestrictedPart(part) => Some(part),
        Matter::Report(_)
        | Matter::Exclusion(_)
        | Matter::Involvement(_)
        | Matter::Sitting(_)
        | Matter::Note(_)
        | Matter::QuorumDecision(_)
        | Matter::FamilyShape(_)
        | Matter::SetAside(_)
        | Matter::Correction(_)
        | Matter::Threshold(_)
        | Matter::DissentRoute(_)
        | Matter::Statement(_)
        | Matter::GreyEnd(_)
        | Matter::Walked(_)
        | Matter::Fate(_)
        | Matter::TheirView(_)
        | Matter::CoreGroup(_)
        | Matter::Recipient(_)
        | Matter::DutyDates(_) => None,
    });
    let rows: Vec<AnyView> = parts
        .map(|part| {
            let out: Vec<String> = part.out.iter().map(|id| saying::person(file, id.as_str())).collect();
            let why = part.why.clone().map(|why| format!(": {why}")).unwrap_or_default();
            view! { <li>{format!("Without {}{why}", out.join(", "))}</li> }.into_any()
        })
        .collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="sheet stack" aria-label="Behind the curtain">
            <h2>"Behind the curtain"</h2>
            <ul>{rows}</ul>
        </section>
    }
    .into_any()
}

/// The board to read back, each line with the way to set another wording beside it.
fn read_back(forms: &Forms) -> AnyView {
    let here = &forms.action;
    let row = |line: &board::view::file::FileLine| {
        let way = format!("{here}?card={}#their_view--t0", line.id);
        let label = format!("Set another wording beside: {}", line.words);
        view! {
            <li>
                <p>
                    <span class="who">{line.who.clone()}</span>
                    " "
                    {line.words.clone()}
                </p>
                <a href=way aria-label=label>
                    "Another wording"
                </a>
            </li>
        }
    };
    let rows = forms.file.lines.iter().map(row).collect_view();
    view! {
        <section class="sheet stack" aria-label="Read back">
            <details class="more">
                <summary>"Read the board back, line by line"</summary>
                <ul class="read-back">{rows}</ul>
            </details>
        </section>
    }
    .into_any()
}

/// Where what happens if the plan does not work is written.
fn contingency(file: &FileView) -> AnyView {
    let board = format!("/conferences/{}", file.id);
    view! {
        <p class="hint">
            "What happens if the whole plan does not work is written " <a href=board>"at the board"</a>
            ", where everybody can see it."
        </p>
    }
    .into_any()
}

/// Where the children's own words are.
fn tools(file: &FileView) -> AnyView {
    let href = format!("/conferences/{}/prepare#tools", file.id);
    view! {
        <p class="hint">
            "A child’s own words stay in their tools, word for word: " <a href=href>"Children’s tools"</a> "."
        </p>
    }
    .into_any()
}

/// The way to the parts before and after.
fn around(file: &FileView, part: Part) -> AnyView {
    let found: Vec<Part> = Part::ALL.into_iter().filter(|other| file.reader.has(*other)).collect();
    let at = found.iter().position(|other| *other == part);
    let link = |other: Option<&Part>, words: &str| {
        other.map(|other| {
            let href = format!("/conferences/{}/record/{}", file.id, other.code());
            view! {
                <a class="button" href=href>
                    {format!("{words}: {}", other.title())}
                </a>
            }
        })
    };
    let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| found.get(at));
    let after = at.and_then(|at| found.get(at + 1));
    view! { <nav class="row" aria-label="Parts of the record">{link(before, "Back")} {link(after, "Next")}</nav> }
        .into_any()
}
