-- Up to which message those in rooms say that they have seen them (XEP-0333).

-- One of each occupant who said so; gone with the chat. The primary key serves RoomReaderStore.
CREATE TABLE room_reader (
    chat INTEGER NOT NULL REFERENCES chat ON DELETE CASCADE,
    reader VARCHAR NOT NULL, -- the occupant id (XEP-0421), where the room gives such; else the nick
    nick VARCHAR NOT NULL, -- as it was when they said it
    known BOOLEAN NOT NULL, -- whether the first is an occupant id
    message BIGINT NOT NULL,
    at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT room_reader_key PRIMARY KEY (chat, reader, known)
);
