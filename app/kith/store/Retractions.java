package kith.store;

import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which messages were taken back (XEP-0424, XEP-0425): table `retraction`, whose rows wait there
/// for what they name, and what of it stands in `message`.
///
/// Whom each is from and what it names, [RetractionTargets] says.
///
/// The words go for good, also those of its corrections and those that answers repeat; of ours,
/// once the server has what takes it back. What [Erasure] leaves knows further copies by their
/// number.
///
/// A correction that shows itself, because what it is for isn't here or can't be corrected, goes
/// with the message that it names, and with that go those that name it. So the words that somebody
/// meant to stand in place of others are gone with these, whichever of all came first; what it
/// names stays where it alone is taken back.
final class Retractions {

    private static final String RETRACTED_VERSION =
            """
            SELECT m.id FROM correction c LEFT JOIN message m ON m.id = c.message
            WHERE c.amends = ? AND (m.content = 'RETRACTED' OR m.retracted_by IS NOT NULL)
            FETCH FIRST ROW ONLY
            """;

    private static final String OTHER_VERSION =
            """
            SELECT m.id FROM correction c LEFT JOIN message m ON m.id = c.message
            WHERE c.amends = ? AND m.content <> 'RETRACTED' AND m.retracted_by IS NULL
            FETCH FIRST ROW ONLY
            """;

    private static final String RETRACTION_OF =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                     FROM message o LEFT JOIN message m ON m.id = o.retracted_by
                    WHERE o.id = ? AND m.delivery <> 'FAILED'
                    """;

    private static final String BY_KEY =
            "SELECT " + MessageRows.COLUMNS + " FROM message m WHERE m.id = ? AND m.chat = ?";

    /// What the room says of it stands before what its sender does, and what has happened before
    /// what is to.
    private static final Comparator<Message> FIRST_TO_COUNT =
            Comparator.comparing((Message it) -> !isModeration(it))
                    .thenComparing(it -> Delivery.isOutstanding(it.delivery()))
                    .thenComparing(Message.IN_ORDER);

    private final Db db;
    private final RetractionTargets targets;
    private final CorrectionTargets corrected;
    private final Erasure erasure;
    private final Set<MessageKey> changed = new LinkedHashSet<>();
    private final List<Message> silenced = new ArrayList<>();

    Retractions(Db db, Chats chats, References references) {
        this.db = db;
        this.targets = new RetractionTargets(db, chats);
        this.corrected = new CorrectionTargets(db);
        this.erasure = new Erasure(db, references);
    }

    /// A message was added.
    ///
    /// @param hasLinked whether that has brought corrections together with what they are for
    /// @return as it is now
    Message added(Chats.Row chat, Message message, boolean hasLinked) {
        if (message.content() instanceof Content.Retraction(var target, _)) {
            db.update(
                    "INSERT INTO retraction (message, chat, target) VALUES (?, ?, ?)",
                    message.key().row(),
                    chat.id(),
                    target);
        }
        var now = settled(chat, erasure.added(chat, message), hasLinked);
        changed.remove(message.key()); // whoever added it is told
        silenced.removeIf(each -> each.key().equals(message.key())); // and has not counted it
        return now;
    }

    /// What is known of a message has changed: whether it was sent, say, or where it stands.
    ///
    /// @param hasLinked as in the other
    /// @return as it is now
    Message changed(Chats.Row chat, Message message, boolean hasLinked) {
        return settled(chat, message, hasLinked);
    }

    private Message settled(Chats.Row chat, Message message, boolean hasLinked) {
        return switch (message.content()) {
            case Content.Retraction _ -> {
                retract(chat, message);
                yield message;
            }
            case Content.Text _, Content.Correction _, Content.File _, Content.Retracted _ ->
                    settled(chat, message, RetractionTargets.names(chat, message), hasLinked);
            case Content.Private _, Content.Reaction _, Content.Subject _, Content.Unreadable _ ->
                    message;
        };
    }

    /// An archive has another name for a message that it stored twice.
    ///
    /// @return as it is now
    Message called(Chats.Row chat, Message message, String name) {
        return settled(chat, message, Set.of(name), false);
    }

    /// The archive says that a message was taken back, not by what (XEP-0424 §4).
    ///
    /// @return as it is now
    Message buried(Chats.Row chat, Message message) {
        if (isErased(message)) {
            return message;
        }
        erase(chat, root(chat, message), Optional.empty());
        return find(chat, message.key()).orElseThrow();
    }

    /// A message is gone that was to take back another.
    void removed(Chats.Row chat, Message retraction) {
        for (var root : targets(chat, retraction)) {
            for (var each : withNaming(chat, root)) {
                if (!isErased(each)) {
                    erasure.release(chat, each, retraction);
                }
                changed.add(each.key());
            }
        }
    }

    /// The messages that one takes back, or is to.
    List<Message> targets(Chats.Row chat, Message retraction) {
        var roots = new LinkedHashMap<MessageKey, Message>();
        for (var each : targets.of(chat, retraction)) {
            var root = root(chat, each);
            roots.put(root.key(), root);
        }
        return List.copyOf(roots.values());
    }

    /// Whether a message is otherwise now than it was when it was taken in.
    boolean hasChanged(MessageKey message) {
        return changed.contains(message);
    }

    /// Those that are otherwise since the last call, because of what takes them back, or what they
    /// repeat of such.
    List<MessageKey> takeChanged() {
        var taken = List.copyOf(changed);
        changed.clear();
        return taken;
    }

    /// The messages in words and files, as they were, that were taken back since the last call.
    List<Message> takeSilenced() {
        var taken = List.copyOf(silenced);
        silenced.clear();
        return taken;
    }

    private void retract(Chats.Row chat, Message retraction) {
        for (var root : targets(chat, retraction)) {
            if (!(retraction.delivery() instanceof Delivery.Failed)) {
                take(chat, root, retraction);
            } else {
                failed(chat, withNaming(chat, root), retraction);
            }
        }
    }

    private void failed(Chats.Row chat, List<Message> all, Message retraction) {
        var left = all.stream().filter(each -> !isErased(each)).toList();
        left.forEach(each -> changed.addAll(erasure.announce(chat, each, retraction)));
        for (var each : left) { // another may stand in for it
            find(chat, each.key()).ifPresent(now -> settled(chat, now, false));
        }
    }

    /// Of what waits for it, the first to count takes it back. Where it has only now turned out to
    /// be for another, or to have others, what was taken back of these takes back all.
    private Message settled(Chats.Row chat, Message message, Set<String> names, boolean hasLinked) {
        var waiting =
                targets.naming(chat, message, names).stream()
                        .sorted(FIRST_TO_COUNT)
                        .filter(it -> targets.isNamed(chat, it, message))
                        .findFirst();
        var root = root(chat, message);
        if (message.amends().isPresent() && isErased(root) && !isModeration(waiting)) {
            return goneWith(chat, root, message, hasLinked);
        }
        if (isErased(message)) {
            takeNaming(chat, message); // which may stand behind it only now
        }
        var named = named(chat, message);
        var by =
                Stream.concat(
                                waiting.stream(),
                                named.flatMap(it -> retractionOf(chat, it)).stream())
                        .min(FIRST_TO_COUNT);
        if (by.isPresent()) {
            take(chat, root, by.get());
        } else if (named.filter(Retractions::isErased).isPresent()) {
            erase(chat, root, Optional.empty());
        } else if (isTakenWithAnother(message, root, hasLinked)) {
            takeAll(chat, root);
        } else {
            return message;
        }
        return find(chat, message.key()).orElseThrow();
    }

    /// What a correction names that shows itself.
    private Optional<Message> named(Chats.Row chat, Message message) {
        return message.amends().isEmpty()
                        && message.content() instanceof Content.Correction(var target, _, _, _, _)
                ? corrected.named(chat, message, target)
                : Optional.empty();
    }

    private void takeNaming(Chats.Row chat, Message erased) {
        var by = retractionOf(chat, erased);
        for (var each : corrected.naming(chat, erased)) {
            by.ifPresentOrElse(
                    it -> take(chat, each, it), () -> erase(chat, each, Optional.empty()));
        }
    }

    /// A message, and the corrections that go with it though they show themselves.
    private List<Message> withNaming(Chats.Row chat, Message root) {
        var all = new ArrayList<Message>();
        spread(chat, root, all::add);
        return all;
    }

    /// Goes on from a message to those corrections, as long as something is done; so many of them
    /// are no work where it has been done before.
    private void spread(Chats.Row chat, Message root, Predicate<Message> doing) {
        var left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty()) {
            var each = left.remove();
            if (doing.test(each)) {
                left.addAll(corrected.naming(chat, each));
            }
        }
    }

    /// What its message says is gone already; of that and of its other corrections nothing changes,
    /// so that many of them are no work.
    private Message goneWith(Chats.Row chat, Message root, Message correction, boolean hasLinked) {
        if (!hasLinked && isErased(correction)) {
            return correction;
        }
        var left = hasLinked ? erasure.left(chat, root) : List.of(correction);
        changed.addAll(erasure.eraseWith(chat, root, left, retractionOf(chat, root)));
        return find(chat, correction.key()).orElseThrow();
    }

    private static boolean isModeration(Optional<Message> waiting) {
        return waiting.filter(Retractions::isModeration).isPresent();
    }

    private boolean isTakenWithAnother(Message message, Message root, boolean hasLinked) {
        if (hasLinked && hasVersion(RETRACTED_VERSION, root)) {
            return true;
        }
        if (message.amends().isPresent()) {
            return message.isRetracted() || root.isRetracted();
        }
        return message.isRetracted() && hasVersion(OTHER_VERSION, message);
    }

    private boolean hasVersion(String sql, Message root) {
        return db.find(sql, row -> row.getLong(1), root.key().row()).isPresent();
    }

    private void takeAll(Chats.Row chat, Message root) {
        var versions = erasure.versions(chat, root);
        var by =
                versions.stream()
                        .flatMap(each -> retractionOf(chat, each).stream())
                        .min(FIRST_TO_COUNT);
        if (by.isPresent()) {
            take(chat, root, by.get());
        } else if (versions.stream().anyMatch(Retractions::isErased)
                && !versions.stream().allMatch(Retractions::isErased)) {
            erase(chat, root, Optional.empty());
        }
    }

    private void take(Chats.Row chat, Message root, Message retraction) {
        spread(chat, root, each -> hasTaken(chat, each, retraction));
    }

    private boolean hasTaken(Chats.Row chat, Message root, Message retraction) {
        var known = retractionOf(chat, root);
        var first =
                known.filter(it -> FIRST_TO_COUNT.compare(it, retraction) < 0).orElse(retraction);
        if (isErased(root)
                && known.isPresent()
                && (known.get().equals(first) || !isModeration(first))) {
            return false; // whoever says it once more
        }
        if (!Delivery.isOutstanding(first.delivery())) {
            eraseAlone(chat, root, Optional.of(first));
            return true;
        }
        if (isErased(root)) {
            return false;
        }
        changed.addAll(erasure.announce(chat, root, first));
        return true;
    }

    private void erase(Chats.Row chat, Message root, Optional<Message> by) {
        spread(chat, root, each -> hasErased(chat, each, by));
    }

    private boolean hasErased(Chats.Row chat, Message root, Optional<Message> by) {
        if (erasure.versions(chat, root).stream().allMatch(Retractions::isErased)) {
            return false;
        }
        eraseAlone(chat, root, by);
        return true;
    }

    private void eraseAlone(Chats.Row chat, Message root, Optional<Message> by) {
        if (root.content() instanceof Content.Text || root.content() instanceof Content.File) {
            silenced.add(root);
        }
        changed.addAll(erasure.erase(chat, root, by));
    }

    private static boolean isErased(Message message) {
        return message.isRetracted() && message.retracting().isEmpty();
    }

    /// What takes a message back, as far as that is known by now; not what has failed to.
    private Optional<Message> retractionOf(Chats.Row chat, Message message) {
        return db.find(RETRACTION_OF, MessageRows.of(chat.key()), message.key().row());
    }

    private static boolean isModeration(Message retraction) {
        return retraction.content() instanceof Content.Retraction(_, var moderation)
                && moderation.isPresent();
    }

    /// What shows it.
    private Message root(Chats.Row chat, Message message) {
        return message.amends().flatMap(it -> find(chat, it)).orElse(message);
    }

    private Optional<Message> find(Chats.Row chat, MessageKey key) {
        return db.find(BY_KEY, MessageRows.of(chat.key()), key.row(), chat.id());
    }
}
