//! A canary in every name and every text: whatever people do, and however much is logged, it appears in no log, no count, no
//! address, no header and no word of an error.
//!
//! Deliberately at the loudest setting, of every library too. That pages and papers hold it is their purpose, and is not
//! looked at.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};

use board::command::Command;
use board::seat::Holder;
use common::{Client, Heard, Server, line};
use reqwest::header::{CONTENT_TYPE, COOKIE, SET_COOKIE};
use reqwest::redirect::Policy;
use serde_json::{Value, json};
use tempfile::TempDir;

/// What must be found nowhere, in whatever case.
const CANARY: &str = "ZQX-CANARY";
const BOARD: &str = "board-1";
const PASSWORD: &str = "zqx-canary kettle lantern";
const FORM: &str = "application/x-www-form-urlencoded";

/// What is asked of everything that was said: does the canary sing?
fn sings(text: &str) -> bool {
    text.to_lowercase().contains("zqx")
}

/// Puts the canary into everything that people wrote: whatever has a space in it, and whatever is a name.
fn with_canaries(value: &mut Value, key: &str) {
    match value {
        Value::String(text) => {
            let written = text.contains(' ') || matches!(key, "name" | "known_as" | "legal_name" | "teller" | "scribe");
            if written && key != "time" {
                text.push_str(" ZQX-CANARY");
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| with_canaries(value, key)),
        Value::Object(fields) => {
            for (key, value) in fields.iter_mut().filter(|(key, _)| *key != "framework") {
                with_canaries(value, key);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A Hearth where everything has a canary in it, and everything it said outside of its pages.
struct Aviary {
    folder: TempDir,
    form: &'static str,
    said: Vec<(String, String)>,
}

impl Aviary {
    fn new(form: &'static str) -> Self {
        let aviary = Self { folder: tempfile::tempdir().unwrap(), form, said: Vec::new() };
        let mut record: Value = serde_json::from_str(include_str!("../demo/1-initial.json")).unwrap();
        with_canaries(&mut record, "");
        record["conference"]["id"] = json!(BOARD);
        std::fs::write(aviary.path("record.json"), record.to_string()).unwrap();
        assert!(record.to_string().matches(CANARY).count() > 300, "they are everywhere");
        aviary
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    fn log(&self) -> PathBuf {
        self.path("log")
    }

    /// Runs the program once, as loud as it gets. What it says to whoever ran it is theirs; what it logs is looked at.
    fn run(&self, args: &[&str], input: &str) -> bool {
        let log = std::fs::File::options().append(true).create(true).open(self.log()).unwrap();
        let mut program = Process::new(env!("CARGO_BIN_EXE_hearth"));
        program.args(args).args(["--data", &self.text("data")]).env_remove("DATABASE_URL");
        program.env("HEARTH_LOG", "trace").env("HEARTH_LOG_FORMAT", self.form);
        let mut child = program.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(log).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        child.wait().unwrap().success()
    }

    fn serve(&self) -> Server {
        let data = self.text("data");
        let args = ["serve", "--data", &data, "--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0"];
        let loud = [("HEARTH_LOG", "trace".into()), ("HEARTH_LOG_FORMAT", self.form.into())];
        Server::under(&args, &loud, &self.log())
    }

    /// Sends something, and keeps what came back beside a page: headers, the address it leads to, the words of an error.
    async fn visit(
        &mut self,
        server: &Server,
        what: &str,
        cookie: &str,
        body: Option<(&str, Vec<u8>)>,
    ) -> (u16, String) {
        let client = reqwest::Client::builder().redirect(Policy::none()).build().unwrap();
        let url = format!("http://{}{what}", server.address);
        let request = match body {
            None => client.get(url),
            Some((kind, body)) => client.post(url).header(CONTENT_TYPE, kind).body(body),
        };
        let answer = request.header(COOKIE, cookie).send().await.unwrap();
        let status = answer.status();
        for (name, value) in answer.headers() {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            self.said.push((format!("header {name} of {what}"), value));
        }
        let given = answer.headers().get(SET_COOKIE).map(|value| value.to_str().unwrap().split(';').next().unwrap());
        let led = answer.headers().get("location").map(|value| value.to_str().unwrap());
        let got = given.or(led).unwrap_or_default().to_owned();
        let text = String::from_utf8_lossy(&answer.bytes().await.unwrap()).into_owned();
        // A form of the record's pages that was not kept comes back on its page, with everything typed still in it.
        if !status.is_success() && !text.contains("<main") {
            self.said.push((format!("the words of {status} from {what}"), text));
        }
        (status.as_u16(), got)
    }

    async fn post(&mut self, server: &Server, path: &str, cookie: &str, form: &str) -> (u16, String) {
        self.visit(server, path, cookie, Some((FORM, form.as_bytes().to_vec()))).await
    }

    /// Nothing that was said outside of pages has the canary in it.
    fn is_silent(&self) {
        for (what, text) in &self.said {
            assert!(!sings(text), "{what}: {text}");
        }
        let log = std::fs::read_to_string(self.log()).unwrap();
        assert!(log.matches("TRACE").count() > 20, "the log is as loud as it gets");
        let found: Vec<&str> = log.lines().filter(|line| sings(line)).take(5).collect();
        assert!(found.is_empty(), "{found:#?}");
        let planted = format!("{log}\nsomething quoted zqx-Canary-0001\n");
        assert!(planted.lines().any(sings), "and a canary in it would be found");
    }
}

fn command(value: Value) -> Command {
    serde_json::from_value(value).unwrap()
}

/// People come in: with wrong words first, then with the right ones.
async fn come_in(aviary: &mut Aviary, server: &Server) -> String {
    aviary.post(server, "/sign-in", "", "name=zqx-canary-1&password=zqx-canary").await;
    aviary.post(server, "/sign-in", "", "name=ZQX-CANARY%0d%0a&password=%00zqx-canary").await;
    aviary.post(server, "/join", "", "code=ZQXCANAR&name=ZQX-CANARY").await;
    aviary.post(server, "/setup", "", "token=zqx-canary&name=zqx-canary&password=zqx-canary").await;
    let (_, chair) = aviary.post(server, "/sign-in", "", &format!("name=zqx-canary-1&password={PASSWORD}")).await;
    assert!(chair.contains('='), "signed in");
    chair
}

/// A board is written on, and a person and a child take part.
async fn meet(aviary: &mut Aviary, server: &Server, chair: &str) {
    let mut console = Client::open(server, &format!("/socket/conference/{BOARD}"), chair).await;
    assert_eq!(console.ask("c-1", &line("c-1", "ZQX-CANARY heard shouting.")).await, Heard::Done);
    let reworded = json!({ "do": "reword_card", "card": "c-1", "was": "Not this ZQX-CANARY", "words": "ZQX-CANARY" });
    assert!(matches!(console.ask("c-2", &command(reworded)).await, Heard::Rejected(_)));
    assert!(matches!(console.ask("c-3", &line("c-3", &"ZQX-CANARY".repeat(500))).await, Heard::Rejected(_)));

    let door = console.view.desk.as_ref().unwrap().door.clone().unwrap();
    let (_, phone) = aviary.post(server, "/join", "", &format!("code={door}&name=ZQX-CANARY+Gosia")).await;
    console
        .until(|view| view.seats.values().any(|seat| matches!(&seat.holder, Holder::Waiting(name) if sings(name))))
        .await;
    let seat = console.view.seats.keys().next().unwrap().clone();
    let give = Command::GiveSeat { seat, holder: Holder::Person("gosia".parse().unwrap()) };
    assert_eq!(console.ask("c-4", &give).await, Heard::Done);
    let mut phone = Client::open(server, "/socket/seat", &phone).await;
    let offer = json!({ "do": "offer_line", "offer": "o-1", "words": "ZQX-CANARY rang 999" });
    assert_eq!(phone.ask("p-1", &command(offer)).await, Heard::Done);
    assert!(matches!(phone.ask("p-2", &line("p-2", "ZQX-CANARY")).await, Heard::Rejected(_)));

    let (_, brought) = aviary.post(server, &format!("/conferences/{BOARD}/tablet"), chair, "child=tomek").await;
    let code = common::code_in(&brought);
    let (_, tablet) = aviary.post(server, "/join", "", &format!("code={code}")).await;
    let mut child = Client::open(server, "/socket/seat", &tablet).await;
    let told = json!({ "do": "give_entry", "tool": "tomek-houses", "entry": {
        "id": "zq-1", "place": "worries", "words": "ZQX-CANARY at night", "may_know": { "who": "everyone" } } });
    assert_eq!(child.ask("t-1", &command(told)).await, Heard::Done);
    aviary.visit(server, "/given/away", &tablet, Some((FORM, b"zqx-canary".to_vec()))).await;
    aviary.visit(server, "/seat/pictures", &tablet, Some(("image/png", b"\x89PNG\r\n\x1a\nZQX-CANARY".to_vec()))).await;

    for broken in [
        "{\"frame\":\"ZQX-CANARY\"}",
        "ZQX-CANARY",
        "{\"frame\":\"command\",\"id\":\"x\",\"command\":{\"do\":\"zqx-canary\"}}",
    ] {
        let mut other = Client::open(server, &format!("/socket/conference/{BOARD}"), chair).await;
        other.say(broken).await;
        assert_eq!(other.ended().await, Some(4422));
    }
}

/// Papers are made, forms are filled in rightly and wrongly, and addresses are made up.
async fn write_up(aviary: &mut Aviary, server: &Server, chair: &str) {
    for kind in ["professionals.pdf", "professionals.docx", "family.html", "gosia.pdf", "zqx-canary.pdf"] {
        aviary.visit(server, &format!("/conferences/{BOARD}/minutes/{kind}"), chair, None).await;
    }
    for address in [
        format!("/conferences/{BOARD}"),
        format!("/conferences/{BOARD}/letter/maja"),
        format!("/conferences/{BOARD}/letter/zqx-canary"),
        format!("/conferences/{BOARD}/as/zqx-canary/frame.json"),
        "/conferences/zqx-canary".to_owned(),
        "/?code=ZQX-CANARY".to_owned(),
        "/zqx-canary".to_owned(),
        "/pictures/zqx-canary/zqx-canary".to_owned(),
        "/given/kit/zqx-canary".to_owned(),
    ] {
        aviary.visit(server, &address, chair, None).await;
    }
    for part in ["reports", "attendance", "statements", "dissent", "zqx-canary"] {
        let form = "name=ZQX-CANARY&words=ZQX-CANARY&zqx-canary=1&due=zqx-canary";
        aviary.post(server, &format!("/conferences/{BOARD}/record/{part}"), chair, form).await;
    }
    for address in ["copies", "checks", "meeting", "own", "side-room", "wall", "tablet"] {
        let form = "child=zqx-canary&code=ZQXCANAR&words=ZQX-CANARY&do=zqx-canary";
        aviary.post(server, &format!("/conferences/{BOARD}/{address}"), chair, form).await;
    }
    let opened = "kind=initial&framework=zqx-canary&authority=ZQX-CANARY&date=zqx-canary&child_legal_name=ZQX-CANARY\
                  &child_known_as=ZQX-CANARY";
    aviary.post(server, "/conferences", chair, opened).await;
    let given = "form=child&code=ZQXCANAR&words=ZQX-CANARY&theme=zqx-canary";
    aviary.post(server, "/feedback", "", given).await;
    let picture = Some(("image/jpeg", b"\xff\xd8ZQX-CANARY".to_vec()));
    aviary.visit(server, &format!("/conferences/{BOARD}/pictures"), chair, picture).await;
}

/// The program's other verbs, on the same folder.
fn keep_house(aviary: &Aviary) {
    let out = |name: &str| aviary.text(name);
    assert!(aviary.run(&["export", BOARD, "--out", &out("out.json")], ""));
    assert!(!aviary.run(&["import", &out("out.json")], ""), "it is there already");
    for (audience, format) in [("professionals", "pdf"), ("family", "docx"), ("gosia", "html")] {
        let file = out(&format!("{audience}.{format}"));
        assert!(aviary.run(&["minutes", BOARD, "--audience", audience, "--format", format, "--out", &file], ""));
    }
    assert!(aviary.run(&["verify"], ""));
    assert!(aviary.run(&["checks", BOARD], "") || aviary.run(&["list"], ""));
    aviary.run(&["copies", BOARD, "--out", &out("copies")], "");
    assert!(aviary.run(&["backup", "--out", &out("all.backup")], ""));
    assert!(aviary.run(&["account", "disable", "zqx-canary-1"], ""));
    assert!(aviary.run(&["erase", BOARD, "--because", "ZQX-CANARY asked for it"], ""));
}

async fn live(form: &'static str) {
    let mut aviary = Aviary::new(form);
    assert!(aviary.run(&["import", &aviary.text("record.json")], ""));
    let account = ["account", "add", "zqx-canary-1", "--display-name", "ZQX-CANARY Siân", "--role", "chair"];
    assert!(aviary.run(&account, PASSWORD));
    let mut server = aviary.serve();
    let chair = come_in(&mut aviary, &server).await;
    meet(&mut aviary, &server, &chair).await;
    write_up(&mut aviary, &server, &chair).await;
    let counts = server.greeting.iter().find_map(|line| line.strip_prefix("What is counted is at ")).unwrap();
    let counts = reqwest::get(counts).await.unwrap().text().await.unwrap();
    assert!(counts.contains("hearth_commands"), "{counts}");
    aviary.said.push(("the counts".to_owned(), counts));
    server.ask_to_stop();
    assert!(server.ended_well());
    keep_house(&aviary);
    assert!(Path::new(&aviary.text("all.backup")).exists());
    aviary.is_silent();
}

#[tokio::test(flavor = "multi_thread")]
async fn no_canary_sings_in_a_log_for_people_nor_in_anything_beside_a_page() {
    live("plain").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_canary_sings_in_a_log_for_machines() {
    live("json").await;
}
