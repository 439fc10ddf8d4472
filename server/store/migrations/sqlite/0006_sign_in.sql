-- Signing in with more than a password, being invited, and seeing where one is signed in.

-- The key that a person's telephone makes codes from, sealed under the master key. Until a code has shown that the telephone
-- has it, it is not asked for.
create table second_factor (
    account   text    not null,
    nonce     blob    not null,
    sealed    blob    not null,
    confirmed integer not null,
    -- The last half minute whose code was taken. No code of it, or of an earlier one, is taken again.
    last_step integer not null,
    constraint second_factor_pk primary key (account),
    constraint second_factor_nonce check (length(nonce) = 24),
    constraint second_factor_confirmed check (confirmed in (0, 1)),
    constraint second_factor_account foreign key (account) references account (account) on delete cascade
) strict;

-- Codes for the day on which the telephone is lost. Each is longer than anybody could guess, so a plain hash hides it.
create table recovery_code (
    account   text not null,
    code_hash blob not null,
    constraint recovery_code_pk primary key (account, code_hash),
    constraint recovery_code_code_hash check (length(code_hash) = 32),
    constraint recovery_code_account foreign key (account) references account (account) on delete cascade
) strict;

-- Tries that may have failed, by the hash of what was tried: people type passwords where a name belongs.
create table sign_in_try (
    tried_hash blob    not null,
    count      integer not null,
    -- Before this moment it may not be tried again.
    next_ms    integer not null,
    expires_ms integer not null,
    constraint sign_in_try_pk primary key (tried_hash),
    constraint sign_in_try_tried_hash check (length(tried_hash) = 32)
) strict;

-- A link that makes one account, once.
create table invitation (
    token_hash   blob    not null,
    name         text    not null,
    display_name text    not null,
    role         text    not null,
    expires_ms   integer not null,
    constraint invitation_pk primary key (token_hash),
    constraint invitation_token_hash check (length(token_hash) = 32)
) strict;

-- What sort of device it is, in words of ours, never as the browser tells it.
alter table session add column device text;
-- When the password was last given.
alter table session add column proved_ms integer not null default 0;
