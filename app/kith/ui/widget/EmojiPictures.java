package kith.ui.widget;

import javafx.scene.image.Image;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The pictures of emoji (Twemoji), by grapheme and size. What was shown lately is kept decoded.
///
/// FX thread only. The first picture reads the index, a few milliseconds.
public final class EmojiPictures {

    /// The side of the stored pictures, in px.
    private static final int STORED = 64;

    private static final int KEPT = 500;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;

    private static final Map<Sized, Image> IMAGES =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Sized, Image> eldest) {
                    return size() > KEPT;
                }
            };

    private EmojiPictures() {}

    /// Whether a grapheme is shown as a picture: it is an emoji by its own presentation or by a
    /// variation selector (UTS #51 §1.4.3), and there is a picture of it. May be asked on any
    /// thread.
    public static boolean has(String grapheme) {
        if (grapheme.indexOf(TEXT_STYLE) >= 0) {
            return false;
        }
        int first = grapheme.codePointAt(0);
        boolean alone = grapheme.length() == Character.charCount(first);
        if (alone) {
            return Character.isEmojiPresentation(first) && EmojiPack.INDEX.contains(key(grapheme));
        }
        return Character.isEmoji(first) && EmojiPack.INDEX.contains(key(grapheme));
    }

    /// The picture of an emoji.
    ///
    /// @param px the side it is drawn with, in pixels of the screen; larger than the stored one
    ///   gives the stored one
    /// @return empty for what is no emoji, or one newer than the pictures
    public static Optional<Image> find(String grapheme, int px) {
        var wanted = new Sized(key(grapheme), Math.clamp(px, 1, STORED));
        return Optional.ofNullable(IMAGES.get(wanted)).or(() -> load(wanted));
    }

    private static Optional<Image> load(Sized wanted) {
        var loaded =
                EmojiPack.INDEX
                        .read(wanted.key)
                        .map(
                                png ->
                                        new Image(
                                                new ByteArrayInputStream(png),
                                                wanted.px,
                                                wanted.px,
                                                true,
                                                true));
        loaded.ifPresent(image -> IMAGES.put(wanted, image));
        return loaded;
    }

    /// The name of an emoji in the index: its code points without the variation selector, which
    /// some senders leave out.
    private static String key(String grapheme) {
        return grapheme.codePoints()
                .filter(c -> c != EMOJI_STYLE)
                .mapToObj(Integer::toHexString)
                .collect(Collectors.joining("-"));
    }

    private record Sized(String key, int px) {}
}
