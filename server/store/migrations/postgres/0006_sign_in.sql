-- Signing in with more than a password, being invited, and seeing where one is signed in, on PostgreSQL.
--
-- What each table is for is said in the SQLite migration of the same name.

create table second_factor (
    account   text   collate "C" not null,
    nonce     bytea  not null,
    sealed    bytea  not null,
    confirmed boolean not null,
    last_step bigint not null,
    constraint second_factor_pk primary key (account),
    constraint second_factor_nonce check (length(nonce) = 24),
    constraint second_factor_account foreign key (account) references account (account) on delete cascade
);

create table recovery_code (
    account   text  collate "C" not null,
    code_hash bytea not null,
    constraint recovery_code_pk primary key (account, code_hash),
    constraint recovery_code_code_hash check (length(code_hash) = 32),
    constraint recovery_code_account foreign key (account) references account (account) on delete cascade
);

create table sign_in_try (
    tried_hash bytea  not null,
    count      bigint not null,
    next_ms    bigint not null,
    expires_ms bigint not null,
    constraint sign_in_try_pk primary key (tried_hash),
    constraint sign_in_try_tried_hash check (length(tried_hash) = 32)
);

create table invitation (
    token_hash   bytea  not null,
    name         text   collate "C" not null,
    display_name text   collate "C" not null,
    role         text   collate "C" not null,
    expires_ms   bigint not null,
    constraint invitation_pk primary key (token_hash),
    constraint invitation_token_hash check (length(token_hash) = 32)
);

alter table session add column device text collate "C";
alter table session add column proved_ms bigint not null default 0;
