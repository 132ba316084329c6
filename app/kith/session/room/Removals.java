package kith.session.room;

import kith.base.Lane;
import kith.model.ChatKey;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.session.account.Links;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0425Moderation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// Has rooms remove what others have said there (XEP-0425). That it is gone shows in the chat once
/// the room says so. Any thread.
public final class Removals {

    private final Links links;
    private final Xep0425Moderation xep;
    private final RoomOffers offers;
    private final Function<MessageKey, Optional<Message>> find;
    private final Lane core;

    /// @param find looks up a message, on core
    public Removals(
            Links links,
            Xep0425Moderation xep,
            RoomOffers offers,
            Function<MessageKey, Optional<Message>> find,
            Lane core) {
        this.links = links;
        this.xep = xep;
        this.offers = offers;
        this.find = find;
        this.core = core;
    }

    /// Has a room remove messages, each by a request of its own (§3).
    ///
    /// @param reason what all in the room are told; blank for nothing
    /// @return completes on core once all are answered: why one was not removed; empty where all
    ///   were
    public CompletionStage<Optional<Refusal>> remove(
            ChatKey room, List<MessageKey> messages, String reason) {
        var outcome = new CompletableFuture<Optional<Refusal>>();
        core.execute(() -> removeAll(room, messages, reason).thenAccept(outcome::complete));
        return outcome;
    }

    private CompletionStage<Optional<Refusal>> removeAll(
            ChatKey room, List<MessageKey> messages, String reason) {
        CompletionStage<Optional<Refusal>> all = answer(Optional.empty());
        for (var message : messages) {
            all =
                    all.thenCombine(
                            remove(room, message, reason),
                            (before, refusal) -> before.isPresent() ? before : refusal);
        }
        return all;
    }

    private CompletionStage<Optional<Refusal>> remove(
            ChatKey room, MessageKey message, String reason) {
        var link = links.online(room.account());
        var id =
                find.apply(message)
                        .filter(it -> it.chat().equals(room))
                        .flatMap(it -> it.ids().archive());
        if (link.isEmpty()) {
            return refused(Refusal.Reason.OFFLINE);
        }
        return switch (offers.removal(room).get()) {
            case NONE -> refused(Refusal.Reason.NOT_SUPPORTED);
            case OLD, CURRENT ->
                    id.map(it -> remove(link.get(), room, it, reason))
                            .orElseGet(() -> refused(Refusal.Reason.NOT_FOUND));
        };
    }

    private CompletionStage<Optional<Refusal>> remove(
            XmppLink link, ChatKey room, String id, String reason) {
        return xep.remove(link, room.peer(), offers.removal(room).get(), id, reason)
                .handle((answer, failure) -> Outcome.of(failure, core));
    }

    private static CompletionStage<Optional<Refusal>> refused(Refusal.Reason reason) {
        return answer(Optional.of(Refusal.of(reason)));
    }

    private static CompletionStage<Optional<Refusal>> answer(Optional<Refusal> refusal) {
        return CompletableFuture.completedStage(refusal);
    }
}
