package kith.session.roster;

import kith.model.Availability;
import kith.model.Presence;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// The devices of one contact, and the one presence that they make.
///
/// The device with the highest priority speaks for the person; among equals the most available one
/// does, among those the one that spoke last. One with a negative priority takes no messages (RFC
/// 6121 §4.7.2.3) and speaks only where no other is there.
final class Devices {

    private static final Comparator<Device> BEST_LAST =
            Comparator.comparing((Device device) -> device.priority >= 0)
                    .thenComparingInt(Device::priority)
                    .thenComparing(
                            device -> device.presence.availability(), Comparator.reverseOrder())
                    .thenComparingLong(Device::spoke);

    private final Map<String, Device> byResource = HashMap.newHashMap(1);
    private long clock;

    /// Takes in what one device says of itself.
    ///
    /// @param resource its name; empty where it has none
    void change(String resource, Presence presence, int priority) {
        if (presence.availability() == Availability.OFFLINE) {
            byResource.remove(resource);
        } else {
            byResource.put(resource, new Device(presence, priority, clock++));
        }
    }

    /// All are gone (a bare `unavailable`).
    void clear() {
        byResource.clear();
    }

    /// What all of them make together.
    Presence combined() {
        return byResource.values().stream()
                .max(BEST_LAST)
                .map(Device::presence)
                .orElse(Presence.OFFLINE);
    }

    private record Device(Presence presence, int priority, long spoke) {}
}
