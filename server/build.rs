//! Builds the binary anew when the site that it carries has changed.
//!
//! Deliberately not here: making the site. The Makefile does.

/// Where the Makefile puts the site.
const SITE: &str = "../target/site";

fn main() -> std::io::Result<()> {
    // A folder that is not there counts as changed each time.
    std::fs::create_dir_all(SITE)?;
    println!("cargo:rerun-if-changed={SITE}");
    println!("cargo:rerun-if-changed=build.rs");
    Ok(())
}
