package kith.session.room;

import kith.base.Lane;
import kith.model.ChatKey;
import kith.model.DataForm;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomSettings;
import kith.session.account.Links;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0045Config;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// What owners do with their rooms (XEP-0045 §10). Any thread; what comes of it is for whoever
/// asked, and shows to all by what the room says to those who are in it.
public final class RoomOwners {

    private final Links links;
    private final Xep0045Config xep;
    private final Lane core;

    public RoomOwners(Links links, Xep0045Config xep, Lane core) {
        this.links = links;
        this.xep = xep;
        this.core = core;
    }

    /// Asks how a room is set up (§10.2).
    ///
    /// @return completes with what can be set, which may be nothing, or with why that can't be had
    public CompletionStage<RoomSettings> settings(ChatKey room) {
        var outcome = new CompletableFuture<RoomSettings>();
        core.execute(
                () ->
                        links.online(room.account())
                                .ifPresentOrElse(
                                        link ->
                                                xep.form(link, room.peer())
                                                        .whenComplete(
                                                                (form, failure) ->
                                                                        given(
                                                                                outcome, form,
                                                                                failure)),
                                        () -> outcome.complete(refused(Reason.OFFLINE))));
        return outcome;
    }

    private static void given(
            CompletableFuture<RoomSettings> outcome,
            Optional<DataForm> form,
            @Nullable Throwable failure) {
        var refusal = RefusedException.in(failure);
        if (failure == null) {
            outcome.complete(new RoomSettings.Form(form.orElse(DataForm.EMPTY)));
        } else if (refusal.isPresent()) {
            outcome.complete(new RoomSettings.Refused(refusal.get()));
        } else {
            outcome.completeExceptionally(failure); // a bug
        }
    }

    private static RoomSettings refused(Reason reason) {
        return new RoomSettings.Refused(Refusal.of(reason));
    }

    /// Sets a room up.
    ///
    /// @param filled the form that it gave, with other answers
    /// @return completes with why it is as before, if so
    public CompletionStage<Optional<Refusal>> set(ChatKey room, DataForm filled) {
        return order(room, link -> xep.submit(link, room.peer(), filled));
    }

    /// Ends a room for good, for everyone (§10.9).
    ///
    /// @param reason that everyone is told; may be empty
    /// @param alternative where they are told to go
    /// @return completes with why it goes on, if so
    public CompletionStage<Optional<Refusal>> destroy(
            ChatKey room, String reason, Optional<BareJid> alternative) {
        return order(room, link -> xep.destroy(link, room.peer(), reason, alternative));
    }

    private CompletionStage<Optional<Refusal>> order(
            ChatKey room, Function<XmppLink, CompletionStage<?>> order) {
        var outcome = new CompletableFuture<Optional<Refusal>>();
        core.execute(
                () ->
                        links.online(room.account())
                                .ifPresentOrElse(
                                        link ->
                                                order.apply(link)
                                                        .whenComplete(
                                                                (_, failure) ->
                                                                        answered(outcome, failure)),
                                        () ->
                                                outcome.complete(
                                                        Optional.of(Refusal.of(Reason.OFFLINE)))));
        return outcome;
    }

    private static void answered(
            CompletableFuture<Optional<Refusal>> outcome, @Nullable Throwable failure) {
        var refusal = RefusedException.in(failure);
        if (failure != null && refusal.isEmpty()) {
            outcome.completeExceptionally(failure); // a bug
        } else {
            outcome.complete(refusal);
        }
    }
}
