//! The certificate of an erasure: which conference, when, under which rule, and where its log ended.
//!
//! Deliberately without anything of what was erased: whoever keeps the certificate keeps nothing about anybody.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use jiff::Timestamp;
use store::Erasure;

use crate::code;
use crate::draft::Draft;

/// Writes a certificate into a folder; one that is there already says the same and stays.
pub(crate) fn write(folder: &Path, erasure: &Erasure) -> anyhow::Result<PathBuf> {
    std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let place = folder.join(format!("erasure-{}.txt", erasure.conference));
    let text = text(erasure);
    if std::fs::read_to_string(&place).is_ok_and(|there| there == text) {
        return Ok(place);
    }
    let mut draft = Draft::beside(&place)?;
    draft.file().write_all(text.as_bytes())?;
    draft.keep()?;
    Ok(place)
}

fn text(erasure: &Erasure) -> String {
    let Erasure { conference, at_ms, rule, because, events, head } = erasure;
    let when = Timestamp::from_millisecond(*at_ms).unwrap_or(Timestamp::UNIX_EPOCH);
    format!(
        "Certificate of erasure\n\n\
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
