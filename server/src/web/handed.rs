//! A code that was just made for a child's device, on its way to the one page that shows it: in a cookie of that browser, because
//! an address is read by proxies, histories and whoever stands behind.
//!
//! Deliberately for ten minutes: the code itself lasts longer, and whoever needs another look makes another. And deliberately for
//! whoever made it alone: by then somebody else may have signed in in the same browser.

use app::given::{Device, Handed};
use axum::http::header::InvalidHeaderValue;
use axum::http::{HeaderMap, HeaderValue};
use board::id::ConferenceId;
use store::AccountId;

use super::Served;
use super::cookie::Cookie;

/// A code that a browser brings along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Brought {
    /// Who made it.
    account: AccountId,
    /// For which conference.
    conference: ConferenceId,
    handed: Handed,
}

impl Brought {
    /// Whether this is who made it.
    pub(super) fn is_of(&self, account: &AccountId) -> bool {
        self.account == *account
    }

    /// The code, for whoever made it and at its conference; for everybody else, and elsewhere, there is none.
    pub(crate) fn for_whom_it_is(&self, account: &AccountId, conference: &ConferenceId) -> Option<&Handed> {
        (self.is_of(account) && self.conference == *conference).then_some(&self.handed)
    }
}

/// Has the browser bring it along for whoever made it.
pub(super) fn bring(
    served: Served,
    account: &AccountId,
    conference: &ConferenceId,
    handed: &Handed,
) -> Result<HeaderValue, InvalidHeaderValue> {
    let Handed { device, child, code } = handed;
    Cookie::Handed.set(served, &format!("{}:{code}:{child}:{conference}:{account}", device.name()))
}

/// What a browser brings along.
pub(super) fn brought(served: Served, headers: &HeaderMap) -> Option<Brought> {
    let value = Cookie::Handed.read(served, headers)?;
    // No id has a colon in it.
    let [device, code, child, conference, account] = value.split(':').collect::<Vec<_>>().try_into().ok()?;
    let device = Device::ALL.into_iter().find(|known| known.name() == device)?;
    let handed = Handed { device, child: child.parse().ok()?, code: code.to_owned() };
    Some(Brought { account: account.parse().ok()?, conference: conference.parse().ok()?, handed })
}

#[cfg(test)]
mod tests {
    use axum::http::header::COOKIE;

    use super::*;

    #[test]
    fn what_is_brought_along_is_what_was_given_and_for_whoever_made_it_alone() {
        let child = "maja".parse().unwrap();
        let handed = Handed { device: Device::SideRoom, child, code: "KM7R-4TXW".to_owned() };
        let id: ConferenceId = "one.two".parse().unwrap();
        let account = |last: u8| format!("0b54f1c2-7b1e-4c58-9a3d-2f6a1c0d9e7{last}").parse::<AccountId>().unwrap();
        let (maker, another) = (account(7), account(8));
        let given = bring(Served::Plainly, &maker, &id, &handed).unwrap();
        let given = given.to_str().unwrap();
        assert!(given.contains("HttpOnly") && given.contains("Max-Age=600"), "{given}");
        let back = given.split(';').next().unwrap().parse().unwrap();
        let headers = HeaderMap::from_iter([(COOKIE, back)]);
        let back = brought(Served::Plainly, &headers).unwrap();
        assert_eq!(back.for_whom_it_is(&maker, &id), Some(&handed));
        assert_eq!(back.for_whom_it_is(&another, &id), None);
        assert_eq!(back.for_whom_it_is(&maker, &"two".parse().unwrap()), None);
        assert_eq!(brought(Served::Securely, &headers), None);
        for made_up in [format!("door:KM7R-4TXW:maja:one:{maker}"), "tablet:KM7R-4TXW:maja:one".to_owned()] {
            let made_up = format!("hearth-handed={made_up}").parse().unwrap();
            assert_eq!(brought(Served::Plainly, &HeaderMap::from_iter([(COOKIE, made_up)])), None);
        }
    }
}
