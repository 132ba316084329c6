package kith.gallery;

import static kith.gallery.ConversationPictures.mirrored;

import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

import kith.ui.text.Texts;
import kith.ui.widget.emoji.EmojiHabits;
import kith.ui.widget.emoji.EmojiPicker;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The emoji to choose from.
class EmojiGalleryTest {

    private static final String RECENT = "😍 🎉 👍🏽 ❤️ 😂 🙏🏽 👀 ☕ 🔥 ✨ 🫖";

    @Test
    void first() {
        Snapshots.take("emoji-first", 380, 400, () -> page("", "YELLOW", picker -> {}));
    }

    @Test
    void recent() {
        Snapshots.take("emoji-recent", 380, 400, () -> page(RECENT, "MEDIUM", picker -> {}));
        Snapshots.take(
                "emoji-recent-rtl", 380, 400, () -> mirrored(page(RECENT, "MEDIUM", picker -> {})));
    }

    @Test
    void searched() {
        Snapshots.take("emoji-search", 380, 400, () -> page(RECENT, "DARK", type("hand")));
        Snapshots.take("emoji-nothing", 380, 400, () -> page(RECENT, "DARK", type("papr order")));
    }

    @Test
    void tones() {
        Snapshots.take(
                "emoji-tones",
                380,
                440,
                () ->
                        page(
                                RECENT,
                                "MEDIUM",
                                picker ->
                                        ((ButtonBase) picker.lookup(".emoji-search > .emoji-tone"))
                                                .fire()));
    }

    private static Consumer<EmojiPicker> type(String words) {
        return picker -> ((TextField) picker.lookup(".search-field")).setText(words);
    }

    private static Parent page(String recent, String tone, Consumer<EmojiPicker> happening) {
        var kept = List.of(recent, tone);
        var habits =
                new EmojiHabits(
                        name -> Optional.of(kept.get(name.endsWith("tone") ? 1 : 0)),
                        (name, value) -> {});
        var picker = new EmojiPicker(habits, Texts.of(Locale.ENGLISH), true, emoji -> {});
        picker.setMaxSize(EmojiPicker.USE_PREF_SIZE, EmojiPicker.USE_PREF_SIZE);
        happening.accept(picker);
        var page = new StackPane(picker);
        page.getStyleClass().add("page");
        return page;
    }
}
