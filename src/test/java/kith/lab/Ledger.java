package kith.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The books of a test: what was sent, beside every copy that exists of it, such as the recipient's
/// store and the server's archive. [#findings] says exactly where they differ.
///
/// Every copy must hold every message once, unchanged, and in the order in which its sender sent
/// it. How the messages of several senders are mixed, nobody can know beforehand; but all copies
/// must mix them as the first one does.
///
/// Immutable. It knows no server and no store: who uses it makes the entries.
public final class Ledger {

    /// One message. Two with the same id from different senders are two messages.
    ///
    /// @param conversation the caller's name for it, the same in all copies
    /// @param id the sender's own id, which stays the same when a message is sent again
    public record Entry(String conversation, String id, String sender, String body) {

        private Key key() {
            return new Key(conversation, sender, id);
        }

        @Override
        public String toString() {
            return "%s: %s \"%s\" (%s)".formatted(conversation, sender, body, id);
        }
    }

    /// One difference between what was sent and a copy.
    public sealed interface Finding {

        /// The copy's name.
        String copy();
    }

    /// Sent, and not in the copy.
    public record Lost(String copy, Entry entry) implements Finding {}

    /// More than once in the copy.
    public record Doubled(String copy, Entry entry, int times) implements Finding {}

    /// In the copy, and never sent.
    public record Foreign(String copy, Entry entry) implements Finding {}

    /// In the copy with another body than was sent.
    public record Altered(String copy, Entry sent, Entry held) implements Finding {}

    /// In the copy after one that should come later: by the sender's order, or by the first copy's.
    public record OutOfOrder(String copy, Entry entry, Entry after) implements Finding {}

    private record Key(String conversation, String sender, String id) {}

    private final List<Entry> sent;
    private final Map<String, List<Entry>> copies;

    private Ledger(List<Entry> sent, Map<String, List<Entry>> copies) {
        this.sent = sent;
        this.copies = copies;
    }

    /// Opens the books.
    ///
    /// @param sent each sender's messages in the order they were sent
    public static Ledger of(List<Entry> sent) {
        return new Ledger(List.copyOf(sent), Map.of());
    }

    /// These books with one copy more.
    ///
    /// @param name for the findings, such as "Anna's store"
    /// @param held what the copy holds, in the order it shows
    public Ledger with(String name, List<Entry> held) {
        var more = new LinkedHashMap<>(copies);
        more.put(name, List.copyOf(held));
        return new Ledger(sent, more);
    }

    /// All differences, copy by copy; empty if everything is as it must be.
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        copies.forEach((name, held) -> findings.addAll(findings(name, held)));
        return List.copyOf(findings);
    }

    /// Fails with a readable list of all differences, if there are any.
    public void assertWhole() {
        var findings = findings();
        if (!findings.isEmpty()) {
            String list =
                    findings.stream()
                            .map(Ledger::line)
                            .collect(Collectors.joining("\n  ", "  ", ""));
            throw new AssertionError(
                    "%d sent, %d differences in %s:%n%s"
                            .formatted(sent.size(), findings.size(), copies.keySet(), list));
        }
    }

    private List<Finding> findings(String name, List<Entry> held) {
        var findings = new ArrayList<Finding>();
        var sentByKey = byKey(sent);
        var heldByKey = byKey(held);
        sentByKey.forEach(
                (key, same) -> {
                    var found = heldByKey.getOrDefault(key, List.of());
                    if (found.isEmpty()) {
                        findings.add(new Lost(name, same.getFirst()));
                    }
                });
        heldByKey.forEach(
                (key, same) -> {
                    Entry entry = same.getFirst();
                    var original = sentByKey.getOrDefault(key, List.of());
                    if (same.size() > 1) {
                        findings.add(new Doubled(name, entry, same.size()));
                    }
                    if (original.isEmpty()) {
                        findings.add(new Foreign(name, entry));
                    } else if (!original.getFirst().equals(entry)) {
                        findings.add(new Altered(name, original.getFirst(), entry));
                    }
                });
        findings.addAll(
                outOfOrder(
                        name, held, sent, entry -> entry.conversation() + "\n" + entry.sender()));
        findings.addAll(
                outOfOrder(name, held, copies.values().iterator().next(), Entry::conversation));
        return findings.stream().distinct().toList();
    }

    /// Compares the order within each group with another list's.
    private static List<Finding> outOfOrder(
            String name, List<Entry> held, List<Entry> reference, Function<Entry, String> group) {
        var places = new HashMap<Key, Integer>();
        for (Entry entry : reference) {
            places.putIfAbsent(entry.key(), places.size());
        }
        var latest = new HashMap<String, Entry>();
        var findings = new ArrayList<Finding>();
        for (Entry entry : firstOfEach(held)) {
            Integer place = places.get(entry.key());
            if (place == null) {
                continue;
            }
            Entry last = latest.getOrDefault(group.apply(entry), entry);
            if (place < places.getOrDefault(last.key(), place)) {
                findings.add(new OutOfOrder(name, entry, last));
            } else {
                latest.put(group.apply(entry), entry);
            }
        }
        return findings;
    }

    private static List<Entry> firstOfEach(List<Entry> entries) {
        return byKey(entries).values().stream().map(List::getFirst).toList();
    }

    private static Map<Key, List<Entry>> byKey(List<Entry> entries) {
        return entries.stream()
                .collect(
                        Collectors.groupingBy(Entry::key, LinkedHashMap::new, Collectors.toList()));
    }

    private static String line(Finding finding) {
        return switch (finding) {
            case Lost(String copy, Entry entry) -> "lost from %s: %s".formatted(copy, entry);
            case Doubled(String copy, Entry entry, int times) ->
                    "%d times in %s: %s".formatted(times, copy, entry);
            case Foreign(String copy, Entry entry) ->
                    "never sent, but in %s: %s".formatted(copy, entry);
            case Altered(String copy, Entry original, Entry held) ->
                    "altered in %s: %s, sent as \"%s\"".formatted(copy, held, original.body());
            case OutOfOrder(String copy, Entry entry, Entry after) ->
                    "too late in %s: %s, after %s".formatted(copy, entry, after);
        };
    }
}
