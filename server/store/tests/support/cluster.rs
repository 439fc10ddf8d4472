//! A throw-away PostgreSQL of this test program alone: made when it is first needed, stopped and removed when the program
//! ends, however it ends.
//!
//! Deliberately from Debian's package and never a server that is running already: a test must not find or leave anything.

use std::fs::DirBuilder;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

static CLUSTER: LazyLock<Cluster> = LazyLock::new(Cluster::start);

/// Where Debian puts the programs, version by version.
const VERSIONS: &str = "/usr/lib/postgresql";

/// Belongs to the account that Debian's package makes; PostgreSQL refuses to run as root.
const HOME: &str = "/var/lib/postgresql";

const MISSING: &str =
    "these tests need PostgreSQL: apt-get install postgresql (the programs are enough, nothing needs to be running)";

/// Makes the cluster, says that it is ready, and waits for the end of its own input. The test program holds the other end
/// of that pipe, and the system closes it whatever happens to the program.
///
/// The language is not the "C" that SQLite sorts by, so that a query that leaves the order to the server is found out.
const GUARD: &str = r#"
trap '"$1/pg_ctl" -D "$2/data" -m immediate stop >>"$2/log" 2>&1; rm -rf "$2"' EXIT
"$1/initdb" -D "$2/data" -U hearth -A trust -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-GB --no-sync >"$2/log" 2>&1 &&
"$1/pg_ctl" -D "$2/data" -l "$2/log" -o "-k '$2' -c listen_addresses=''" -w start >>"$2/log" 2>&1 &&
echo ready && cat >/dev/null || cat "$2/log"
"#;

/// The server of this program. It listens on a socket in its own folder and nowhere else.
pub struct Cluster {
    programs: PathBuf,
    /// Its socket and its log; its files are in `data`.
    pub folder: PathBuf,
    _guard: Child,
}

impl Cluster {
    /// The one server of this program.
    pub fn get() -> &'static Self {
        &CLUSTER
    }

    fn start() -> Self {
        let programs = programs().expect(MISSING);
        let folder = std::env::temp_dir().join(format!("hearth-postgres-{}", std::process::id()));
        DirBuilder::new().mode(0o700).create(&folder).unwrap();
        let mut guard = Command::new("sh");
        // A group of its own: what is typed at the test program is not meant for the guard.
        guard.args(["-c", GUARD, "guard"]).args([&programs, &folder]).current_dir("/").process_group(0);
        if std::fs::metadata("/proc/self").unwrap().uid() == 0 {
            let home = std::fs::metadata(HOME).expect(MISSING);
            chown(&folder, Some(home.uid()), Some(home.gid())).unwrap();
            guard.uid(home.uid()).gid(home.gid());
        }
        let mut guard = guard.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(guard.stdout.take().unwrap()).lines().map_while(Result::ok);
        let first = said.next();
        assert_eq!(
            first.as_deref(),
            Some("ready"),
            "PostgreSQL did not start: {}",
            said.collect::<Vec<_>>().join("\n")
        );
        Self { programs, folder, _guard: guard }
    }

    /// A new database like another one, to which nobody may be connected.
    pub fn database(&self, template: &str) -> Database {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let name = format!("test_{}", NEXT.fetch_add(1, Ordering::Relaxed));
        self.run("createdb", &["-T", template, &name]).unwrap();
        Database { name }
    }

    /// Runs one of PostgreSQL's own programs on this server; gives what it said, or what was wrong.
    pub fn run(&self, program: &str, args: &[&str]) -> Result<String, String> {
        let mut command = Command::new(self.programs.join(program));
        let output = command.args(["-h", self.folder.to_str().unwrap(), "-U", "hearth"]).args(args).output().unwrap();
        let said = if output.status.success() { Ok(output.stdout) } else { Err(output.stderr) };
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).trim().to_owned();
        said.map(text).map_err(text)
    }
}

/// A database that nothing else uses.
pub struct Database {
    /// Its name on the server.
    pub name: String,
}

impl Database {
    /// One without anything in it.
    pub fn empty() -> Self {
        Cluster::get().database("template0")
    }

    /// Its address.
    pub fn address(&self) -> String {
        format!("postgres:///{}?host={}&user=hearth", self.name, Cluster::get().folder.display())
    }
}

/// The programs of the newest version.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir(VERSIONS).ok()?.filter_map(|entry| Some(entry.ok()?.path().join("bin")));
    versions.filter(|programs| programs.join("initdb").exists()).max_by_key(|programs| {
        let version = programs.parent().and_then(|version| version.file_name()?.to_str()?.parse::<u32>().ok());
        version.unwrap_or(0)
    })
}
