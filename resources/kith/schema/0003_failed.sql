-- What the user wrote and was refused.

-- Beside those that the server does not have yet: until the user sends it again or takes it back.
ALTER TABLE outbox ADD COLUMN failed BOOLEAN DEFAULT FALSE NOT NULL;
INSERT INTO outbox (message, failed) SELECT id, TRUE FROM message WHERE delivery = 'FAILED';
