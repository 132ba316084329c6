package kith.ui.fx;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Those of some things that contain what is typed, in small letters or capitals.
///
/// Each thing's words are made small once, and a letter more is looked for only in what was found
/// before it: of 20,000 things that is less than a frame. What [Keyed] makes is any thread's, all
/// else one thread's.
public final class Narrowing<T> {

    private Keyed<T> all = new Keyed<>(List.of(), List.of());
    private List<Entry<T>> found = List.of();
    private String sought = "";

    /// Things that are ready to be looked through.
    ///
    /// @param things in their order
    /// @param entries the same with their words
    public record Keyed<T>(List<T> things, List<Entry<T>> entries) {

        /// Makes things ready.
        ///
        /// @param words what of a thing is looked at
        public static <T> Keyed<T> of(List<T> things, Function<T, String> words) {
            return new Keyed<>(
                    List.copyOf(things),
                    things.stream()
                            .map(thing -> new Entry<>(thing, small(words.apply(thing))))
                            .toList());
        }
    }

    /// A thing.
    ///
    /// @param key its words, small
    public record Entry<T>(T thing, String key) {}

    /// Looks through others from now on.
    public void of(Keyed<T> things) {
        all = things;
        found = things.entries();
        sought = "";
    }

    /// What matches, in the order of all; all where nothing is typed.
    public List<T> matching(String typed) {
        var wanted = small(typed.strip());
        var among = wanted.contains(sought) ? found : all.entries();
        sought = wanted;
        if (wanted.isEmpty()) {
            found = all.entries();
            return all.things();
        }
        found = among.stream().filter(each -> each.key().contains(wanted)).toList();
        return found.stream().map(Entry::thing).toList();
    }

    private static String small(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
