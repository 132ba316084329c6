-- How large the picture is that a message is, upright: so that it has its room before it is there.
-- None: it is no picture, or nobody has said and it was not looked at.

ALTER TABLE message ADD COLUMN (
    file_width INTEGER,
    file_height INTEGER
);
