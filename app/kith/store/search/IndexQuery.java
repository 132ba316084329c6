package kith.store.search;

import kith.model.ChatKey;
import kith.model.SearchQuery;

import org.jxmpp.jid.BareJid;

import java.util.Optional;
import java.util.Set;

/// A query, and whom and what its names stand for.
///
/// @param senders who may have written it beside those whose nick or address is what the query says
/// @param isFromMe whether we may have
/// @param chats where it may be; empty for anywhere
public record IndexQuery(
        SearchQuery query, Set<BareJid> senders, boolean isFromMe, Optional<Set<ChatKey>> chats) {

    /// A query that names nobody.
    public static IndexQuery of(SearchQuery query) {
        return new IndexQuery(query, Set.of(), false, Optional.empty());
    }

    /// The same, in one chat alone; nowhere, where that chat isn't among those that are named.
    public IndexQuery in(ChatKey chat) {
        var both =
                chats.filter(named -> !named.contains(chat))
                        .map(_ -> Set.<ChatKey>of())
                        .orElse(Set.of(chat));
        return new IndexQuery(query, senders, isFromMe, Optional.of(both));
    }
}
