//! The process that reads pictures is really limited, and its death is no more than a picture that is not taken.
//!
//! Deliberately asks the system, which is who enforces it.

use std::io::{Read as _, Write as _};
use std::process::{Child, Command, Stdio};

use libtest_mimic::Trial;

fn worker() -> Child {
    let program = std::env::current_exe().unwrap();
    let pipes = || Stdio::piped();
    Command::new(program).arg(pictures::VERB).stdin(pipes()).stdout(pipes()).stderr(pipes()).spawn().unwrap()
}

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        Trial::test("process has limits before it reads a byte of a picture", || {
            let mut worker = worker();
            // More than fits on the way: when it is written the process has begun to read, and so has set its limits.
            worker.stdin.as_mut().unwrap().write_all(&vec![b' '; 1024 * 1024]).unwrap();
            let limits = std::fs::read_to_string(format!("/proc/{}/limits", worker.id())).unwrap();
            let of = |name: &str| {
                let line = limits.lines().find_map(|line| line.strip_prefix(name)).unwrap();
                line.split_whitespace().next().unwrap().to_owned()
            };
            assert_eq!(of("Max address space"), (512 * 1024 * 1024).to_string());
            assert_eq!(of("Max cpu time"), "5");
            assert_eq!(of("Max core file size"), "0");
            assert_eq!(of("Max file size"), "0");
            drop(worker.stdin.take());
            worker.wait().unwrap();
            Ok(())
        }),
        Trial::test("process that wants too much memory dies alone", || {
            let mut worker = worker();
            let mut to = worker.stdin.take().unwrap();
            let piece = vec![b' '; 1024 * 1024];
            let taken = (0..1_024).take_while(|_| to.write_all(&piece).is_ok()).count();
            drop(to);
            assert!(taken < 600, "it took {taken} megabytes");
            assert!(!worker.wait().unwrap().success());
            Ok(())
        }),
        Trial::test("process that is asked nonsense says nothing", || {
            for nonsense in ["", "\n", "{}\n", "null\nGIF89a", "{\"turns\":1}\n"] {
                let mut worker = worker();
                worker.stdin.take().unwrap().write_all(nonsense.as_bytes()).unwrap();
                let mut said = String::new();
                worker.stdout.take().unwrap().read_to_string(&mut said).unwrap();
                assert!(said.is_empty() || said.contains("Refused"), "{said}");
                worker.wait().unwrap();
            }
            Ok(())
        }),
    ]
}
