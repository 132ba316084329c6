-- Private messages in rooms (XEP-0045 §7.5): who was on the other side, and what they were called.
-- Such a message stands in the room's chat, and has its name from the account's archive.

ALTER TABLE message ADD COLUMN (
    private_with VARCHAR, -- none: it isn't private
    private_who VARCHAR -- none: nobody knows who that is whatever their nick
);
