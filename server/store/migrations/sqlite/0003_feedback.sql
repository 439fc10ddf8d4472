-- What people say of meetings when nobody knows who they are.
--
-- Why it looks like this:
-- * Answers are counted, never kept: there is no row for a person, so nothing can be put together about one.
-- * No table here has a conference, a seat, an account or a day. A quarter of a year is the finest time.
-- * A code is good for one answer and leaves with it, in the same transaction; nothing says which answer it was.
-- * `shown` follows `given` only when so many more have answered that nobody can watch one answer arrive.
-- * Words are sealed under the master key, and stand under a number drawn at random: the order in which they came is not
--   kept. For the same reason the tables have no hidden row numbers.
-- * Every constraint has a name, so that an error says which rule was broken.
-- This file is never edited after a release; a change is a new file.

create table feedback_code (
    code_hash blob not null,
    form      text not null,
    -- The last quarter in which it is good.
    until     text not null,
    constraint feedback_code_pk primary key (code_hash),
    constraint feedback_code_code_hash check (length(code_hash) = 32)
) strict, without rowid;

create table feedback_tally (
    form     text    not null,
    quarter  text    not null,
    question text    not null,
    answer   text    not null,
    given    integer not null,
    shown    integer not null,
    constraint feedback_tally_pk primary key (form, quarter, question, answer),
    constraint feedback_tally_shown check (shown >= 0 and shown <= given)
) strict, without rowid;

create table feedback_words (
    id      blob    not null,
    form    text    not null,
    quarter text    not null,
    theme   text,
    nonce   blob    not null,
    sealed  blob    not null,
    shown   integer not null,
    constraint feedback_words_pk primary key (id),
    constraint feedback_words_id check (length(id) = 16),
    constraint feedback_words_nonce check (length(nonce) = 24),
    constraint feedback_words_shown check (shown in (0, 1))
) strict, without rowid;
