//! Feedback is counted so that nobody can tell who said what. PostgreSQL notes in every row which transaction wrote it,
//! and keeps rows in the order in which they came: both are made the same for all rows of one form and quarter.
//!
//! Deliberately no protection from whoever watches the server at work: that person sees each answer arrive.

use sqlx::postgres::PgConnection;

const ALIKE: [&str; 2] = [
    "update feedback_tally set given = given where form = $1 and quarter = $2",
    "with taken as (delete from feedback_words where form = $1 and quarter = $2 returning *)
     insert into feedback_words select * from taken order by id",
];

/// Writes all rows of a form and quarter anew, in this transaction and in an order that says nothing.
pub(crate) async fn forget_the_order(
    connection: &mut PgConnection,
    form: &str,
    quarter: &str,
) -> Result<(), sqlx::Error> {
    for sql in ALIKE {
        sqlx::query(sql).bind(form).bind(quarter).execute(&mut *connection).await?;
    }
    Ok(())
}
