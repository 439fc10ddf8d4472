-- Who invited somebody: with their account closed, what they handed out opens nothing any more.
--
-- Why it looks like this: the command line invites as nobody, and so did everybody before this. It refers to nothing: an invitation is
-- good for seven days, and is withdrawn where an account is closed.
-- This file is never edited after a release; a change is a new file.

alter table invitation add column invited_by text;
