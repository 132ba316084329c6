package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is shown of a message that can't be read here.
class UnreadableViewTest extends TimelineFixture {

    private static final String WHY =
            "Can’t be read: it is encrypted with OMEMO, for which Kith has no key yet. Its sender can"
                    + " write without it.";

    @Test
    void itSaysSoAndWhenAskedWhy() {
        talk.theirs("09:04", "secret").hide(0, Optional.of("OMEMO"));
        open();
        assertThat(FxThread.call(() -> words(row())))
                .contains("Can’t be read on this device.", "Why?", "09:04")
                .doesNotContain("OMEMO");
        robot.clickOn(FxThread.call(this::why));
        settle();
        assertThat(FxThread.call(() -> words(row()))).contains(WHY, "09:04").doesNotContain("Why?");
    }

    @Test
    void aScreenReaderSaysWhyAtOnce() {
        talk.theirs("09:04", "secret").hide(0, Optional.of("OMEMO"));
        open();
        assertThat(
                        FxThread.call(
                                () ->
                                        (String)
                                                row().queryAccessibleAttribute(
                                                                AccessibleAttribute.TEXT)))
                .contains("09:04", WHY);
    }

    @Test
    void ofADamagedHistoryItIsSaid() {
        talk.theirs("09:04", "damaged").hide(0, Optional.empty());
        open();
        robot.clickOn(FxThread.call(this::why));
        settle();
        assertThat(FxThread.call(() -> words(row())))
                .contains("Can’t be read: the history is damaged here.");
    }

    /// What it is called is its sender's word.
    @Test
    void h56TheNameOfTheWayIsOneTameLine() {
        talk.theirs("09:04", "secret").hide(0, Optional.of("a\u202Eb\nc"));
        open();
        robot.clickOn(FxThread.call(this::why));
        settle();
        assertThat(FxThread.call(() -> words(row()))).doesNotContain("\u202E", "\n");
    }

    /// FX thread only.
    private static String words(Parent node) {
        return node.getChildrenUnmodifiable().stream()
                .map(
                        child ->
                                switch (child) {
                                    case Text text -> text.getText();
                                    case Labeled labeled -> labeled.getText();
                                    case Parent parent -> words(parent);
                                    default -> "";
                                })
                .collect(Collectors.joining(" "));
    }

    /// FX thread only.
    private WordlessRow row() {
        return (WordlessRow) Objects.requireNonNull(view().lookup(".wordless-row"));
    }

    /// FX thread only.
    private Hyperlink why() {
        return (Hyperlink) Objects.requireNonNull(row().lookup(".link-action"));
    }
}
