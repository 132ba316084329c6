package kith.xmpp.xep;

import kith.model.ArchivePage;
import kith.xmpp.AnswerEnvelope;
import kith.xmpp.ArchiveQuery;
import kith.xmpp.ArchiveQuery.Paging;
import kith.xmpp.ArchiveSearch;
import kith.xmpp.ArchiveSpan;
import kith.xmpp.PayloadIq;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// XEP-0313 Message Archive Management, and the paging of XEP-0059: asks for pages of an archive.
/// The messages of a page come through `MessageDoor` as events, before the page itself; not those
/// that an archive has looked for (XEP-0431): of them only how far they go.
public final class Xep0313Archive implements XmppExtension {

    public static final String NAMESPACE = "urn:xmpp:mam:2";
    private static final String PAGING = "http://jabber.org/protocol/rsm";
    private static final String FORM = "jabber:x:data";
    private static final String FULL_TEXT = "urn:xmpp:fulltext:0";

    private static final ArchiveSpan NOTHING = new ArchiveSpan(Instant.EPOCH, Instant.EPOCH);

    private final Xep0030Disco disco;

    /// By query id, from reading an answer until who asked has it: one moment.
    private final Map<String, ArchiveSpan> spans = new HashMap<>();

    public Xep0313Archive(Xep0030Disco disco) {
        this.disco = disco;
    }

    /// Whether our account or a room has an archive. From the answer on, ids that it gives to
    /// messages are trusted (XEP-0359 §6): ask before the first message can come.
    public CompletionStage<Boolean> supported(XmppLink link, BareJid archive) {
        return disco.features(link, archive).thenApply(all -> all.contains(NAMESPACE));
    }

    /// How an archive calls what it looks for (XEP-0431); empty where it doesn't.
    public CompletionStage<Optional<String>> searchField(XmppLink link, BareJid archive) {
        return disco.features(link, archive)
                .thenCompose(
                        all ->
                                all.contains(FULL_TEXT)
                                        ? CompletableFuture.completedStage(
                                                Optional.of(ArchiveSearch.STANDARD))
                                        : earlierField(link, archive));
    }

    /// Servers that had it before the standard say so only in their form (§4.1.6).
    private static CompletionStage<Optional<String>> earlierField(XmppLink link, BareJid archive) {
        return link.ask(PayloadIq.get(archive, new StandardExtensionElement("query", NAMESPACE)))
                .thenApply(
                        answer ->
                                answer instanceof PayloadIq known
                                        ? searchField(known.payload())
                                        : Optional.empty());
    }

    private static Optional<String> searchField(StandardExtensionElement query) {
        return Tree.child(query, "x", FORM).stream()
                .flatMap(form -> Tree.children(form, "field").stream())
                .flatMap(field -> Tree.attribute(field, "var").stream())
                .filter(ArchiveSearch.FIELDS::contains)
                .findFirst();
    }

    /// Asks for one page. Fails with `NOT_FOUND` where the archive no longer has the message that
    /// it should begin at.
    public CompletionStage<ArchivePage> page(XmppLink link, ArchiveQuery query) {
        var id = UUID.randomUUID().toString();
        var payload =
                StandardExtensionElement.builder("query", NAMESPACE)
                        .addAttribute("queryid", id)
                        .addElement(form(query))
                        .addElement(paging(query))
                        .build();
        return link.ask(PayloadIq.set(query.archive(), payload)).thenApply(end -> page(end, id));
    }

    @Override
    public List<XmppEvent> read(AnswerEnvelope in) {
        if (in.isTo("query", NAMESPACE) && in.request() instanceof PayloadIq asked) {
            in.span()
                    .ifPresent(
                            span -> spans.put(asked.payload().getAttributeValue("queryid"), span));
        }
        return List.of();
    }

    private static StandardExtensionElement form(ArchiveQuery query) {
        var form = StandardExtensionElement.builder("x", FORM).addAttribute("type", "submit");
        form.addElement(field("FORM_TYPE", NAMESPACE, Optional.of("hidden")));
        query.with().ifPresent(it -> form.addElement(field("with", it.toString())));
        start(query.paging()).ifPresent(it -> form.addElement(field("start", it.toString())));
        query.wanted()
                .ifPresent(
                        it -> {
                            form.addElement(field("end", it.before().toString()));
                            form.addElement(field(it.field(), it.words()));
                        });
        return form.build();
    }

    private static Optional<Instant> start(Paging paging) {
        return paging instanceof Paging.Since since ? Optional.of(since.start()) : Optional.empty();
    }

    private static StandardExtensionElement field(String name, String value) {
        return field(name, value, Optional.empty());
    }

    private static StandardExtensionElement field(
            String name, String value, Optional<String> type) {
        var field = StandardExtensionElement.builder("field", FORM).addAttribute("var", name);
        type.ifPresent(it -> field.addAttribute("type", it));
        return field.addElement("value", value).build();
    }

    private static StandardExtensionElement paging(ArchiveQuery query) {
        var set = StandardExtensionElement.builder("set", PAGING);
        set.addElement("max", Integer.toString(query.max()));
        switch (query.paging()) {
            case Paging.Newest newest -> set.addElement("before", "");
            case Paging.Before before -> set.addElement("before", before.id());
            case Paging.After after -> set.addElement("after", after.id());
            case Paging.Since since -> {
                // from its start on: the first page
            }
        }
        return set.build();
    }

    private ArchivePage page(IQ answer, String queryId) {
        var span = Optional.ofNullable(spans.remove(queryId)).orElse(NOTHING);
        if (!(answer instanceof PayloadIq known)) {
            return new ArchivePage(
                    Optional.empty(), span.first(), Optional.empty(), span.last(), true);
        }
        var set = Tree.child(known.payload(), "set", PAGING);
        boolean isComplete =
                Tree.attribute(known.payload(), "complete").equals(Optional.of("true"));
        return new ArchivePage(
                id(set, "first"), span.first(), id(set, "last"), span.last(), isComplete);
    }

    private static Optional<String> id(Optional<StandardExtensionElement> set, String name) {
        return set.flatMap(it -> Tree.child(it, name)).map(Tree::text).filter(id -> !id.isEmpty());
    }
}
