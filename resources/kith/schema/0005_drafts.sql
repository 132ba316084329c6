-- What the user has begun to write.

-- At most one of a chat; it is gone with the chat. The primary key serves DraftStore.
CREATE TABLE draft (
    chat INTEGER PRIMARY KEY REFERENCES chat ON DELETE CASCADE,
    body VARCHAR NOT NULL
);
