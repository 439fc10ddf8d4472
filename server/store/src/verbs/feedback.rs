//! The verbs of feedback.
//!
//! Deliberately plain: one row a count, and an upsert that adds one.

use std::sync::Arc;

use async_trait::async_trait;
use board::feedback::{ALL, AT_ONCE, Tally};
use zeroize::Zeroizing;

use crate::fault::fault;
use crate::feedback::{Feedback, Given, Written};
use crate::seal::{Key, Sealed};
use crate::sql::{Connection, Row};
use crate::verbs::{SqlStore, key_check};
use crate::{Digest, Sensitive, StoreError};

const KEEP_CODE: &str = "insert into feedback_code (code_hash, form, until) values ($1, $2, $3)";
const TAKE_CODE: &str = "delete from feedback_code where code_hash = $1 and form = $2 and until >= $3";
const REMOVE_OLD_CODES: &str = "delete from feedback_code where until < $1";

const COUNT: &str = "\
insert into feedback_tally (form, quarter, question, answer, given, shown) values ($1, $2, $3, $4, 1, 0)
on conflict (form, quarter, question, answer) do update set given = feedback_tally.given + 1";

const KEEP_WORDS: &str = "\
insert into feedback_words (id, form, quarter, theme, nonce, sealed, shown) values ($1, $2, $3, $4, $5, $6, 0)";

const GIVEN: &str = "\
select given from feedback_tally where form = $1 and quarter = $2 and question = $3 and answer = $3";

const SHOW: [&str; 2] = [
    "update feedback_tally set shown = given where form = $1 and quarter = $2",
    "update feedback_words set shown = 1 where form = $1 and quarter = $2",
];

const SHOWN: &str = "\
select question, answer, shown from feedback_tally
where form = $1 and quarter = $2 and shown > 0 order by question, answer";

const WORDS: &str = "\
select form, theme, nonce, sealed from feedback_words where quarter = $1 and shown = 1 order by id";

const QUARTERS: &str = "select distinct quarter from feedback_tally order by quarter desc";

const SEALED_WORDS: &str = "select id, form, quarter, nonce, sealed from feedback_words order by id";
const SEAL_ANEW: &str = "update feedback_words set nonce = $2, sealed = $3 where id = $1";

#[async_trait]
impl Feedback for SqlStore {
    async fn put_feedback_codes(&self, codes: Vec<Digest>, form: &str, until: &str) -> Result<(), StoreError> {
        let (form, until) = (form.to_owned(), until.to_owned());
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    for code in codes {
                        let keep = tx.query(KEEP_CODE).bind(code.as_slice()).bind(&form).bind(&until);
                        keep.execute().await.map_err(fault)?;
                    }
                    Ok(())
                })
            })
            .await
    }

    async fn give_feedback(&self, code_hash: &Digest, given: Given) -> Result<bool, StoreError> {
        let code_hash = *code_hash;
        let master = Arc::clone(&self.master);
        let words = match &given.words {
            Some((words, theme)) => Some((seal(self.master.key(), &given, words)?, random_id()?, theme.clone())),
            None => None,
        };
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    key_check::keep_still(&mut tx, &master).await?;
                    let take = tx.query(TAKE_CODE).bind(code_hash.as_slice()).bind(&given.form).bind(&given.quarter);
                    if take.execute().await.map_err(fault)? == 0 {
                        return Ok(false);
                    }
                    // The count of all comes first: it makes two answers at one moment wait for each other.
                    count(&mut tx, &given, ALL, ALL).await?;
                    for (question, answer) in &given.answers {
                        count(&mut tx, &given, question, answer).await?;
                    }
                    if let Some((Sealed { nonce, sealed }, id, theme)) = words {
                        let keep = tx
                            .query(KEEP_WORDS)
                            .bind(id.as_slice())
                            .bind(&given.form)
                            .bind(&given.quarter)
                            .bind(theme)
                            .bind(nonce.as_slice())
                            .bind(sealed);
                        keep.execute().await.map_err(fault)?;
                    }
                    show_when_enough(&mut tx, &given).await?;
                    tx.forget_the_order(&given.form, &given.quarter).await?;
                    Ok(true)
                })
            })
            .await
    }

    async fn feedback(&self, form: &str, quarter: &str) -> Result<Vec<Tally>, StoreError> {
        let mut reader = self.base.reader().await?;
        let rows = reader.query(SHOWN).bind(form).bind(quarter).fetch_all().await.map_err(fault)?;
        rows.iter().map(tally).collect::<Result<_, _>>().map_err(fault)
    }

    async fn feedback_words(&self, quarter: &str) -> Result<Vec<Written>, StoreError> {
        let rows = self.base.reader().await?.query(WORDS).bind(quarter).fetch_all().await.map_err(fault)?;
        rows.iter().map(|row| written(self.master.key(), row, quarter)).collect()
    }

    async fn feedback_quarters(&self) -> Result<Vec<String>, StoreError> {
        let rows = self.base.reader().await?.query(QUARTERS).fetch_all().await.map_err(fault)?;
        rows.iter().map(|row| row.get("quarter")).collect::<Result<_, _>>().map_err(fault)
    }

    async fn delete_old_feedback_codes(&self, quarter: &str) -> Result<u64, StoreError> {
        self.remove(REMOVE_OLD_CODES, quarter.to_owned()).await
    }
}

async fn count(tx: &mut Connection<'_>, given: &Given, question: &str, answer: &str) -> Result<(), StoreError> {
    let count = tx.query(COUNT).bind(&given.form).bind(&given.quarter).bind(question).bind(answer);
    count.execute().await.map(drop).map_err(fault)
}

async fn show_when_enough(tx: &mut Connection<'_>, given: &Given) -> Result<(), StoreError> {
    let people = tx.query(GIVEN).bind(&given.form).bind(&given.quarter).bind(ALL);
    let people: i64 = people.fetch_one().await.and_then(|row| row.get("given")).map_err(fault)?;
    if people % i64::from(AT_ONCE) == 0 {
        for sql in SHOW {
            tx.query(sql).bind(&given.form).bind(&given.quarter).execute().await.map_err(fault)?;
        }
    }
    Ok(())
}

fn tally(row: &Row) -> Result<Tally, sqlx::Error> {
    Ok(Tally { question: row.get("question")?, answer: row.get("answer")?, count: row.number("shown")? })
}

/// What a seal is bound to: words of one form and quarter cannot be moved to another.
fn bound(form: &str, quarter: &str) -> Vec<u8> {
    format!("hearth feedback 1 {form} {quarter}").into_bytes()
}

fn seal(key: &Key, given: &Given, words: &Sensitive<String>) -> Result<Sealed, StoreError> {
    key.seal(words.expose().as_bytes(), &bound(&given.form, &given.quarter))
}

fn written(key: &Key, row: &Row, quarter: &str) -> Result<Written, StoreError> {
    let form: String = row.get("form").map_err(fault)?;
    let opened = opened(key, row, &form, quarter)?;
    let words = std::str::from_utf8(&opened).map_err(|_| damaged())?;
    Ok(Written { form, theme: row.get("theme").map_err(fault)?, words: words.into() })
}

fn opened(key: &Key, row: &Row, form: &str, quarter: &str) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    let sealed = row.sealed().map_err(fault)?;
    key.open(&sealed, &bound(form, quarter)).ok_or_else(damaged)
}

fn damaged() -> StoreError {
    StoreError::unavailable("words of feedback are damaged")
}

/// Seals all words under another key, in the order of ids that say nothing.
pub(super) async fn seal_anew(tx: &mut Connection<'_>, old: &Key, next: &Key) -> Result<(), StoreError> {
    for row in tx.query(SEALED_WORDS).fetch_all().await.map_err(fault)? {
        let (form, quarter): (String, String) = (row.get("form").map_err(fault)?, row.get("quarter").map_err(fault)?);
        let words = opened(old, &row, &form, &quarter)?;
        let Sealed { nonce, sealed } = next.seal(&words, &bound(&form, &quarter))?;
        let id = row.bytes("id").map_err(fault)?;
        tx.query(SEAL_ANEW).bind(id).bind(nonce.as_slice()).bind(sealed).execute().await.map_err(fault)?;
    }
    Ok(())
}

fn random_id() -> Result<[u8; 16], StoreError> {
    let mut id = [0; 16];
    getrandom::fill(&mut id).map_err(StoreError::unavailable)?;
    Ok(id)
}
