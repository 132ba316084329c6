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
/// Each sending and each refusal is a step of its own; that the server has it is one after the last
/// sending. Of what a device says, which may be heard more than once and in any order – a receipt
/// live and from the archive, whose newest page comes first – the earliest time stands. No step is
/// earlier than what must have been before it, whatever stamps say that are cut to seconds, or are
/// of another clock.
///
/// Nothing is read here but for who asks for all of a message.
final class Steps {

    /// Of one message; what a peer says from more devices than anybody has is nothing to keep.
    private static final int MOST = 50;

    /// A chat with more unread messages is looked at, but who says that all of it was seen?
    private static final int MOST_SEEN = 1_000;

    private static final String ADD =
            "INSERT INTO step (message, kind, who, at) VALUES (?, ?, '', ?)";

    private static final String ADD_ON_SERVER =
            """
            INSERT INTO step (message, kind, who, at)
            SELECT CAST(? AS BIGINT), 'ON_SERVER', '', CAST(? AS TIMESTAMP(3) WITH TIME ZONE)
            WHERE NOT EXISTS (SELECT 1 FROM step WHERE message = ? AND kind = 'ON_SERVER' AND id >
                COALESCE((SELECT MAX(id) FROM step WHERE message = ? AND kind = 'SENT'), 0))
            """;

    private static final String ADD_HEARD =
            """
            INSERT INTO step (message, kind, who, at)
            SELECT CAST(? AS BIGINT), ?, ?, CAST(? AS TIMESTAMP(3) WITH TIME ZONE)
            WHERE (SELECT COUNT(*) FROM step WHERE message = ?
                AND kind IN ('DELIVERED', 'READ')) < ?
            """;

    private static final String EARLIER =
            """
            UPDATE step SET at = LEAST(at, CAST(? AS TIMESTAMP(3) WITH TIME ZONE))
            WHERE message = ? AND kind = ? AND who = ?
            """;

    private static final String FAIL =
            """
            INSERT INTO step (message, kind, who, at, refusal, refusal_text)
            VALUES (?, 'FAILED', '', ?, ?, ?)
            """;

    /// When the newest attempt had come as far as it has.
    private static final String LAST =
            """
            SELECT MAX(at) AS at FROM step
            WHERE message = ? AND kind IN ('QUEUED', 'SENT', 'FAILED', 'ON_SERVER')
            """;

    /// Before what a device says of it: the first attempt may have reached that, whatever came
    /// after it.
    private static final String BEFORE_HEARD =
            """
            SELECT MAX(b.begun) AS at FROM (
                SELECT MIN(at) AS begun FROM step WHERE message = ?
                    AND (kind IN ('QUEUED', 'SENT', 'ON_SERVER')
                        OR kind = 'DELIVERED' AND who = ? AND ? = 'READ')
                GROUP BY kind) b
            """;

    private static final String SEEN =
            """
            UPDATE message SET seen = ? WHERE seen IS NULL AND id IN (
                SELECT m.id FROM message m WHERE m.chat = ? AND NOT m.mine
                    AND m.content IN ('TEXT', 'FILE', 'PRIVATE', 'UNREADABLE')
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

    /// Those of one time as they were noted, but what a device says after the rest.
    private static final Comparator<Step> IN_ORDER =
            Comparator.comparing(Step::at)
                    .thenComparingInt(
                            step ->
                                    switch (step.kind()) {
                                        case DELIVERED -> 1;
                                        case READ -> 2;
                                        default -> 0;
                                    });

    private final Db db;

    Steps(Db db) {
        this.db = db;
    }

    /// A message of ours has come so far.
    ///
    /// @param by the device that says so
    void add(MessageKey message, Delivery delivery, Optional<Jid> by, Instant at) {
        long row = message.row();
        switch (delivery) {
            case Delivery.Received _ -> {} // not ours
            case Delivery.Queued _ -> db.update(ADD, row, Step.Kind.QUEUED, at);
            case Delivery.Sending _ -> db.update(ADD, row, Step.Kind.SENT, after(at, LAST, row));
            case Delivery.OnServer _ ->
                    db.update(ADD_ON_SERVER, row, after(at, LAST, row), row, row);
            case Delivery.Delivered _ -> heard(row, Step.Kind.DELIVERED, by, at);
            case Delivery.Read _ -> heard(row, Step.Kind.READ, by, at);
            case Delivery.Failed(var refusal) ->
                    db.update(FAIL, row, after(at, LAST, row), refusal.reason(), refusal.text());
        }
    }

    private void heard(long row, Step.Kind kind, Optional<Jid> by, Instant at) {
        var who = by.map(Jid::toString).orElse("");
        var time = after(at, BEFORE_HEARD, row, who, kind);
        if (db.update(EARLIER, time, row, kind, who) == 0) {
            db.update(ADD_HEARD, row, kind, who, time, row, MOST);
        }
    }

    /// A time that isn't before another, where there is one.
    private Instant after(Instant at, String before, Object... values) {
        return db.find(
                        before,
                        row -> Optional.ofNullable(row.getObject("at", Instant.class)),
                        values)
                .flatMap(it -> it)
                .filter(at::isBefore)
                .orElse(at);
    }

    /// The user sees the last messages of others in a chat.
    void see(Chats.Row chat, int unread) {
        if (unread <= MOST_SEEN) {
            db.update(SEEN, db.now(), chat.id(), unread);
        }
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
        found.values().forEach(steps -> steps.sort(IN_ORDER));
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
