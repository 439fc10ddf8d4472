//! One layer in front of everything: refuses what another site's page sends, and says how the browser must treat ours.
//!
//! Deliberately not here: who somebody is. A request from elsewhere is refused whoever makes it.

use std::net::Ipv4Addr;

use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, HOST, ORIGIN, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, UPGRADE,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::Served;

/// A browser that was here over TLS comes back over nothing else for a year, whoever sits between it and us. It obeys this only over TLS.
const FOR_A_YEAR: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// Refuses a foreign origin on every request that could change something, sockets among them, and adds the headers that
/// every answer has.
pub(crate) async fn guard(State(served): State<Served>, mut request: Request, next: Next) -> Response {
    let foreign = is_foreign(served, request.headers());
    let upgrade = request.headers().get(UPGRADE).and_then(|to| to.to_str().ok());
    let is_socket = upgrade.is_some_and(|to| to.eq_ignore_ascii_case("websocket"));
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD) || is_socket;
    // Every browser says where a socket is opened from, and a socket lives on a cookie: one that does not say is no page of ours.
    let says_nothing = is_socket && !request.headers().contains_key(ORIGIN);
    if changes && (foreign || says_nothing) {
        let words = "This request came from another site and was refused. Nothing was changed. Open Hearth itself and try again.";
        return (StatusCode::FORBIDDEN, words).into_response();
    }
    if foreign {
        // The length of a compressed page tells a little of what is on it, to somebody who can have it loaded again and
        // again. So a page that another site asks for is not compressed.
        request.headers_mut().remove(ACCEPT_ENCODING);
    }
    let is_file = request.uri().path().starts_with("/pkg/") || request.uri().path().starts_with("/fonts/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    match served {
        Served::Securely => drop(headers.insert(STRICT_TRANSPORT_SECURITY, FOR_A_YEAR)),
        Served::Plainly => {}
    }
    // Nothing leaves this site; and within it a form still says where it comes from, which `no-referrer` would hide.
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin"));
    headers.insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin"));
    headers.insert(
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), microphone=(), geolocation=(), interest-cohort=()"),
    );
    if !is_file && !headers.contains_key(CACHE_CONTROL) {
        // A page may hold a child's words; no cache on the way or on the device keeps it.
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// A browser says where a request comes from. It must be this very host, and over TLS where this host is reached by it; "null" is
/// not. On the machine itself TLS is not needed.
fn is_foreign(served: Served, headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    let foreign_site = site.is_some_and(|site| site != b"same-origin" && site != b"none");
    let origin = headers.get(ORIGIN).map(|origin| origin.to_str().unwrap_or_default());
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let foreign_origin = origin.is_some_and(|origin| {
        let plainly = match served {
            Served::Plainly => true,
            Served::Securely => is_this_machine(host),
        };
        let of = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://").filter(|_| plainly));
        host.is_empty() || of != Some(host)
    });
    foreign_site || foreign_origin
}

/// Whether a host is the machine that the browser itself runs on.
fn is_this_machine(host: &str) -> bool {
    let port = |rest: &str| rest.bytes().all(|digit| digit.is_ascii_digit());
    let name = host.rsplit_once(':').filter(|(_, rest)| port(rest)).map_or(host, |(name, _)| name);
    name == "localhost" || name == "[::1]" || name.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn only_this_very_host_is_at_home() {
        let at_home = [
            headers(&[("host", "127.0.0.1:3000"), ("origin", "http://127.0.0.1:3000")]),
            headers(&[
                ("host", "hearth.example"),
                ("origin", "https://hearth.example"),
                ("sec-fetch-site", "same-origin"),
            ]),
            headers(&[("host", "127.0.0.1:3000")]),
        ];
        assert!(at_home.iter().all(|headers| !is_foreign(Served::Securely, headers)));
        for origin in [
            "null",
            "http://127.0.0.1",
            "http://127.0.0.1:3001",
            "http://evil.example",
            "https://127.0.0.1:3000.evil.example",
            "",
        ] {
            assert!(
                is_foreign(Served::Securely, &headers(&[("host", "127.0.0.1:3000"), ("origin", origin)])),
                "{origin}"
            );
        }
        let in_the_clear = headers(&[("host", "hearth.example"), ("origin", "http://hearth.example")]);
        assert!(is_foreign(Served::Securely, &in_the_clear), "a page that came in the clear is not ours");
        assert!(!is_foreign(Served::Plainly, &in_the_clear));
        assert!(["localhost", "localhost:3000", "[::1]", "[::1]:3000", "127.1.2.3:1"].into_iter().all(is_this_machine));
        assert!(!["localhost.example", "128.0.0.1", "[::2]:3000", ""].into_iter().any(is_this_machine));
        for site in ["cross-site", "same-site"] {
            assert!(
                is_foreign(Served::Securely, &headers(&[("host", "127.0.0.1:3000"), ("sec-fetch-site", site)])),
                "{site}"
            );
        }
    }
}
