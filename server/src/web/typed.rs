//! What somebody typed at the front door, on its way back to it: a code that opens nothing keeps nobody's name.
//!
//! Deliberately in a cookie of that browser for a minute, and in no address: a name and a code are read by whoever reads addresses.

use app::given::TypedAtDoor;
use app::here::Asked;
use axum::http::header::InvalidHeaderValue;
use axum::http::{HeaderMap, HeaderValue};

use super::Served;
use super::cookie::Cookie;

/// The longest that is brought back, in bytes; longer names are not typed.
const LONGEST: usize = 1_000;

/// Has the browser bring it back.
pub(super) fn bring(served: Served, typed: &TypedAtDoor) -> Result<HeaderValue, InvalidHeaderValue> {
    let text = form_urlencoded::Serializer::new(String::new())
        .append_pair("code", &typed.code)
        .append_pair("name", &typed.name)
        .finish();
    Cookie::Typed.set(served, if text.len() > LONGEST { "" } else { &text })
}

/// What a browser brings back.
pub(crate) fn brought(served: Served, headers: &HeaderMap) -> Option<TypedAtDoor> {
    let asked = Asked::read(&Cookie::Typed.read(served, headers)?);
    Some(TypedAtDoor { code: asked.get("code")?, name: asked.get("name")? })
}

#[cfg(test)]
mod tests {
    use axum::http::header::COOKIE;

    use super::*;

    #[test]
    fn what_was_typed_comes_back_as_it_was_typed() {
        let typed = TypedAtDoor { code: "km7r 4txw".to_owned(), name: "Małgosia; K=1".to_owned() };
        let given = bring(Served::Plainly, &typed).unwrap();
        let back = given.to_str().unwrap().split(';').next().unwrap().parse().unwrap();
        let headers = HeaderMap::from_iter([(COOKIE, back)]);
        assert_eq!(brought(Served::Plainly, &headers), Some(typed));
        let long = TypedAtDoor { code: String::new(), name: "M".repeat(LONGEST) };
        assert!(bring(Served::Plainly, &long).unwrap().to_str().unwrap().starts_with("hearth-typed=;"));
    }
}
