-- Invitations to rooms.

-- The last of each room that was shown to the user. An answered one stays for a while: then it is
-- known again when an archive or the server tells of it once more. The primary key serves
-- InvitationStore.
CREATE TABLE invitation (
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    room VARCHAR NOT NULL,
    is_direct BOOLEAN NOT NULL, -- whether the inviter wrote it, not the room
    inviter VARCHAR, -- none where the room names nobody
    reason VARCHAR NOT NULL,
    password VARCHAR, -- none where it came without one
    at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    is_open BOOLEAN NOT NULL, -- whether it waits for an answer
    PRIMARY KEY (account, room)
);
