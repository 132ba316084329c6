-- Whether the room has ever let us in. Of those that are here nobody knows: as if it had.
ALTER TABLE room ADD COLUMN entered BOOLEAN DEFAULT TRUE NOT NULL;
