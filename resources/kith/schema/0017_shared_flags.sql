-- What the server last had of what the user has chosen for a chat, for all their devices. Where
-- chat_flag says otherwise, the server has yet to be told.

-- At most one of a chat, none where the server has nothing; it is gone with the chat. The primary
-- key serves SharedFlagStore.
CREATE TABLE chat_shared (
    chat INTEGER PRIMARY KEY REFERENCES chat ON DELETE CASCADE,
    pinned BOOLEAN NOT NULL,
    muted BOOLEAN NOT NULL,
    muted_until TIMESTAMP(3) WITH TIME ZONE -- none, where muted: until the user says so
);
