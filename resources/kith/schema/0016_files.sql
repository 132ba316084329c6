-- Messages that are files (XEP-0066), and those files of ours that are still to be brought to where
-- others can get them (XEP-0363). Where that is, is the body; it is empty until it is known.

ALTER TABLE message ADD COLUMN (
    file_name VARCHAR,
    file_size BIGINT -- none: nobody has said
);

-- At most one of a message; it is gone once the file is there. The primary key serves UploadStore.
CREATE TABLE upload (
    message BIGINT PRIMARY KEY REFERENCES message ON DELETE CASCADE,
    path VARCHAR NOT NULL,
    changed TIMESTAMP(3) WITH TIME ZONE NOT NULL, -- when it was written last, as it was chosen
    type VARCHAR NOT NULL
);
