-- The first shape of the store, on PostgreSQL.
--
-- Why it looks as it does is said in the SQLite migration of the same name: tables, columns, keys and constraints are the
-- same there and here, and a test compares them. What is PostgreSQL's own:
-- * Text is compared byte by byte (collate "C"): so does SQLite, and an update of the system's language data can then
--   never make an index of ours wrong.
-- * The primary key (conference, seq) is what decides between nodes: two of them can never both have the same place.
-- This file is never edited after a release; a change is a new file.

create table key_check (
    id     bigint not null,
    nonce  bytea  not null,
    sealed bytea  not null,
    constraint key_check_pk primary key (id),
    constraint key_check_one check (id = 1),
    constraint key_check_nonce check (length(nonce) = 24)
);

create table conference (
    conference text   collate "C" not null,
    created_ms bigint not null,
    head_seq   bigint not null,
    head_hash  bytea  not null,
    constraint conference_pk primary key (conference),
    constraint conference_head_seq check (head_seq > 0),
    constraint conference_head_hash check (length(head_hash) = 32)
    -- The recorded end moves with every batch: room in the page lets it move there, without touching the index.
) with (fillfactor = 50);

create table conference_key (
    conference text  collate "C" not null,
    nonce      bytea not null,
    sealed     bytea not null,
    constraint conference_key_pk primary key (conference),
    constraint conference_key_conference foreign key (conference) references conference (conference) on delete cascade,
    constraint conference_key_nonce check (length(nonce) = 24)
);

create table event (
    conference text   collate "C" not null,
    seq        bigint not null,
    command    text   collate "C" not null,
    ordinal    bigint not null,
    actor      text   collate "C" not null,
    at_ms      bigint not null,
    kind       text   collate "C" not null,
    version    bigint not null,
    nonce      bytea  not null,
    sealed     bytea  not null,
    hash       bytea  not null,
    constraint event_pk primary key (conference, seq),
    -- The sender makes the command's id: the same command can never be stored twice, whatever a retry does.
    constraint event_once unique (conference, command, ordinal),
    constraint event_conference foreign key (conference) references conference (conference) on delete cascade,
    constraint event_seq check (seq > 0),
    constraint event_ordinal check (ordinal >= 0),
    constraint event_nonce check (length(nonce) = 24),
    constraint event_hash check (length(hash) = 32)
);
-- Sealed bytes look like noise: trying to compress them is time for nothing.
alter table event alter column sealed set storage external;

create table account (
    account       text    collate "C" not null,
    name          text    collate "C" not null,
    -- The sign-in name in lower case, made by the store: databases do not agree on what lower case is beyond ASCII.
    name_key      text    collate "C" not null,
    display_name  text    collate "C" not null,
    role          text    collate "C" not null,
    password_hash text    collate "C" not null,
    created_ms    bigint  not null,
    disabled      boolean not null,
    constraint account_pk primary key (account),
    constraint account_name unique (name_key)
);

create table session (
    token_hash   bytea  not null,
    holder       text   collate "C" not null,
    account      text   collate "C",
    conference   text   collate "C",
    created_ms   bigint not null,
    expires_ms   bigint not null,
    last_seen_ms bigint not null,
    constraint session_pk primary key (token_hash),
    constraint session_token_hash check (length(token_hash) = 32),
    constraint session_account foreign key (account) references account (account) on delete cascade,
    constraint session_conference foreign key (conference) references conference (conference) on delete cascade
);
create index session_by_holder on session (holder);
create index session_by_account on session (account);
create index session_by_conference on session (conference);
create index session_by_expiry on session (expires_ms);

create table setup_token (
    token_hash bytea  not null,
    expires_ms bigint not null,
    constraint setup_token_pk primary key (token_hash),
    constraint setup_token_token_hash check (length(token_hash) = 32)
);

create table join_code (
    code_hash  bytea  not null,
    conference text   collate "C" not null,
    purpose    text   collate "C" not null,
    payload    text   collate "C",
    expires_ms bigint not null,
    constraint join_code_pk primary key (code_hash),
    constraint join_code_code_hash check (length(code_hash) = 32),
    constraint join_code_conference foreign key (conference) references conference (conference) on delete cascade
);
create index join_code_by_conference on join_code (conference);
