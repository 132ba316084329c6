package kith.xmpp.door;

import kith.xmpp.ArchiveSearch;
import kith.xmpp.ArchiveSpan;
import kith.xmpp.PayloadIq;
import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.Stanza;
import org.jxmpp.jid.BareJid;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The questions to archives that are out and not yet answered. Only what answers one of them, and
/// comes from where it was asked, is an archived message (XEP-0313 §4.2, §8).
///
/// Core lane only, but [#leaving].
final class OpenQueries {

    private static final String NAMESPACE = "urn:xmpp:mam:2";

    private final BareJid account;
    private final Map<String, BareJid> archives = new ConcurrentHashMap<>();
    private final Set<String> searches = ConcurrentHashMap.newKeySet();
    private final Map<String, ArchiveSpan> spans = new HashMap<>();

    OpenQueries(BareJid account) {
        this.account = account;
    }

    void leaving(Stanza stanza) {
        queryId(stanza)
                .ifPresent(
                        id -> {
                            if (isSearch(((PayloadIq) stanza).payload())) {
                                searches.add(id);
                            }
                            archives.put(id, archive(stanza));
                        });
    }

    /// Whether the archive was asked to look for something (XEP-0431): what it finds says only how
    /// far back it goes, and is no message that follows another.
    boolean isSearch(String queryId) {
        return searches.contains(queryId);
    }

    private static boolean isSearch(StandardExtensionElement query) {
        return Tree.child(query, "x", "jabber:x:data").stream()
                .flatMap(form -> Tree.children(form, "field").stream())
                .flatMap(field -> Tree.attribute(field, "var").stream())
                .anyMatch(ArchiveSearch.FIELDS::contains);
    }

    /// A result that is to be believed, whatever is in it.
    void heard(String queryId, Instant at) {
        spans.merge(
                queryId,
                new ArchiveSpan(at, at),
                (before, now) -> new ArchiveSpan(before.first(), now.last()));
    }

    /// How far the results went that came for a question.
    Optional<ArchiveSpan> spanOf(IQ request) {
        return queryId(request).map(spans::get);
    }

    /// The request was answered, or given up.
    void ended(IQ request) {
        queryId(request)
                .ifPresent(
                        id -> {
                            archives.remove(id);
                            searches.remove(id);
                            spans.remove(id);
                        });
    }

    /// The archive that was asked with this id.
    Optional<BareJid> archiveOf(String queryId) {
        return Optional.ofNullable(archives.get(queryId));
    }

    private BareJid archive(Stanza stanza) {
        var to = stanza.getTo();
        return to == null ? account : to.asBareJid();
    }

    private static Optional<String> queryId(Stanza stanza) {
        return stanza instanceof PayloadIq iq
                        && iq.getType() == IQ.Type.set
                        && iq.payload().getNamespace().equals(NAMESPACE)
                ? Tree.attribute(iq.payload(), "queryid")
                : Optional.empty();
    }
}
