//! Codes that a telephone makes from a key and the time (RFC 6238): six digits, a new one every half minute.
//!
//! Deliberately not here: keeping the key, and that a code is taken once. Both are the store's.

use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;

/// How long a code is good, in milliseconds.
const STEP: i64 = 30_000;

/// How many digits a code has, and the number they count up to.
const DIGITS: usize = 6;
const CODES: u32 = 1_000_000;

/// How long a new key is, in bytes: as long as the hash, as RFC 4226 advises.
const KEY: usize = 20;

/// A new key.
///
/// # Errors
/// When the machine has no randomness to give.
pub(crate) fn new_key() -> Result<Vec<u8>, getrandom::Error> {
    let mut key = vec![0; KEY];
    getrandom::fill(&mut key)?;
    Ok(key)
}

/// A code is right when it is that of this half minute, of the one before, or of the next: telephones' clocks differ. Gives
/// the half minute it belongs to.
pub(crate) fn step_of(key: &[u8], typed: &str, now_ms: i64) -> Option<i64> {
    let typed = digits(typed)?;
    let now = now_ms.div_euclid(STEP);
    [now, now - 1, now + 1].into_iter().find(|step| code_at(key, *step) == Some(typed))
}

/// Six digits, however they are grouped.
fn digits(typed: &str) -> Option<u32> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let is_code = typed.len() == DIGITS && typed.bytes().all(|byte| byte.is_ascii_digit());
    if is_code { typed.parse().ok() } else { None }
}

fn code_at(key: &[u8], step: i64) -> Option<u32> {
    let mut mac = Hmac::<Sha1>::new_from_slice(key).ok()?;
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let at = usize::from(hash.last()? & 15);
    let four: [u8; 4] = hash.get(at..at + 4)?.try_into().ok()?;
    Some((u32::from_be_bytes(four) & 0x7fff_ffff) % CODES)
}

/// A key in letters, for whoever types it: "JBSW Y3DP".
pub(crate) fn in_letters(key: &[u8]) -> String {
    let letters: Vec<char> = BASE32_NOPAD.encode(key).chars().collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
}

/// What the picture says to a telephone: the key, whose it is, and where it is for.
pub(crate) fn address(key: &[u8], name: &str) -> String {
    let name: String = form_urlencoded::byte_serialize(name.as_bytes()).collect::<String>().replace('+', "%20");
    format!("otpauth://totp/Hearth:{name}?secret={}&issuer=Hearth", BASE32_NOPAD.encode(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key of RFC 6238's own table. Its codes have eight digits; ours are the last six.
    const RFC: &[u8] = b"12345678901234567890";

    #[test]
    fn codes_are_those_of_the_standard() {
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(step_of(RFC, code, seconds * 1000), Some(seconds / 30), "{seconds}");
        }
    }

    #[test]
    fn a_code_is_good_for_its_half_minute_and_those_beside_it() {
        let now = 59_000;
        assert_eq!(step_of(RFC, " 287 082 ", now), Some(1));
        assert_eq!(step_of(RFC, "287-082", now + STEP), Some(1));
        assert_eq!(step_of(RFC, "287082", now - STEP), Some(1));
        assert_eq!(step_of(RFC, "287082", now + 2 * STEP), None);
        for wrong in ["", "28708", "2870820", "28708x", "+28708", "２８７０８２"] {
            assert_eq!(step_of(RFC, wrong, now), None, "{wrong}");
        }
        assert_eq!(step_of(b"another key", "287082", now), None);
    }

    #[test]
    fn a_key_can_be_typed_or_read_by_a_camera() {
        assert_eq!(in_letters(b"Hello!"), "JBSW Y3DP EE");
        assert_eq!(address(b"Hello!", "siân p"), "otpauth://totp/Hearth:si%C3%A2n%20p?secret=JBSWY3DPEE&issuer=Hearth");
        assert_ne!(new_key().unwrap(), new_key().unwrap());
    }
}
