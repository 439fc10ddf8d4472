-- What people say of meetings when nobody knows who they are, on PostgreSQL.
--
-- Why it looks as it does is said in the SQLite migration of the same name. PostgreSQL notes in every row which
-- transaction wrote it, and keeps rows in the order in which they came; the store writes the rows of a form and quarter
-- anew with every answer, so that neither tells anything.

create table feedback_code (
    code_hash bytea not null,
    form      text  collate "C" not null,
    until     text  collate "C" not null,
    constraint feedback_code_pk primary key (code_hash),
    constraint feedback_code_code_hash check (length(code_hash) = 32)
);

create table feedback_tally (
    form     text   collate "C" not null,
    quarter  text   collate "C" not null,
    question text   collate "C" not null,
    answer   text   collate "C" not null,
    given    bigint not null,
    shown    bigint not null,
    constraint feedback_tally_pk primary key (form, quarter, question, answer),
    constraint feedback_tally_shown check (shown >= 0 and shown <= given)
);

create table feedback_words (
    id      bytea  not null,
    form    text   collate "C" not null,
    quarter text   collate "C" not null,
    theme   text   collate "C",
    nonce   bytea  not null,
    sealed  bytea  not null,
    shown   bigint not null,
    constraint feedback_words_pk primary key (id),
    constraint feedback_words_id check (length(id) = 16),
    constraint feedback_words_nonce check (length(nonce) = 24),
    constraint feedback_words_shown check (shown in (0, 1))
);
