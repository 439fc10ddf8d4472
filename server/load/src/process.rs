//! A server as a process: started, watched from outside, and stopped.
//!
//! Deliberately from outside: what the kernel says of the process is the same for every server.

use std::ffi::OsStr;
use std::process::Stdio;
use std::time::Duration;

use anyhow::Context as _;
use procfs::process::Process as Watched;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, ChildStdout, Command};

/// A running server, killed when this is dropped.
pub(crate) struct Process {
    child: Child,
    lines: tokio::io::Lines<BufReader<ChildStdout>>,
}

impl Process {
    /// Starts a program; on processor 0 alone when it shall be pinned.
    pub(crate) fn start<S: AsRef<OsStr>>(program: impl AsRef<OsStr>, args: &[S], pin: bool) -> anyhow::Result<Self> {
        let mut command = if pin {
            let mut command = Command::new("taskset");
            command.args(["-c", "0"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.args(args).env_remove("DATABASE_URL").stdin(Stdio::null()).stdout(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn().context("a server cannot be started")?;
        let lines = BufReader::new(child.stdout.take().context("a server has no output")?).lines();
        Ok(Self { child, lines })
    }

    /// What follows these words in the line of its output that begins with them.
    pub(crate) async fn says(&mut self, words: &str) -> anyhow::Result<String> {
        while let Some(line) = self.lines.next_line().await? {
            if let Some(rest) = line.strip_prefix(words) {
                return Ok(rest.to_owned());
            }
        }
        anyhow::bail!("a server ended before it listened")
    }

    /// The processor time it has used.
    pub(crate) fn processor(&self) -> anyhow::Result<Duration> {
        let stat = self.watched()?.stat()?;
        let ticks = u32::try_from(stat.utime + stat.stime)?;
        Ok(Duration::from_secs(1) * ticks / u32::try_from(procfs::ticks_per_second())?)
    }

    /// The memory it holds now, in KiB.
    pub(crate) fn memory(&self) -> anyhow::Result<u64> {
        self.watched()?.status()?.vmrss.context("the kernel does not say how much memory a server holds")
    }

    /// How many files and connections it has open.
    pub(crate) fn files(&self) -> anyhow::Result<usize> {
        Ok(self.watched()?.fd_count()?)
    }

    fn watched(&self) -> anyhow::Result<Watched> {
        let id = self.child.id().context("a server has ended")?;
        Ok(Watched::new(i32::try_from(id)?)?)
    }

    /// Ends it.
    pub(crate) async fn end(mut self) -> anyhow::Result<()> {
        Ok(self.child.kill().await?)
    }
}
