-- What a message answers (XEP-0461), and the conversation it belongs to (RFC 6121 §5.2.5).

ALTER TABLE message ADD COLUMN (
    reply_to VARCHAR, -- what the other is called: by its sender, in a room by the room
    reply_author VARCHAR, -- who wrote the other, as the answer says
    quoted INTEGER, -- how many characters of the body only repeat the other
    thread VARCHAR
);

-- The message that is being answered in a chat: at most one. The primary key serves DraftStore.
CREATE TABLE draft_reply (
    chat INTEGER PRIMARY KEY REFERENCES chat ON DELETE CASCADE,
    message BIGINT NOT NULL REFERENCES message ON DELETE CASCADE
);
