package kith.lab;

/// How a lab server is set up; see `prosody.cfg.lua` and `ejabberd.yml` for what each means there.
public enum ServerProfile {
    /// As a well-kept public server, without rate limits: archives for people and rooms that forget
    /// nothing, sessions that can be resumed for ten minutes.
    NORMAL,
    /// As [#NORMAL], but with its archives at hand, which Prosody else reads from a whole file for
    /// each page: for tests of long histories, which measure us.
    LONG_ARCHIVE,
    /// Keeps no archive, neither for people nor for rooms (no XEP-0313).
    NO_ARCHIVE,
    /// A session that lost its connection is resumable for one second only (XEP-0198 §5).
    SHORT_RESUMPTION,
    /// Stanzas up to 10,000 bytes, the least RFC 6120 §13.12 allows; room for 10 unacknowledged
    /// stanzas; uploads up to 10,000 bytes; with Prosody archive pages of 10 messages, which
    /// ejabberd can't limit.
    TINY_LIMITS,
    /// As [#NORMAL], and nobody makes rooms; with Prosody whoever has registered a nick in a room
    /// has that one there, which ejabberd leaves to them.
    STRICT_ROOMS,
    /// As [#NORMAL], and Prosody's rooms have what modules of its community give them, which Debian
    /// has in a package of their own: moderators remove messages (XEP-0425 of version 0.2), owners
    /// give pictures (XEP-0486). ejabberd has pictures anyway, and removes nothing.
    COMMUNITY_MODULES,
    /// As [#NORMAL], and speaks with servers that it was introduced to ([XmppServer#introduce]),
    /// over TLS and with certificates that the lab's authority signed. Each software serves other
    /// hosts.
    FEDERATED
}
