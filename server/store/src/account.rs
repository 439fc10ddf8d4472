//! The people who sign in with a name and a password: chairs, minute takers, administrators.
//!
//! Deliberately not here: passwords (only their hash, made by the server), and what a role allows.

use std::fmt;
use std::str::FromStr;

use async_trait::async_trait;

use crate::StoreError;

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

/// One person who can sign in.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// The account's id.
    pub id: AccountId,
    /// The sign-in name as it was typed; unique whatever its capitals.
    pub name: String,
    /// The name that others see.
    pub display_name: String,
    /// The role, by the server's word for it.
    pub role: String,
    /// The password's hash as a PHC string.
    pub password_hash: String,
    /// When the account was made, in unix milliseconds.
    pub created_ms: i64,
    /// Whether it may no longer sign in.
    pub disabled: bool,
}

/// Names and hashes stay out of logs; the id is enough to find the account.
impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account")
            .field("id", &self.id)
            .field("role", &self.role)
            .field("disabled", &self.disabled)
            .finish_non_exhaustive()
    }
}

/// The verbs of the accounts.
#[async_trait]
pub trait Accounts: Send + Sync {
    /// Keeps a new account. `AlreadyExists` if the id or the sign-in name is taken.
    async fn create_account(&self, account: Account) -> Result<(), StoreError>;

    /// The account with this sign-in name, whatever its capitals and the spaces around it.
    async fn account_by_name(&self, name: &str) -> Result<Option<Account>, StoreError>;

    /// The account with this id.
    async fn account_by_id(&self, id: &AccountId) -> Result<Option<Account>, StoreError>;

    /// All accounts in the order of their sign-in names, disabled ones too.
    async fn accounts(&self) -> Result<Vec<Account>, StoreError>;

    /// How many accounts there are, disabled ones too; none means that the house was never set up.
    async fn account_count(&self) -> Result<u64, StoreError>;

    /// Replaces the password's hash. Sessions go on: ending them is a decision of the caller.
    async fn set_password(&self, id: &AccountId, password_hash: String) -> Result<(), StoreError>;

    /// Disables or enables an account. Disabling ends its sessions and withdraws its invitations in the
    /// same transaction.
    async fn set_disabled(&self, id: &AccountId, disabled: bool) -> Result<(), StoreError>;
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
