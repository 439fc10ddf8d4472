//! A child's letter over the network: as a page with what the chair should know above it, and as a PDF.
//!
//! Deliberately not here: what it holds. The child's own view decides that; only the conference's staff can ask for it.

use std::fmt::Write as _;

use axum::extract::{Query, State};
use axum::http::Uri;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use board::document::Print;
use board::id::{ChildId, ConferenceId};
use board::letter::{self, Band, Written};
use minutes::{HtmlOptions, PdfOptions, Pictures, Style, escaped};
use serde::Deserialize;

use super::asked::Path;
use super::failure::Failed;
use super::forms::ask_first;
use super::{Shared, Visitor};
use crate::pictures::on_paper;

/// Another band or size than the chair's, to try it out.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    band: Option<String>,
    size: Option<u8>,
}

/// Which child's letter a name asks for, and whether as a file to take away.
fn read(name: &str) -> (&str, bool) {
    name.strip_suffix(".pdf").map_or((name, false), |child| (child, true))
}

/// Whether a name asks for a file to take away.
pub(super) fn is_file(name: &str) -> bool {
    read(name).1
}

/// The letter as a page, or as a PDF when the address ends so.
pub(crate) async fn letter(
    State(shared): State<Shared>,
    Path((conference, name)): Path<(ConferenceId, String)>,
    Query(asked): Query<Asked>,
    visitor: Visitor,
    uri: Uri,
) -> Result<Response, Failed> {
    let (child, as_pdf) = read(&name);
    if as_pdf && let Some(asked) = ask_first(&visitor, &uri)? {
        return Ok(asked);
    }
    let child = ChildId::try_from(child.to_owned()).map_err(|_| Failed::NotFound)?;
    let (band, print) = (asked.band.as_deref().and_then(Band::coded), asked.size.and_then(Print::of_points));
    let room = shared.rooms.room(&conference).await?;
    let of = child.clone();
    let written = room.read(move |state| letter::write(state, &of, band, print)).await?.ok_or(Failed::NotFound)?;
    let pictures = on_paper(shared.store.as_ref(), &conference, &written.document).await?;
    if as_pdf { pdf(written, pictures).await } else { Ok(page(&written, pictures, &conference, &child)) }
}

fn page(written: &Written, pictures: Pictures, conference: &ConferenceId, child: &ChildId) -> Response {
    let style = Style::Linked { href: "/minutes.css".to_owned(), nonce: None };
    let options = HtmlOptions { style, top: Some(top(written, conference, child)), print: written.print, pictures };
    let html = minutes::html(&written.document, &options);
    let policy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    ([(CONTENT_TYPE, "text/html; charset=utf-8"), (CONTENT_SECURITY_POLICY, policy)], html).into_response()
}

/// What stands above the letter for the chair alone: the way back, the sizes, the measure, and what to look at. It does not
/// print.
fn top(written: &Written, conference: &ConferenceId, child: &ChildId) -> String {
    let (band, size) = (written.band.code(), written.print.points());
    let mut top = format!(
        "<nav aria-label=\"Letter\"><a href=\"/conferences/{conference}\">Back to the board</a> \
         <a href=\"/conferences/{conference}/letter/{child}.pdf?band={band}&amp;size={size}\">This letter as a PDF</a></nav>\
         <form method=\"get\"><p><label>Written for <select name=\"band\">"
    );
    for one in Band::ALL {
        option(&mut top, one.code(), one.words(), one == written.band);
    }
    top.push_str("</select></label> <label>Size <select name=\"size\">");
    for one in Print::ALL {
        option(&mut top, &one.points().to_string(), one.words(), one == written.print);
    }
    top.push_str("</select></label> <button type=\"submit\">Show it so</button></p></form>");
    let heading = if written.concerns.is_empty() { "Ready to hand over" } else { "Before you hand it over" };
    // Writing to a text cannot fail.
    let _ = write!(top, "<section><h2>{heading}</h2><p>{}</p><ul>", escaped(&written.reading.explained()));
    for concern in &written.concerns {
        let _ = write!(top, "<li>{}</li>", escaped(&concern.words()));
    }
    top.push_str("</ul></section>");
    top
}

fn option(top: &mut String, value: &str, words: &str, chosen: bool) {
    let chosen = if chosen { " selected" } else { "" };
    let _ = write!(top, "<option value=\"{value}\"{chosen}>{words}</option>");
}

/// Drawing takes a while, so it has a thread of its own. The file's name says nothing of the child.
async fn pdf(written: Written, pictures: Pictures) -> Result<Response, Failed> {
    let options = PdfOptions { pictures, ..PdfOptions::from(written.print) };
    let drawn = tokio::task::spawn_blocking(move || minutes::pdf(&written.document, &options));
    let bytes = drawn.await.map_err(|error| Failed::Unavailable(error.into()))??;
    let headers = [(CONTENT_TYPE, "application/pdf"), (CONTENT_DISPOSITION, "inline; filename=\"letter.pdf\"")];
    Ok((headers, bytes).into_response())
}
