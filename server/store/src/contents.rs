//! What stands under an event's seal: the intent and the body, as one run of bytes.
//!
//! Deliberately as small as that: everything else about an event is readable in its row.

use zeroize::Zeroizing;

use crate::Sensitive;
use crate::canon::length;

/// The words of one event.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Contents {
    /// What was asked for.
    pub(crate) intent: Sensitive<String>,
    /// The event's body.
    pub(crate) body: Sensitive<String>,
}

/// Intent and body as bytes: the intent's length, the intent, the body.
pub(crate) fn pack(intent: &str, body: &str) -> Zeroizing<Vec<u8>> {
    let mut packed = Zeroizing::new(Vec::with_capacity(8 + intent.len() + body.len()));
    packed.extend_from_slice(&length(intent.as_bytes()));
    packed.extend_from_slice(intent.as_bytes());
    packed.extend_from_slice(body.as_bytes());
    packed
}

/// The way back; none if the bytes were not made by [`pack`].
pub(crate) fn unpack(packed: &[u8]) -> Option<Contents> {
    let (length, rest) = packed.split_first_chunk::<8>()?;
    let length = usize::try_from(u64::from_be_bytes(*length)).ok()?;
    let (intent, body) = rest.split_at_checked(length)?;
    Some(Contents { intent: text(intent)?, body: text(body)? })
}

fn text(bytes: &[u8]) -> Option<Sensitive<String>> {
    std::str::from_utf8(bytes).ok().map(Sensitive::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_back() {
        for (intent, body) in [("", ""), ("add_card", "{}"), ("ąé", "{\"text\":\"👧 said\"}")] {
            let contents = unpack(&pack(intent, body)).unwrap();
            assert_eq!(contents.intent.expose(), intent);
            assert_eq!(contents.body.expose(), body);
        }
    }

    #[test]
    fn other_bytes_are_refused() {
        assert_eq!(unpack(b"short"), None);
        assert_eq!(unpack(&[0xff; 16]), None);
        assert_eq!(unpack(&[0, 0, 0, 0, 0, 0, 0, 1, 0xff]), None);
    }
}
