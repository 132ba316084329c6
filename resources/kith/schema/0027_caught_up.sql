-- The last message that pages of the archive have taken to the end of the chat; none: none has, or
-- nobody knows.
ALTER TABLE chat ADD COLUMN caught_up_to BIGINT;
