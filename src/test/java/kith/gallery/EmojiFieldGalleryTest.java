package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;
import static kith.gallery.ConversationPictures.mirrored;

import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import kith.base.ImmediateLane;
import kith.ui.chat.IdleCommands;
import kith.ui.composer.ComposerView;
import kith.ui.composer.ComposerViewModel;
import kith.ui.fx.Appearance;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// Pictures of emoji in the field that messages are written in.
class EmojiFieldGalleryTest {

    private static final String ALL = "👍🏽 👨‍👩‍👧‍👦 🇩🇪🇪🇺 ❤️ 1️⃣ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ☕";

    @Test
    void inTheField() {
        take("emoji-field-alone", () -> page("🎉"));
        take("emoji-field-words", () -> page("See you on Thursday 🎉 at the crane 🏗️, gj☕yq"));
        take("emoji-field-kinds", () -> page(ALL));
        take("emoji-field-lines", () -> page("One 🎉🎂\ntwo 👩🏽‍🚀 three\n🐢🐢🐢 four ⊡ ⟶"));
        take("emoji-field-prompt", () -> page(""));
        take("emoji-field-selected", EmojiFieldGalleryTest::selected);
        Snapshots.take(
                "emoji-field-narrow",
                300,
                190,
                () ->
                        page(
                                "We meet 🎉 at the harbour on Thursday 👨‍👩‍👧‍👦 "
                                        + "🎂🎂🎂🎂🎂🎂🎂🎂🎂🎂🎂🎂🎂🎂🎂🎂🎂🎂🎂🎂 and then"),
                SHEETS);
        Snapshots.takeIn(
                "emoji-field-large",
                look -> look.textSizeProperty().set(Appearance.LARGEST_TEXT),
                560,
                150,
                () -> page("See you 🎉 there " + ALL),
                SHEETS);
    }

    @Test
    void fromRightToLeft() {
        take("emoji-field-arabic", () -> mirrored(page("مرحبا 🎉👍🏽 يا ليلى ❤️ في 12:30")));
        take("emoji-field-hebrew", () -> page("שלום 🎉🐢 Kith 🎂 ליילה 👨‍👩‍👧‍👦"));
        take("emoji-field-mixed", () -> page("Layla: مرحبا 🎉 يا 👍🏽 ok"));
    }

    private static void take(String name, Supplier<Parent> page) {
        Snapshots.take(name, 560, 120, page, SHEETS);
    }

    private static Parent selected() {
        var page = page("See you 🎉 on Thursday ❤️");
        page.lookupAll(".text-area").forEach(it -> ((TextArea) it).selectRange(4, 15));
        return page;
    }

    private static Parent page(String draft) {
        var model =
                new ComposerViewModel(
                        IdleCommands.composer(),
                        List.of(),
                        (delay, work) -> () -> {},
                        new ImmediateLane());
        model.draftProperty().set(draft);
        var view = new ComposerView(model, Texts.of(Locale.ENGLISH));
        view.setPrompt("Message Harbour print co-op 🖨️, not encrypted");
        var space = new Region();
        space.setMinHeight(24);
        return new VBox(space, view);
    }
}
