package kith.session.roster;

import kith.model.ChatKey;

/// Someone asks to see the presence of one of our accounts (RFC 6121 §3.1).
///
/// @param text what they wrote with it; may be empty
public record SubscriptionRequest(ChatKey from, String text) {}
