-- What an account's connections go through (RFC 1928, RFC 9110 §9.3.6). All but the user are there
-- or none is; the password is kept with the account's own, never here.

ALTER TABLE account ADD COLUMN proxy_kind VARCHAR; -- none: straight to the server
ALTER TABLE account ADD COLUMN proxy_host VARCHAR;
ALTER TABLE account ADD COLUMN proxy_port INTEGER;
ALTER TABLE account ADD COLUMN proxy_user VARCHAR; -- none: the proxy asks for no password
