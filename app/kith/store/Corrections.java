package kith.store;

import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which message a correction is for (XEP-0308): table `correction`, and what of it stands in
/// `message`.
///
/// It is for the last one before it that has the id it names, from the same sender, or for the one
/// that that one is for. As long as there is none, it shows itself as any other message; that may
/// still come, from an older page. One of ours that has failed is for none.
final class Corrections {

    private static final String ADD =
            "INSERT INTO correction (message, chat, target) VALUES (?, ?, ?)";

    private static final String OF_MESSAGE =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                     FROM correction c LEFT JOIN message m ON m.id = c.message
                    WHERE c.amends = ? ORDER BY m.position, m.id
                    """;

    private static final String BY_KEY =
            "SELECT " + MessageRows.COLUMNS + " FROM message m WHERE m.id = ?";

    private static final String SHOWN =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                     FROM message o LEFT JOIN message m ON m.id = o.edited_by
                    WHERE o.id = ? AND o.edited_by IS NOT NULL
                    """;

    private static final String TARGET = "SELECT target FROM correction WHERE message = ?";

    private static final String RELEASE = "UPDATE correction SET amends = NULL WHERE amends = ?";

    private static final String SHOW =
            """
            UPDATE message SET amends = NULL
            WHERE id IN (SELECT c.message FROM correction c WHERE c.amends = ?)
            """;

    private static final String EDIT =
            """
            UPDATE message SET edited = CASE WHEN reply_to IS NULL THEN CAST(? AS VARCHAR) ELSE ? END,
                edited_by = ?
            WHERE id = ?
            """;

    private final Db db;
    private final CorrectionTargets targets;
    private final List<Message> hidden = new ArrayList<>();
    private boolean hasLinked;

    Corrections(Db db) {
        this.db = db;
        this.targets = new CorrectionTargets(db);
    }

    /// A message was added.
    ///
    /// @return as it is now
    Message added(Chats.Row chat, Message message) {
        hasLinked = false;
        if (message.content() instanceof Content.Correction(var target, _, _, _, _)) {
            db.update(ADD, message.key().row(), chat.id(), target);
            return placed(chat, message);
        }
        return corrected(chat, message);
    }

    /// What is known of a message has changed: whether it was sent, say, or its place, which may be
    /// before what is to correct it only now.
    ///
    /// @return as it is now
    Message changed(Chats.Row chat, Message message) {
        hasLinked = false;
        return target(message).isPresent() ? placed(chat, message) : corrected(chat, message);
    }

    /// @param message is no correction
    private Message corrected(Chats.Row chat, Message message) {
        boolean isOriginal = message.content() instanceof Content.Text || message.isRetracted();
        return isOriginal && linkWaiting(chat, message, message)
                ? find(chat, message.key()).orElseThrow()
                : message;
    }

    /// The message that a correction is for.
    Optional<Message> original(Chats.Row chat, Message correction) {
        return target(correction)
                .flatMap(target -> targets.named(chat, correction, target))
                .flatMap(named -> root(chat, named));
    }

    /// All corrections of a message, oldest first.
    List<Message> of(Chats.Row chat, MessageKey message) {
        return db.query(OF_MESSAGE, MessageRows.of(chat.key()), message.row());
    }

    /// A message is gone. What it was for says what it said before; those that are for it show
    /// themselves.
    void removed(Chats.Row chat, Message message) {
        if (message.amends().isPresent()) {
            editByLast(chat, message.amends().get());
        } else {
            db.update(SHOW, message.key().row());
            db.update(RELEASE, message.key().row());
        }
    }

    /// Whether the last message that was added or has changed brought together others that waited
    /// for it and the one that they are for.
    boolean hasLinked() {
        return hasLinked;
    }

    /// Those that showed themselves up to now, and are shown by another message since the last
    /// call.
    List<Message> takeHidden() {
        var taken = List.copyOf(hidden);
        hidden.clear();
        return taken;
    }

    private Message placed(Chats.Row chat, Message correction) {
        boolean isVoid = correction.delivery() instanceof Delivery.Failed;
        if (correction.amends().isEmpty()) {
            return isVoid ? correction : linked(chat, correction);
        }
        var original = correction.amends().get();
        if (isVoid) {
            link(correction.key(), Optional.empty());
            editByLast(chat, original);
            return correction.amending(Optional.empty());
        }
        moved(chat, correction, original);
        return correction;
    }

    private Message linked(Chats.Row chat, Message correction) {
        var original = original(chat, correction);
        if (original.isEmpty()) {
            return correction;
        }
        var key = original.get().key();
        link(correction.key(), Optional.of(key));
        if (isLast(chat, correction, key)) {
            edit(key, correction);
        }
        var now = correction.amending(Optional.of(key));
        linkWaiting(chat, now, original.get());
        return now;
    }

    /// It may stand before or behind another correction now, or before one that names it.
    private void moved(Chats.Row chat, Message correction, MessageKey original) {
        if (shown(chat, original).filter(it -> it.key().equals(correction.key())).isPresent()) {
            editByLast(chat, original);
        } else if (isLast(chat, correction, original)) {
            edit(original, correction);
        }
        find(chat, original).ifPresent(it -> linkWaiting(chat, correction, it));
    }

    /// Those that came before what they name are for the same message as that, and so are those
    /// that name them.
    ///
    /// @return whether there were any
    private boolean linkWaiting(Chats.Row chat, Message first, Message original) {
        var links = new ArrayList<Message>();
        var names = new ArrayDeque<>(List.of(first));
        while (!names.isEmpty()) {
            var found = waiting(chat, names.remove());
            found.forEach(each -> link(each.key(), Optional.of(original.key())));
            links.addAll(found);
            hidden.addAll(found);
            names.addAll(found);
        }
        links.stream()
                .max(Message.IN_ORDER)
                .filter(last -> isLast(chat, last, original.key()))
                .ifPresent(last -> edit(original.key(), last));
        hasLinked = !links.isEmpty();
        return hasLinked;
    }

    private List<Message> waiting(Chats.Row chat, Message named) {
        return targets.waiting(chat, named).stream()
                .filter(waiting -> !(waiting.delivery() instanceof Delivery.Failed))
                .toList();
    }

    private Optional<Message> root(Chats.Row chat, Message named) {
        return switch (named.content()) {
            case Content.Text _ -> Optional.of(named);
            case Content.Correction _ -> named.amends().flatMap(it -> find(chat, it));
            case Content.Retracted _ -> // which it was of both, only its row says
                    target(named).isPresent()
                            ? named.amends().flatMap(it -> find(chat, it))
                            : Optional.of(named);
            case Content.Private _,
                    Content.File _,
                    Content.Reaction _,
                    Content.Retraction _,
                    Content.Subject _,
                    Content.Unreadable _ ->
                    Optional.empty();
        };
    }

    /// What a correction names, also one that says nothing any more; empty of what is none.
    private Optional<String> target(Message message) {
        return switch (asSent(message)) {
            case Content.Correction(var target, _, _, _, _) -> Optional.of(target);
            case Content.Retracted _ ->
                    db.find(TARGET, row -> row.getString(1), message.key().row());
            case Content.Text _,
                    Content.Private _,
                    Content.File _,
                    Content.Reaction _,
                    Content.Retraction _,
                    Content.Subject _,
                    Content.Unreadable _ ->
                    Optional.empty();
        };
    }

    private void editByLast(Chats.Row chat, MessageKey original) {
        of(chat, original).stream()
                .max(Message.IN_ORDER)
                .ifPresentOrElse(
                        last -> edit(original, last),
                        () -> db.update(EDIT, null, null, null, original.row()));
    }

    private boolean isLast(Chats.Row chat, Message correction, MessageKey original) {
        return shown(chat, original)
                .filter(it -> CorrectionTargets.isAfter(it, correction))
                .isEmpty();
    }

    private void link(MessageKey correction, Optional<MessageKey> original) {
        var row = original.map(MessageKey::row);
        db.update("UPDATE correction SET amends = ? WHERE message = ?", row, correction.row());
        db.update("UPDATE message SET amends = ? WHERE id = ?", row, correction.row());
    }

    private void edit(MessageKey original, Message correction) {
        if (asSent(correction) instanceof Content.Correction it) {
            // What is repeated stands beside the words only of a message that answers one.
            db.update(EDIT, it.body(), it.words(), correction.key().row(), original.row());
        }
    }

    /// What it says, though it shows no words as long as something waits that takes it back.
    private Content asSent(Message message) {
        return message.retracting().isPresent()
                ? db.find(BY_KEY, MessageRows::asSent, message.key().row())
                        .orElse(message.content())
                : message.content();
    }

    /// The correction whose words a message shows.
    private Optional<Message> shown(Chats.Row chat, MessageKey original) {
        return db.find(SHOWN, MessageRows.of(chat.key()), original.row());
    }

    private Optional<Message> find(Chats.Row chat, MessageKey key) {
        return db.find(BY_KEY, MessageRows.of(chat.key()), key.row());
    }
}
