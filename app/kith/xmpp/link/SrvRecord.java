package kith.xmpp.link;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// A server of a service (RFC 2782).
///
/// @param priority the least first
/// @param weight among those of one priority, how often to be taken first
/// @param host without the dot at its end; no characters where the domain says that it doesn't have
///   the service
public record SrvRecord(int priority, int weight, int port, String host) {

    /// Reads a record as DNS writes it: `priority weight port target.`
    static SrvRecord parse(String text) {
        var parts = text.strip().split("\\s+", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("no SRV record: " + text);
        }
        return new SrvRecord(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                parts[3].replaceFirst("\\.$", ""));
    }

    /// The order in which to try them: by priority, and within one at random, by weight.
    static List<SrvRecord> inOrder(List<SrvRecord> records, RandomGenerator random) {
        var byPriority = new TreeMap<Integer, List<SrvRecord>>();
        for (var record : records) {
            byPriority.computeIfAbsent(record.priority(), none -> new ArrayList<>()).add(record);
        }
        var ordered = new ArrayList<SrvRecord>(records.size());
        for (var alike : byPriority.values()) {
            while (!alike.isEmpty()) {
                ordered.add(alike.remove(pick(alike, random)));
            }
        }
        return List.copyOf(ordered);
    }

    private static int pick(List<SrvRecord> alike, RandomGenerator random) {
        int all = alike.stream().mapToInt(SrvRecord::weight).sum();
        int left = random.nextInt(all + 1);
        for (int at = 0; at < alike.size(); at++) {
            left -= alike.get(at).weight();
            if (left <= 0) {
                return at;
            }
        }
        return alike.size() - 1;
    }
}
