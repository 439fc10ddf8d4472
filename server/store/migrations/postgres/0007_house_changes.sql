-- To whom something was done, in the list of who looked, on PostgreSQL.
--
-- Why it looks as it does is said in the SQLite migration of the same name. Emptying a table at once asks no trigger of its rows, so the
-- list has one for that as well.

alter table looked add column about text collate "C";
create trigger looked_is_not_emptied before truncate on looked for each statement execute function looked_is_final();
