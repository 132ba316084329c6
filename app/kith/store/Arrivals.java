package kith.store;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;
import kith.model.MessageKey;

import org.jxmpp.jid.BareJid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes in what comes from the wire and gives each message its place, by the way it came.
final class Arrivals {

    private static final String AHEAD =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                    , c.account, c.peer FROM chat c
                    LEFT JOIN message m ON m.chat = c.id AND m.position >= ?
                    WHERE c.account = ? AND c.archive = ? AND m.delivery NOT IN ('QUEUED', 'SENDING')
                    ORDER BY m.position, m.id
                    """;

    private static final String COUNT_UNREAD = "UPDATE chat SET unread = unread + 1 WHERE id = ?";

    private final Db db;
    private final Chats chats;
    private final Archives archives;
    private final MessageTable table;
    private final Positions positions;
    private final Merge merge;

    /// By archive and chat, the last message that the pages read one after the other have taken to
    /// the end.
    private final Map<Integer, Map<Integer, MessageKey>> ends = new HashMap<>();

    Arrivals(Db db, Chats chats, MessageTable table, Positions positions) {
        this.db = db;
        this.chats = chats;
        this.archives = new Archives(db);
        this.table = table;
        this.positions = positions;
        this.merge = new Merge(db, table, chats, positions);
    }

    /// Now: after everything that the server has.
    Arrival live(ArrivingMessage message) {
        var chat = chats.ensure(message);
        var known = merge.find(chat, message, false);
        long position = Page.placed(known).orElseGet(() -> positions.last(chat, message.at()));
        var arrival = merge.take(chat, known, message, false, position);
        if (!message.isPrivate()) {
            chats.begin(chat, arrival.message().key());
        }
        return counted(chat, arrival);
    }

    /// What was taken back while this came counts no more.
    void recount() {
        table.takeSilenced().forEach(each -> chats.wordsGone(chat(each), each));
    }

    /// Now, but what the server had before it is still to come: after everything.
    Arrival ahead(ArrivingMessage message) {
        var chat = chats.ensure(message);
        var known = merge.find(chat, message, false);
        long position = known.map(Message::position).orElseGet(() -> positions.pending(chat));
        return counted(chat, merge.take(chat, known, message, false, position));
    }

    /// From an archive, but not with its page: by its stamp.
    Arrival stray(ArrivingMessage message) {
        var chat = chats.ensure(message);
        var known = merge.find(chat, message, true);
        long position = Page.placed(known).orElseGet(() -> positions.byStamp(chat, message.at()));
        return merge.take(chat, known, message, true, position);
    }

    /// A page that is the newest of an archive of which nothing is known up to now.
    List<Arrival> newest(ChatKey archive, List<ArrivingMessage> page) {
        forgetSince(archive);
        return taking(archive).takeToEnd(page);
    }

    /// A page of what was missed, which may not follow what is known of the archive.
    List<Arrival> afterHole(ChatKey archive, List<ArrivingMessage> page) {
        forgetSince(archive);
        return newer(archive, page);
    }

    /// A page that may begin with what is known of the archive, and goes beyond it.
    List<Arrival> overlap(ChatKey archive, List<ArrivingMessage> page) {
        ends.remove(number(archive));
        return newer(archive, page);
    }

    /// A page of what came after the last page that was taken in.
    List<Arrival> newer(ChatKey archive, List<ArrivingMessage> page) {
        return taking(archive).takeToEnd(page).stream()
                .map(arrival -> counted(chat(arrival.message()), arrival))
                .toList();
    }

    /// A page of what came before everything that is known of the archive up to now.
    List<Arrival> older(ChatKey archive, List<ArrivingMessage> page) {
        return taking(archive).takeToStart(page);
    }

    /// Moves what came ahead to the end of what the server has, in the order it came.
    List<Message> settle(AccountId account, BareJid archive) {
        int number = archives.ensure(account, archive);
        return db.query(AHEAD, MessageRows::ofAny, Positions.PENDING, account, number).stream()
                .map(this::settle)
                .toList();
    }

    private void forgetSince(ChatKey archive) {
        chats.forgetSince(number(archive));
        ends.remove(number(archive));
    }

    private Page taking(ChatKey archive) {
        var known = ends.computeIfAbsent(number(archive), _ -> new HashMap<>());
        return new Page(known, chats, positions, merge);
    }

    private int number(ChatKey archive) {
        return archives.ensure(archive.account(), archive.peer());
    }

    private Message settle(Message ahead) {
        var chat = chat(ahead);
        var settled = ahead.movedTo(positions.last(chat, ahead.at()), ahead.at());
        var now = table.change(chat, settled);
        if (!now.isPrivate()) {
            chats.begin(chat, now.key());
        }
        return now;
    }

    private Chats.Row chat(Message message) {
        return chats.find(message.chat()).orElseThrow();
    }

    /// Words of others count as unread, also those that can't be read here; who answers, from
    /// whatever device, has read what was before.
    private Arrival counted(Chats.Row chat, Arrival arrival) {
        if (!(arrival instanceof Arrival.Added(var message, _)) || message.isAboutAnother()) {
            return arrival;
        }
        if (message.isMine()) {
            chats.markRead(chat, message.position());
            return arrival;
        }
        boolean isUnread =
                message.content() instanceof Content.Text
                        || message.content() instanceof Content.File
                        || message.content() instanceof Content.Unreadable
                        || message.isPrivate();
        if (isUnread) {
            db.update(COUNT_UNREAD, chat.id());
        }
        return new Arrival.Added(message, isUnread);
    }
}
