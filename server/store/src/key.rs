//! The master key: it wraps the key of every conference, and lives outside the database.
//!
//! Deliberately a plain file of hexadecimal digits that an administrator can copy to a safe. Where it lies, and who may
//! read that folder, is the caller's choice. Without it every conference is lost, which is what a thief should find.

use std::fmt;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::StoreError;
use crate::canon::Canon;
use crate::seal::Key;

/// The key above all keys. Printing it prints `[redacted]`; dropping it wipes it.
pub struct MasterKey(Key);

/// Why there is no master key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// What is there is not a key.
    #[error(
        "this is not a master key: it must be exactly 64 hexadecimal digits. Nothing was changed; put the kept key file back"
    )]
    NotAKey,
    /// The file could not be read or made.
    #[error("the key file could not be read or made; nothing was changed. Check the folder and its permissions")]
    File(#[source] io::Error),
    /// Another key is where this one should be.
    #[error(
        "another key is in this file already, and it was left as it is; nothing was changed. Choose an empty place"
    )]
    Another,
    /// The system gave no randomness for a new key.
    #[error("a new master key could not be made; nothing was changed. Try again")]
    Random(#[source] StoreError),
}

impl MasterKey {
    /// The key in this file. If there is no file, a new key is made and written first, readable by its owner alone.
    ///
    /// The file appears whole or not at all, and two programs that start at once end up with the same key.
    ///
    /// # Errors
    /// [`KeyError`] if what is there is not a key (it is left as it is), or if the file cannot be read or made.
    pub fn load_or_create(path: &Path) -> Result<Self, KeyError> {
        match read(path) {
            Err(KeyError::File(error)) if error.kind() == ErrorKind::NotFound => {}
            found => return found,
        }
        create(path)?;
        read(path)
    }

    /// The key in this file, which must be there.
    ///
    /// # Errors
    /// [`KeyError`] if there is no file, if what is there is not a key, or if it cannot be read.
    pub fn load(path: &Path) -> Result<Self, KeyError> {
        read(path)
    }

    /// Writes the key to this file, readable by its owner alone. A key that is there already is left as it is.
    ///
    /// # Errors
    /// [`KeyError::Another`] if another key is there; [`KeyError::File`] if it could not be written.
    pub fn save(&self, path: &Path) -> Result<(), KeyError> {
        self.write(path)?;
        if read(path)? == *self { Ok(()) } else { Err(KeyError::Another) }
    }

    fn write(&self, path: &Path) -> Result<(), KeyError> {
        let mut line = self.to_hex();
        line.push('\n');
        place(path, line.as_bytes()).map_err(KeyError::File)
    }

    /// The key written as 64 hexadecimal digits; white space around them is ignored.
    ///
    /// # Errors
    /// [`KeyError::NotAKey`] if it is anything else.
    pub fn from_hex(text: &str) -> Result<Self, KeyError> {
        let digits: Vec<char> = text.trim().chars().collect();
        let pairs = digits.chunks(2).map(|pair| match *pair {
            [high, low] => Some(high.to_digit(16)? * 16 + low.to_digit(16)?),
            _ => None,
        });
        let bytes: Option<Vec<u8>> = pairs.map(|byte| u8::try_from(byte?).ok()).collect();
        let bytes = Zeroizing::new(bytes.ok_or(KeyError::NotAKey)?);
        Key::from_bytes(&bytes).map(Self).ok_or(KeyError::NotAKey)
    }

    /// The key as it is written in its file.
    pub(crate) fn to_hex(&self) -> Zeroizing<String> {
        let mut digits = Zeroizing::new(String::with_capacity(64));
        for byte in self.0.expose() {
            for digit in [byte >> 4, byte & 15] {
                digits.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
            }
        }
        digits
    }

    /// What follows from the key and a name. Hashed twice, so that nothing can be hung on to what was hashed once.
    pub(crate) fn secret_of(&self, name: &str) -> [u8; 32] {
        let bound = Zeroizing::new(Canon::new("hearth secret 1").bytes(self.0.expose()).text(name).finish());
        Sha256::digest(Sha256::digest(&*bound)).into()
    }

    /// The key itself.
    pub(crate) fn key(&self) -> &Key {
        &self.0
    }
}

impl PartialEq for MasterKey {
    fn eq(&self, other: &Self) -> bool {
        self.0.expose() == other.0.expose()
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MasterKey([redacted])")
    }
}

fn read(path: &Path) -> Result<MasterKey, KeyError> {
    let text = Zeroizing::new(std::fs::read(path).map_err(KeyError::File)?);
    MasterKey::from_hex(std::str::from_utf8(&text).map_err(|_| KeyError::NotAKey)?)
}

/// Writes a new key beside its place and then links it there: a link never replaces a key that somebody else just made.
fn create(path: &Path) -> Result<(), KeyError> {
    let key = MasterKey(Key::random().map_err(KeyError::Random)?);
    key.write(path)
}

fn place(path: &Path, line: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let draft = folder.join(format!(".new-key-{:016x}", getrandom::u64()?));
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
    let written = file.write_all(line).and_then(|()| file.sync_all()).and_then(|()| std::fs::hard_link(&draft, path));
    std::fs::remove_file(&draft)?;
    match written {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        done => done.and_then(|()| File::open(folder)?.sync_all()),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_key_is_made_once_and_readable_by_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret/master.key");
        let made = MasterKey::load_or_create(&path).unwrap();
        let loaded = MasterKey::load_or_create(&path).unwrap();
        assert_eq!(made.key().expose(), loaded.key().expose());
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "no draft stays behind");
        assert!(format!("{made:?}").contains("[redacted]"));
    }

    #[test]
    fn a_file_that_is_not_a_key_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        for wrong in [String::new(), "abc".to_owned(), "g".repeat(64), "0".repeat(63), "0".repeat(66), "é".repeat(32)]
        {
            std::fs::write(&path, &wrong).unwrap();
            assert!(matches!(MasterKey::load_or_create(&path), Err(KeyError::NotAKey)), "{wrong}");
            assert_eq!(std::fs::read_to_string(&path).unwrap(), wrong);
        }
    }

    #[test]
    fn hexadecimal_digits_mean_what_they_say() {
        let key = MasterKey::from_hex(&format!(" {}Ff\n", "01".repeat(31))).unwrap();
        let mut expected = [1; 32];
        expected[31] = 255;
        assert_eq!(key.key().expose(), &expected);
    }

    #[test]
    fn a_secret_follows_from_the_key_and_the_name_alone() {
        let [one, other] = ["01", "02"].map(|byte| MasterKey::from_hex(&byte.repeat(32)).unwrap());
        assert_eq!(one.secret_of("a"), one.secret_of("a"));
        assert_ne!(one.secret_of("a"), one.secret_of("b"));
        assert_ne!(one.secret_of("a"), other.secret_of("a"));
        assert_ne!(&one.secret_of(""), one.key().expose());
    }
}
