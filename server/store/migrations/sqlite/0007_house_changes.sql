-- To whom something was done, in the list of who looked: who was given a role, a team or a name on a conference's list.
--
-- Why it looks like this: what an account is for decides what it may see, so a change of it belongs beside what was seen with it. Like
-- every other column of the list it refers to nothing, so that a line stays when the account is gone.
-- This file is never edited after a release; a change is a new file.

alter table looked add column about text;
