-- What the user has chosen for a chat.

-- At most one of a chat, none where all is as usual; it is gone with the chat. The primary key
-- serves FlagStore.
CREATE TABLE chat_flag (
    chat INTEGER PRIMARY KEY REFERENCES chat ON DELETE CASCADE,
    pinned INTEGER, -- its place among the pinned; none: it is not
    muted BOOLEAN NOT NULL,
    muted_until TIMESTAMP(3) WITH TIME ZONE, -- none, where muted: until the user says so
    archived BOOLEAN NOT NULL,
    archived_to BIGINT, -- the newest message when it was archived; none: there was none
    marked_unread BOOLEAN NOT NULL
);

ALTER TABLE tab ADD COLUMN pinned BOOLEAN DEFAULT FALSE NOT NULL;

-- The chats that have windows of their own, in the order in which they got them.
CREATE TABLE chat_window (
    place INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    peer VARCHAR NOT NULL,
    bounds VARCHAR -- as the window writes them; none: it was never shown
);
