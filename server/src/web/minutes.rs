//! The minutes over the network: as a page, as a PDF and as a Word file, for one audience.
//!
//! Deliberately not here: what they hold. The audience's view decides that; only its own staff can ask.

use axum::extract::{Query, State};
use axum::http::Uri;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use board::audience::Audience;
use board::document::{Document, Print};
use board::id::ConferenceId;
use board::left_out::Rule;
use board::paper;
use board::scan::{banned_for, held_back};
use board::view::minutes::MinutesView;
use minutes::{DocxOptions, HtmlOptions, PdfOptions, Pictures, STYLE_SHEET, Style};
use serde::Deserialize;

use super::asked::Path;
use super::failure::Failed;
use super::forms::{ask_first, go};
use super::{Shared, Visitor};
use crate::edition::Standing;
use crate::pictures::on_paper;

/// The audience of a paper by its name: `professionals`, `family`, or a person's id.
pub(crate) fn audience(name: &str) -> Option<Audience> {
    Audience::named(name).filter(|audience| match audience {
        Audience::Professionals | Audience::Family | Audience::Person(_) => true,
        Audience::Chair
        | Audience::Clerk
        | Audience::Wall
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::Support
        | Audience::SideRoom(_) => false,
    })
}

/// A size of print other than the ordinary one, and whether a file is wanted although something was found in it.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    size: Option<u8>,
    anyway: Option<String>,
}

/// A paper, and under which rules it holds something that its reader may not know.
struct Read {
    document: Document,
    found: Vec<Rule>,
}

/// How a paper is asked for: by the end of its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A page to read here.
    Page,
    /// A file to print.
    Pdf,
    /// A file for an office program.
    Word,
}

impl Form {
    /// The name of a copy, and the form it is wanted in.
    fn of(name: &str) -> (&str, Self) {
        if let Some(name) = name.strip_suffix(".pdf") {
            return (name, Self::Pdf);
        }
        name.strip_suffix(".docx").map_or((name, Self::Page), |name| (name, Self::Word))
    }
}

/// The minutes as a page, or as a file when the address ends so. A paper is read again before it is given, as a copy is: the page says why
/// somebody has to look again, and a file is not given before they have.
pub(crate) async fn paper(
    State(shared): State<Shared>,
    Path((conference, name)): Path<(ConferenceId, String)>,
    Query(asked): Query<Asked>,
    visitor: Visitor,
    uri: Uri,
) -> Result<Response, Failed> {
    let (name, form) = Form::of(&name);
    if form != Form::Page
        && let Some(asked) = ask_first(&visitor, &uri)?
    {
        return Ok(asked);
    }
    let print = asked.size.and_then(Print::of_points).unwrap_or_default();
    let Read { document, found } = read(&shared, &conference, name).await?;
    if form != Form::Page && !found.is_empty() && asked.anyway.is_none() {
        return Ok(go(&format!("/conferences/{conference}/minutes/{name}?size={}", print.points()), None));
    }
    let pictures = on_paper(shared.store.as_ref(), &conference, &document).await?;
    match form {
        Form::Page => Ok(page(&Read { document, found }, pictures, &conference, name, print)),
        Form::Pdf => pdf(document, pictures, name, print).await,
        Form::Word => word(document, pictures, name, print).await,
    }
}

/// The style sheet of the page.
pub(crate) async fn style() -> Response {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], STYLE_SHEET).into_response()
}

async fn read(shared: &Shared, conference: &ConferenceId, name: &str) -> Result<Read, Failed> {
    let audience = audience(name).ok_or(Failed::NotFound)?;
    let room = shared.rooms.room(conference).await?;
    let kept = room.read(move |state| {
        let known = match &audience {
            Audience::Person(person) => state.record.people.has(person),
            Audience::Professionals | Audience::Family => true,
            Audience::Chair
            | Audience::Clerk
            | Audience::Wall
            | Audience::Tablet(_)
            | Audience::Child(_)
            | Audience::Support
            | Audience::SideRoom(_) => false,
        };
        known.then(|| {
            let banned = banned_for(state, &audience);
            (MinutesView::of(state, &audience), Standing::of(&state.record), banned)
        })
    });
    let (view, standing, banned) = kept.await?.ok_or(Failed::NotFound)?;
    let document = paper::minutes(&view, &standing.edition(shared.store.as_ref(), conference).await?);
    let found = held_back(&document.words(), &banned);
    Ok(Read { document, found })
}

fn page(read: &Read, pictures: Pictures, conference: &ConferenceId, name: &str, print: Print) -> Response {
    let size = print.points();
    let (anyway, all_the_same) = if read.found.is_empty() { ("", "") } else { ("&amp;anyway=yes", ", all the same") };
    let link = |print: Print| format!(" <a target=\"_top\" href=\"?size={}\">{}</a>", print.points(), print.words());
    let sizes = Print::ALL.map(link).concat();
    let top = format!(
        "<nav aria-label=\"Minutes\"><a target=\"_top\" href=\"/conferences/{conference}\">Back to the board</a> \
         <a target=\"_top\" href=\"/conferences/{conference}/minutes/professionals\">Professionals’ copy</a> \
         <a target=\"_top\" href=\"/conferences/{conference}/minutes/family\">Family’s copy</a> \
         <a target=\"_top\" href=\"/conferences/{conference}/minutes/{name}.pdf?size={size}{anyway}\">This copy as a PDF{all_the_same}</a> \
         <a target=\"_top\" href=\"/conferences/{conference}/minutes/{name}.docx?size={size}{anyway}\">This copy for Word{all_the_same}</a>{sizes}</nav>{}",
        look_again(&read.found)
    );
    let style = Style::Linked { href: "/minutes.css".to_owned(), nonce: None };
    let html = minutes::html(&read.document, &HtmlOptions { style, top: Some(top), print, pictures });
    let policy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
    ([(CONTENT_TYPE, "text/html; charset=utf-8"), (CONTENT_SECURITY_POLICY, policy)], html).into_response()
}

/// What is said above a paper in which something was found: why, and never what, so that the page tells no more than the paper.
fn look_again(found: &[Rule]) -> String {
    if found.is_empty() {
        return String::new();
    }
    let why: Vec<&str> = found.iter().map(|rule| rule.words()).collect();
    format!(
        "<p role=\"note\"><b>Look again before anybody gets this copy.</b> Something on it is not for its reader: {}. \
         Change the words, or give the copy only to somebody who may know them.</p>",
        minutes::escaped(&why.join("; "))
    )
}

/// Drawing a long record takes a while, so it has a thread of its own.
async fn pdf(document: Document, pictures: Pictures, name: &str, print: Print) -> Result<Response, Failed> {
    let options = PdfOptions { pictures, ..PdfOptions::from(print) };
    let drawn = tokio::task::spawn_blocking(move || minutes::pdf(&document, &options)).await;
    let bytes = drawn.map_err(|error| Failed::Unavailable(error.into()))??;
    let file = format!("inline; filename=\"minutes-{name}.pdf\"");
    Ok(([(CONTENT_TYPE, "application/pdf"), (CONTENT_DISPOSITION, file.as_str())], bytes).into_response())
}

/// The same for a Word file, which is kept and not shown.
async fn word(document: Document, pictures: Pictures, name: &str, print: Print) -> Result<Response, Failed> {
    let options = DocxOptions { pictures, ..DocxOptions::from(print) };
    let written = tokio::task::spawn_blocking(move || minutes::docx(&document, &options)).await;
    let bytes = written.map_err(|error| Failed::Unavailable(error.into()))??;
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    let file = format!("attachment; filename=\"minutes-{name}.docx\"");
    Ok(([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, file.as_str())], bytes).into_response())
}
