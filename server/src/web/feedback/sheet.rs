//! A sheet of cards to print: a picture for a phone's camera and the same code for the hand on each, and nothing else.
//!
//! Deliberately alike: no number, no name and no date on a card, so that one cannot be told from another.

use std::fmt::Write as _;

use axum::http::HeaderName;
use axum::http::header::CONTENT_SECURITY_POLICY;
use qrcode::QrCode;
use qrcode::render::svg;

use crate::code;
use crate::web::failure::Failed;

/// What the sheet's page may load: our own looks, and nothing more.
pub(super) fn policy() -> [(HeaderName, &'static str); 1] {
    let policy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    [(CONTENT_SECURITY_POLICY, policy)]
}

/// The page. The code stands behind the `#` of the address, where no server sees it.
pub(super) fn sheet(address: &str, codes: &[String]) -> Result<String, Failed> {
    let mut page = String::from(
        "<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Cards to hand out</title><link rel=\"stylesheet\" href=\"/pkg/hearth.css\"></head><body class=\"cards\">\
         <p class=\"no-print\"><a href=\"/feedback/results\">Back</a> Print this page and cut the cards apart. It is shown \
         once.</p><ul>",
    );
    let shown = minutes::escaped(address.split_once("://").map_or(address, |(_, rest)| rest));
    for code in codes {
        let picture = QrCode::new(format!("{address}#{code}")).map_err(|error| Failed::Unavailable(error.into()))?;
        let picture = picture.render::<svg::Color<'_>>().min_dimensions(150, 150).quiet_zone(true).build();
        let picture = picture.split_once("?>").map_or(picture.as_str(), |(_, svg)| svg);
        // Writing to a text cannot fail.
        let _ = write!(
            page,
            "<li><h2>How was the meeting?</h2>{picture}<p>{shown}</p><p><b>{}</b></p><p>No name. A few taps. You do not have \
             to.</p></li>",
            code::shown(code)
        );
    }
    page.push_str("</ul></body></html>");
    Ok(page)
}
