package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.AccessibleAttribute;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import kith.ui.fx.Boxes;
import kith.ui.fx.DressedScene;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.List;

class EmojiParagraphTest {

    private static final String SENTENCE = "Nobody is called “Priya 🌻” here, not in any room";
    private static final String NAME = "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟";

    @Test
    void goesOnInTheNextLineAndHasPictures() {
        FxThread.run(
                () -> {
                    var words = laidOut(SENTENCE, 150);
                    assertThat(words.getHeight()).isGreaterThan(30);
                    assertThat(Boxes.in(words)).isEmpty();
                    assertThat(words.lookup(".emoji")).isNotNull();
                    assertThat(words.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                            .isEqualTo(SENTENCE);
                    assertThat(laidOut(SENTENCE, 600).getHeight()).isLessThan(30);
                });
    }

    @Test
    void alsoWhereWordsRunFromRightToLeft() {
        FxThread.run(
                () -> {
                    var words = laidOut("Nobody is called “Ok” here", 150);
                    words.setText("Nobody is called “" + NAME + "” here");
                    words.getBoundsInLocal();
                    words.getParent().layout();
                    assertThat(words.getHeight()).isGreaterThan(30);
                });
    }

    /// A tooltip and a button of it say to who can't see them what they said before.
    @Test
    void itsTextIsStillThere() {
        FxThread.run(
                () -> {
                    var tooltip = new EmojiTooltip(List.of(SENTENCE));
                    assertThat(tooltip.getText()).isEqualTo(SENTENCE);
                    assertThat(((EmojiLabel) tooltip.getGraphic()).getText()).isEqualTo(SENTENCE);
                    var button = new ParagraphButton(SENTENCE);
                    DressedScene.layOut(new StackPane(button), 600, 100);
                    assertThat(button.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                            .isEqualTo(SENTENCE);
                });
    }

    private static EmojiParagraph laidOut(String text, double width) {
        var words = new EmojiParagraph(text);
        DressedScene.layOut(new VBox(words), width, 200);
        return words;
    }
}
