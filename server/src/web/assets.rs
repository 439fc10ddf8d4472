//! The files that are part of the program: the browser's code, styles, fonts. The binary carries them itself, so
//! it runs from any folder.
//!
//! Deliberately not here: anything about a conference.

use std::sync::LazyLock;

use axum::extract::Request;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use rust_embed::{Embed, EmbeddedFile};
use sha2::{Digest as _, Sha256};

use crate::code;

#[derive(Embed)]
#[folder = "../target/site/"]
#[allow_missing = true]
struct Site;

/// Of which build this is: the same for every server that carries the same site. A page says it when it connects.
pub(crate) static BUILD: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    for path in Site::iter() {
        hash.update(path.as_bytes());
        hash.update(Site::get(&path).map_or([0; 32], |file| file.metadata.sha256_hash()));
    }
    let whole = code::hex(&hash.finalize());
    format!("{}-{}", env!("CARGO_PKG_VERSION"), whole.get(..16).unwrap_or_default())
});

/// A file of the site, compressed when the browser can read that; nothing when there is no such file.
pub(crate) fn file(request: &Request) -> Option<Response> {
    let path = request.uri().path().trim_start_matches('/');
    let ending = path.rsplit('.').next().unwrap_or_default();
    if path.is_empty() || ending == "br" || ending == "gz" {
        return None;
    }
    let (file, encoding) = best(path, request.headers())?;
    let tag = tag(&file, encoding);
    if request.headers().get(IF_NONE_MATCH) == Some(&tag) {
        return Some((StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response());
    }
    let kind = Site::get(path).map(|plain| plain.metadata.mimetype().to_owned())?;
    let mut response = file.data.into_owned().into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_str(&kind).ok()?);
    headers.insert(ETAG, tag);
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    // Names stay the same from one version to the next, so a browser asks each time and mostly hears "not modified".
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    if let Some(encoding) = encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    Some(response)
}

/// A file of the site as a text that goes into another; nothing before the site is built.
pub(crate) fn text(path: &str) -> String {
    Site::get(path).map_or_else(String::new, |file| String::from_utf8_lossy(&file.data).into_owned())
}

/// The smallest form of a file that the browser can read.
fn best(path: &str, headers: &HeaderMap) -> Option<(EmbeddedFile, Option<&'static str>)> {
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    for (ending, encoding) in [("br", "br"), ("gz", "gzip")] {
        let accepts = accepted.split(',').any(|one| one.split(';').next().map(str::trim) == Some(encoding));
        if accepts && let Some(file) = Site::get(&format!("{path}.{ending}")) {
            return Some((file, Some(encoding)));
        }
    }
    Site::get(path).map(|file| (file, None))
}

fn tag(file: &EmbeddedFile, encoding: Option<&str>) -> HeaderValue {
    let text = format!("\"{}{}\"", code::hex(&file.metadata.sha256_hash()), encoding.unwrap_or("plain"));
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("\"\""))
}
