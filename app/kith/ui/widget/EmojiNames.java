package kith.ui.widget;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What emoji are called when they are typed: `smile` for 😄, of `:smile:`; the file
/// `resources/kith/emoji/names.txt`.
///
/// Read when first asked, some milliseconds. Usable on any thread.
public final class EmojiNames {

    /// A name may begin with the letters, one of its words may, or they stand anywhere in it.
    private static final int RANKS = 3;

    private static final int AS_PICTURE = 0xFE0F;

    private EmojiNames() {}

    /// An emoji under one of its names.
    ///
    /// @param name without the colons
    public record Named(String emoji, String name) {}

    /// The emoji with a name.
    ///
    /// @param name without the colons
    public static Optional<String> find(String name) {
        return Optional.ofNullable(Read.BY_NAME.get(name));
    }

    /// The first name of an emoji, whatever skin tone it is in.
    public static Optional<String> of(String emoji) {
        return Optional.ofNullable(Read.BY_EMOJI.get(bare(emoji)));
    }

    /// A name as it is read out.
    public static String spoken(String name) {
        return name.replace('_', ' ');
    }

    /// Without a tone; and without what asks for a picture, which an emoji in a tone hasn't.
    private static String bare(String emoji) {
        return emoji.codePoints()
                .filter(point -> point != AS_PICTURE && !Character.isEmojiModifier(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// All emoji in the order of Unicode, each with all its names.
    ///
    /// @return immutable; no list in it is empty
    public static List<List<Named>> all() {
        return Collections.unmodifiableList(Read.ALL);
    }

    /// Emoji whose names match, each once, those that begin so first.
    ///
    /// @param letters of a name, lower case
    /// @param most how many at most
    /// @return immutable
    public static List<Named> matching(String letters, int most) {
        var ranked = new ArrayList<List<Named>>();
        for (int rank = 0; rank < RANKS; rank++) {
            ranked.add(new ArrayList<>());
        }
        for (var names : Read.ALL) {
            best(names, letters).ifPresent(best -> ranked.get(rank(best, letters)).add(best));
        }
        return ranked.stream().flatMap(List::stream).limit(most).toList();
    }

    private static Optional<Named> best(List<Named> names, String letters) {
        Optional<Named> best = Optional.empty();
        for (var each : names) {
            int rank = rank(each, letters);
            if (rank < best.map(found -> rank(found, letters)).orElse(RANKS)) {
                best = Optional.of(each);
            }
        }
        return best;
    }

    private static int rank(Named named, String letters) {
        int at = named.name.indexOf(letters);
        if (at == 0) {
            return 0;
        }
        return at < 0 ? RANKS : named.name.contains("_" + letters) ? 1 : 2;
    }

    /// Read once.
    private static final class Read {

        static final List<List<Named>> ALL = new ArrayList<>();
        static final Map<String, String> BY_NAME = new LinkedHashMap<>();
        static final Map<String, String> BY_EMOJI = new HashMap<>();

        static {
            try (var in =
                            Objects.requireNonNull(
                                    EmojiNames.class.getResourceAsStream("/kith/emoji/names.txt"));
                    var lines =
                            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (var line : lines.readAllLines()) {
                    var words = List.of(line.split(" ", -1));
                    var emoji = words.getFirst();
                    var names = words.subList(1, words.size());
                    names.forEach(name -> BY_NAME.put(name, emoji));
                    BY_EMOJI.put(bare(emoji), names.getFirst());
                    ALL.add(names.stream().map(name -> new Named(emoji, name)).toList());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
