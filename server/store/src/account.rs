//! The people who sign in with a name and a password: chairs, minute takers, administrators.
//!
//! Deliberately not here: passwords (only their hash, made by the server), and what a role allows.

use std::fmt;

use async_trait::async_trait;
pub use board::id::{AccountId, BadAccountId};

use crate::StoreError;

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
