package kith.ui.widget.emoji;

import kith.ui.widget.EmojiPictures;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/// The skin tone that people and hands are drawn in (Unicode Technical Standard #51 §2.4).
public enum EmojiTone {
    /// None that anybody has.
    YELLOW(0),
    LIGHT(0x1F3FB),
    MEDIUM_LIGHT(0x1F3FC),
    MEDIUM(0x1F3FD),
    MEDIUM_DARK(0x1F3FE),
    DARK(0x1F3FF);

    private static final int AS_PICTURE = 0xFE0F;
    private static final int JOINER = 0x200D;

    private final int modifier;

    EmojiTone(int modifier) {
        this.modifier = modifier;
    }

    /// An emoji in this tone; one that takes none, or has no picture with it, as it is.
    ///
    /// @param emoji without a tone
    public String of(String emoji) {
        if (this == YELLOW) {
            return emoji;
        }
        int[] points = emoji.codePoints().toArray();
        return Stream.of(toned(points, _ -> true), toned(points, at -> !isBetween(points, at)))
                .filter(EmojiPictures::has)
                .findFirst()
                .orElse(emoji);
    }

    /// The tone with a name; empty for none.
    static Optional<EmojiTone> find(String name) {
        return Stream.of(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    private String toned(int[] points, IntPredicate isWanted) {
        var written = new StringBuilder();
        for (int at = 0; at < points.length; at++) {
            written.appendCodePoint(points[at]);
            if (Character.isEmojiModifierBase(points[at]) && isWanted.test(at)) {
                written.appendCodePoint(modifier);
                at += at + 1 < points.length && points[at + 1] == AS_PICTURE ? 1 : 0;
            }
        }
        return written.toString();
    }

    /// Whether it is what two people share, as the hands they hold: those have no tone of their
    /// own.
    private static boolean isBetween(int[] points, int at) {
        return at > 0
                && at + 1 < points.length
                && points[at - 1] == JOINER
                && points[at + 1] == JOINER;
    }
}
