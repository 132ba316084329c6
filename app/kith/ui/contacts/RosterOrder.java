package kith.ui.contacts;

import kith.model.Availability;
import kith.model.Contact;

import java.text.CollationKey;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The order of people and groups: who can be reached first, then by name as the user's language
/// sorts, then as the roster has them.
///
/// Comparing words in a language is slow. So each name it has met has a rank among them, and what
/// is sorted at each presence is numbers.
final class RosterOrder {

    /// How many bits of a sort key the place in the roster takes, and the rank of the name.
    private static final int BITS = 28;

    private static final long MASK = (1L << BITS) - 1;

    private static final Availability FIRST = Availability.FREE_TO_CHAT;

    private final Collator collator = Collator.getInstance();
    private final Map<String, CollationKey> keys = new HashMap<>();
    private Map<String, Integer> ranks = Map.of();

    List<Contact> sorted(List<Contact> contacts) {
        rankNew(contacts);
        var sortKeys = new long[contacts.size()];
        for (int place = 0; place < sortKeys.length; place++) {
            var contact = contacts.get(place);
            long reach = contact.presence().availability().compareTo(FIRST);
            long rank = ranks.getOrDefault(contact.name(), 0);
            sortKeys[place] = (((reach << BITS) | rank) << BITS) | place;
        }
        Arrays.sort(sortKeys);
        var sorted = new ArrayList<Contact>(sortKeys.length);
        for (long sortKey : sortKeys) {
            sorted.add(contacts.get((int) (sortKey & MASK)));
        }
        return sorted;
    }

    /// By name; the group without a name comes last.
    List<String> sortedGroups(Iterable<String> groups) {
        var sorted = new ArrayList<String>();
        groups.forEach(sorted::add);
        sorted.sort(Comparator.comparing(String::isEmpty).thenComparing(this::key));
        return sorted;
    }

    /// Ranks all names anew where there is one that has no rank. Names that are gone keep theirs.
    private void rankNew(List<Contact> contacts) {
        int known = keys.size();
        contacts.forEach(contact -> key(contact.name()));
        if (keys.size() == known && !ranks.isEmpty()) {
            return;
        }
        var names = new ArrayList<>(keys.values());
        names.sort(Comparator.naturalOrder());
        var newest = HashMap.<String, Integer>newHashMap(names.size());
        names.forEach(name -> newest.put(name.getSourceString(), newest.size()));
        ranks = newest;
    }

    private CollationKey key(String name) {
        return keys.computeIfAbsent(name, collator::getCollationKey);
    }
}
