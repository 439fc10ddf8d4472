-- Who invited somebody, on PostgreSQL.
--
-- Why it looks as it does is said in the SQLite migration of the same name.

alter table invitation add column invited_by text collate "C";
