package kith.xmpp.xep;

import kith.model.Refusal;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppLink;

import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.Jid;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// XEP-0045 §6.1: the services for rooms that a server has.
public final class Xep0045Services {

    /// So many of a server's services are asked; the rest can't be honest.
    private static final int MOST_SERVICES = 50;

    private final Xep0030Disco disco;

    Xep0045Services(Xep0030Disco disco) {
        this.disco = disco;
    }

    /// Looks for those whose rooms can be listed: the server itself where it is one, else those
    /// among its items that are.
    ///
    /// @return in the server's order; none where it has none. Fails with [RefusedException] where
    ///   the server doesn't say what it has, or where there is none, and who might be one has not
    ///   answered
    public CompletionStage<List<DomainBareJid>> listing(XmppLink link, DomainBareJid server) {
        return disco.info(link, server)
                .handle((info, failure) -> failure == null && hasRooms(info))
                .thenCompose(
                        isOne ->
                                isOne
                                        ? CompletableFuture.completedStage(List.of(server))
                                        : disco.items(link, server)
                                                .thenCompose(
                                                        items ->
                                                                among(
                                                                        link,
                                                                        few(items),
                                                                        Xep0045Services
                                                                                ::hasRooms)));
    }

    /// Looks for those that rooms can be made at, among the server's items and the server itself.
    /// Gateways to rooms of other networks are none.
    ///
    /// @return as [#listing]
    public CompletionStage<List<DomainBareJid>> making(XmppLink link, DomainBareJid server) {
        return disco.items(link, server)
                .thenCompose(
                        items ->
                                among(
                                        link,
                                        Stream.concat(few(items), Stream.of(server)),
                                        Xep0045Services::makesRooms));
    }

    private static boolean hasRooms(DiscoInfo info) {
        return info.features().contains(Xep0045Rooms.NAMESPACE);
    }

    private static boolean makesRooms(DiscoInfo info) {
        return hasRooms(info) && info.is("conference", "text");
    }

    private static Stream<DomainBareJid> few(List<Jid> items) {
        return items.stream()
                .filter(Jid::isDomainBareJid)
                .map(Jid::asDomainBareJid)
                .limit(MOST_SERVICES);
    }

    private CompletionStage<List<DomainBareJid>> among(
            XmppLink link, Stream<DomainBareJid> entities, Predicate<DiscoInfo> isOne) {
        var asked =
                entities.distinct()
                        .map(each -> asked(link, each, isOne).toCompletableFuture())
                        .toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(_ -> found(asked.stream().map(CompletableFuture::join).toList()));
    }

    /// One that says no, or isn't reached by the server, is none.
    private CompletionStage<Asked> asked(
            XmppLink link, DomainBareJid entity, Predicate<DiscoInfo> isOne) {
        return disco.info(link, entity)
                .handle(
                        (info, failure) ->
                                new Asked(
                                        Optional.ofNullable(info).filter(isOne).map(_ -> entity),
                                        RefusedException.in(failure).filter(Refusal::isSilence)));
    }

    /// What became of a question.
    ///
    /// @param silence why there was no answer
    private record Asked(Optional<DomainBareJid> service, Optional<Refusal> silence) {}

    private static List<DomainBareJid> found(List<Asked> asked) {
        var found = asked.stream().flatMap(each -> each.service().stream()).toList();
        var silent = asked.stream().flatMap(each -> each.silence().stream()).findFirst();
        if (found.isEmpty() && silent.isPresent()) {
            throw new RefusedException(silent.get());
        }
        return found;
    }
}
