//! The minutes over the network: as a page, as a PDF and as a Word file, for one audience.
//!
//! Deliberately not here: what they hold. The audience's view decides that; only its own staff can ask.

use axum::extract::{Query, State};
use axum::http::Uri;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use board::document::{Document, Print};
use board::id::ConferenceId;
use board::left_out::Rule;
use minutes::{DocxOptions, HtmlOptions, PdfOptions, Pictures, STYLE_SHEET, Style};
use serde::Deserialize;

use super::asked::Path;
use super::failure::Failed;
use super::forms::{ask_first, go};
use super::{Shared, Visitor, assets};
use crate::look_again::{self, Anyway, Read, Wanted, why};
use crate::looked::Who;
use crate::pictures::on_paper;

/// A size of print other than the ordinary one, and why a file is wanted although something was found in it.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    size: Option<u8>,
    anyway: Option<String>,
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

/// Whether a name asks for a file to take away.
pub(super) fn is_file(name: &str) -> bool {
    Form::of(name).1 != Form::Page
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
    if form != Form::Page && !found.is_empty() {
        let Some(reason) = asked.anyway.as_deref().and_then(Anyway::coded) else {
            return Ok(go(&format!("/conferences/{conference}/minutes/{name}?size={}", print.points()), None));
        };
        let who = Who::Account(visitor.signed_in()?.0.id.clone());
        look_again::taken_anyway(shared.store.as_ref(), who, &conference, reason).await?;
    }
    let pictures = on_paper(shared.store.as_ref(), &conference, &document).await?;
    match form {
        Form::Page => Ok(page(&Read { document, found }, pictures, &conference, name, print)),
        Form::Pdf => pdf(document, pictures, name, print).await,
        Form::Word => word(document, pictures, name, print).await,
    }
}

/// The style sheet of the page: a paper's own, in the letters that are served here.
pub(crate) async fn style() -> Response {
    let sheet = assets::text("pkg/fonts.css") + STYLE_SHEET;
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], sheet).into_response()
}

async fn read(shared: &Shared, conference: &ConferenceId, name: &str) -> Result<Read, Failed> {
    let room = shared.rooms.room(conference).await?;
    let named = name.to_owned();
    let wanted = room.read(move |state| Wanted::of(state, &named)).await?.ok_or(Failed::NotFound)?;
    Ok(wanted.read(shared.store.as_ref(), conference).await?)
}

fn page(read: &Read, pictures: Pictures, conference: &ConferenceId, name: &str, print: Print) -> Response {
    let size = print.points();
    let copy = format!("/conferences/{conference}/minutes/{name}");
    let files = if read.found.is_empty() {
        format!(
            " <a target=\"_top\" href=\"{copy}.pdf?size={size}\">This copy as a PDF</a> \
             <a target=\"_top\" href=\"{copy}.docx?size={size}\">This copy for Word</a>"
        )
    } else {
        String::new()
    };
    let link = |print: Print| format!(" <a target=\"_top\" href=\"?size={}\">{}</a>", print.points(), print.words());
    let sizes = Print::ALL.map(link).concat();
    let top = format!(
        "<nav aria-label=\"Minutes\"><a target=\"_top\" href=\"/conferences/{conference}\">Back to the board</a> \
         <a target=\"_top\" href=\"/conferences/{conference}/minutes/professionals\">Professionals’ copy</a> \
         <a target=\"_top\" href=\"/conferences/{conference}/minutes/family\">Family’s copy</a>{files}{sizes}</nav>{}",
        look_again(&read.found, &copy, size)
    );
    let style = Style::Linked { href: "/minutes.css".to_owned(), nonce: None };
    let html = minutes::html(&read.document, &HtmlOptions { style, top: Some(top), print, pictures });
    let policy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
    ([(CONTENT_TYPE, "text/html; charset=utf-8"), (CONTENT_SECURITY_POLICY, policy)], html).into_response()
}

/// What is said above a paper in which something was found, and the form that asks why it is wanted as a file all the same.
fn look_again(found: &[Rule], copy: &str, size: u8) -> String {
    if found.is_empty() {
        return String::new();
    }
    let option = |reason: Anyway| format!("<option value=\"{}\">{}</option>", reason.code(), reason.words());
    format!(
        "<p role=\"note\"><b>Look again before anybody gets this copy.</b> {}</p>\
         <form method=\"get\" action=\"{copy}.pdf\" target=\"_top\"><input type=\"hidden\" name=\"size\" value=\"{size}\">\
         <p><label>Why it is taken all the same; this is written down <select name=\"anyway\" required>\
         <option value=\"\">Choose a reason</option>{}</select></label> \
         <button type=\"submit\">As a PDF, all the same</button> \
         <button type=\"submit\" formaction=\"{copy}.docx\">For Word, all the same</button></p></form>",
        minutes::escaped(&why(found)),
        Anyway::ALL.map(option).concat()
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
