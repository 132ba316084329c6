package kith.xmpp.xep;

import kith.model.DataForm;
import kith.model.NewRoom;
import kith.model.NewRoom.Trait;
import kith.xmpp.PayloadIq;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/// XEP-0045 §10 Owner Use Cases: what a room is like, and its end.
public final class Xep0045Config implements XmppExtension {

    private static final String NAMESPACE = Xep0045Rooms.NAMESPACE + "#owner";

    /// Makes a room of ours that is new and locked the one that is wanted (§10.1.3), which opens it
    /// to others. One that has no settings is opened as it is (§10.1.2).
    ///
    /// @return completes with what the room can't have; fails with [kith.xmpp.RefusedException]
    ///   where it is locked still
    public CompletionStage<Set<Trait>> configure(XmppLink link, BareJid room, NewRoom wanted) {
        return form(link, room)
                .thenCompose(
                        given ->
                                given.map(form -> configure(link, room, wanted, form))
                                        .orElseGet(() -> open(link, room, wanted)));
    }

    private CompletionStage<Set<Trait>> configure(
            XmppLink link, BareJid room, NewRoom wanted, DataForm form) {
        var filled = RoomPresets.fill(form, wanted);
        return submit(link, room, filled.form()).thenApply(_ -> filled.missing());
    }

    private CompletionStage<Set<Trait>> open(XmppLink link, BareJid room, NewRoom wanted) {
        return open(link, room).thenApply(_ -> RoomPresets.all(wanted));
    }

    /// Opens a room of ours that is new and locked as it is (§10.1.2): until then nobody else gets
    /// in.
    public CompletionStage<IQ> open(XmppLink link, BareJid room) {
        return submit(link, room, DataForm.EMPTY);
    }

    /// Asks how a room of ours is set up (§10.2).
    ///
    /// @return empty where there is nothing to set
    public CompletionStage<Optional<DataForm>> form(XmppLink link, BareJid room) {
        return link.ask(PayloadIq.get(room, new StandardExtensionElement("query", NAMESPACE)))
                .thenApply(
                        answer ->
                                answer instanceof PayloadIq it
                                        ? Xep0004Forms.in(it.payload())
                                                .filter(form -> !form.fields().isEmpty())
                                        : Optional.empty());
    }

    /// Sets a room of ours up (§10.2). Comes back as [XmppEvent.RoomConfigured], where that changes
    /// anything.
    public CompletionStage<IQ> submit(XmppLink link, BareJid room, DataForm filled) {
        return set(link, room, Xep0004Forms.submit(filled));
    }

    /// Says of a room that is new and locked that it is not to be (§10.1.3): the room destroys
    /// itself.
    public CompletionStage<IQ> cancel(XmppLink link, BareJid room) {
        return set(link, room, Xep0004Forms.cancel());
    }

    /// Ends a room for good, for all who are in it (§10.9). Comes back as
    /// [XmppEvent.RoomEnded], too.
    ///
    /// @param reason may be empty
    /// @param alternative where they are to go
    public CompletionStage<IQ> destroy(
            XmppLink link, BareJid room, String reason, Optional<BareJid> alternative) {
        var destroy = StandardExtensionElement.builder("destroy", NAMESPACE);
        alternative.ifPresent(it -> destroy.addAttribute("jid", it.toString()));
        if (!reason.isEmpty()) {
            destroy.addElement("reason", reason);
        }
        return set(link, room, destroy.build());
    }

    private static CompletionStage<IQ> set(
            XmppLink link, BareJid room, StandardExtensionElement what) {
        return link.ask(
                PayloadIq.set(
                        room,
                        StandardExtensionElement.builder("query", NAMESPACE)
                                .addElement(what)
                                .build()));
    }
}
