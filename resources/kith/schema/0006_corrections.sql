-- Messages that say what others are to say instead (XEP-0308).

ALTER TABLE message ADD COLUMN target VARCHAR; -- of a correction: what its sender called the other
ALTER TABLE message ADD COLUMN amends BIGINT; -- the message that shows it; none: it shows itself
ALTER TABLE message ADD COLUMN edited VARCHAR; -- what is shown instead of the body; none: the body
ALTER TABLE message ADD COLUMN edited_by BIGINT; -- the correction that says so

-- Corrections: the last message before another, by the id that its sender gave it.
CREATE INDEX message_stanza_id ON message (chat, stanza_id, position, id);

-- Where a correction stands with the message that it is for.
CREATE TABLE correction (
    message BIGINT PRIMARY KEY REFERENCES message ON DELETE CASCADE,
    chat INTEGER NOT NULL,
    target VARCHAR NOT NULL,
    amends BIGINT
);

-- Corrections: those that came before the message that they are for.
CREATE INDEX correction_target ON correction (chat, target, amends);
-- Corrections: all of one message.
CREATE INDEX correction_amends ON correction (amends);
