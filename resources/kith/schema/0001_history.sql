-- Accounts, and what is known in each: roster, rooms, chats, messages, archives.

CREATE TABLE account (
    id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    address VARCHAR NOT NULL CONSTRAINT account_address UNIQUE,
    host VARCHAR, -- none: as DNS says
    port INTEGER,
    keeping VARCHAR NOT NULL,
    resource VARCHAR NOT NULL,
    roster_version VARCHAR -- none: the server has no versions, or nothing was received yet
);

-- The primary key serves RosterStore: all of an account, one by address.
CREATE TABLE roster_item (
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    address VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    groups VARCHAR ARRAY NOT NULL,
    subscription VARCHAR NOT NULL,
    asking BOOLEAN NOT NULL,
    CONSTRAINT roster_item_key PRIMARY KEY (account, address)
);

-- The primary key serves RoomStore: all of an account, one by address.
CREATE TABLE room (
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    address VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    nick VARCHAR NOT NULL,
    autojoin BOOLEAN NOT NULL,
    subject VARCHAR NOT NULL,
    CONSTRAINT room_key PRIMARY KEY (account, address)
);

-- Whose ids name messages: the archive of an account, or of a room (XEP-0313).
-- The unique key serves Archives: one by account and address.
CREATE TABLE archive (
    id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    address VARCHAR NOT NULL,
    CONSTRAINT archive_key UNIQUE (account, address)
);

-- What of an archive is in the store without a hole.
CREATE TABLE mam_range (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    archive INTEGER NOT NULL REFERENCES archive ON DELETE CASCADE,
    from_id VARCHAR NOT NULL,
    from_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    to_id VARCHAR NOT NULL,
    to_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    start_reached BOOLEAN NOT NULL
);

-- The unique key serves Chats: one by account and peer.
CREATE TABLE chat (
    id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    peer VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    archive INTEGER NOT NULL, -- where its messages get their archive ids
    since BIGINT, -- from this message on it is known without a hole; none: nothing of it is
    unread INTEGER DEFAULT 0 NOT NULL,
    mentioned BOOLEAN DEFAULT FALSE NOT NULL,
    CONSTRAINT chat_key UNIQUE (account, peer)
);

-- No foreign keys: H2 would make an index of its own for each and look it up at every message.
-- Whoever removes a chat removes its messages (Chats).
CREATE TABLE message (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    chat INTEGER NOT NULL,
    position BIGINT NOT NULL, -- see Positions
    stanza_id VARCHAR NOT NULL,
    origin_id VARCHAR,
    archive INTEGER, -- which archive the next is of; none: it has no id there, or none that is known
    archive_id VARCHAR,
    sender VARCHAR NOT NULL,
    occupant_id VARCHAR,
    mine BOOLEAN NOT NULL,
    at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    content VARCHAR NOT NULL, -- the case of Content
    body VARCHAR NOT NULL,
    delivery VARCHAR NOT NULL, -- the case of Delivery
    refusal VARCHAR, -- of FAILED alone
    refusal_text VARCHAR,
    fingerprint BIGINT NOT NULL -- see Fingerprint
);

-- MessageStore: the newest of a chat, those before and after one, how many. Positions: the last.
CREATE INDEX message_in_chat ON message (chat, position, id);
-- Identity: the message that an archive's id names. Ids are unique in one archive (XEP-0359 §3.1).
CREATE UNIQUE INDEX message_archive_id ON message (archive, archive_id);
-- Identity: what might be the same message, where no trusted id says so.
CREATE INDEX message_fingerprint ON message (chat, fingerprint);

-- Further ids that an archive gave to a message it stored more than once.
-- The primary key serves Identity.
CREATE TABLE archive_id (
    archive INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    message BIGINT NOT NULL REFERENCES message ON DELETE CASCADE,
    CONSTRAINT archive_id_key PRIMARY KEY (archive, id)
);

-- Our stanza ids of the messages that were written here.
-- The primary key serves MessageStore and Identity: the message by account and id.
CREATE TABLE sent (
    account INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    message BIGINT NOT NULL REFERENCES message ON DELETE CASCADE,
    CONSTRAINT sent_key PRIMARY KEY (account, id)
);

-- Messages of ours that the server does not have yet, as far as we know; nearly always empty.
CREATE TABLE outbox (
    message BIGINT PRIMARY KEY REFERENCES message ON DELETE CASCADE
);

-- The open tabs, from the start side.
CREATE TABLE tab (
    place INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    peer VARCHAR NOT NULL,
    selected BOOLEAN NOT NULL
);

-- Small things: window geometry, theme, own presence.
CREATE TABLE setting (
    name VARCHAR PRIMARY KEY,
    text VARCHAR NOT NULL
);
