-- What must be kept although its time has come, and what was erased.
--
-- Why it looks like this:
-- * Why a conference is on hold may name people, so it is sealed with the conference's own key. A conference on hold is
--   never erased; the one transaction that erases asks this table.
-- * That a conference was erased is noted for good: when, under which rule, and a reference. Where its log ended stands
--   in its own row, which stays.
-- * Every constraint has a name, so that an error says which rule was broken.
-- This file is never edited after a release; a change is a new file.

create table legal_hold (
    conference text    not null,
    at_ms      integer not null,
    nonce      blob    not null,
    sealed     blob    not null,
    constraint legal_hold_pk primary key (conference),
    constraint legal_hold_conference foreign key (conference) references conference (conference) on delete cascade,
    constraint legal_hold_nonce check (length(nonce) = 24)
) strict;

create table erasure (
    conference text    not null,
    at_ms      integer not null,
    -- The rule's key in the retention table, or 'request'.
    rule       text    not null,
    -- A reference for the certificate; never a name.
    because    text    not null,
    constraint erasure_pk primary key (conference),
    constraint erasure_conference foreign key (conference) references conference (conference) on delete cascade
) strict;
