package kith.ui.fx;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Those of some things that contain what is typed, in small letters or capitals.
///
/// Each thing's words are made small once, and a letter more is looked for only in what was found
/// before it: of 20,000 things that is less than a frame. What [#keyed] gives is any thread's, all
/// else one thread's.
public final class Narrowing<T> {

    private List<Keyed<T>> all = List.of();
    private List<Keyed<T>> found = List.of();
    private String sought = "";

    /// A thing.
    ///
    /// @param key its words, small
    public record Keyed<T>(T thing, String key) {}

    /// Makes things ready to be looked through.
    ///
    /// @param words what of a thing is looked at
    public static <T> List<Keyed<T>> keyed(List<T> things, Function<T, String> words) {
        return things.stream().map(thing -> new Keyed<>(thing, small(words.apply(thing)))).toList();
    }

    /// Looks through others from now on.
    public void of(List<Keyed<T>> things) {
        all = things;
        found = things;
        sought = "";
    }

    /// What matches, in the order of all; all where nothing is typed.
    public List<T> matching(String typed) {
        var wanted = small(typed.strip());
        var among = wanted.contains(sought) ? found : all;
        sought = wanted;
        if (!wanted.isEmpty()) {
            found = among.stream().filter(each -> each.key().contains(wanted)).toList();
        } else {
            found = all;
        }
        return found.stream().map(Keyed::thing).toList();
    }

    private static String small(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
