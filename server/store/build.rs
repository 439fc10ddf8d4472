//! Tells cargo that a new migration means a new build. It deliberately makes nothing.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
