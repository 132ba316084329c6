-- When what happened to a message.

ALTER TABLE message ADD COLUMN (
    heard TIMESTAMP(3) WITH TIME ZONE, -- came in here; none: written here, or long ago
    seen TIMESTAMP(3) WITH TIME ZONE -- the user had it before them here; none: not, or long ago
);

-- What became of our own.
CREATE TABLE step (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message BIGINT NOT NULL REFERENCES message ON DELETE CASCADE,
    kind VARCHAR NOT NULL, -- the case of Step.Kind
    who VARCHAR NOT NULL, -- which device says so; empty: no other than we
    at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    refusal VARCHAR, -- of FAILED alone
    refusal_text VARCHAR
);

-- Steps: all of a message, one by kind and device.
CREATE INDEX step_of_message ON step (message, kind, who);
