//! Lists the framework files and the files of time limits, so that adding one touches data only.
//!
//! Deliberately not here: reading them. That happens when they are used, and a test reads them all.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    list("frameworks", "shipped.rs")?;
    list("duties", "shipped_duties.rs")
}

/// Writes a list of the TOML files in a folder, each with its name and its text.
fn list(folder: &str, out: &str) -> io::Result<()> {
    println!("cargo::rerun-if-changed={folder}");
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join(folder);
    let mut files: Vec<_> = fs::read_dir(&folder)?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut list = String::from("static SHIPPED: &[Shipped] = &[\n");
    for file in files {
        let path = file.path();
        if let (Some(id), Some("toml")) = (path.file_stem(), path.extension().and_then(|end| end.to_str())) {
            let (id, path) = (id.to_string_lossy(), path.to_string_lossy());
            writeln!(list, "    Shipped {{ id: {id:?}, text: include_str!({path:?}) }},").map_err(io::Error::other)?;
        }
    }
    list.push_str("];\n");
    let folder = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&folder).join(out), list)
}
