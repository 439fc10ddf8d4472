//! Records in and out: the published schema, reading a file with all its problems at once, and writing one.
//!
//! Deliberately not here: changing a conference that is there. An import makes a new one or nothing.

use board::event::{Batch, Intent};
use board::framework::Problem;
use board::id::CommandId;
use board::record::{Record, check};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use store::{NewPicture, Seq, Store, StoreError};

use crate::code;
use crate::journal::{self, JournalError};

mod pictures;

use pictures::PictureFile;

/// Why a file was not imported. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ImportError {
    /// The file does not hold what a record holds.
    #[error("the file was not imported, and nothing was changed. What is wrong with it:{}", listed(.0))]
    Problems(Vec<Problem>),
    /// There is a conference with this id.
    #[error(
        "a conference with the id '{0}' is here already; it was not changed. Give the file another id, or use another --data"
    )]
    There(board::id::ConferenceId),
    /// It could not be kept.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The machine has no randomness to give.
    #[error("no join code could be made; nothing was changed. Try again")]
    Random(#[from] getrandom::Error),
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().fold(String::new(), |list, problem| format!("{list}\n  {problem}"))
}

/// A record with its pictures, on its way in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Incoming {
    /// What was put down.
    pub(crate) record: Record,
    /// The pictures its entries name, clean.
    pub(crate) pictures: Vec<NewPicture>,
}

impl From<Record> for Incoming {
    /// A record that names no picture.
    fn from(record: Record) -> Self {
        Self { record, pictures: Vec::new() }
    }
}

/// A record with its pictures, on its way out.
#[derive(Debug, Serialize)]
pub(crate) struct Outgoing<'a> {
    #[serde(flatten)]
    record: &'a Record,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pictures: Vec<PictureFile>,
}

impl<'a> Outgoing<'a> {
    /// A conference's record with the pictures that are kept for it.
    ///
    /// # Errors
    /// When a picture cannot be opened: a file without it would not be the whole record.
    pub(crate) async fn of(store: &dyn Store, record: &'a Record) -> Result<Self, StoreError> {
        Ok(Self { record, pictures: pictures::of(store, record).await? })
    }
}

/// The published JSON Schema of a record.
pub(crate) fn schema() -> Value {
    let mut schema = schemars::schema_for!(Record).to_value();
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("$id".to_owned(), "urn:hearth:record:1".into());
        schema.insert("title".to_owned(), "A Hearth record".into());
        schema["properties"]["pictures"] = pictures::schema();
    }
    schema
}

/// Reads a record from a file's text: first its shape against the published schema, then whether it holds together, then
/// its pictures.
///
/// # Errors
/// Every problem found, each with its path.
pub(crate) fn read(text: &str) -> Result<Incoming, ImportError> {
    let problem = |path: &str, message: String| ImportError::Problems(vec![Problem::new(path, message)]);
    let mut value: Value = serde_json::from_str(text).map_err(|error| problem("file", format!("not JSON: {error}")))?;
    let schema = schema();
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .map_err(|error| problem("schema", error.to_string()))?;
    let mut problems: Vec<Problem> = validator
        .iter_errors(&value)
        .map(|error| Problem::new(dotted(&error.instance_path().to_string()), error.to_string()))
        .collect();
    problems.extend(twice(&value));
    if !problems.is_empty() {
        return Err(ImportError::Problems(problems));
    }
    let files = value.as_object_mut().and_then(|record| record.remove("pictures"));
    let files: Option<Vec<PictureFile>> =
        files.map(serde_json::from_value).transpose().map_err(|error| problem("pictures", error.to_string()))?;
    let record: Record = serde_json::from_value(value).map_err(|error| problem("file", error.to_string()))?;
    let problems = check::problems(&record);
    if !problems.is_empty() {
        return Err(ImportError::Problems(problems));
    }
    let pictures = pictures::checked(&record, &files.unwrap_or_default()).map_err(ImportError::Problems)?;
    Ok(Incoming { record, pictures })
}

/// A path as people write it: "cards[3].section".
fn dotted(pointer: &str) -> String {
    let mut path = String::new();
    for step in pointer.split('/').filter(|step| !step.is_empty()) {
        if step.bytes().all(|byte| byte.is_ascii_digit()) {
            path = format!("{path}[{step}]");
        } else {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(&step.replace("~1", "/").replace("~0", "~"));
        }
    }
    if path.is_empty() { "file".to_owned() } else { path }
}

/// Ids that stand twice in one list, in the record's own lists and in the lists of entries inside the tools.
fn twice(value: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    let lists = value.as_object().into_iter().flatten();
    for (name, list) in lists {
        let key = match name.as_str() {
            "decisions" => "child",
            "answers" => "entry",
            _ => "id",
        };
        twice_in(name, list, key, &mut problems);
        if name == "tools" {
            for (at, tool) in list.as_array().into_iter().flatten().enumerate() {
                twice_in(&format!("tools[{at}].entries"), &tool["entries"], "id", &mut problems);
            }
        }
    }
    problems
}

fn twice_in(path: &str, list: &Value, key: &str, problems: &mut Vec<Problem>) {
    let mut seen = std::collections::BTreeSet::new();
    for (at, thing) in list.as_array().into_iter().flatten().enumerate() {
        if let Some(id) = thing.get(key).and_then(Value::as_str)
            && !seen.insert(id)
        {
            problems.push(Problem::new(format!("{path}[{at}].{key}"), format!("'{id}' stands here twice")));
        }
    }
}

/// Keeps a record as a new conference, with its pictures and a fresh join code. All of it, or nothing.
pub(crate) async fn keep(store: &dyn Store, incoming: &Incoming) -> Result<(), ImportError> {
    let Incoming { record, pictures } = incoming;
    let id = &record.conference.id;
    let door = code::new_code()?;
    let mut events = record.to_events();
    events.push(board::event::Event::DoorOpened { code: door.clone() });
    let command = CommandId::try_from(uuid::Uuid::new_v4().to_string()).map_err(|_| JournalError::NoBeginning)?;
    let batch = Batch { command, actor: "import".to_owned(), at: Timestamp::now(), intent: Intent::Do, events };
    let written = journal::written(id, Seq::ZERO, &batch)?;
    match store.create_with_pictures(written, pictures.clone()).await {
        Ok(_) => {}
        Err(StoreError::AlreadyExists) => return Err(ImportError::There(id.clone())),
        Err(error) => return Err(JournalError::from(error).into()),
    }
    crate::auth::codes::keep_door(store, id, &door).await.map_err(JournalError::from)?;
    Ok(())
}
