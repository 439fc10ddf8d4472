//! What people say of a meeting: a form of a few taps for children, family and professionals.
//!
//! Deliberately not here: who somebody is. The form has a code that was one of a batch, and no name; the code comes in the
//! part of an address that a browser keeps to itself, or is typed.

use board::feedback::{Form, Kind, Question, SKIPPED, Theme};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use super::words;
use crate::here::{asked, brought_code};
use crate::ui::{ExitLink, Icon, IntoPart as _};

/// The page at `/feedback/child`, `/feedback/family` and `/feedback/professional`.
#[component]
pub fn FeedbackForm(
    /// Which form.
    form: Form,
) -> impl IntoView {
    view! { <Asking form /> }
}

/// The page after a form was sent.
#[component]
pub fn FeedbackThanks() -> impl IntoView {
    view! {
        <main class="plain">
            <h1>"Thank you"</h1>
            <p>"Your answers are counted, and nobody can see which are yours. You can close this page."</p>
        </main>
    }
}

/// One form.
#[component]
fn Asking(
    /// Who is asked.
    form: Form,
) -> impl IntoView {
    let questions = form.questions();
    // A child taps "Send" at the end; a grown-up's last answer sends the form, so that three taps are enough.
    let (asked, last) = match (form, questions.split_last()) {
        (Form::Family | Form::Professional, Some((last, others))) => (others, Some(last)),
        (Form::Child, _) | (_, None) => (questions, None),
    };
    let each = asked.iter().map(|question| view! { <Ask form question /> }).collect_view();
    view! {
        <div class="feedback" data-form=form.code()>
            <header>
                <p class="mark">
                    <Icon name="mark" />
                    "Hearth"
                </p>
                <ExitLink />
            </header>
            <main>
                <h1>{words::heading(form)}</h1>
                <p>{words::promise(form)}</p>
                <form method="post" action="/feedback">
                    <input type="hidden" name="form" value=form.code() />
                    <Code />
                    {each}
                    <Better form />
                    {match last {
                        Some(question) => view! { <AskAndSend form question /> }.into_part(),
                        None => {
                            view! {
                                <p>
                                    <button type="submit" class="button" data-kind="main">
                                        "Send"
                                    </button>
                                </p>
                            }
                                .into_part()
                        }
                    }}
                </form>
            </main>
        </div>
    }
    .into_part()
}

/// The code: brought in the part of the address after `#`, which no server sees, or typed.
#[component]
fn Code() -> impl IntoView {
    let query = asked();
    let wrong = move || query.with(|query| query.get("wrong").is_some());
    let code = RwSignal::new(String::new());
    Effect::new(move |_| {
        // What somebody has typed already stays.
        if let Some(brought) = brought_code() {
            code.set(brought);
        }
    });
    view! {
        <div class="field">
            <label for="code">"The code on your card"</label>
            {move || {
                wrong()
                    .then(|| {
                        view! {
                            <p class="news" id="code-news" role="alert">
                                <b>"That code does not open this page."</b>
                                " Your answers were not sent. Look at each letter on your card and try again. Each card works once."
                            </p>
                        }
                    })
            }}
            <input
                {..custom_attribute("autocorrect", "off")}
                id="code"
                class="code"
                name="code"
                required
                maxlength="12"
                value=code
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                aria-invalid=move || wrong().then_some("true")
                aria-describedby="code-news"
            />
        </div>
    }
    .into_part()
}

/// One question with its answers, none of which is chosen beforehand.
#[component]
fn Ask(
    /// Who is asked.
    form: Form,
    /// What.
    question: &'static Question,
) -> impl IntoView {
    let answers = question.kind.answers().iter().filter(|answer| **answer != SKIPPED);
    let one = |answer: &&'static str| {
        let face = match question.kind {
            Kind::Face => Some(view! { <Icon name=face(answer) /> }),
            Kind::YesNo => None,
        };
        view! {
            <label>
                <input type="radio" name=question.key value=*answer />
                {face}
                <span>{words::answer(answer)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="choice" data-kind=matches!(question.kind, Kind::Face).then_some("faces")>
            <legend>{words::question(form, question.key)}</legend>
            <div class="answers">{answers.map(one).collect_view()}</div>
        </fieldset>
    }
    .into_part()
}

fn face(answer: &str) -> &'static str {
    match answer {
        "5" => "face-5",
        "4" => "face-4",
        "3" => "face-3",
        "2" => "face-2",
        _ => "face-1",
    }
}

/// The last question, whose answer sends the form.
#[component]
fn AskAndSend(
    /// Who is asked.
    form: Form,
    /// What.
    question: &'static Question,
) -> impl IntoView {
    let press = |answer: &&'static str| {
        let words = if *answer == SKIPPED { "Send without this" } else { words::answer(answer) };
        view! {
            <button type="submit" class="button" name=question.key value=*answer>
                {words}
            </button>
        }
    };
    view! {
        <fieldset class="send">
            <legend>{words::question(form, question.key)} " (this sends your answers)"</legend>
            <div class="answers">{question.kind.answers().iter().map(press).collect_view()}</div>
        </fieldset>
    }
    .into_part()
}

/// A place for words, folded, with what they are about.
#[component]
fn Better(
    /// Who is asked.
    form: Form,
) -> impl IntoView {
    let (label, hint) = words::better(form);
    let themes = Theme::ALL.map(|theme| view! { <option value=theme.code()>{words::theme(theme)}</option> });
    view! {
        <details class="more">
            <summary>{label}</summary>
            <div class="field">
                <label for="words">{label}</label>
                <p class="hint" id="words-hint">{hint}</p>
                <textarea id="words" name="words" rows="3" maxlength="1000" spellcheck="false" aria-describedby="words-hint"></textarea>
            </div>
            <div class="field">
                <label for="theme">"What is it about?"</label>
                <select id="theme" name="theme">
                    <option value="">"Nothing special"</option>
                    {themes.into_iter().collect_view()}
                </select>
            </div>
        </details>
    }
    .into_part()
}
