//! Pictures that somebody made to do harm, or broke, or only forgot what is in them: each is refused, or comes out as
//! nothing but pixels.
//!
//! Deliberately a test with a name for every one of them. This program is also the process that reads them, called as
//! Hearth calls it; so the limits that are tried here are the real ones.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};
use pictures::{Edit, NotClean, Refusal};

mod check;
mod jpeg;
mod jpeg_cases;
mod limits;
mod other_cases;
mod png;
mod png_cases;
mod seed;
mod upright;
mod webp_cases;

/// What no picture that comes out may hold.
const SECRET: &str = "ZQX-CANARY-52.6309N-1.1398E";

/// What must become of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Becomes {
    /// It is not taken, and this is said.
    Refused(Refusal),
    /// It is not taken.
    NotTaken,
    /// It comes out as pixels of this size.
    Pixels(u32, u32),
    /// Whichever; but what comes out is clean.
    Either,
}

/// One picture, by what is wrong with it.
struct Case {
    name: String,
    bytes: Vec<u8>,
    becomes: Becomes,
}

fn case(name: &str, bytes: Vec<u8>, becomes: Becomes) -> Case {
    Case { name: name.to_owned(), bytes, becomes }
}

impl Case {
    fn run(self) -> Result<(), Failed> {
        let outcome = match pictures::clean(&self.bytes, &Edit::default()) {
            Ok(clean) => Ok(clean),
            Err(NotClean::Refused(refusal)) => Err(refusal),
            Err(NotClean::Process(error)) => return Err(error.into()),
        };
        if let Ok(clean) = &outcome {
            check::clean(clean);
        }
        match (&outcome, self.becomes) {
            (Err(refusal), Becomes::Refused(expected)) => assert_eq!(*refusal, expected),
            (Ok(clean), Becomes::Pixels(width, height)) => {
                assert_eq!((clean.screen.width, clean.screen.height), (width, height));
            }
            (Err(_), Becomes::NotTaken) | (_, Becomes::Either) => {}
            (Ok(_), Becomes::Refused(_) | Becomes::NotTaken) => return Err("it was taken".into()),
            (Err(refusal), Becomes::Pixels(..)) => return Err(format!("it was not taken: {refusal}").into()),
        }
        Ok(())
    }
}

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some(pictures::VERB) {
        return pictures::work();
    }
    let cases = [png_cases::all(), jpeg_cases::all(), webp_cases::all(), other_cases::all()].into_iter().flatten();
    let mut trials: Vec<Trial> = cases.map(|case| Trial::test(case.name.clone(), move || case.run())).collect();
    trials.extend(upright::trials());
    trials.extend(limits::trials());
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
