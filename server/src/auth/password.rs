//! Passwords: argon2id with OWASP's parameters, off the async threads, and only a few at a time.
//!
//! Deliberately not here: limits on trying. See `limit`.

use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

/// How many hashes may be made at once: each takes 19 MiB, and a crowd at the door must not take the memory of a room.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// The shortest password that is taken, in characters (source: NCSC's advice on three random words).
pub(crate) const SHORTEST: usize = 12;

/// The longest, so that hashing stays bounded.
pub(crate) const LONGEST: usize = 200;

/// Why a password was not hashed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PasswordError {
    /// Too short or too long.
    #[error("a password has {SHORTEST} to {LONGEST} characters; three random words are good")]
    Length,
    /// Whoever guesses would come to it soon.
    #[error("that password is among the first that would be tried; three random words are good. Choose another")]
    Easy,
    /// The hash could not be made.
    #[error("the password could not be kept; nothing was changed. Try again")]
    Failed,
}

/// OWASP's parameters for argon2id: 19 MiB, two passes, one lane.
fn argon() -> Result<Argon2<'static>, PasswordError> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(|_| PasswordError::Failed)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// A password that is found within so many guesses, by the power of ten, is too easy. The 3,000 most common ones, each in
/// every usual variation, are far below.
const GUESSES: f64 = 8.0;

/// The hash to keep for a password of somebody with these names.
pub(crate) async fn hash(password: String, names: &[&str]) -> Result<String, PasswordError> {
    let length = password.chars().count();
    if !(SHORTEST..=LONGEST).contains(&length) {
        return Err(PasswordError::Length);
    }
    let names: Vec<String> = names.iter().copied().chain(["hearth"]).map(str::to_owned).collect();
    apart(move || {
        if is_easy(&password, &names) {
            return Err(PasswordError::Easy);
        }
        let salt = SaltString::generate(&mut OsRng);
        let hash = argon()?.hash_password(password.as_bytes(), &salt).map_err(|_| PasswordError::Failed)?;
        Ok(hash.to_string())
    })
    .await?
}

/// A common password, or one made of the person's own names, is the first that is tried.
fn is_easy(password: &str, names: &[String]) -> bool {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    zxcvbn::zxcvbn(password, &names).guesses_log10() < GUESSES
}

/// Whether a password is the one a hash was made of. Without a hash it takes as long, and is not.
pub(crate) async fn is(password: String, hash: Option<String>) -> Result<bool, PasswordError> {
    if password.chars().count() > LONGEST {
        return Ok(false);
    }
    apart(move || {
        let Some(hash) = hash else {
            let salt = SaltString::generate(&mut OsRng);
            argon()?.hash_password(password.as_bytes(), &salt).map_err(|_| PasswordError::Failed)?;
            return Ok(false);
        };
        let hash = PasswordHash::new(&hash).map_err(|_| PasswordError::Failed)?;
        Ok(argon()?.verify_password(password.as_bytes(), &hash).is_ok())
    })
    .await?
}

/// Runs heavy work on a thread of its own, when it is its turn.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, PasswordError> {
    let _turn = AT_ONCE.acquire().await.map_err(|_| PasswordError::Failed)?;
    tokio::task::spawn_blocking(work).await.map_err(|_| PasswordError::Failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_by_its_hash_alone() {
        let kept = hash("purple kettle autumn".to_owned(), &[]).await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(is("purple kettle autumn".to_owned(), Some(kept.clone())).await.unwrap());
        assert!(!is("purple kettle autumm".to_owned(), Some(kept)).await.unwrap());
        assert!(!is("purple kettle autumn".to_owned(), None).await.unwrap());
        assert!(matches!(hash("short".to_owned(), &[]).await, Err(PasswordError::Length)));
    }

    #[tokio::test]
    async fn what_everybody_thinks_of_first_is_refused() {
        for easy in ["password1234", "Passw0rd!2024", "qwertyuiop12", "123456789012", "pricejones1!", "hearthhearth"] {
            let kept = hash(easy.to_owned(), &["siân", "Price-Jones", "pricejones"]).await;
            assert!(matches!(kept, Err(PasswordError::Easy)), "{easy}: {kept:?}");
        }
        assert!(hash("kettle lantern orchard".to_owned(), &["sian"]).await.is_ok());
    }
}
