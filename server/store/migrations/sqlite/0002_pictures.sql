-- Children's drawings and photographs, and statements that were made elsewhere.
--
-- Why it looks like this:
-- * A picture is kept in parts: what is known of it, the picture for a screen, and a small one. Each part has a seal of
--   its own, so that a list of small ones never opens the large ones.
-- * Every seal is made with the conference's own key: the deletion of that key's row erases the pictures too.
-- * size is what the part takes before it is sealed; the sum of a conference is limited. It is held to the sealed bytes
--   by a check, so that it cannot tell of anything else.
-- * at_ms is when the picture came. What belongs to no entry after a while is forgotten, and that is asked by this time.

create table picture (
    conference text    not null,
    picture    text    not null,
    part       text    not null,
    at_ms      integer not null,
    size       integer not null,
    nonce      blob    not null,
    sealed     blob    not null,
    constraint picture_pk primary key (conference, picture, part),
    constraint picture_conference foreign key (conference) references conference (conference) on delete cascade,
    constraint picture_part check (part in ('about', 'screen', 'small')),
    constraint picture_size check (size >= 0 and length(sealed) = size + 16),
    constraint picture_nonce check (length(nonce) = 24)
) strict;
