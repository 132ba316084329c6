-- Messages that take back others (XEP-0424, XEP-0425).

CREATE TABLE retraction (
    message BIGINT PRIMARY KEY REFERENCES message ON DELETE CASCADE,
    chat INTEGER NOT NULL,
    target VARCHAR NOT NULL -- what the other is called: by its sender, in a room by the room
);

-- Retractions: all that name a message, before or after it has come.
CREATE INDEX retraction_target ON retraction (chat, target);

ALTER TABLE message ADD COLUMN (
    retracted_by BIGINT, -- what takes it back; its words are gone once the server has that
    retraction VARCHAR, -- the delivery of that, as long as they are there
    retraction_refusal VARCHAR, -- of FAILED alone
    retraction_refusal_text VARCHAR,
    erased BOOLEAN DEFAULT FALSE NOT NULL, -- whether words that it came with are gone
    moderator VARCHAR -- the nick of who had the room take it, or what it names, back; none: no room did
);

-- Messages that answer others, and may repeat their words.
CREATE TABLE reply (
    message BIGINT PRIMARY KEY REFERENCES message ON DELETE CASCADE,
    chat INTEGER NOT NULL,
    target VARCHAR NOT NULL
);

-- Retractions: all that answer a message.
CREATE INDEX reply_target ON reply (chat, target);
INSERT INTO reply SELECT id, chat, reply_to FROM message WHERE reply_to IS NOT NULL;

-- Whether some of it may have reached the server; of what already waits, nobody knows.
ALTER TABLE outbox ADD COLUMN tried BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE outbox SET tried = TRUE;
