-- The pictures of rooms, and of whomever else: by the hash under which they were announced, so that
-- what many have is here once. As they came, since nothing is known of them but that they are small.

CREATE TABLE picture (
    hash CHAR(40) PRIMARY KEY, -- SHA-1, as XEP-0153 has it
    image VARBINARY(262144) NOT NULL
);

-- At most one of an address. The primary key serves PictureStore.
CREATE TABLE picture_of (
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    address VARCHAR NOT NULL,
    hash CHAR(40) NOT NULL REFERENCES picture,
    PRIMARY KEY (account, address)
);
