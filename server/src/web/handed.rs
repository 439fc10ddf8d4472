//! A code that was just made for a child's device, on its way to the one page that shows it: in a cookie of that browser, because
//! an address is read by proxies, histories and whoever stands behind.
//!
//! Deliberately for ten minutes: the code itself lasts longer, and whoever needs another look makes another.

use app::given::{Device, Handed};
use axum::http::header::InvalidHeaderValue;
use axum::http::{HeaderMap, HeaderValue};
use board::id::ConferenceId;

use super::Served;
use super::cookie::Cookie;

/// Has the browser bring it along.
pub(super) fn bring(
    served: Served,
    conference: &ConferenceId,
    handed: &Handed,
) -> Result<HeaderValue, InvalidHeaderValue> {
    Cookie::Handed.set(served, &format!("{}:{}:{conference}", handed.device.name(), handed.code))
}

/// What a browser brings along for this conference.
pub(crate) fn brought(served: Served, headers: &HeaderMap) -> Option<(ConferenceId, Handed)> {
    let value = Cookie::Handed.read(served, headers)?;
    let mut parts = value.splitn(3, ':');
    let (device, code, conference) = (parts.next()?, parts.next()?, parts.next()?);
    let device = Device::ALL.into_iter().find(|known| known.name() == device)?;
    Some((conference.parse().ok()?, Handed { device, code: code.to_owned() }))
}

#[cfg(test)]
mod tests {
    use axum::http::header::COOKIE;

    use super::*;

    #[test]
    fn what_is_brought_along_is_what_was_given() {
        let handed = Handed { device: Device::SideRoom, code: "KM7R-4TXW".to_owned() };
        let id: ConferenceId = "one.two".parse().unwrap();
        let given = bring(Served::Plainly, &id, &handed).unwrap();
        let given = given.to_str().unwrap();
        assert!(given.contains("HttpOnly") && given.contains("Max-Age=600"), "{given}");
        let back = given.split(';').next().unwrap().parse().unwrap();
        let headers = HeaderMap::from_iter([(COOKIE, back)]);
        assert_eq!(brought(Served::Plainly, &headers), Some((id, handed)));
        assert_eq!(brought(Served::Securely, &headers), None);
        let made_up = HeaderMap::from_iter([(COOKIE, "hearth-handed=door:KM7R-4TXW:one".parse().unwrap())]);
        assert_eq!(brought(Served::Plainly, &made_up), None);
    }
}
