//! The certificate of an erasure: which conference, when, under which rule, and where its log ended.
//!
//! Deliberately without anything of what was erased: whoever keeps the certificate keeps nothing about anybody.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use board::id::ConferenceId;
use jiff::Timestamp;
use store::{EraseAgain, Erasure};

use crate::code;
use crate::draft::Draft;

/// How the name of every certificate begins and ends, with the conference's id between.
const BEGINS: &str = "erasure-";
const ENDS: &str = ".txt";

/// How every certificate begins.
const TITLE: &str = "Certificate of erasure";

/// A place on the disk for a certificate. What was taken of the disk is given back when it is dropped before the certificate was
/// written.
#[derive(Debug)]
pub(crate) struct Reserved {
    place: PathBuf,
    /// None is needed where a certificate is already.
    taken: Option<Draft>,
}

/// Makes certain, before anything is erased, that a certificate of this conference is in a folder or can be written there. As
/// many bytes as it can have are put on the disk now: a file can be begun on a full disk as well, and would stay empty. Where a
/// file system puts what is written again somewhere else, that is as near to certain as it gets.
pub(crate) fn reserve(folder: &Path, conference: &ConferenceId, rule: &str, because: &str) -> anyhow::Result<Reserved> {
    std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let place = place(folder, conference);
    if is_of(&place, conference) {
        return Ok(Reserved { place, taken: None });
    }
    let longest = Erasure {
        conference: conference.clone(),
        at_ms: 0,
        rule: rule.to_owned(),
        because: because.to_owned(),
        events: u32::MAX,
        head: [u8::MAX; 32],
    };
    let mut draft = Draft::beside(&place)?;
    draft.reserve(text(&longest).len())?;
    Ok(Reserved { place, taken: Some(draft) })
}

impl Reserved {
    /// Writes the certificate. One that is there already stays, though it may be of an earlier time: what was erased, came back
    /// with an old backup and was erased again has been erased since the first.
    pub(crate) fn write(self, erasure: &Erasure) -> anyhow::Result<PathBuf> {
        let Self { place, taken } = self;
        if !is_of(&place, &erasure.conference) {
            let draft = taken.map_or_else(|| Draft::beside(&place), Ok)?;
            draft.keep_in_its_room(text(erasure).as_bytes())?;
        }
        Ok(place)
    }
}

/// A certificate is there when it can be read and is of this very conference, whatever else it says.
pub(crate) fn is_there(folder: &Path, conference: &ConferenceId) -> bool {
    is_of(&place(folder, conference), conference)
}

fn is_of(place: &Path, conference: &ConferenceId) -> bool {
    let there = std::fs::read_to_string(place).ok();
    there.as_deref().and_then(parsed).is_some_and(|again| again.conference == *conference)
}

fn place(folder: &Path, conference: &ConferenceId) -> PathBuf {
    folder.join(format!("{BEGINS}{conference}{ENDS}"))
}

/// All certificates in a folder, as what is to be erased again in an older backup. One that cannot be read is an error: it may be of
/// what nobody may read again.
pub(crate) fn read_all(folder: &Path) -> anyhow::Result<Vec<EraseAgain>> {
    let unread = || format!("the certificates of erasures in {} cannot be read; nothing was changed", folder.display());
    let mut places = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(unread)? {
        let place = entry.with_context(unread)?.path();
        let name = place.file_name().and_then(|name| name.to_str());
        if name.is_some_and(|name| name.starts_with(BEGINS) && name.ends_with(ENDS)) {
            places.push(place);
        }
    }
    places.sort();
    let read = |place: &PathBuf| {
        let again = std::fs::read_to_string(place).ok().as_deref().and_then(parsed);
        again.with_context(|| {
            format!(
                "{} is no certificate of an erasure as Hearth writes them; nothing was changed. Put the certificate that was \
                 kept in its place",
                place.display()
            )
        })
    };
    places.iter().map(read).collect()
}

/// What a certificate says.
fn parsed(text: &str) -> Option<EraseAgain> {
    let said = |label: &str| text.lines().find_map(|line| line.strip_prefix(label)).map(str::trim);
    text.starts_with(TITLE).then_some(())?;
    Some(EraseAgain {
        conference: said("Conference:")?.parse().ok()?,
        at_ms: said("Erased:")?.parse::<Timestamp>().ok()?.as_millisecond(),
        rule: said("Rule:")?.to_owned(),
        because: said("Because:")?.into(),
    })
}

fn text(erasure: &Erasure) -> String {
    let Erasure { conference, at_ms, rule, because, events, head } = erasure;
    let when = Timestamp::from_millisecond(*at_ms).unwrap_or(Timestamp::UNIX_EPOCH);
    format!(
        "{TITLE}\n\n\
         Conference:  {conference}\n\
         Erased:      {when:.0}\n\
         Rule:        {rule}\n\
         Because:     {because}\n\
         Its log had: {events} events\n\
         Chain head:  {head}\n\n\
         The key of this conference was destroyed. Nobody can read its words and pictures again in this Hearth; what stays\n\
         is sealed, and the chain of its log can still be verified against the head above.\n\
         A backup made earlier still holds the key, wrapped. The erasure is complete when those backups are gone.\n",
        head = code::hex(head),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn erasure() -> Erasure {
        Erasure {
            conference: "fmc-1".parse().unwrap(),
            at_ms: 1_700_000_000_000,
            rule: "request".to_owned(),
            because: "Decision: 12".to_owned(),
            events: 3,
            head: [7; 32],
        }
    }

    fn reserved(folder: &Path, erasure: &Erasure) -> anyhow::Result<Reserved> {
        reserve(folder, &erasure.conference, &erasure.rule, &erasure.because)
    }

    /// How long each file in a folder is.
    fn lengths(folder: &Path) -> Vec<u64> {
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().metadata().unwrap().len()).collect()
    }

    #[test]
    fn before_anything_is_erased_its_certificate_has_all_the_disk_that_it_needs() {
        let folder = tempfile::tempdir().unwrap();
        let erasure = Erasure { events: u32::MAX, ..erasure() };
        drop(reserved(folder.path(), &erasure).unwrap());
        assert_eq!(lengths(folder.path()), [0_u64; 0], "where nothing was erased nothing is left");
        let place = reserved(folder.path(), &erasure).unwrap();
        let taken = lengths(folder.path());
        let place = place.write(&erasure).unwrap();
        assert_eq!(lengths(folder.path()), taken, "it is one file, before and after");
        assert_eq!(std::fs::read_to_string(place).unwrap(), text(&erasure));
    }

    #[test]
    fn a_certificate_is_as_long_as_it_is_whatever_room_was_taken_for_it() {
        let folder = tempfile::tempdir().unwrap();
        for (id, because) in [("fmc-1", "12".to_owned()), ("fmc-2", "Decision: 12 ".repeat(60))] {
            let erasure = Erasure { conference: id.parse().unwrap(), ..erasure() };
            let place = reserved(folder.path(), &erasure).unwrap();
            // As it is when it was erased before, and another reason was noted then.
            let noted = Erasure { because, ..erasure };
            assert_eq!(std::fs::read_to_string(place.write(&noted).unwrap()).unwrap(), text(&noted));
        }
    }

    #[test]
    fn a_certificate_of_the_same_conference_is_enough_and_anything_else_in_its_place_is_told_before_the_erasure() {
        let (place, erasure) = (tempfile::tempdir().unwrap(), erasure());
        let folder = place.path().join("certificates");
        let made = reserved(&folder, &erasure).unwrap();
        assert!(!is_there(&folder, &erasure.conference), "a reserved place is no certificate");
        let place = made.write(&erasure).unwrap();
        let first = std::fs::read_to_string(&place).unwrap();

        let later = Erasure { at_ms: erasure.at_ms + 5000, because: "Decision: 13".to_owned(), ..erasure.clone() };
        assert_eq!(reserved(&folder, &later).unwrap().write(&later).unwrap(), place);
        assert_eq!(std::fs::read_to_string(&place).unwrap(), first, "it says since when");

        for bad in [first.replace("fmc-1", "fmc-2"), String::new()] {
            std::fs::remove_file(&place).unwrap();
            let before = reserved(&folder, &erasure).unwrap();
            std::fs::write(&place, &bad).unwrap();
            assert!(!is_there(&folder, &erasure.conference));
            let said = reserved(&folder, &erasure).unwrap_err().to_string();
            assert!(said.contains("is there already; it was not changed"), "{said}");
            assert!(before.write(&erasure).is_err());
            assert_eq!(std::fs::read_to_string(&place).unwrap(), bad);
        }
    }

    #[test]
    fn what_was_written_can_be_read_and_erased_again() {
        let erasure = erasure();
        let folder = tempfile::tempdir().unwrap();
        let place = reserved(folder.path(), &erasure).unwrap().write(&erasure).unwrap();
        std::fs::write(folder.path().join("notes.txt"), "not a certificate").unwrap();
        let again = EraseAgain {
            conference: erasure.conference,
            at_ms: erasure.at_ms,
            rule: erasure.rule,
            because: erasure.because.into(),
        };
        assert_eq!(read_all(folder.path()).unwrap(), [again]);

        for bad in ["", "Certificate of erasure\n\nConference:  fmc-1\n", "\0"] {
            std::fs::write(&place, bad).unwrap();
            let said = read_all(folder.path()).unwrap_err().to_string();
            assert!(said.contains("is no certificate") && said.contains("erasure-fmc-1.txt"), "{said}");
        }
        assert!(read_all(&folder.path().join("nowhere")).is_err());
    }
}
