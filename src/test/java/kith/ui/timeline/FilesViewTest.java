package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

/// Files in a timeline: what they are, how far they are, and what a click does.
class FilesViewTest extends TimelineFixture {

    private static final long MEGABYTE = 1_048_576;

    private final ImmediateLane lane = new ImmediateLane();
    private final Cell<Map<MessageKey, Long>> moving = new Cell<>(lane, Map.of());

    @Test
    void showsNameAndSizeAndOpensOnAClick() {
        talk.theirs("09:00", "here").theirFile("09:01", Talk.file("plan.pdf", 2_516_582));
        open();
        assertThat(text(".file-name")).isEqualTo("plan.pdf");
        assertThat(text(".file-size")).isEqualTo("2.4 MB");
        assertThat(text(".file-host")).isEqualTo("upload.hearth.example");
        robot.clickOn(rows().getLast().bubble());
        assertThat(asked).contains("open https://upload.hearth.example/a1b2/file");
        assertThat(lastSpoken()).contains("File: plan.pdf, 2.4 MB, upload.hearth.example");
        assertThat(robot.lookup(".file-tile .icon-button").tryQuery()).isEmpty();
    }

    @Test
    void whereNobodySaidHowLargeItIsNothingIsSaid() {
        var url = "https://upload.hearth.example/a1b2/plan.pdf";
        talk.theirFile(
                "09:01",
                new Content.File(Optional.of(url), "plan.pdf", Optional.empty(), Optional.empty()));
        open();
        assertThat(text(".file-size")).isEmpty();
        assertThat(lastSpoken()).contains("File: plan.pdf, upload.hearth.example");
        assertThat(rows().getLast().copyText()).isEqualTo(url);
    }

    /// A name says nothing of who keeps it, and one beyond ASCII may only look like another.
    @Test
    void h53WhoKeepsItIsToBeSeen() {
        var url = "https://m\u0430ra.example/plan.pdf";
        talk.theirFile(
                "09:01",
                new Content.File(Optional.of(url), "plan.pdf", Optional.empty(), Optional.empty()));
        open();
        assertThat(text(".file-host")).startsWith("xn--").endsWith(".example");
        assertThat(lastSpoken()).contains("plan.pdf, xn--");
    }

    @Test
    void oneThatIsNotThereHasNoHost() {
        talk.myFile("09:01", Talk.waitingFile("film.mov", 10), Delivery.QUEUED);
        open();
        assertThat(FxThread.call(() -> robot.lookup(".file-host").query().isManaged())).isFalse();
    }

    @Test
    void showsHowFarItIs() {
        talk.myFile("09:01", Talk.waitingFile("film.mov", 21 * MEGABYTE), Delivery.QUEUED);
        open();
        assertThat(text(".file-size")).isEqualTo("21 MB");
        assertThat(bar().isVisible()).isFalse();
        progress(14_050_918);
        assertThat(text(".file-size")).isEqualTo("13.4 of 21 MB");
        assertThat(bar().isVisible()).isTrue();
        assertThat(bar().getProgress()).isBetween(0.63, 0.64);
        FxThread.run(() -> lane.execute(() -> moving.set(Map.of())));
        settle();
        assertThat(bar().isVisible()).isFalse();
    }

    @Test
    void oneThatIsNotThereIsNotOpenedAndCanBeStopped() {
        talk.myFile("09:01", Talk.waitingFile("film.mov", 21 * MEGABYTE), Delivery.QUEUED);
        open();
        robot.clickOn(".file-name");
        assertThat(asked).noneMatch(each -> each.startsWith("open"));
        robot.clickOn(".file-tile .icon-button");
        assertThat(asked).contains("discard 1");
    }

    @Test
    void theKeyboardStopsAndOpensByTheMenu() {
        talk.theirFile("09:01", Talk.file("plan.pdf", 10))
                .myFile("09:02", Talk.waitingFile("film.mov", 10), Delivery.QUEUED);
        open();
        robot.rightClickOn(rows().getLast().bubble());
        robot.clickOn("Stop sending");
        assertThat(asked).contains("discard 2");
        robot.rightClickOn(rows().getFirst().bubble());
        robot.clickOn("Open file");
        assertThat(asked).contains("open https://upload.hearth.example/a1b2/file");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void oneThatFailedSaysWhyAndIsNotStopped() {
        talk.myFile(
                "09:01",
                Talk.waitingFile("film.mov", 10),
                new Delivery.Failed(Refusal.of(Refusal.Reason.FILE_GONE)));
        open();
        assertThat(robot.lookup("Not sent: the file is gone, or was changed.").tryQuery())
                .isPresent();
        assertThat(robot.lookup(".file-tile .icon-button").tryQuery()).isEmpty();
        robot.clickOn("Retry");
        assertThat(asked).contains("retry 1");
    }

    @Test
    void aNameThatLooksLikeAnActionIsAName() {
        talk.theirFile("09:01", Talk.file("/me is.txt", 10));
        open();
        assertThat(text(".file-name")).isEqualTo("/me is.txt");
        assertThat(lastSpoken()).contains("File: /me is.txt");
    }

    @Test
    void aLongNameLosesItsMiddle() {
        var name = "a".repeat(400) + "end.pdf";
        talk.theirFile("09:01", Talk.file(name, 10));
        open();
        var bubble = rows().getLast().bubble();
        assertThat(bubble.getWidth()).isLessThan(600);
        var shown = FxThread.call(() -> robot.lookup(".file-name .text").<Text>query().getText());
        assertThat(shown).endsWith("end.pdf").contains("…");
    }

    private void progress(long bytes) {
        var message = talk.messages().getFirst().key();
        FxThread.run(() -> model().followFiles(moving));
        FxThread.run(() -> lane.execute(() -> moving.set(Map.of(message, bytes))));
        settle();
    }

    private ProgressBar bar() {
        return robot.lookup(".file-progress").query();
    }

    private String text(String style) {
        return robot.lookup(style).<Label>query().getText();
    }

    private String lastSpoken() {
        return (String) rows().getLast().queryAccessibleAttribute(AccessibleAttribute.TEXT);
    }
}
