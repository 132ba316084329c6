package kith.xmpp;

import kith.xmpp.KeptFlags.State;

import org.jxmpp.jid.BareJid;

import java.util.Map;
import java.util.Optional;

/// The bookmarks of an account, as it was asked for them.
///
/// @param rooms by address; one without a bookmark is there and could not be read
public record KeptBookmarks(State state, Map<BareJid, Optional<Bookmark>> rooms) {}
