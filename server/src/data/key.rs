//! Where the master key is: a file in the data folder or elsewhere, or the environment.
//!
//! Deliberately one place and not several: a key that is looked for in two places is one day the wrong one.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use store::{MasterKey, Sensitive};

/// The setting that names the file when it shall not lie beside the database.
const KEY_FILE: &str = "HEARTH_KEY_FILE";

/// The key itself, for those whose keys come from elsewhere.
const KEY: &str = "HEARTH_KEY";

/// The next key, while one that is kept in the environment is changed.
const NEXT_KEY: &str = "HEARTH_NEXT_KEY";

/// The place of the key.
#[derive(Debug, Clone)]
pub(crate) enum KeyPlace {
    /// A file.
    File(PathBuf),
    /// The environment; printing it prints `[redacted]`.
    Environment(Sensitive<String>),
}

impl KeyPlace {
    /// The environment, or the file that was named, or else the one in the data folder.
    pub(super) fn of(folder: &Path, named: Option<&Path>) -> anyhow::Result<Self> {
        match (std::env::var(KEY), named) {
            (Ok(key), None) => Ok(Self::Environment(Sensitive::new(key))),
            (Err(std::env::VarError::NotPresent), Some(file)) => Ok(Self::File(file.into())),
            (Err(std::env::VarError::NotPresent), None) => Ok(Self::File(folder.join("hearth.key"))),
            (Err(std::env::VarError::NotUnicode(_)), None) => anyhow::bail!("{KEY} is not a key. Nothing was changed"),
            (Ok(_) | Err(std::env::VarError::NotUnicode(_)), Some(_)) => {
                anyhow::bail!("{KEY} and {KEY_FILE} are both set. Nothing was changed. Set one of them")
            }
        }
    }

    /// The key, made if it is to be in a file and there is none.
    pub(super) fn load_or_create(&self) -> anyhow::Result<MasterKey> {
        match self {
            Self::File(file) => MasterKey::load_or_create(file).with_context(|| unusable(file)),
            Self::Environment(key) => from_environment(key),
        }
    }

    /// The key, which must be there.
    pub(crate) fn load(&self) -> anyhow::Result<MasterKey> {
        match self {
            Self::File(file) => MasterKey::load(file).with_context(|| {
                format!(
                    "the key that belongs here is not at {}; nothing was changed. Copy it there from another node or \
                     from where it is kept, or give its place in {KEY_FILE}",
                    file.display()
                )
            }),
            Self::Environment(key) => from_environment(key),
        }
    }

    /// The key that comes after one in the environment.
    pub(crate) fn next_in_environment() -> anyhow::Result<MasterKey> {
        let next = std::env::var(NEXT_KEY).map(Sensitive::new).with_context(|| {
            format!(
                "the key is kept in {KEY}, and no next one in {NEXT_KEY}. Nothing was changed. Set it to 64 hexadecimal \
                 digits, such as 'openssl rand -hex 32' prints"
            )
        })?;
        MasterKey::from_hex(next.expose()).with_context(|| format!("{NEXT_KEY} cannot be used"))
    }

    /// Whether a change of the key was begun here and not finished.
    pub(super) fn is_changing(&self) -> bool {
        match self {
            Self::File(file) => next_to(file).exists(),
            Self::Environment(_) => false,
        }
    }

    /// Puts a key here, or sees that it is here.
    pub(super) fn keep(&self, key: &MasterKey) -> anyhow::Result<()> {
        match self {
            Self::File(file) => key.save(file).with_context(|| unusable(file)),
            Self::Environment(there) => {
                anyhow::ensure!(
                    from_environment(there)? == *key,
                    "{KEY} is another key than the backup's. Nothing was changed. Unset it, and the key is put into a file"
                );
                Ok(())
            }
        }
    }
}

/// Where the next key lies while the key in this file is changed.
pub(crate) fn next_to(file: &Path) -> PathBuf {
    with_ending(file, "next")
}

/// Where old keys lie: the ones that backups of their time need.
pub(crate) fn old_ones(file: &Path) -> impl Iterator<Item = PathBuf> {
    let further = (2_u32..).map(|number| format!("old-{number}"));
    std::iter::once("old".to_owned()).chain(further).map(|ending| with_ending(file, &ending))
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

fn unusable(file: &Path) -> String {
    format!("the key file {} cannot be used", file.display())
}

fn from_environment(key: &Sensitive<String>) -> anyhow::Result<MasterKey> {
    MasterKey::from_hex(key.expose()).with_context(|| format!("{KEY} cannot be used"))
}
