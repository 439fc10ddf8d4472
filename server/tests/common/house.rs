//! A folder with the demonstration, and somebody who types `hearth` at the machine itself.
//!
//! Deliberately not here: what any verb does. A story adds what it alone asks of its house.

use std::path::PathBuf;

use tempfile::TempDir;

use super::hearth;

/// A data folder with the demonstration, and room beside it.
pub struct House {
    folder: TempDir,
}

impl House {
    /// With the two invented conferences.
    pub fn demo() -> Self {
        let house = Self { folder: tempfile::tempdir().unwrap() };
        house.done(&["demo"]);
        house
    }

    /// A place beside the data folder, as it is typed.
    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Runs a verb on the data folder; gives whether it was done, and all that it said.
    pub fn ask(&self, args: &[&str]) -> (bool, String) {
        let output = hearth(&[args, &["--data", &self.path("data")]].concat());
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(said).unwrap())
    }

    /// What a verb said that was done.
    pub fn done(&self, args: &[&str]) -> String {
        let (done, said) = self.ask(args);
        assert!(done, "{args:?}: {said}");
        said
    }

    /// What a verb said that was not done.
    pub fn refused(&self, args: &[&str]) -> String {
        let (done, said) = self.ask(args);
        assert!(!done, "{args:?}: {said}");
        said
    }
}
