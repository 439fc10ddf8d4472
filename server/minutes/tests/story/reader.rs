//! Reads a PDF the way a family's own software does: with a program that knows nothing of this one.

use std::io::Write;
use std::process::{Command, Stdio};

/// The words of a PDF as `pdftotext` (of poppler-utils, which the tests need installed) gives them.
pub(crate) fn words(pdf: &[u8]) -> String {
    let mut reader = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext is installed");
    // The reader takes in all of the file before it says anything, so writing first cannot stall.
    reader.stdin.take().expect("its input is ours").write_all(pdf).expect("it reads the file");
    let said = reader.wait_with_output().expect("it ends");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    assert!(said.stderr.is_empty(), "{}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8(said.stdout).expect("its words are UTF-8")
}

/// The same without line ends and the marks that say where the direction turns, for looking for whole sentences.
pub(crate) fn running(pdf: &[u8]) -> String {
    let words = words(pdf);
    let plain: String =
        words.chars().filter(|c| !matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}')).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Says whether a sentence is in the words of a PDF, however its lines were broken.
pub(crate) fn says(pdf: &[u8], sentence: &str) -> bool {
    let sentence = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    running(pdf).contains(&sentence)
}
