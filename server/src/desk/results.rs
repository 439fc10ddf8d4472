//! What was counted of people's feedback, for the page that shows it.
//!
//! Deliberately not here: hiding small numbers (that is the board's) and waiting for five (that is the store's).

use app::given::{Counted, FeedbackPage, FormResults, Staff, Wrote};
use board::feedback::{Form, Quarter, Theme, results};
use store::{Store, StoreError};

/// The page of one quarter; the newest unless another is named.
pub(super) async fn page(store: &dyn Store, staff: Staff, quarter: Option<&str>) -> Result<FeedbackPage, StoreError> {
    let known: Vec<Quarter> = store.feedback_quarters().await?.iter().filter_map(|code| Quarter::coded(code)).collect();
    let asked_for = quarter.and_then(Quarter::coded);
    let shown = asked_for.or_else(|| known.first().copied()).unwrap_or_else(this_quarter);
    let mut forms = Vec::new();
    for form in Form::ALL {
        forms.push(of_form(store, form, shown).await?);
    }
    let wrote = store.feedback_words(&shown.code()).await?.into_iter().filter_map(|wrote| {
        let theme = wrote.theme.as_deref().and_then(Theme::coded);
        Some(Wrote { form: Form::coded(&wrote.form)?, theme, words: wrote.words.into_inner() })
    });
    Ok(FeedbackPage {
        staff,
        quarters: known.iter().map(|quarter| (quarter.code(), quarter.words())).collect(),
        shown: shown.code(),
        forms,
        wrote: wrote.collect(),
    })
}

async fn of_form(store: &dyn Store, form: Form, quarter: Quarter) -> Result<FormResults, StoreError> {
    let tallies = store.feedback(form.code(), &quarter.code()).await?;
    let Some(results) = results(form, &tallies) else {
        return Ok(FormResults { form, people: None, asked: Vec::new() });
    };
    let asked = results.asked.into_iter().map(|asked| Counted {
        key: asked.question.key.to_owned(),
        theme: asked.question.theme,
        cells: asked.cells.into_iter().map(|cell| (cell.answer.to_owned(), cell.count)).collect(),
    });
    Ok(FormResults { form, people: Some(results.people), asked: asked.collect() })
}

/// The quarter it is, by universal time.
pub(crate) fn this_quarter() -> Quarter {
    Quarter::of(jiff::tz::TimeZone::UTC.to_datetime(jiff::Timestamp::now()).date())
}
