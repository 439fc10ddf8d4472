//! The master key on its way to somebody who holds an age identity.
//!
//! Deliberately the `age` crate and its own form: in ten years, without any Hearth, the `age` program still opens it.

use std::fmt;
use std::str::FromStr;

use age::x25519;

use crate::key::MasterKey;

/// Who a backup's key goes along for: an address such as `age1...`, which is not secret.
#[derive(Clone)]
pub struct Recipient(x25519::Recipient);

/// What opens a backup's key: the secrets of a file that `age-keygen` made. Printing it prints `[redacted]`.
pub struct Identity(Vec<x25519::Identity>);

/// A text that is no age recipient, or no age identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadAge {
    /// No recipient.
    #[error("this is no age recipient: it begins with 'age1' and is what 'age-keygen -y' prints. Nothing was changed")]
    Recipient,
    /// No identity.
    #[error(
        "this is no age identity: it is the file that 'age-keygen' made, with a line that begins with 'AGE-SECRET-KEY-1'. Nothing was changed"
    )]
    Identity,
}

impl FromStr for Recipient {
    type Err = BadAge;

    fn from_str(text: &str) -> Result<Self, BadAge> {
        text.trim().parse().map(Self).map_err(|_| BadAge::Recipient)
    }
}

/// It is not secret.
impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recipient({})", self.0)
    }
}

impl Recipient {
    /// The master key for this recipient; none if the system gave no randomness.
    pub(super) fn seal(&self, master: &MasterKey) -> Option<Vec<u8>> {
        age::encrypt(&self.0, master.to_hex().as_bytes()).ok()
    }
}

impl FromStr for Identity {
    type Err = BadAge;

    fn from_str(text: &str) -> Result<Self, BadAge> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let secrets: Vec<x25519::Identity> =
            lines.map(str::parse).collect::<Result<_, _>>().map_err(|_| BadAge::Identity)?;
        if secrets.is_empty() { Err(BadAge::Identity) } else { Ok(Self(secrets)) }
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity([redacted])")
    }
}

impl Identity {
    /// The master key that was sealed for one of these secrets.
    pub(super) fn open(&self, sealed: &[u8]) -> Option<MasterKey> {
        self.0.iter().find_map(|secret| {
            let opened = zeroize::Zeroizing::new(age::decrypt(secret, sealed).ok()?);
            MasterKey::from_hex(std::str::from_utf8(&opened).ok()?).ok()
        })
    }
}

#[cfg(test)]
mod tests {
    use age::secrecy::ExposeSecret as _;

    use super::*;

    #[test]
    fn a_key_reaches_its_recipient_and_nobody_else() {
        let (hers, his) = (x25519::Identity::generate(), x25519::Identity::generate());
        let recipient: Recipient = hers.to_public().to_string().parse().unwrap();
        let master = MasterKey::from_hex(&"0a".repeat(32)).unwrap();
        let sealed = recipient.seal(&master).unwrap();
        let file = |identity: &x25519::Identity| -> Identity {
            format!("# created: today\n{}\n", identity.to_string().expose_secret()).parse().unwrap()
        };
        assert_eq!(file(&hers).open(&sealed).unwrap().to_hex(), master.to_hex());
        assert!(file(&his).open(&sealed).is_none());
        assert!(!format!("{:?}", file(&hers)).contains("SECRET"));
    }

    #[test]
    fn other_texts_are_refused_in_words() {
        assert_eq!("age1".parse::<Recipient>().unwrap_err(), BadAge::Recipient);
        for wrong in ["", "# only a remark", "AGE-SECRET-KEY-1QQ", "age1qqq"] {
            assert_eq!(wrong.parse::<Identity>().unwrap_err(), BadAge::Identity, "{wrong}");
        }
    }
}
