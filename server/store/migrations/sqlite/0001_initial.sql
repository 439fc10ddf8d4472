-- The first shape of the store.
--
-- Why it looks like this:
-- * A conference is its log. Event rows are only ever added; what a conference *is* now is the fold of its events.
-- * What people say is in event.sealed and nowhere else. Every other column is an opaque id, a number or a word of ours,
--   because they are readable to whoever holds the file.
-- * event.hash covers the row before it, so a changed, missing or moved row shows. conference.head_seq and head_hash say
--   where the log ends, so a cut tail shows too.
-- * A conference's key stands in a table of its own: erasure is the deletion of that one row, and the log stays whole.
-- * Times are unix milliseconds, flags 0 or 1, hashes 32 bytes: what PostgreSQL can hold in the same way.
-- * Every constraint has a name, so that an error says which rule was broken.
-- This file is never edited after a release; a change is a new file.

-- One row, sealed under the master key: a wrong key is noticed when the store is opened, not on the first read.
create table key_check (
    id     integer not null,
    nonce  blob    not null,
    sealed blob    not null,
    constraint key_check_pk primary key (id),
    constraint key_check_one check (id = 1),
    constraint key_check_nonce check (length(nonce) = 24)
) strict;

create table conference (
    conference text    not null,
    created_ms integer not null,
    head_seq   integer not null,
    head_hash  blob    not null,
    constraint conference_pk primary key (conference),
    constraint conference_head_seq check (head_seq > 0),
    constraint conference_head_hash check (length(head_hash) = 32)
) strict;

create table conference_key (
    conference text not null,
    nonce      blob not null,
    sealed     blob not null,
    constraint conference_key_pk primary key (conference),
    constraint conference_key_conference foreign key (conference) references conference (conference) on delete cascade,
    constraint conference_key_nonce check (length(nonce) = 24)
) strict;

create table event (
    conference text    not null,
    seq        integer not null,
    command    text    not null,
    ordinal    integer not null,
    actor      text    not null,
    at_ms      integer not null,
    kind       text    not null,
    version    integer not null,
    nonce      blob    not null,
    sealed     blob    not null,
    hash       blob    not null,
    constraint event_pk primary key (conference, seq),
    -- The sender makes the command's id: the same command can never be stored twice, whatever a retry does.
    constraint event_once unique (conference, command, ordinal),
    constraint event_conference foreign key (conference) references conference (conference) on delete cascade,
    constraint event_seq check (seq > 0),
    constraint event_ordinal check (ordinal >= 0),
    constraint event_nonce check (length(nonce) = 24),
    constraint event_hash check (length(hash) = 32)
) strict;

create table account (
    account       text    not null,
    name          text    not null,
    -- The sign-in name in lower case, made by the store: databases do not agree on what lower case is beyond ASCII.
    name_key      text    not null,
    display_name  text    not null,
    role          text    not null,
    password_hash text    not null,
    created_ms    integer not null,
    disabled      integer not null,
    constraint account_pk primary key (account),
    constraint account_name unique (name_key),
    constraint account_disabled check (disabled in (0, 1))
) strict;

create table session (
    token_hash   blob    not null,
    holder       text    not null,
    account      text,
    conference   text,
    created_ms   integer not null,
    expires_ms   integer not null,
    last_seen_ms integer not null,
    constraint session_pk primary key (token_hash),
    constraint session_token_hash check (length(token_hash) = 32),
    constraint session_account foreign key (account) references account (account) on delete cascade,
    constraint session_conference foreign key (conference) references conference (conference) on delete cascade
) strict;
create index session_by_holder on session (holder);
create index session_by_account on session (account);
create index session_by_conference on session (conference);
create index session_by_expiry on session (expires_ms);

create table setup_token (
    token_hash blob    not null,
    expires_ms integer not null,
    constraint setup_token_pk primary key (token_hash),
    constraint setup_token_token_hash check (length(token_hash) = 32)
) strict;

create table join_code (
    code_hash  blob    not null,
    conference text    not null,
    purpose    text    not null,
    payload    text,
    expires_ms integer not null,
    constraint join_code_pk primary key (code_hash),
    constraint join_code_code_hash check (length(code_hash) = 32),
    constraint join_code_conference foreign key (conference) references conference (conference) on delete cascade
) strict;
create index join_code_by_conference on join_code (conference);
