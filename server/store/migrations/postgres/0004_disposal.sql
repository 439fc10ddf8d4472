-- What must be kept although its time has come, and what was erased, on PostgreSQL.
--
-- Why it looks as it does is said in the SQLite migration of the same name.

create table legal_hold (
    conference text   collate "C" not null,
    at_ms      bigint not null,
    nonce      bytea  not null,
    sealed     bytea  not null,
    constraint legal_hold_pk primary key (conference),
    constraint legal_hold_conference foreign key (conference) references conference (conference) on delete cascade,
    constraint legal_hold_nonce check (length(nonce) = 24)
);

create table erasure (
    conference text   collate "C" not null,
    at_ms      bigint not null,
    rule       text   collate "C" not null,
    because    text   collate "C" not null,
    constraint erasure_pk primary key (conference),
    constraint erasure_conference foreign key (conference) references conference (conference) on delete cascade
);
