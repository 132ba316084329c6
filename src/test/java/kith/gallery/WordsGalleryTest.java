package kith.gallery;

import static kith.gallery.ConversationPictures.mirrored;
import static kith.gallery.WidgetPages.page;
import static kith.gallery.WidgetPages.section;
import static kith.gallery.WidgetPages.styled;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import kith.ui.widget.EmojiLabel;
import kith.ui.widget.EmojiText;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Words of several scripts with emoji in them, whole or cut to one line.
class WordsGalleryTest {

    private static final List<String> PARAGRAPHS =
            List.of(
                    "The Arabic proof is back, and the colours are spot on 🎉",
                    "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟",
                    "שלום! יש 200 עותקים (או 250?) 🙏",
                    "Layla wrote “شكرًا يا مارا! 200” to me",
                    "Flags 🇺🇦🇸🇪, families 👨‍👩‍👧‍👦, tones 👍🏽👎🏿, keys 1️⃣#️⃣, hearts"
                            + " ❤️❤️‍🔥, © ™ 123",
                    "👏🎉❤️",
                    "明日の午後なら大丈夫です 🍰 नमस्ते ไทย");

    @Test
    void words() {
        Snapshots.take("words", 720, 620, WordsGalleryTest::wordsPage);
    }

    @Test
    void wordsMirrored() {
        Snapshots.take("words-rtl", 720, 620, () -> mirrored(wordsPage()));
    }

    private static Parent wordsPage() {
        var flows = new VBox(4);
        for (String text : PARAGRAPHS) {
            flows.getChildren().add(EmojiText.flow(text));
        }
        var lines = new VBox(4);
        for (String text : PARAGRAPHS) {
            var line = styled(new EmojiLabel(text), "row-preview");
            var time = styled(new Label("09:31"), "row-time");
            time.setMinWidth(Region.USE_PREF_SIZE);
            var box = new HBox(8, line, time);
            box.setMaxWidth(260);
            lines.getChildren().add(box);
        }
        return page(section("Paragraphs", flows), section("Lines", lines));
    }
}
