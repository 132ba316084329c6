-- Who has read what.

-- Both name a message. Reads: the last of others' that the user has read, and the last of those
-- that our other devices were told of.
ALTER TABLE chat ADD COLUMN read_to BIGINT;
ALTER TABLE chat ADD COLUMN told_to BIGINT;
-- The last of others' whose sender asked to be told when it is read (XEP-0333 §4.1).
ALTER TABLE chat ADD COLUMN markable BIGINT;
-- The last of ours that the other side has read: with it, all before.
ALTER TABLE chat ADD COLUMN peer_read BIGINT;

-- Also of messages that were written on other devices of ours: receipts name them. Only one that
-- was written here is known by this id alone.
ALTER TABLE sent ADD COLUMN written_here BOOLEAN DEFAULT TRUE NOT NULL;
