package kith.store;

import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.model.Step;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// When what happened to messages: table `step` for our own, columns `heard` and `seen` of
/// `message` for those that came in, which are many more.
///
/// Of what may be heard of more than once – a receipt live and from the archive – the first time
/// stands. Nothing is read here but for who asks for all of a message.
final class Steps {

    /// Of one message; what a peer says from more devices than anybody has is nothing to keep.
    private static final int MOST = 50;

    /// A chat with more unread messages was marked as read, not read.
    private static final int MOST_SEEN = 1_000;

    private static final String ADD =
            """
            INSERT INTO step (message, kind, who, at)
            SELECT CAST(? AS BIGINT), ?, ?, CAST(? AS TIMESTAMP(3) WITH TIME ZONE)
            WHERE NOT EXISTS (SELECT 1 FROM step WHERE message = ? AND kind = ? AND who = ?)
                AND (SELECT COUNT(*) FROM step WHERE message = ?) < ?
            """;

    private static final String FAIL =
            """
            INSERT INTO step (message, kind, who, at, refusal, refusal_text)
            SELECT CAST(? AS BIGINT), 'FAILED', '', CAST(? AS TIMESTAMP(3) WITH TIME ZONE), ?, ?
            WHERE (SELECT COUNT(*) FROM step WHERE message = ?) < ?
            """;

    private static final String SEEN =
            """
            UPDATE message SET seen = ? WHERE seen IS NULL AND id IN (
                SELECT m.id FROM message m WHERE m.chat = ? AND NOT m.mine AND m.content IN ('TEXT', 'FILE')
                ORDER BY m.chat DESC, m.position DESC, m.id DESC FETCH FIRST ? ROWS ONLY)
            """;

    private static final String OF =
            """
            SELECT s.message, s.kind, s.who, s.at, s.refusal, s.refusal_text FROM step s
            WHERE s.message = ANY(?) ORDER BY s.message, s.at, s.id
            """;

    private static final String COMING =
            """
            SELECT m.id, m.heard, m.seen FROM message m
            WHERE m.id = ANY(?) AND (m.heard IS NOT NULL OR m.seen IS NOT NULL)
            """;

    private final Db db;

    Steps(Db db) {
        this.db = db;
    }

    /// A message of ours has come so far.
    ///
    /// @param by the device that says so
    void add(MessageKey message, Delivery delivery, Optional<Jid> by, Instant at) {
        long row = message.row();
        if (delivery instanceof Delivery.Failed(var refusal)) {
            db.update(FAIL, row, at, refusal.reason(), refusal.text(), row, MOST);
        } else {
            var who = by.map(Jid::toString).orElse("");
            Step.kind(delivery)
                    .ifPresent(
                            kind -> db.update(ADD, row, kind, who, at, row, kind, who, row, MOST));
        }
    }

    /// The user sees the last messages of others in a chat.
    void see(Chats.Row chat, int unread) {
        db.update(SEEN, db.now(), chat.id(), Math.min(unread, MOST_SEEN));
    }

    /// What happened to messages, in the order of time; nothing of those of which nothing is known.
    Map<MessageKey, List<Step>> of(List<Message> messages) {
        Object[] rows = messages.stream().map(message -> message.key().row()).toArray();
        var found = new HashMap<MessageKey, List<Step>>();
        for (var each : db.query(OF, Steps::own, (Object) rows)) {
            each.addTo(found);
        }
        for (var several : db.query(COMING, Steps::coming, (Object) rows)) {
            several.forEach(each -> each.addTo(found));
        }
        found.values().forEach(steps -> steps.sort(Comparator.comparing(Step::at)));
        return found;
    }

    private static Of own(ResultSet row) throws SQLException {
        var by = Optional.of(row.getString("who")).filter(who -> !who.isEmpty());
        var refusal = row.getString("refusal");
        return new Of(
                new MessageKey(row.getLong("message")),
                new Step(
                        Step.Kind.valueOf(row.getString("kind")),
                        by.map(JidCreate::fromOrThrowUnchecked),
                        row.getObject("at", Instant.class),
                        refusal == null
                                ? Optional.empty()
                                : Optional.of(
                                        new Refusal(
                                                Refusal.Reason.valueOf(refusal),
                                                row.getString("refusal_text")))));
    }

    private static List<Of> coming(ResultSet row) throws SQLException {
        var message = new MessageKey(row.getLong("id"));
        var both = new ArrayList<Of>();
        both.addAll(coming(message, Step.Kind.ARRIVED, row.getObject("heard", Instant.class)));
        both.addAll(coming(message, Step.Kind.SEEN, row.getObject("seen", Instant.class)));
        return both;
    }

    private static List<Of> coming(MessageKey message, Step.Kind kind, @Nullable Instant at) {
        return at == null
                ? List.of()
                : List.of(new Of(message, new Step(kind, Optional.empty(), at)));
    }

    private record Of(MessageKey message, Step step) {

        void addTo(Map<MessageKey, List<Step>> all) {
            all.computeIfAbsent(message, _ -> new ArrayList<>()).add(step);
        }
    }
}
