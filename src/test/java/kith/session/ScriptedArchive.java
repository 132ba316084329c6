package kith.session;

import kith.model.Author;
import kith.model.Content;
import kith.model.MessageIds;
import kith.model.Refusal;
import kith.xmpp.AnswerEnvelope;
import kith.xmpp.ArchiveSearch;
import kith.xmpp.ArchiveSpan;
import kith.xmpp.IncomingMessage;
import kith.xmpp.PayloadIq;
import kith.xmpp.RefusedException;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppListener;
import kith.xmpp.xep.Xep0313Archive;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/// An archive (XEP-0313) of one account or room, in the memory of the test. It answers at once,
/// unless it was told to refuse.
final class ScriptedArchive {

    private static final String INFO = "http://jabber.org/protocol/disco#info";
    private static final String FORM = "jabber:x:data";
    private static final String PAGING = "http://jabber.org/protocol/rsm";

    private final BareJid address;
    private final Xep0313Archive xep;
    private final List<IncomingMessage> messages = new ArrayList<>();
    private final Queue<Optional<Refusal.Reason>> refusals = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> searched = new ArrayList<>();
    private Optional<String> searchField = Optional.empty();
    private int untilHeld = -1;
    private Runnable held = () -> {};
    private int serial;
    private int skippedFrom;
    private int skippedTo;

    ScriptedArchive(BareJid address, Xep0313Archive xep) {
        this.address = address;
        this.xep = xep;
    }

    /// Archives a message.
    ///
    /// @return as it would come live
    IncomingMessage put(
            BareJid peer, boolean isRoom, Author author, String id, String body, Instant at) {
        return put(peer, isRoom, author, id, new Content.Text(body), at);
    }

    /// The same of a message of any content.
    IncomingMessage put(
            BareJid peer, boolean isRoom, Author author, String id, Content content, Instant at) {
        var name = "a" + serial++;
        var message =
                new IncomingMessage(
                        peer,
                        isRoom,
                        new MessageIds(id, Optional.of(id), Optional.of(name)),
                        author,
                        at,
                        content,
                        IncomingMessage.Way.ARCHIVE);
        messages.add(message);
        return new IncomingMessage(
                peer,
                isRoom,
                message.ids(),
                author,
                at,
                message.content(),
                IncomingMessage.Way.LIVE);
    }

    /// Forgets all but the newest.
    void purge(int kept) {
        messages.subList(0, Math.max(0, messages.size() - kept)).clear();
    }

    /// Those from one number to before another are not written down yet, though later ones may be.
    void skip(int from, int to) {
        skippedFrom = from;
        skippedTo = to;
    }

    /// The next page is refused.
    void refuseNext(Refusal.Reason reason) {
        refusals.add(Optional.of(reason));
    }

    /// The next page is answered, and what was said of the next concerns the one after it.
    void answerNext() {
        refusals.add(Optional.empty());
    }

    /// The page after so many is answered only when it is released.
    void holdAfter(int pages) {
        untilHeld = pages;
    }

    void release() {
        held.run();
    }

    /// It looks for words, too, which it calls so (XEP-0431).
    void searchBy(String field) {
        searchField = Optional.of(field);
    }

    /// What it was asked to look for: words, and with whom.
    List<String> searched() {
        return searched;
    }

    /// The pages that were asked for: `newest`, `before a7`, `after a7`, `since …`, each with its
    /// size.
    List<String> asked() {
        return asked;
    }

    boolean isAsked(IQ request) {
        return request.getTo() != null && request.getTo().equals(address);
    }

    CompletionStage<IQ> answer(IQ request, XmppListener listener) {
        var payload = ((PayloadIq) request).payload();
        if (payload.getNamespace().equals(INFO)) {
            return CompletableFuture.completedStage(PayloadIq.result(request, info()));
        }
        if (request.getType() == IQ.Type.get) {
            return CompletableFuture.completedStage(PayloadIq.result(request, form()));
        }
        var words = searchField.flatMap(field -> field(payload, field));
        return words.isPresent()
                ? search(request, payload, words.get())
                : page(request, payload, listener);
    }

    private StandardExtensionElement info() {
        var info = StandardExtensionElement.builder("query", INFO);
        info.addElement(feature(Xep0313Archive.NAMESPACE));
        searchField
                .filter(ArchiveSearch.STANDARD::equals)
                .ifPresent(_ -> info.addElement(feature("urn:xmpp:fulltext:0")));
        return info.build();
    }

    private static StandardExtensionElement feature(String name) {
        return StandardExtensionElement.builder("feature", INFO).addAttribute("var", name).build();
    }

    private StandardExtensionElement form() {
        var form = StandardExtensionElement.builder("x", FORM);
        searchField.ifPresent(
                it ->
                        form.addElement(
                                StandardExtensionElement.builder("field", FORM)
                                        .addAttribute("var", it)
                                        .build()));
        return StandardExtensionElement.builder("query", Xep0313Archive.NAMESPACE)
                .addElement(form.build())
                .build();
    }

    private static Optional<String> field(StandardExtensionElement query, String name) {
        return Tree.child(query, "x", FORM).stream()
                .flatMap(form -> Tree.children(form, "field").stream())
                .filter(field -> Tree.attribute(field, "var").equals(Optional.of(name)))
                .flatMap(field -> Tree.child(field, "value").stream())
                .map(Tree::text)
                .findFirst();
    }

    /// The newest that have the words in them; as of a real one, they go to nobody who didn't ask
    /// to look for something: the door keeps them.
    private CompletionStage<IQ> search(IQ request, StandardExtensionElement query, String words) {
        var with = field(query, "with");
        searched.add(words + with.map(it -> " with " + it).orElse(""));
        var refusal = Optional.ofNullable(refusals.poll()).flatMap(it -> it);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        int max =
                Integer.parseInt(
                        Tree.text(
                                Tree.child(query, "set", PAGING)
                                        .flatMap(set -> Tree.child(set, "max"))
                                        .orElseThrow()));
        var end = Instant.parse(field(query, "end").orElseThrow());
        var found =
                written().stream()
                        .filter(it -> !it.at().isAfter(end))
                        .filter(it -> with.isEmpty() || with.get().equals(it.peer().toString()))
                        .filter(it -> it.content().equals(new Content.Text(words)))
                        .toList();
        var page = found.subList(Math.max(0, found.size() - max), found.size());
        return CompletableFuture.completedStage(answer(request, page, true));
    }

    private CompletionStage<IQ> page(
            IQ request, StandardExtensionElement query, XmppListener listener) {
        var set = Tree.child(query, "set", PAGING).orElseThrow();
        int max = Integer.parseInt(Tree.text(Tree.child(set, "max").orElseThrow()));
        var before = Tree.child(set, "before").map(Tree::text);
        var after = Tree.child(set, "after").map(Tree::text);
        asked.add(
                before.map(id -> id.isEmpty() ? "newest" : "before " + id)
                                .or(() -> after.map(id -> "after " + id))
                                .orElse("since")
                        + " "
                        + max);
        var refusal = Optional.ofNullable(refusals.poll()).flatMap(it -> it);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        var written = written();
        var named = before.filter(id -> !id.isEmpty()).or(() -> after);
        if (named.isPresent() && place(written, named.get()).isEmpty()) {
            return refused(Refusal.Reason.NOT_FOUND);
        }
        int end = written.size();
        int from;
        int to;
        if (before.isPresent()) {
            to = before.get().isEmpty() ? end : place(written, before.get()).orElseThrow();
            from = Math.max(0, to - max);
        } else {
            from = after.map(id -> place(written, id).orElseThrow() + 1).orElse(0);
            to = Math.min(end, from + max);
        }
        var page = List.copyOf(written.subList(from, to));
        boolean isComplete = before.isPresent() ? from == 0 : to == end;
        var answered = new CompletableFuture<IQ>();
        Runnable answer = () -> answered.complete(answer(request, page, isComplete, listener));
        if (untilHeld == 0) {
            held = answer;
        } else {
            answer.run();
        }
        untilHeld--;
        return answered;
    }

    private IQ answer(
            IQ request, List<IncomingMessage> page, boolean isComplete, XmppListener listener) {
        listener.happened(page.stream().<XmppEvent>map(XmppEvent.MessageArrived::new).toList());
        return answer(request, page, isComplete);
    }

    private IQ answer(IQ request, List<IncomingMessage> page, boolean isComplete) {
        var answer = PayloadIq.result(request, end(page, isComplete));
        var span =
                page.isEmpty()
                        ? Optional.<ArchiveSpan>empty()
                        : Optional.of(new ArchiveSpan(page.getFirst().at(), page.getLast().at()));
        xep.read(new AnswerEnvelope(request, answer, span));
        return answer;
    }

    private static CompletionStage<IQ> refused(Refusal.Reason reason) {
        return CompletableFuture.failedStage(new RefusedException(Refusal.of(reason)));
    }

    private static StandardExtensionElement end(List<IncomingMessage> page, boolean isComplete) {
        var set = StandardExtensionElement.builder("set", PAGING);
        if (!page.isEmpty()) {
            set.addElement("first", page.getFirst().ids().archive().orElseThrow());
            set.addElement("last", page.getLast().ids().archive().orElseThrow());
        }
        var end = StandardExtensionElement.builder("fin", Xep0313Archive.NAMESPACE);
        if (isComplete) {
            end.addAttribute("complete", "true");
        }
        return end.addElement(set.build()).build();
    }

    private List<IncomingMessage> written() {
        var skipped =
                IntStream.range(skippedFrom, skippedTo)
                        .mapToObj(number -> Optional.of("a" + number))
                        .toList();
        return messages.stream()
                .filter(message -> !skipped.contains(message.ids().archive()))
                .toList();
    }

    private static Optional<Integer> place(List<IncomingMessage> written, String id) {
        return IntStream.range(0, written.size())
                .filter(at -> written.get(at).ids().archive().equals(Optional.of(id)))
                .boxed()
                .findFirst();
    }
}
