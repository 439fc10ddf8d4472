//! Invitations from a list: every line is read first, and if one cannot be, nobody is added.
//!
//! Deliberately not here: an email or an address. The list may have them; nothing of them is kept.

use board::file::{Typed, Wrong};
use board::keeping::Keeping;
use board::people::{Agency, Attendance, Person, Role};
use board::sharing::MayKnow;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{Kept, NotKept, Sender, although};

/// One line of a list.
#[derive(Debug, Deserialize)]
struct Line {
    name: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    agency: String,
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    title: String,
}

/// Adds everybody on the list; whoever is there by the same name already stays as they are.
pub(super) async fn keep(sender: &Sender, typed: &Typed) -> Kept {
    let new_id = || uuid::Uuid::new_v4().to_string();
    let invitees = match read(typed.get("list"), new_id) {
        Ok(invitees) => invitees,
        Err(wrong) => return Ok(Err(NotKept::wrong(wrong))),
    };
    let known = sender.read(|file| file.people.iter().map(|person| person.name.clone()).collect::<Vec<_>>()).await?;
    let new = invitees.into_iter().filter(|person| !known.contains(&person.name));
    sender.keep_all(new.map(|person| although(Keeping::Person(person), typed)).collect()).await
}

/// Everybody on a list, or every line that cannot be read, with its number.
fn read(list: &str, new_id: impl Fn() -> String) -> Result<Vec<Person>, Vec<Wrong>> {
    let wrong = |words: String| Wrong { field: "list".to_owned(), words };
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_reader(list.trim().as_bytes());
    let has_names = reader.headers().is_ok_and(|heads| heads.iter().any(|head| head == "name"));
    if !has_names {
        return Err(vec![wrong("The first line has to say what is in the list: name, role, agency, …".to_owned())]);
    }
    let mut people = Vec::new();
    let mut problems = Vec::new();
    for (at, line) in reader.deserialize::<Line>().enumerate() {
        let number = at + 2;
        match line
            .map_err(|_| "it does not have as many parts as the first line".to_owned())
            .and_then(|line| person(line, new_id()))
        {
            Ok(person) => people.push(person),
            Err(why) => problems.push(wrong(format!("Line {number}: {why}."))),
        }
    }
    if people.is_empty() && problems.is_empty() {
        problems.push(wrong("There is nobody on the list.".to_owned()));
    }
    if problems.is_empty() { Ok(people) } else { Err(problems) }
}

fn person(line: Line, id: String) -> Result<Person, String> {
    if line.name.is_empty() {
        return Err("there is no name".to_owned());
    }
    let role = match line.role.as_str() {
        "" => Role::Professional,
        role => known(role, &Role::ALL, Role::words).ok_or_else(|| format!("“{role}” is not a role"))?,
    };
    let agency = match line.agency.as_str() {
        "" => None,
        agency => {
            Some(known(agency, &Agency::ALL, Agency::words).ok_or_else(|| format!("“{agency}” is not a service"))?)
        }
    };
    let filled = |text: String| Some(text).filter(|text| !text.is_empty());
    Ok(Person {
        id: id.parse().map_err(|_| "it cannot be kept".to_owned())?,
        name: line.name,
        known_as: None,
        role,
        agency,
        organisation: filled(line.organisation),
        title: filled(line.title),
        relations: Vec::new(),
        attendance: Attendance::Invited,
        attended: None,
        out: false,
        may_know: MayKnow::Everyone,
    })
}

/// One of our own words: as it is kept (`health_visiting`) or as people say it ("Health visiting").
fn known<T: Copy + DeserializeOwned>(text: &str, all: &[T], words: fn(T) -> &'static str) -> Option<T> {
    let code = text.to_lowercase().replace([' ', '-'], "_");
    let by_code = serde_json::from_value(code.into()).ok();
    by_code.or_else(|| all.iter().copied().find(|one| words(*one).eq_ignore_ascii_case(text)))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_list_is_read_whole_and_email_addresses_are_not_kept() {
        let list = "name,role,agency,organisation,title,email\n\"Shah, Nadia\",professional,health_visiting,Larkfield,Health visitor,n.shah@example.org\nTom Reed,Advocate,,,,t@example.org\n";
        let people = read(list, || "id".to_owned()).unwrap();
        assert_eq!(people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Shah, Nadia", "Tom Reed"]);
        assert!(!format!("{people:?}").contains('@'));
    }

    #[test]
    fn bad_lines_are_named_by_their_number() {
        let list = "name,role\nA B,parent\n,parent\nC D,wizard\n";
        let wrong = read(list, || "id".to_owned()).unwrap_err();
        let words: Vec<&str> = wrong.iter().map(|wrong| wrong.words.as_str()).collect();
        assert_eq!(words, ["Line 3: there is no name.", "Line 4: “wizard” is not a role."]);
        assert!(
            read("A B,parent\n", || "id".to_owned()).is_err(),
            "a list without a first line that says what is in it"
        );
    }
}
