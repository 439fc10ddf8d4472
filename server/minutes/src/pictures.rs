//! The pictures a paper draws, as the files they were kept as: put into a page or a PDF as they are.
//!
//! Deliberately without decoding: a JPEG's bytes and a PNG's squeezed rows are what a PDF holds anyway. So only the two
//! forms in which Hearth keeps pictures are drawn; anything else is left out, and its words stand in its place.

use std::collections::BTreeMap;
use std::fmt;

use board::id::PictureId;

/// The files of the pictures that a paper names.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Pictures(BTreeMap<PictureId, Vec<u8>>);

impl Pictures {
    /// A picture that can be drawn; nothing when it is not here, or of another form.
    pub(crate) fn get(&self, id: &PictureId) -> Option<Picture<'_>> {
        let file = self.0.get(id)?;
        png(file).or_else(|| jpeg(file))
    }
}

impl FromIterator<(PictureId, Vec<u8>)> for Pictures {
    fn from_iter<I: IntoIterator<Item = (PictureId, Vec<u8>)>>(files: I) -> Self {
        Self(files.into_iter().collect())
    }
}

/// How many there are, and nothing of what is on them.
impl fmt::Debug for Pictures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} pictures", self.0.len())
    }
}

/// One picture in the form it was kept in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Picture<'a> {
    /// The whole file.
    pub(crate) file: &'a [u8],
    /// Which form.
    pub(crate) form: Form,
    /// Width in dots.
    pub(crate) width: u32,
    /// Height in dots.
    pub(crate) height: u32,
}

/// The two forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Rows of dots, each of three bytes, squeezed.
    Png,
    /// A photograph in three colours.
    Jpeg,
}

impl Form {
    /// The form's name on the web.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }
}

impl Picture<'_> {
    /// The rows of a PNG, squeezed, without what stands around them; a JPEG whole.
    pub(crate) fn dots(&self) -> Vec<u8> {
        match self.form {
            Form::Png => {
                chunks(self.file).filter(|(name, _)| name == b"IDAT").flat_map(|(_, data)| data).copied().collect()
            }
            Form::Jpeg => self.file.to_vec(),
        }
    }
}

/// A PNG of three bytes a dot, row after row.
fn png(file: &[u8]) -> Option<Picture<'_>> {
    let rest = file.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let head = rest.strip_prefix(b"\0\0\0\x0dIHDR")?;
    let (width, head) = head.split_first_chunk::<4>()?;
    let (height, head) = head.split_first_chunk::<4>()?;
    head.starts_with(&[8, 2, 0, 0, 0]).then(|| Picture {
        file,
        form: Form::Png,
        width: u32::from_be_bytes(*width),
        height: u32::from_be_bytes(*height),
    })
}

/// The chunks of a PNG, as far as they are whole.
fn chunks(file: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = file.get(8..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (name, data) = (after.get(..4)?, after.get(4..length.checked_add(4)?)?);
        rest = after.get(length.checked_add(8)?..)?;
        Some((name, data))
    })
}

/// A JPEG of three colours, by the segment that says its size.
fn jpeg(file: &[u8]) -> Option<Picture<'_>> {
    let mut rest = file.strip_prefix(&[0xff, 0xd8])?;
    loop {
        let (marker, after) = rest.split_first_chunk::<2>()?;
        let length = usize::from(u16::from_be_bytes(*after.first_chunk::<2>()?));
        match (marker, after.get(2..length)?) {
            ([0xff, 0xc0..=0xc2], [8, high, higher, wide, wider, 3, ..]) => {
                let size = |bytes: [u8; 2]| u32::from(u16::from_be_bytes(bytes));
                let (width, height) = (size([*wide, *wider]), size([*high, *higher]));
                return Some(Picture { file, form: Form::Jpeg, width, height });
            }
            ([0xff, 0xc0..=0xc2 | 0xda], _) => return None,
            _ => rest = after.get(length..)?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_picture_of_the_two_forms_is_not_drawn() {
        let forms: [&[u8]; 6] = [
            b"",
            b"\x89PNG\r\n\x1a\n",
            b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x08\0\0\0\x06\x10\x02\0\0\0",
            b"\xff\xd8\xff\xd9",
            b"\xff\xd8\xff\xc0\0\x09\x08\0\x08\0\x08\x01\0",
            b"GIF89a",
        ];
        let id: PictureId = "one".parse().unwrap();
        for file in forms {
            let pictures: Pictures = [(id.clone(), file.to_vec())].into_iter().collect();
            assert_eq!(pictures.get(&id), None, "{file:?}");
        }
    }

    #[test]
    fn printing_shows_nothing_of_them() {
        let pictures: Pictures = [("one".parse().unwrap(), b"ZQX-CANARY".to_vec())].into_iter().collect();
        assert_eq!(format!("{pictures:?}"), "1 pictures");
    }
}
