//! Reading a finished file again: every word that a program could find in it, for whoever looks for what must not be there.
//!
//! Deliberately generous: marks, names of parts and metadata come along, for a leak can stand in any of them.

use std::io::{Cursor, Read as _};

use lopdf::{Document as File, Object, decode_text_string};

/// Why a file could not be read again; never anything about what is written in it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RereadError {
    /// It is no PDF.
    #[error("a PDF cannot be read again")]
    Pdf(#[from] lopdf::Error),
    /// It is no Word file.
    #[error("a Word file cannot be read again")]
    Package(#[from] zip::result::ZipError),
    /// A part of it cannot be unpacked.
    #[error("a part of a Word file cannot be read again")]
    Part(#[from] std::io::Error),
}

/// What can be read in a PDF: the words on its pages, every text among its objects (title, bookmarks, descriptions of pictures), and its
/// notes about itself.
///
/// # Errors
/// [`RereadError::Pdf`] when it is none.
pub fn words_in_pdf(bytes: &[u8]) -> Result<Vec<String>, RereadError> {
    let file = File::load_mem(bytes)?;
    let pages: Vec<u32> = file.get_pages().into_keys().collect();
    // A page whose words cannot be taken out is still read object by object.
    let mut texts = vec![file.extract_text(&pages).unwrap_or_default()];
    for object in file.objects.values() {
        gather(object, &mut texts);
    }
    for object in file.trailer.iter().map(|(_, object)| object) {
        gather(object, &mut texts);
    }
    Ok(texts)
}

fn gather(object: &Object, texts: &mut Vec<String>) {
    match object {
        Object::String(..) => texts.extend(decode_text_string(object)),
        Object::Array(parts) => parts.iter().for_each(|part| gather(part, texts)),
        Object::Dictionary(parts) => parts.iter().for_each(|(_, part)| gather(part, texts)),
        Object::Stream(stream) => {
            stream.dict.iter().for_each(|(_, part)| gather(part, texts));
            if stream.dict.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"Metadata") {
                let notes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
                texts.push(without_marks(&String::from_utf8_lossy(&notes)));
            }
        }
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::Reference(_) => {}
    }
}

/// What can be read in a Word file: each of its parts with its name.
///
/// # Errors
/// [`RereadError::Package`] and [`RereadError::Part`] when it is none.
pub fn words_in_docx(bytes: &[u8]) -> Result<Vec<String>, RereadError> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes))?;
    let mut texts = Vec::new();
    for at in 0..package.len() {
        let mut part = package.by_index(at)?;
        texts.push(part.name()?.into_owned());
        let mut text = Vec::new();
        part.read_to_end(&mut text)?;
        texts.push(without_marks(&String::from_utf8_lossy(&text)));
    }
    Ok(texts)
}

/// The words between the marks of an XML text; a mark inside a word does not part it.
fn without_marks(xml: &str) -> String {
    let mut inside = false;
    let mut text = String::new();
    for letter in xml.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ if inside => {}
            other => text.push(other),
        }
    }
    text
}
