//! A file that must appear whole or not at all: written beside its place, put on the disk, and only then given its name.
//!
//! Deliberately never in the place of another file: what is there stays, and whoever wants it gone says so to the system.

use std::fs::File;
use std::io::{Seek as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use tempfile::NamedTempFile;

/// A file on its way; it is gone when it is dropped before it was kept. Only its owner can read it.
#[derive(Debug)]
pub(crate) struct Draft {
    file: NamedTempFile,
    place: PathBuf,
}

impl Draft {
    /// Begins a file for this place, where nothing may be yet.
    pub(crate) fn beside(place: &Path) -> anyhow::Result<Self> {
        anyhow::ensure!(!place.exists(), there(place));
        let file = tempfile::Builder::new().prefix(".hearth-unfinished-").tempfile_in(folder(place));
        let file = file.with_context(|| format!("{} cannot be written", place.display()))?;
        Ok(Self { file, place: place.to_owned() })
    }

    /// What is written to.
    pub(crate) fn file(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    /// Another end of the same file, to read back what was written.
    pub(crate) fn read_back(&self) -> anyhow::Result<File> {
        self.file.reopen().with_context(|| format!("{} cannot be read back", self.place.display()))
    }

    /// A whole file that its owner alone can read.
    pub(crate) fn keep_as(mut self, bytes: &[u8]) -> anyhow::Result<()> {
        let place = self.place.display();
        self.file.write_all(bytes).with_context(|| format!("{place} cannot be written. The record is as it was"))?;
        self.keep()
    }

    /// Takes so many bytes of the disk now, for what will be written in their place when it must not fail any more.
    pub(crate) fn reserve(&mut self, bytes: usize) -> anyhow::Result<()> {
        let taken = self.file.write_all(&vec![b' '; bytes]).and_then(|()| self.file.as_file().sync_all());
        taken.with_context(|| format!("{} cannot be written", self.place.display()))
    }

    /// A whole file of these bytes, in the room that was taken for it; nothing of what it was taken with stays.
    pub(crate) fn keep_in_its_room(mut self, bytes: &[u8]) -> anyhow::Result<()> {
        let length = u64::try_from(bytes.len())?;
        self.file.rewind()?;
        self.file.write_all(bytes)?;
        self.file.as_file().set_len(length)?;
        self.keep()
    }

    /// Puts everything on the disk, then gives the file its name, then puts that on the disk.
    pub(crate) fn keep(self) -> anyhow::Result<()> {
        let Self { file, place } = self;
        file.as_file().sync_all().with_context(|| format!("{} could not be written whole", place.display()))?;
        file.persist_noclobber(&place).with_context(|| there(&place))?;
        on_disk(&place).with_context(|| format!("{} may not be on the disk yet", place.display()))
    }
}

/// Puts on the disk that a file has this name, or has it no more.
pub(crate) fn on_disk(place: &Path) -> std::io::Result<()> {
    File::open(folder(place))?.sync_all()
}

fn folder(place: &Path) -> &Path {
    place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn there(place: &Path) -> String {
    format!("{} is there already; it was not changed. Choose another name", place.display())
}
