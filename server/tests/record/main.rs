//! The record's pages over real addresses: every part by its form, as a browser without a script sends it.
//!
//! Deliberately not here: the rules (they are in `board`), and how a page looks (that is in the browser's tests).

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

#[path = "../common/mod.rs"]
mod common;
mod form;

use common::{CONFERENCE, Server, fresh, hearth};
use form::{Form, plain};
use serde_json::Value;

/// The review of scenario 2.
const REVIEW: &str = "hbc-2026-1020";

/// A folder's Hearth with its chair signed in.
struct Desk {
    folder: tempfile::TempDir,
    server: Server,
    chair: String,
}

impl Desk {
    async fn new() -> Self {
        let (folder, server) = fresh();
        let chair = server.chair().await;
        Self { folder, server, chair }
    }

    async fn page(&self, path: &str) -> String {
        let (status, page) = self.server.get(&format!("/conferences/{path}"), &self.chair).await;
        assert_eq!(status, 200, "{path}");
        page
    }

    /// Sends a form; it is kept.
    async fn keep(&self, path: &str, body: &str) {
        let (status, to, _) = self.server.post(&format!("/conferences/{path}"), &self.chair, body).await;
        assert_eq!((status, to), (303, format!("/conferences/{path}?kept")), "{path}");
    }

    /// Sends a form that is not kept; gives the page that comes back.
    async fn refused(&self, path: &str, cookie: &str, body: &str) -> String {
        let answer = reqwest::Client::new()
            .post(format!("http://{}/conferences/{path}", self.server.address))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("cookie", cookie)
            .body(body.to_owned())
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status().as_u16(), 422, "{path}");
        answer.text().await.unwrap()
    }

    /// The whole record, as the command line writes it.
    fn exported(&self, conference: &str) -> Value {
        serde_json::from_str(&self.tell(&["export", conference])).unwrap()
    }

    fn tell(&self, command: &[&str]) -> String {
        let mut args = command.to_vec();
        args.extend(["--data", self.folder.path().to_str().unwrap()]);
        let said = hearth(&args);
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        String::from_utf8(said.stdout).unwrap()
    }

    fn matter(&self, conference: &str, kind: &str, is: impl Fn(&Value) -> bool) -> Value {
        let record = self.exported(conference);
        let found = record["matters"].as_array().unwrap().iter().find(|matter| matter["matter"] == kind && is(matter));
        found.cloned().unwrap_or_else(|| panic!("there is a {kind}"))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_for_those_at_a_console_and_brings_no_program() {
    let desk = Desk::new().await;
    for part in ["record", "record/family", "record/plan", "checks", "copies"] {
        let path = format!("{CONFERENCE}/{part}");
        let page = desk.page(&path).await;
        assert!(!page.contains(".wasm") && !page.contains("start.js"), "{part} works without a program");
        assert!(!page.contains("id=\"given\""), "{part} is sent once");
        let (_, stranger) = desk.server.get(&format!("/conferences/{path}"), "").await;
        assert!(stranger.contains("You are signed out") && !stranger.contains("Maja"), "{part}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_is_put_down_changed_and_taken_out() {
    let desk = Desk::new().await;
    let path = format!("{CONFERENCE}/record/reports");
    let form = Form::after(&desk.page(&path).await, "id=\"report--r0\"")
        .with("by", "jean-luc")
        .with("received", "2026-09-23")
        .with("late", "yes")
        .with("shared:on:person:gosia", "2026-09-23")
        .with("shared:not:child:maja", "yes")
        .with("summary", "Two short \"meetings\" & <one> more");
    let body = form.pressed("save");
    desk.keep(&path, &body).await;
    desk.keep(&path, &body).await;
    let page = plain(&desk.page(&path).await);
    assert!(page.contains("Two short \"meetings\" & <one> more"));
    let of_jean_luc = |matter: &Value| matter["by"] == "jean-luc";
    let kept = desk.matter(CONFERENCE, "report", of_jean_luc);
    assert_eq!(
        kept["shared"],
        serde_json::json!([{"with": {"person": "gosia"}, "on": "2026-09-23"}, {"with": {"child": "maja"}}])
    );
    let record = desk.exported(CONFERENCE);
    let reports = record["matters"].as_array().unwrap().iter().filter(|matter| of_jean_luc(matter)).count();
    assert_eq!(reports, 1, "sending a form twice puts one thing down");

    let mark = format!("id=\"report-{}\"", kept["id"].as_str().unwrap());
    let page = desk.page(&path).await;
    let again = Form::after(&page, &mark);
    assert_eq!((again.get("received"), again.get("by")), ("2026-09-23", "jean-luc"));
    let id = again.get("id").to_owned();
    desk.keep(&path, &again.with("received_at", "09:05").pressed("save")).await;
    assert_eq!(desk.matter(CONFERENCE, "report", of_jean_luc)["received_at"], "09:05");
    desk.keep(&path, &format!("sheet=report&id={id}&do=drop")).await;
    assert!(!desk.exported(CONFERENCE)["matters"].as_array().unwrap().iter().any(of_jean_luc));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_cannot_be_kept_loses_nothing() {
    let desk = Desk::new().await;
    let path = format!("{CONFERENCE}/record/plan");
    let before = desk.exported(CONFERENCE);
    let form = Form::after(&desk.page(&path).await, "id=\"action--a0\"")
        .with("what", "Ring the GP about <Maja> & \"sleep\"")
        .with("owner:person", "priya")
        .with("owner:named", "The family")
        .with("for_child", "Priya rings your doctor.");
    let page = desk.refused(&path, &desk.chair, &form.pressed("save")).await;
    let said = plain(&page);
    for words in [
        "Nothing was saved, and everything you typed is still in the form below",
        "Fill in one of the two, not both",
        "This is needed. Fill it in",
    ] {
        assert!(said.contains(words), "{words}");
    }
    let back = Form::after(&page, "id=\"action--a0\"");
    assert_eq!(back.get("what"), "Ring the GP about <Maja> & \"sleep\"");
    assert_eq!((back.get("owner:person"), back.get("owner:named")), ("priya", "The family"));
    assert_eq!(back.get("for_child"), "Priya rings your doctor.");
    assert_eq!(desk.exported(CONFERENCE), before, "nothing was changed");
    desk.keep(&path, &back.with("owner:named", "").with("due:said", "ongoing").pressed("save")).await;
    let page = plain(&desk.page(&path).await);
    assert!(page.contains("“ongoing” is no day"), "a vague word is said beside its field, and kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_part_keeps_what_its_form_says() {
    let desk = Desk::new().await;
    let at = |part: &str| format!("{CONFERENCE}/record/{part}");
    let form = |page: String, mark: &str| Form::after(&page, &format!("id=\"{mark}\""));

    let sitting = form(desk.page(&at("exclusions")).await, "sitting--s0")
        .with("name", "Part C")
        .tick("people", "priya")
        .tick("people", "grzegorz");
    desk.keep(&at("exclusions"), &sitting.pressed("save")).await;
    assert_eq!(
        desk.matter(CONFERENCE, "sitting", |matter| matter["name"] == "Part C")["people"],
        serde_json::json!(["priya", "grzegorz"])
    );

    let shape =
        form(desk.page(&at("family")).await, "family_shape-family").with("corrected", "Gran says: since the 9th");
    desk.keep(&at("family"), &shape.pressed("save")).await;
    let kept = desk.matter(CONFERENCE, "family_shape", |_| true);
    assert_eq!(
        (&kept["corrected"], &kept["confirmed"]),
        (&"Gran says: since the 9th".into(), &true.into()),
        "what was ticked stays"
    );

    let way = form(desk.page(&at("involvement")).await, "involvement-inv-maja")
        .tick("happened", "meet_chair_before")
        .with("chair_met", "yes");
    desk.keep(&at("involvement"), &way.pressed("save")).await;
    let kept = desk.matter(CONFERENCE, "involvement", |matter| matter["child"] == "maja");
    assert_eq!(kept["happened"], serde_json::json!(["drawing", "meet_chair_before"]));
    assert_eq!((&kept["chair_met"], &kept["advocacy"]["response"]), (&true.into(), &"declined".into()));

    let days = form(desk.page(&at("duties")).await, "duty_dates-dates")
        .with("days:on:visit", "2026-10-01")
        .with("days:at:visit", "09:30");
    desk.keep(&at("duties"), &days.pressed("save")).await;
    let kept = desk.matter(CONFERENCE, "duty_dates", |_| true);
    assert_eq!(kept["days"]["visit"], "2026-10-01T09:30:00");
    assert_eq!(kept["days"]["report_to_family"], "2026-09-22T11:20:00", "the other days stay");

    let statement = form(desk.page(&at("statements")).await, "statement-st-1");
    let seen = desk
        .server
        .post(&format!("/conferences/{}", at("statements")), &desk.chair, &statement.with("who", "Mum").pressed("look"))
        .await;
    assert_eq!(seen.0, 200, "looking at the sentence keeps nothing");
    assert_ne!(desk.matter(CONFERENCE, "statement", |matter| matter["id"] == "st-1")["who"], "Mum");
    assert!(
        plain(&desk.page(&at("statements")).await).contains("Priya, police, school and Mum are worried that Declan")
    );

    let view = form(desk.page(&format!("{}?card=S1-14", at("their-view"))).await, "their_view--t0");
    assert_eq!(view.get("card"), "S1-14");
    desk.keep(
        &at("their-view"),
        &view.with("by:who", "person:gosia").with("words", "I did not leave, I was taken.").pressed("save"),
    )
    .await;
    assert_eq!(desk.matter(CONFERENCE, "their_view", |_| true)["by"], serde_json::json!({"person": "gosia"}));

    let test = form(desk.page(&at("decisions")).await, "threshold-th-maja").with("likely", "no");
    desk.keep(&at("decisions"), &test.pressed("save")).await;
    assert_eq!(desk.matter(CONFERENCE, "threshold", |matter| matter["child"] == "maja")["likely"], false);
    let route = form(desk.page(&at("decisions")).await, "dissent_route-dis-1").with("form_completed", "2026-09-26");
    desk.keep(&at("decisions"), &route.pressed("save")).await;

    let group = form(desk.page(&at("core-group")).await, "core_group-core").with("every", "Every 4 weeks");
    desk.keep(&at("core-group"), &group.pressed("save")).await;
    let kept = desk.matter(CONFERENCE, "core_group", |_| true);
    assert_eq!(
        (&kept["every"], &kept["may_know"]["people"]),
        (&"Every 4 weeks".into(), &serde_json::json!(["declan"]))
    );

    let grey = Form::after(&desk.page(&format!("{REVIEW}/record/grey")).await, "id=\"grey_end-g-13\"")
        .with("due", "2026-11-05");
    desk.keep(&format!("{REVIEW}/record/grey"), &grey.pressed("save")).await;
    assert_eq!(desk.matter(REVIEW, "grey_end", |matter| matter["id"] == "g-13")["due"], "2026-11-05");
    let walked = Form::after(&desk.page(&format!("{REVIEW}/record/earlier")).await, "id=\"walked-w-lp1\"")
        .with("status", "partly");
    desk.keep(&format!("{REVIEW}/record/earlier"), &walked.pressed("save")).await;
    assert_eq!(desk.matter(REVIEW, "walked", |matter| matter["action"] == "LP1")["status"], "partly");
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_in_the_table_is_kept_at_once_and_invitations_all_or_none() {
    let desk = Desk::new().await;
    let path = format!("{CONFERENCE}/record/attendance");
    let table = Form::after(&desk.page(&path).await, "aria-label=\"Attendance\"");
    assert_eq!(table.get("how:grzegorz"), "apologies");
    desk.keep(&path, &table.with("how:grzegorz", "remote_phone").with("when:grzegorz", "From 14:00").pressed("save"))
        .await;
    let person = |record: &Value, id: &str| {
        record["people"].as_array().unwrap().iter().find(|person| person["id"] == id).cloned()
    };
    let kept = person(&desk.exported(CONFERENCE), "grzegorz").unwrap();
    assert_eq!((&kept["attendance"], &kept["attended"]), (&"remote_phone".into(), &"From 14:00".into()));
    assert!(kept["relations"].as_array().is_some_and(|ties| !ties.is_empty()), "what the table does not ask stays");

    let family = format!("{CONFERENCE}/record/family");
    let list = "name,role,agency,organisation,title,email\nNadia Shah,professional,health_visiting,Larkfield,Health visitor,n.shah@example.org\nX,wizard,,,,\n";
    let form = Form::after(&desk.page(&family).await, "Invitations from a list").with("list", list);
    let page = plain(&desk.refused(&family, &desk.chair, &form.pressed("save")).await);
    assert!(page.contains("Line 3: “wizard” is not a role.") && page.contains("Nadia Shah"), "the list is still there");
    assert!(!desk.tell(&["export", CONFERENCE]).contains("Nadia Shah"), "nobody was added");
    let form = Form::after(&desk.page(&family).await, "Invitations from a list")
        .with("list", &list.replace("wizard", "parent"));
    desk.keep(&family, &form.pressed("save")).await;
    let text = desk.tell(&["export", CONFERENCE]);
    assert!(text.contains("Nadia Shah") && !text.contains("n.shah@example.org"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_minute_taker_has_no_notes_sets_nothing_aside_and_approves_nothing() {
    let desk = Desk::new().await;
    let notes = format!("{CONFERENCE}/record/notes");
    let note = Form::after(&desk.page(&notes).await, "id=\"note--n0\"").with("words", "Ask about the spare keys alone");
    let id = note.get("id").to_owned();
    desk.keep(&notes, &note.pressed("save")).await;
    assert!(plain(&desk.page(&notes).await).contains("Ask about the spare keys alone"));
    assert!(!desk.tell(&["export", CONFERENCE]).contains("spare keys"), "a note is in no export");

    let clerk = desk.server.clerk().await;
    let parts = ["record", "record/notes", "record/reports", "record/plan", "checks", "copies"];
    for part in parts {
        let (_, page) = desk.server.get(&format!("/conferences/{CONFERENCE}/{part}"), &clerk).await;
        assert!(!page.contains("spare keys") && !page.contains("/record/notes"), "{part}");
    }
    let over = format!("sheet=note&id={id}&words=Mine&do=save");
    assert_eq!(desk.server.post(&format!("/conferences/{notes}"), &clerk, &over).await.0, 404);
    // An id that is known does not let anybody write over what they may not read.
    let reports = format!("{CONFERENCE}/record/reports");
    let stolen = format!("sheet=report&id={id}&by=priya&do=save");
    desk.refused(&reports, &clerk, &stolen).await;
    let checks = format!("{CONFERENCE}/checks");
    let page = plain(&desk.refused(&checks, &clerk, "do=approve").await);
    assert!(page.contains("Your seat cannot do this"));
    desk.refused(&checks, &clerk, "id=aside-x&check=A2&reason=because&do=save").await;
    assert!(plain(&desk.page(&notes).await).contains("Ask about the spare keys alone"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_and_the_command_line_say_the_same() {
    let desk = Desk::new().await;
    for conference in [CONFERENCE, REVIEW] {
        let page = desk.page(&format!("{conference}/checks")).await;
        let said: Value = serde_json::from_str(&desk.tell(&["checks", conference, "--json"])).unwrap();
        let all = said.as_array().unwrap();
        assert_eq!(all.len(), 40);
        for check in all {
            let (id, outcome) = (check["id"].as_str().unwrap(), check["outcome"].as_str().unwrap());
            assert!(
                page.contains(&format!("id=\"check-{id}\" data-outcome=\"{outcome}\"")),
                "{conference} {id} {outcome}"
            );
            for finding in check["findings"].as_array().unwrap() {
                let words = finding["words"].as_str().unwrap();
                assert!(plain(&page).contains(words), "{words}");
            }
        }
        assert!(desk.tell(&["checks", conference]).lines().any(|line| line.starts_with("V1\t")));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_check_stops_the_approval_in_plain_words() {
    let desk = Desk::new().await;
    let path = format!("{CONFERENCE}/checks");
    let page = plain(&desk.refused(&path, &desk.chair, "do=approve").await);
    assert!(page.contains("The record cannot be approved yet:") && page.contains("must be settled first"));
    assert!(desk.exported(CONFERENCE)["signed"].as_array().is_none_or(Vec::is_empty));
    let set_aside = Form::after(&desk.page(&path).await, "Set A2 aside with a reason");
    let empty = desk
        .refused(
            &path,
            &desk.chair,
            &Form::after(&desk.page(&path).await, "Set A2 aside with a reason").pressed("save"),
        )
        .await;
    assert!(empty.contains("This is needed. Fill it in."), "without a reason nothing is set aside");
    desk.keep(&path, &set_aside.with("reason", "The school told us it would be late").pressed("save")).await;
    assert!(plain(&desk.page(&path).await).contains("The school told us it would be late"));
    let said: Value = serde_json::from_str(&desk.tell(&["checks", CONFERENCE, "--json"])).unwrap();
    let of = said.as_array().unwrap().iter().find(|check| check["id"] == "A2").unwrap();
    assert_eq!(of["set_aside"], "The school told us it would be late");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_gets_which_copy_is_settled_and_that_it_was_given_is_written_down() {
    let desk = Desk::new().await;
    let path = format!("{CONFERENCE}/copies");
    let page = desk.page(&path).await;
    assert!(page.contains("The scan found nothing in it that should not be there"));
    let form = Form::after(&page, "id=\"recipient-copy-gosia\"")
        .with("print", "large")
        .with("method", "By hand, at the school gate");
    desk.keep(&path, &form.pressed("save")).await;
    let kept = desk.matter(CONFERENCE, "recipient", |matter| matter["id"] == "copy-gosia");
    assert_eq!((&kept["print"], &kept["to"]), (&"large".into(), &serde_json::json!({"person": "gosia"})));
    desk.keep(&path, "sheet=given&id=person%3Agosia&copy=copy-of-gosia&how=by+hand&do=save").await;
    assert!(plain(&desk.page(&path).await).contains("Given by hand, "));
    assert_eq!(desk.exported(CONFERENCE)["copies"][0]["how"], "by hand");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_is_fetched_as_the_command_line_writes_it_and_what_is_for_the_file_by_the_chair_alone() {
    let desk = Desk::new().await;
    let page = desk.page(&format!("{CONFERENCE}/copies")).await;
    let fetch = async |cookie: &str, file: &str| {
        let address = format!("http://{}/conferences/{CONFERENCE}/copies/{file}", desk.server.address);
        reqwest::Client::new().get(address).header("cookie", cookie).send().await.unwrap()
    };
    let out = desk.folder.path().join("copies");
    desk.tell(&["copies", CONFERENCE, "--out", out.to_str().unwrap()]);
    let manifest: Value = serde_json::from_slice(&std::fs::read(out.join("manifest.json")).unwrap()).unwrap();
    let copies = manifest["copies"].as_array().unwrap();
    let (for_the_file, for_people): (Vec<&Value>, Vec<&Value>) =
        copies.iter().partition(|copy| copy["recipient"] == "The file");
    assert!(!for_the_file.is_empty() && for_people.len() > 20);
    let clerk = desk.server.clerk().await;
    for copy in &for_people {
        let name = copy["file"].as_str().unwrap();
        assert!(page.contains(name), "{copy} is offered");
        let answer = fetch(&clerk, name).await;
        assert_eq!(answer.status().as_u16(), 200, "{name}");
        let kept = answer.headers()["content-disposition"].to_str().unwrap().to_owned();
        assert_eq!(kept, format!("attachment; filename=\"{name}\""));
        assert!(answer.bytes().await.unwrap().len() > 100);
    }
    // The password is good for ten minutes of files, and drawing all of these may take a slow machine as long.
    let (clerk, chair) = (desk.server.clerk().await, desk.server.chair().await);
    let files = for_the_file.iter().map(|copy| copy["file"].as_str().unwrap()).chain(["manifest.json"]);
    for name in files {
        assert_eq!(fetch(&clerk, name).await.status().as_u16(), 404, "{name} is not the minute taker's");
        assert_eq!(fetch(&chair, name).await.status().as_u16(), 200, "{name} is the chair's");
    }
    assert_eq!(fetch("", for_people[0]["file"].as_str().unwrap()).await.status().as_u16(), 401);
    assert_eq!(fetch(&chair, "copy-of-nobody.pdf").await.status().as_u16(), 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_approval_a_change_is_refused_and_a_correction_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let data = data.to_str().unwrap();
    assert!(hearth(&["demo", "--data", data]).status.success());
    let mut record: Value = serde_json::from_slice(&hearth(&["export", REVIEW, "--data", data]).stdout).unwrap();
    record["conference"]["id"] = "approved-1".into();
    record["signed"] = serde_json::json!([{ "version": 1, "at": "2026-10-20T17:00:00Z" }]);
    let file = folder.path().join("approved.json");
    std::fs::write(&file, record.to_string()).unwrap();
    assert!(hearth(&["import", file.to_str().unwrap(), "--data", data]).status.success());
    record["conference"]["id"] = "next-1".into();
    record["signed"] = serde_json::json!([]);
    std::fs::write(&file, record.to_string()).unwrap();
    assert!(hearth(&["import", file.to_str().unwrap(), "--data", data]).status.success());
    let server = Server::start(&["serve", "--data", data, "--listen", "127.0.0.1:0"]);
    let chair = server.chair().await;
    let desk = Desk { folder, server, chair };

    let grey = "approved-1/record/grey";
    let page = desk.page(grey).await;
    assert!(plain(&page).contains("The record is approved and closed."));
    assert!(page.contains("class=\"closed\""), "what stands there is still read");
    assert!(!page.contains("id=\"grey_end-g-13\""), "and no form asks for what would be refused");
    let changed = "sheet=grey_end&id=g-13&card=H-13&resolved=He+told+us+himself.&do=save";
    let back = desk.refused(grey, &desk.chair, changed).await;
    assert!(plain(&back).contains("nothing in it changes any more") && back.contains("He told us himself."));

    let corrections = "approved-1/record/corrections";
    let correction =
        Form::after(&desk.page(corrections).await, "id=\"correction--c0\"").with("words", "Her name is written Nush.");
    desk.keep(corrections, &correction.pressed("save")).await;
    assert!(plain(&desk.page(corrections).await).contains("Her name is written Nush."));
    assert!(
        plain(&desk.page("approved-1/checks").await).contains("Approve the record"),
        "corrected, it is approved again"
    );

    // The same child's next conference can look back on it.
    assert!(desk.page("next-1/record/earlier").await.contains("approved-1"));
    let read = || {
        let looked = hearth(&["looked", "approved-1", "--data", data]).stdout;
        String::from_utf8_lossy(&looked).matches("sian\trecord").count()
    };
    let before = read();
    desk.keep("next-1/record/earlier", "sheet=follow&conference=approved-1").await;
    assert_eq!(read(), before + 1, "what is taken over from it was read");
    let back = desk.refused("next-1/record/earlier", &desk.chair, "sheet=follow&conference=nobody-s").await;
    assert!(plain(&back).contains("is not about one of these children"), "in the words for one that is not theirs");
    assert!(
        !desk.page("approved-1/record/earlier").await.contains("follow-which"),
        "an approved one follows no other any more"
    );
}
