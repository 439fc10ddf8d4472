//! The name that an account carries. The store keeps accounts; the rules know no more of one than this.
//!
//! Deliberately stricter than other ids: it is always made by the server, and never holds a name.

use std::fmt;
use std::str::FromStr;

/// One account: a lower-case UUID, made by the server.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(String);

/// A text that cannot be an account's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an account's id is a lower-case UUID such as 0b54f1c2-7b1e-4c58-9a3d-2f6a1c0d9e77")]
pub struct BadAccountId;

impl AccountId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for AccountId {
    type Error = BadAccountId;

    fn try_from(text: String) -> Result<Self, BadAccountId> {
        let groups: Vec<&str> = text.split('-').collect();
        let shape_holds = groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12]);
        let hexadecimal = |c: char| matches!(c, '0'..='9' | 'a'..='f');
        if !shape_holds || !groups.concat().chars().all(hexadecimal) {
            return Err(BadAccountId);
        }
        Ok(Self(text))
    }
}

impl FromStr for AccountId {
    type Err = BadAccountId;

    fn from_str(text: &str) -> Result<Self, BadAccountId> {
        Self::try_from(text.to_owned())
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_lower_case_uuid_is_an_id() {
        assert!("0b54f1c2-7b1e-4c58-9a3d-2f6a1c0d9e77".parse::<AccountId>().is_ok());
        for wrong in [
            "",
            "x",
            "0B54f1c2-7b1e-4c58-9a3d-2f6a1c0d9e77",
            "0b54f1c27b1e4c589a3d2f6a1c0d9e77",
            "0b54f1c2-7b1e-4c58-9a3d-2f6a1c0d9e7g",
        ] {
            assert_eq!(wrong.parse::<AccountId>(), Err(BadAccountId), "{wrong}");
        }
    }
}
