-- Which conferences somebody may come to, and who looked.
--
-- Why it looks like this:
-- * A team is known by its name in small letters. An account belongs to one team at most, and may manage it.
-- * A conference without a row in conference_access, or without a team in it, is everybody's: as everything was before
--   there were teams. A restricted one is open to those in conference_named alone. The row refers to no conference: whose
--   it is is said before it is there, so that there is no moment in which it is everybody's.
-- * A pass lets somebody in who is neither, for a while, and for a reason. The reason's words may name people, so they are
--   sealed with the conference's own key and erased with it; its kind is one of our own words.
-- * looked holds no content: ids, times and our own words. It refers to nothing, so that a line stays when what it is
--   about is gone, and the triggers keep whoever holds the file from changing a line without breaking it.
-- * Every constraint has a name, so that an error says which rule was broken.
-- This file is never edited after a release; a change is a new file.

create table team (
    team text not null,
    name text not null,
    constraint team_pk primary key (team)
) strict;

create table team_member (
    account text    not null,
    team    text    not null,
    manages integer not null,
    constraint team_member_pk primary key (account),
    constraint team_member_account foreign key (account) references account (account) on delete cascade,
    constraint team_member_team foreign key (team) references team (team),
    constraint team_member_manages check (manages in (0, 1))
) strict;

create table conference_access (
    conference text    not null,
    team       text,
    restricted integer not null,
    constraint conference_access_pk primary key (conference),
    constraint conference_access_team foreign key (team) references team (team),
    constraint conference_access_restricted check (restricted in (0, 1))
) strict;

create table conference_named (
    conference text not null,
    account    text not null,
    constraint conference_named_pk primary key (conference, account),
    constraint conference_named_conference foreign key (conference) references conference (conference) on delete cascade,
    constraint conference_named_account foreign key (account) references account (account) on delete cascade
) strict;

create table pass (
    pass       text    not null,
    conference text    not null,
    account    text    not null,
    -- Whose manager is told; every manager where there is no team.
    team       text,
    at_ms      integer not null,
    until_ms   integer not null,
    reason     text    not null,
    nonce      blob    not null,
    sealed     blob    not null,
    seen_ms    integer,
    constraint pass_pk primary key (pass),
    constraint pass_conference foreign key (conference) references conference (conference) on delete cascade,
    constraint pass_account foreign key (account) references account (account) on delete cascade,
    constraint pass_until check (until_ms >= at_ms),
    constraint pass_nonce check (length(nonce) = 24)
) strict;
create index pass_by_conference on pass (conference, account, until_ms);

create table looked (
    looked     text    not null,
    at_ms      integer not null,
    account    text,
    seat       text,
    conference text,
    what       text    not null,
    reason     text,
    constraint looked_pk primary key (looked)
) strict;
create index looked_by_time on looked (at_ms, looked);
create index looked_by_conference on looked (conference, at_ms);
create trigger looked_stays before delete on looked begin
    select raise(abort, 'looked_stays');
end;
create trigger looked_is_final before update on looked begin
    select raise(abort, 'looked_is_final');
end;
