//! Every word of the feedback forms and their results, in one place, to be translated as one.
//!
//! Deliberately not here: which questions there are. They are the board's.

use board::feedback::{Form, SKIPPED, Theme};

/// The heading of a form.
#[cfg(feature = "door")]
pub(super) fn heading(form: Form) -> &'static str {
    match form {
        Form::Child => "How was the meeting for you?",
        Form::Family => "How was the meeting for you, as family?",
        Form::Professional => "How was the meeting for you, as a professional?",
    }
}

/// Who a form is for, in the list of results.
#[cfg(feature = "desk")]
pub(super) fn who(form: Form) -> &'static str {
    match form {
        Form::Child => "Children and young people",
        Form::Family => "Parents, carers and family",
        Form::Professional => "Professionals",
    }
}

/// What is promised, and true.
#[cfg(feature = "door")]
pub(super) fn promise(form: Form) -> &'static str {
    match form {
        Form::Child => {
            "You do not have to do this. You can leave out any question. We do not ask your name, and nobody can see which \
             answers are yours. If you would rather say it to a person, that is fine too."
        }
        Form::Family | Form::Professional => {
            "You do not have to do this, and you can leave out any question. No name is asked. Answers are counted and \
             not kept by person, and nothing is shown until five people have answered."
        }
    }
}

/// A question in words.
pub(super) fn question(form: Form, key: &str) -> &'static str {
    match (form, key) {
        (Form::Child, "listened") => "How do you feel about the way people listened to you?",
        (Form::Child, "my_words") => "How do you feel about the way your own words were used?",
        (Form::Child, "who_to_tell") => "Do you know who to tell if something is wrong?",
        (Form::Child, "again") => "Would you take part again?",
        (_, "listened") => "How do you feel about the way you were listened to?",
        (_, "understood") => "How do you feel about the way the decision was explained?",
        (_, "next") => "Do you know what happens next?",
        (_, _) => "",
    }
}

/// An answer in words.
pub(super) fn answer(answer: &str) -> &'static str {
    match answer {
        "5" => "Very happy",
        "4" => "Happy",
        "3" => "OK",
        "2" => "Unhappy",
        "1" => "Very unhappy",
        "yes" => "Yes",
        "no" => "No",
        SKIPPED => "Left out",
        _ => "",
    }
}

/// A theme in words.
pub(super) fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::FeelingSafer => "Feeling safer",
        Theme::MeetingsAboutMe => "Meetings about me",
        Theme::BeingInvolved => "Being involved in decisions",
        Theme::MakingPlans => "Making child protection plans",
        Theme::PeopleWhoHelp => "People who help me",
    }
}

/// What is asked for in words.
#[cfg(feature = "door")]
pub(super) fn better(form: Form) -> (&'static str, &'static str) {
    match form {
        Form::Child => (
            "What should we do better?",
            "You can leave this empty. Do not write names. People who run meetings can read it, and they do not know it was you.",
        ),
        Form::Family | Form::Professional => {
            ("What should we do better?", "You can leave this empty. Please do not write names.")
        }
    }
}
