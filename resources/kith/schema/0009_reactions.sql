-- Emoji that are put to messages (XEP-0444); which ones is in the message that puts them there.

CREATE TABLE reaction (
    message BIGINT PRIMARY KEY REFERENCES message ON DELETE CASCADE,
    chat INTEGER NOT NULL,
    target VARCHAR NOT NULL -- what the other is called: by its sender, in a room by the room
);

-- Reactions: all that name a message, before or after it has come; whether a chat has any.
CREATE INDEX reaction_target ON reaction (chat, target);

-- A chat in which nothing but such came is none that anybody sees.
ALTER TABLE chat ADD COLUMN shown BOOLEAN DEFAULT TRUE NOT NULL;
-- Whom a room says we are (XEP-0421): which reactions in it are ours.
ALTER TABLE chat ADD COLUMN occupant_id VARCHAR;
