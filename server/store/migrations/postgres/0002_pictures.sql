-- Children's drawings and photographs, and statements that were made elsewhere, on PostgreSQL.
--
-- Why it looks as it does is said in the SQLite migration of the same name.

create table picture (
    conference text   collate "C" not null,
    picture    text   collate "C" not null,
    part       text   collate "C" not null,
    at_ms      bigint not null,
    size       bigint not null,
    nonce      bytea  not null,
    sealed     bytea  not null,
    constraint picture_pk primary key (conference, picture, part),
    constraint picture_conference foreign key (conference) references conference (conference) on delete cascade,
    constraint picture_part check (part in ('about', 'screen', 'small')),
    constraint picture_size check (size >= 0 and length(sealed) = size + 16),
    constraint picture_nonce check (length(nonce) = 24)
);
-- Sealed bytes look like noise: trying to compress them is time for nothing.
alter table picture alter column sealed set storage external;
