package kith.store.search;

import kith.model.MessageKey;

import java.util.List;

/// A page of what a search finds.
///
/// @param messages in the order that was asked for; some may be in the store no more
/// @param total how many there are on all pages
public record Found(List<MessageKey> messages, int total) {}
