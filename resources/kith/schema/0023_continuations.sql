-- Chats of two that go on in a group.

ALTER TABLE invitation ADD COLUMN continues BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE invitation ADD COLUMN thread VARCHAR; -- of the chat that goes on; none where it has none

-- Where chats went on. The primary key serves ContinuationStore.
CREATE TABLE continuation (
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    peer VARCHAR NOT NULL, -- whose chat with us it was
    room VARCHAR NOT NULL,
    name VARCHAR NOT NULL, -- of the room, as far as it was known
    at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT continuation_key PRIMARY KEY (account, peer, room)
);
