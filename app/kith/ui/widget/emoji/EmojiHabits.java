package kith.ui.widget.emoji;

import kith.ui.widget.EmojiPictures;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which emoji the user has chosen lately, and in which skin tone, remembered over restarts.
///
/// It keeps nothing itself: any number of them on the same memory know the same.
public final class EmojiHabits {

    /// Two lines of the picker.
    static final int MOST = 2 * EmojiPickerViewModel.COLUMNS;

    private static final String RECENT = "emojiPicker.recent";
    private static final String TONE = "emojiPicker.tone";
    private static final String SEPARATOR = " ";

    private final Function<String, Optional<String>> recall;
    private final BiConsumer<String, String> keep;

    /// @param recall what was kept last under a name; empty where nothing was
    /// @param keep keeps a value under a name
    public EmojiHabits(Function<String, Optional<String>> recall, BiConsumer<String, String> keep) {
        this.recall = recall;
        this.keep = keep;
    }

    /// Those of nobody yet, and remembered only as long as they are used.
    public static EmojiHabits unkept() {
        var kept = new HashMap<String, String>();
        return new EmojiHabits(name -> Optional.ofNullable(kept.get(name)), kept::put);
    }

    /// What was chosen lately, the last first. What there is no picture of, from a later version,
    /// is passed over.
    List<String> recent() {
        return recall.apply(RECENT).stream()
                .flatMap(kept -> Stream.of(kept.split(SEPARATOR, -1)))
                .filter(each -> !each.isEmpty() && EmojiPictures.has(each))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /// An emoji has been chosen.
    void used(String emoji) {
        var now =
                Stream.concat(Stream.of(emoji), recent().stream()).distinct().limit(MOST).toList();
        keep.accept(RECENT, String.join(SEPARATOR, now));
    }

    EmojiTone tone() {
        return recall.apply(TONE).flatMap(EmojiTone::find).orElse(EmojiTone.YELLOW);
    }

    void setTone(EmojiTone tone) {
        keep.accept(TONE, tone.name());
    }
}
