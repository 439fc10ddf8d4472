//! The journal of a disk: what stood where something was written, until it is known to be safe.
//!
//! Deliberately without a dependency: the tests that read it back take in this very file.

/// One thing that was about to be done to a file, or a wait for the disk that ended well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Record {
    /// So many bytes are written at a place, where others stood, into a file of this size.
    Write { name: String, size: u64, at: u64, count: usize, stood: Vec<u8> },
    /// A file of this size is made this long; what is cut off had these bytes.
    Cut { name: String, size: u64, to: u64, stood: Vec<u8> },
    /// Everything that was written to a file before is safe.
    Sync { name: String },
    /// A wait for the disk failed: the system takes what was written before for written, and no later wait makes it safe.
    Forgotten { name: String },
}

impl Record {
    /// A record as bytes: its kind, three numbers, and two texts with their lengths before them.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let (kind, name, numbers, stood): (u8, _, _, &[u8]) = match self {
            Self::Write { name, size, at, count, stood } => (b'W', name, [*size, *at, long(*count)], stood),
            Self::Cut { name, size, to, stood } => (b'C', name, [*size, *to, 0], stood),
            Self::Sync { name } => (b'S', name, [0; 3], &[]),
            Self::Forgotten { name } => (b'F', name, [0; 3], &[]),
        };
        let mut bytes = vec![kind];
        for number in numbers.into_iter().chain([long(name.len()), long(stood.len())]) {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(name.as_bytes());
        bytes.extend(stood);
        bytes
    }
}

fn long(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
