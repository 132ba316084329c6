-- Of which messages of a chat the user is told where it isn't muted: Alerts, but never NEVER, which
-- is a mute. None: as is usual for such a chat.
ALTER TABLE chat_flag ADD COLUMN alerts VARCHAR;
ALTER TABLE chat_shared ADD COLUMN alerts VARCHAR;

-- The rooms that last said of themselves that they are open to strangers: there it is usual to be
-- told of mentions alone. At most one of a room. The primary key serves ChannelStore.
CREATE TABLE channel (
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    address VARCHAR NOT NULL,
    CONSTRAINT channel_key PRIMARY KEY (account, address)
);
