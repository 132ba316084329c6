package kith.store;

import kith.model.Author;
import kith.model.Chat;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.Refusal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Takes in one copy of a message: adds it as a message, or lets the one that is there learn from
/// it.
final class Merge {

    private static final String ADD_ID =
            "INSERT INTO archive_id (archive, id, message) VALUES (?, ?, ?)";

    private final Db db;
    private final Identity identity;
    private final MessageTable table;
    private final Chats chats;
    private final Positions positions;
    private final Steps steps;

    Merge(Db db, MessageTable table, Chats chats, Positions positions) {
        this.db = db;
        this.chats = chats;
        this.positions = positions;
        this.identity = new Identity(db);
        this.table = table;
        this.steps = new Steps(db);
    }

    /// The message that another copy of it is in the store already.
    Optional<Message> find(Chats.Row chat, ArrivingMessage arriving, boolean isFromArchive) {
        return identity.find(chat, arriving, isFromArchive);
    }

    /// Takes in one copy.
    ///
    /// @param known what [#find] has found
    /// @param isFromArchive whether it is from an archive, whose stamp is the truth
    /// @param position where the message stands from now on
    Arrival take(
            Chats.Row chat,
            Optional<Message> known,
            ArrivingMessage arriving,
            boolean isFromArchive,
            long position) {
        return known.isEmpty()
                ? add(chat, arriving, position)
                : learn(chat, known.get(), arriving, isFromArchive, position);
    }

    /// From a message on, the chat is now known without a hole: what takes it back may be sure only
    /// now which one it means.
    ///
    /// @return the arrival as it is now
    Arrival joined(Chats.Row chat, Arrival arrival) {
        var message = arrival.message();
        if (MessageIds.isLasting(message.ids().stanza()) || chat.kind() == Chat.Kind.ROOM) {
            return arrival;
        }
        var now = table.settle(chat, message);
        return now.equals(message)
                ? arrival
                : switch (arrival) {
                    case Arrival.Added(_, boolean isUnread) -> new Arrival.Added(now, isUnread);
                    case Arrival.Changed _, Arrival.Known _ -> new Arrival.Changed(now);
                };
    }

    private Arrival add(Chats.Row chat, ArrivingMessage arriving, long position) {
        var added =
                table.add(
                        chat,
                        new Message(
                                new MessageKey(0),
                                chat.key(),
                                withOwnNames(chat, arriving.ids()),
                                arriving.author(),
                                arriving.at().truncatedTo(ChronoUnit.MILLIS),
                                position,
                                arriving.content(),
                                delivery(chat, arriving, position)));
        if (arriving.isMarkable()) {
            chats.setMarkable(chat, added);
        }
        if (chat.kind() == Chat.Kind.CONTACT && added.isMine()) {
            table.addSent(chat, added);
        }
        return new Arrival.Added(added, false);
    }

    /// What came from another device of ours may have been read already.
    private Delivery delivery(Chats.Row chat, ArrivingMessage arriving, long position) {
        if (!arriving.author().isMine()) {
            return Delivery.RECEIVED;
        }
        boolean isRead =
                chats.peerRead(chat)
                        .flatMap(positions::find)
                        .filter(read -> position <= read)
                        .isPresent();
        return isRead ? Delivery.READ : Delivery.ON_SERVER;
    }

    /// An id that already names a message of somebody else names nothing here: a server that gives
    /// one twice loses the name, not the message.
    private MessageIds withOwnNames(Chats.Row chat, MessageIds ids) {
        var free = ids.archive().filter(id -> identity.named(chat.archive(), id).isEmpty());
        return new MessageIds(ids.stanza(), ids.origin(), free);
    }

    private Arrival learn(
            Chats.Row chat,
            Message before,
            ArrivingMessage arriving,
            boolean isFromArchive,
            long position) {
        var known =
                arriving.content() instanceof Content.Retracted ? table.bury(chat, before) : before;
        boolean isFirstNews = isNewsThatServerHasIt(chat, known);
        var at = isFirstNews || isFromArchive ? better(known.at(), arriving.at()) : known.at();
        var now =
                known.movedTo(position, at)
                        .with(isFirstNews ? Delivery.ON_SERVER : known.delivery())
                        .with(learnName(chat, known, arriving.ids().archive()))
                        .with(learnAuthor(chat, known, arriving, isFromArchive));
        if (isFirstNews) {
            steps.add(known.key(), Delivery.ON_SERVER, Optional.empty(), arriving.at());
        }
        if (now.equals(known)) {
            return known.equals(before) ? new Arrival.Known(known) : new Arrival.Changed(known);
        }
        return new Arrival.Changed(table.change(chat, now));
    }

    /// A room that reflects it has it. An account's archive keeps what was sent even if the
    /// recipient's server then refused it, so there a failure stays one; but for one that nobody
    /// has refused, of which only was not known whether it arrived.
    private static boolean isNewsThatServerHasIt(Chats.Row chat, Message known) {
        return switch (known.delivery()) {
            case Delivery.Failed(var refusal) ->
                    known.isPrivate()
                            ? refusal.reason() == Refusal.Reason.TIMED_OUT
                            : chat.kind() == Chat.Kind.ROOM;
            default -> Delivery.isOutstanding(known.delivery());
        };
    }

    /// The first name stays; an archive that stored the message twice has two for it.
    private MessageIds learnName(Chats.Row chat, Message known, Optional<String> name) {
        var ids = known.ids();
        if (name.isEmpty() || identity.named(chat.archive(), name.get()).isPresent()) {
            return ids;
        }
        if (ids.archive().isPresent()) {
            db.update(ADD_ID, chat.archive(), name.get(), known.key().row());
            table.call(chat, known, name.get());
            return ids;
        }
        return new MessageIds(ids.stanza(), ids.origin(), name);
    }

    /// Who somebody is to a room, a later copy may say where the first didn't: the room had not
    /// said yet that it gives such ids. Who we are, it says when it sends back what was written
    /// here (XEP-0421 §4). Somebody else who came in under the nick since could say the same again,
    /// so of others only the archive is asked.
    private Author learnAuthor(
            Chats.Row chat, Message known, ArrivingMessage arriving, boolean isFromArchive) {
        var author = known.author();
        var occupantId = arriving.author().occupantId();
        if (chat.kind() != Chat.Kind.ROOM || occupantId.isEmpty()) {
            return author;
        }
        boolean isWrittenHere = chat.isWrittenHere(author);
        if (isWrittenHere) {
            chats.setOurOccupantId(chat, occupantId.get());
        }
        boolean isNews = author.occupantId().isEmpty() && (isWrittenHere || isFromArchive);
        return isNews ? new Author(author.address(), occupantId, author.isMine()) : author;
    }

    /// The archive's time, unless it is the one we know, cut to a second.
    private static Instant better(Instant known, Instant archived) {
        return known.truncatedTo(ChronoUnit.SECONDS).equals(archived)
                ? known
                : archived.truncatedTo(ChronoUnit.MILLIS);
    }
}
