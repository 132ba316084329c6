-- Receipts and markers that are to go out.

-- Until the server has them. By place, the order in which they go.
CREATE TABLE note (
    place BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    id VARCHAR NOT NULL, -- of its stanza
    peer VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    message VARCHAR NOT NULL -- the id of the message that it is about
);
