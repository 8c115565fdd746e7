-- Edges keep the amounts that their statements name; the next fold fills them in.
ALTER TABLE edge ADD COLUMN amount TEXT;
