-- Which conferences somebody may come to, and who looked, on PostgreSQL.
--
-- Why it looks as it does is said in the SQLite migration of the same name.

create table team (
    team text collate "C" not null,
    name text collate "C" not null,
    constraint team_pk primary key (team)
);

create table team_member (
    account text    collate "C" not null,
    team    text    collate "C" not null,
    manages boolean not null,
    constraint team_member_pk primary key (account),
    constraint team_member_account foreign key (account) references account (account) on delete cascade,
    constraint team_member_team foreign key (team) references team (team)
);

create table conference_access (
    conference text    collate "C" not null,
    team       text    collate "C",
    restricted boolean not null,
    constraint conference_access_pk primary key (conference),
    constraint conference_access_team foreign key (team) references team (team)
);

create table conference_named (
    conference text collate "C" not null,
    account    text collate "C" not null,
    constraint conference_named_pk primary key (conference, account),
    constraint conference_named_conference foreign key (conference) references conference (conference) on delete cascade,
    constraint conference_named_account foreign key (account) references account (account) on delete cascade
);

create table pass (
    pass       text   collate "C" not null,
    conference text   collate "C" not null,
    account    text   collate "C" not null,
    team       text   collate "C",
    at_ms      bigint not null,
    until_ms   bigint not null,
    reason     text   collate "C" not null,
    nonce      bytea  not null,
    sealed     bytea  not null,
    seen_ms    bigint,
    constraint pass_pk primary key (pass),
    constraint pass_conference foreign key (conference) references conference (conference) on delete cascade,
    constraint pass_account foreign key (account) references account (account) on delete cascade,
    constraint pass_until check (until_ms >= at_ms),
    constraint pass_nonce check (length(nonce) = 24)
);
create index pass_by_conference on pass (conference, account, until_ms);

create table looked (
    looked     text   collate "C" not null,
    at_ms      bigint not null,
    account    text   collate "C",
    seat       text   collate "C",
    conference text   collate "C",
    what       text   collate "C" not null,
    reason     text   collate "C",
    constraint looked_pk primary key (looked)
);
create index looked_by_time on looked (at_ms, looked);
create index looked_by_conference on looked (conference, at_ms);
create function looked_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'looked_is_final';
end $$;
create trigger looked_is_final before update or delete on looked for each row execute function looked_is_final();
