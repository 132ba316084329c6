package kith.ui.widget;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The files under `resources/kith/emoji/`: packs of some hundred PNG pictures one after the other,
/// and an index that says what is where.
///
/// Packs, because 3,800 single files would slow down every start: the program's jar would list them
/// all. A pack is kept as long as there is memory to spare. Usable on any thread.
final class EmojiPack {

    private static final String FOLDER = "/kith/emoji/";

    /// Read when the first emoji is shown.
    static final EmojiPack INDEX = new EmojiPack();

    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, SoftReference<byte[]>> packs = new ConcurrentHashMap<>();

    private EmojiPack() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(open("index.txt"), StandardCharsets.US_ASCII))) {
            String pack = "";
            int offset = 0;
            for (String line : lines.readAllLines()) {
                int space = line.indexOf(' ');
                if (space < 0) {
                    pack = line;
                    offset = 0;
                } else {
                    int length = Integer.parseInt(line, space + 1, line.length(), 10);
                    places.put(line.substring(0, space), new Place(pack, offset, length));
                    offset += length;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All emoji there are pictures of, by their code points in hex.
    Set<String> keys() {
        return Collections.unmodifiableSet(places.keySet());
    }

    boolean contains(String key) {
        return places.containsKey(key);
    }

    /// The PNG file of an emoji.
    ///
    /// @param key its code points in hex, as in the index
    Optional<byte[]> read(String key) {
        return Optional.ofNullable(places.get(key))
                .map(
                        place -> {
                            byte[] pack = pack(place.pack);
                            return Arrays.copyOfRange(
                                    pack, place.offset, place.offset + place.length);
                        });
    }

    private byte[] pack(String name) {
        var kept = packs.get(name);
        byte @Nullable [] pack = kept == null ? null : kept.get();
        if (pack != null) {
            return pack;
        }
        try (var in = open(name)) {
            byte[] read = in.readAllBytes();
            packs.put(name, new SoftReference<>(read));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(EmojiPack.class.getResourceAsStream(FOLDER + name), name);
    }

    private record Place(String pack, int offset, int length) {}
}
