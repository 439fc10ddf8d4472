//! The story that every database must tell in the same words: what is promised by the traits, chapter by chapter.
//!
//! Deliberately nothing about files, servers or SQL: what is true of one database only has a file of its own.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "story/access.rs"]
mod access;
#[path = "support/cluster.rs"]
mod cluster;
#[path = "story/disposal.rs"]
mod disposal;
#[path = "story/feedback.rs"]
mod feedback;
#[path = "support/fixture.rs"]
mod fixture;
#[path = "story/getting_in.rs"]
mod getting_in;
#[path = "support/hold.rs"]
mod hold;
#[path = "support/line.rs"]
mod line;
#[path = "story/logs.rs"]
mod logs;
#[path = "story/people.rs"]
mod people;
#[path = "story/pictures.rs"]
mod pictures;
#[path = "support/sample.rs"]
mod sample;
#[path = "story/together.rs"]
mod together;

/// Tells all chapters on one database. A chapter that is missing here is unused code, and the build says so.
macro_rules! tell {
    ($name:ident, $fixture:ty) => {
        tell!($name, $fixture,
            logs: what_is_appended_is_read_back,
            logs: any_text_comes_back_as_it_was,
            logs: somebody_else_was_first,
            logs: the_same_command_twice_is_harmless,
            logs: what_makes_no_sense_is_refused,
            logs: a_log_never_gets_shorter,
            logs: where_a_log_ends,
            logs: a_hash_on_a_paper_is_found_again,
            logs: erasure_takes_the_words_and_leaves_the_chain,
            logs: closing_keeps_everything,
            logs: whether_a_write_would_be_kept_can_be_asked,
            logs: nothing_that_was_said_is_ever_printed,
            together: fifty_conferences_at_once,
            together: one_place_and_many_who_want_it,
            together: one_command_and_many_who_send_it,
            together: a_caller_who_leaves_loses_only_the_answer,
            together: two_programs_on_one_log,
            together: two_who_believe_they_are_at_the_end_of_one_log,
            people: accounts,
            people: names_from_anywhere,
            people: disabling_an_account_ends_its_sessions,
            people: sessions,
            people: whoever_looks_while_a_session_changes_finds_it,
            people: sessions_end_in_groups,
            people: setup_tokens_work_once,
            people: join_codes,
            people: what_has_expired_is_cleared_away,
            getting_in: a_second_factor_is_begun_confirmed_and_taken_away,
            getting_in: every_code_is_taken_once,
            getting_in: tries_are_counted_before_they_are_made,
            getting_in: an_invitation_makes_one_account,
            getting_in: an_invitation_can_be_seen_and_withdrawn,
            getting_in: one_sees_and_ends_ones_own_sessions,
            pictures: a_picture_comes_back_part_by_part,
            pictures: a_conference_keeps_so_many_pictures_and_no_more,
            pictures: a_conference_keeps_so_many_bytes_and_no_more,
            pictures: a_conference_comes_with_its_pictures_or_not_at_all,
            pictures: what_belongs_to_nothing_is_forgotten_after_a_while,
            pictures: erasure_takes_the_pictures_too,
            disposal: what_is_on_hold_is_not_erased,
            disposal: what_is_refused_leaves_no_line,
            disposal: a_deed_without_its_line_is_not_done,
            disposal: what_was_erased_is_noted_once,
            disposal: nobody_gets_in_after_an_erasure,
            access: an_account_belongs_to_one_team,
            access: a_conference_says_who_may_come,
            access: a_pass_comes_with_its_line_or_not_at_all,
            access: who_looked_stays_when_what_they_saw_is_gone,
            feedback: a_code_is_good_for_one_answer,
            feedback: answers_are_shown_five_at_a_time,
            feedback: what_was_counted_is_there_after_closing,
        );
    };
    ($name:ident, $fixture:ty, $($part:ident: $chapter:ident,)*) => {
        mod $name {
            use crate::fixture::Fixture;

            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $chapter() {
                crate::$part::$chapter(&<$fixture>::fresh()).await;
            })*
        }
    };
}

tell!(on_sqlite, crate::fixture::Sqlite);
tell!(on_postgres, crate::fixture::Postgres);
