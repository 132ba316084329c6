package kith.ui.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.ui.fx.FxThread;
import kith.ui.text.Texts;
import kith.ui.widget.SmallPicture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

class RoomPictureEditorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir Path folder;

    private final ImmediateLane lane = new ImmediateLane();
    private final Cell<Boolean> has = new Cell<>(lane, false);
    private final List<Optional<byte[]>> published = new CopyOnWriteArrayList<>();
    private Optional<Refusal> answer = Optional.empty();
    private final RoomPictureEditor editor = FxThread.call(this::editor);

    @AfterEach
    void close() {
        FxThread.run(editor::close);
    }

    @Test
    void aFileBecomesASmallPicture() throws IOException {
        use(Files.write(folder.resolve("wide.png"), FxThread.call(() -> png(600, 300))));
        await("it is published").atMost(PATIENCE).until(() -> !published.isEmpty());
        var small = new Image(new ByteArrayInputStream(published.getFirst().orElseThrow()));
        assertThat(small.getWidth()).isEqualTo(128);
        assertThat(small.getHeight()).isEqualTo(64);
        assertThat(failure()).isEmpty();
    }

    @Test
    void whatIsNoPictureIsNotPublished() throws IOException {
        use(Files.writeString(folder.resolve("words.png"), "no picture"));
        await("it says so")
                .atMost(PATIENCE)
                .until(() -> failure().equals("This file is no picture that Kith can read."));
        assertThat(published).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FORBIDDEN", "NOT_SUPPORTED", "OFFLINE", "TIMED_OUT"})
    void aRefusalIsSaidUntilTheNextAttempt(Reason reason) {
        FxThread.run(() -> lane.execute(() -> has.set(true)));
        answer = Optional.of(Refusal.of(reason));
        FxThread.run(remove()::fire);
        assertThat(published).containsExactly(Optional.empty());
        assertThat(failure()).isNotBlank();
        answer = Optional.empty();
        FxThread.run(remove()::fire);
        assertThat(failure()).isEmpty();
    }

    @Test
    void onlyWhatIsThereCanBeRemoved() {
        assertThat(remove().isVisible()).isFalse();
        assertThat(remove().isManaged()).isFalse();
        FxThread.run(() -> lane.execute(() -> has.set(true)));
        assertThat(remove().isVisible()).isTrue();
        assertThat(remove().isManaged()).isTrue();
    }

    private RoomPictureEditor editor() {
        var commands =
                new RoomPictureCommands(
                        has,
                        png -> {
                            published.add(png);
                            return CompletableFuture.completedStage(answer);
                        });
        return new RoomPictureEditor(commands, Texts.of(Locale.ENGLISH), lane);
    }

    private void use(Path file) {
        FxThread.run(() -> editor.use(file));
    }

    private Button remove() {
        return (Button) editor.getChildren().get(1);
    }

    /// What is said, as far as that is shown.
    private String failure() {
        return FxThread.call(
                () -> {
                    var label = (Label) editor.getChildren().get(2);
                    return label.isVisible() ? label.getText() : "";
                });
    }

    private static byte[] png(int width, int height) {
        return SmallPicture.png(new WritableImage(width, height));
    }
}
