-- The message of ours that is being changed in a chat, at most one, and what it is to say as far as
-- the user has come. What they had begun before waits in draft. The primary key serves DraftStore.
CREATE TABLE draft_edit (
    chat INTEGER PRIMARY KEY REFERENCES chat ON DELETE CASCADE,
    message BIGINT NOT NULL REFERENCES message ON DELETE CASCADE,
    body VARCHAR NOT NULL
);
