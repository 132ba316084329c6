-- What the account last had of its rooms, for all devices of the user's, and what the user has
-- wished here of them that it has yet to be told. A room's password is a secret and not here.

-- At most one of a room. The primary key serves BookmarkStore.
CREATE TABLE bookmark (
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    address VARCHAR NOT NULL,
    kept BOOLEAN NOT NULL, -- whether the account had a bookmark of it
    name VARCHAR, -- none where that said nothing
    nick VARCHAR, -- none where that said nothing
    autojoin BOOLEAN NOT NULL,
    wish VARCHAR NOT NULL, -- RoomWish
    CONSTRAINT bookmark_key PRIMARY KEY (account, address)
);

-- The accounts whose older bookmarks are among those of today: not again, or what is taken out
-- would come back.
CREATE TABLE bookmark_converted (
    account INTEGER NOT NULL PRIMARY KEY REFERENCES account ON DELETE CASCADE
);
