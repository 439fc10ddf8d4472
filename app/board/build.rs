//! Lists the framework, tool, language and time-limit files, so that adding one touches data only.
//!
//! Deliberately not here: reading them. That happens when they are used, and a test reads them all.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

/// Each list of files, and the folder it is made of.
const LISTS: [(&str, &str); 4] =
    [("FRAMEWORKS", "frameworks"), ("TOOLS", "tools"), ("LANGUAGES", "../languages"), ("DUTIES", "duties")];

fn main() -> io::Result<()> {
    let here = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    for (name, folder) in LISTS {
        println!("cargo::rerun-if-changed={folder}");
        let list = list(name, &Path::new(&here).join(folder))?;
        fs::write(Path::new(&out).join(format!("{}.rs", name.to_lowercase())), list)?;
    }
    Ok(())
}

/// The TOML files of a folder, as a list of names and texts.
fn list(name: &str, folder: &Path) -> io::Result<String> {
    let mut files: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut list = format!("static {name}: &[crate::shipped::Shipped] = &[\n");
    for file in files {
        let path = file.path();
        if let (Some(id), Some("toml")) = (path.file_stem(), path.extension().and_then(|end| end.to_str())) {
            let (id, path) = (id.to_string_lossy(), path.to_string_lossy());
            writeln!(list, "    crate::shipped::Shipped {{ id: {id:?}, text: include_str!({path:?}) }},")
                .map_err(io::Error::other)?;
        }
    }
    list.push_str("];\n");
    Ok(list)
}
