package kith.session.chat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Message;
import kith.store.MessageStore;
import kith.store.Note;
import kith.store.ReadStore;
import kith.xmpp.IncomingMessage;
import kith.xmpp.MessageMark;

import org.jxmpp.jid.Jid;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Word of how far messages have come: takes in what others say of ours, and says it of theirs
/// (XEP-0184). Believed is only whom the message was written to. Core lane only.
public final class Marks {

    private final MessageStore messages;
    private final ReadStore store;
    private final ReadMarks reads;
    private final RoomReaders readers;
    private final ShownMessages shown;
    private final Notes notes;
    private final Predicate<ChatKey> maySeeUs;

    /// @param maySeeUs whether the other side of a chat may see our presence: a receipt says that
    ///   we are there
    public Marks(
            MessageStore messages,
            ReadStore store,
            ReadMarks reads,
            RoomReaders readers,
            ShownMessages shown,
            Notes notes,
            Predicate<ChatKey> maySeeUs) {
        this.messages = messages;
        this.store = store;
        this.reads = reads;
        this.readers = readers;
        this.shown = shown;
        this.notes = notes;
        this.maySeeUs = maySeeUs;
    }

    /// Takes in what a peer says of a message of ours, or another device of ours of one of theirs.
    public void arrived(AccountId account, MessageMark mark) {
        if (mark.isInRoom()) {
            readers.heard(account, mark);
            return;
        }
        if (mark.isMine()) {
            reads.seenElsewhere(new ChatKey(account, mark.peer()), mark.id());
            return;
        }
        var changed =
                switch (mark.kind()) {
                    case DELIVERED ->
                            messages.deliverTo(
                                    account, mark.peer(), mark.id(), by(mark), mark.at());
                    case DISPLAYED ->
                            store.readByPeer(account, mark.peer(), mark.id(), by(mark), mark.at());
                    case SEEN_IN_ROOM -> List.<Message>of();
                };
        shown.changed(changed);
    }

    /// A message has changed, maybe its place.
    void changed(Message message) {
        readers.moved(message);
    }

    /// Some servers leave the device out; then it is nobody's in particular.
    private static Optional<Jid> by(MessageMark mark) {
        return Optional.of(mark.by()).filter(Jid::hasResource);
    }

    /// Says that a message has come, where its sender wants to hear it; once it is safe.
    void received(ChatKey chat, IncomingMessage message) {
        if (!message.wishes().receipt() || !maySeeUs.test(chat)) {
            return;
        }
        notes.send(chat, Note.Kind.RECEIVED, message.ids().stanza());
    }
}
