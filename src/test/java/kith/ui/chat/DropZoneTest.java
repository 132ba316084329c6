package kith.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.model.Chat;
import kith.model.ChosenFile;
import kith.model.UploadSupport;
import kith.ui.composer.ComposerViewModel.Access;
import kith.ui.composer.FileCommands;
import kith.ui.composer.SampleFiles;
import kith.ui.fx.Dragged;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;
import kith.ui.text.Texts;
import kith.ui.timeline.Talk;
import kith.ui.timeline.TimelinePictures;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What is said while files are dragged over a chat, and what becomes of them when they are let go.
class DropZoneTest {

    private final SampleFiles sample = new SampleFiles();
    private final List<String> done = new ArrayList<>();
    private final StackPane page = new StackPane();

    private final OnStage window = new OnStage(400, 300, () -> page);

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void saysWhoGetsThemAndHowLargeTheyMayBe() {
        var zone = zone(Chat.Kind.CONTACT, sample.commands());
        assertThat(zone.isVisible()).isFalse();
        assertThat(hover(files())).isTrue();
        assertThat(zone.isVisible()).isTrue();
        assertThat(text(zone, ".drop-title")).isEqualTo("Drop to send to Layla Haddad");
        assertThat(text(zone, ".drop-note")).isEqualTo("Not encrypted · up to 100 bytes a file");
        assertThat(sample.asked).containsExactly("want");
        FxThread.run(() -> sample.support(new UploadSupport.None()));
        assertThat(text(zone, ".drop-note")).isEqualTo("hearth.example takes no files.");
        FxThread.run(() -> sample.support(new UploadSupport.Offered(Optional.empty())));
        assertThat(text(zone, ".drop-note")).isEqualTo("Not encrypted");
    }

    @Test
    void aRoomIsEverybodyInIt() {
        var zone = zone(Chat.Kind.ROOM, sample.commands());
        FxThread.run(() -> model().composer().accessProperty().set(Access.OPEN));
        assertThat(hover(files())).isTrue();
        assertThat(text(zone, ".drop-title")).isEqualTo("Drop to send to everyone in Layla Haddad");
    }

    @Test
    void whatIsDroppedIsChosenNotSent() {
        var zone = zone(Chat.Kind.CONTACT, sample.commands());
        hover(files());
        assertThat(drop(files())).isTrue();
        assertThat(zone.isVisible()).isFalse();
        assertThat(model().composer().files().chosen())
                .extracting(ChosenFile::name)
                .containsExactly("a.txt", "a folder");
        assertThat(done).containsExactly("focus");
        assertThat(sample.asked).noneMatch(each -> each.startsWith("send"));
    }

    @Test
    void whereNobodyMayWriteNothingIsTaken() {
        var zone = zone(Chat.Kind.CONTACT, sample.commands());
        FxThread.run(() -> model().composer().accessProperty().set(Access.VISITOR));
        assertThat(hover(files())).isFalse();
        assertThat(drop(files())).isFalse();
        assertThat(zone.isVisible()).isFalse();
        assertThat(model().composer().files().chosen()).isEmpty();
    }

    @Test
    void whereNoFilesAreSentNothingIsTaken() {
        var zone = zone(Chat.Kind.CONTACT, FileCommands.NONE);
        assertThat(hover(files())).isFalse();
        assertThat(drop(files())).isFalse();
        assertThat(drop(picture())).isFalse();
        assertThat(zone.isVisible()).isFalse();
    }

    @Test
    void whatIsDraggedOnIsForgotten() {
        var zone = zone(Chat.Kind.CONTACT, sample.commands());
        var dragged = files();
        hover(dragged);
        FxThread.run(() -> dragged.leave(page));
        assertThat(zone.isVisible()).isFalse();
        assertThat(model().composer().files().chosen()).isEmpty();
    }

    @Test
    void aPictureInNoFileIsChosenToo() {
        var zone = zone(Chat.Kind.CONTACT, sample.commands());
        assertThat(hover(picture())).isTrue();
        assertThat(zone.isVisible()).isTrue();
        assertThat(drop(picture())).isTrue();
        assertThat(zone.isVisible()).isFalse();
        assertThat(done).containsExactly("attach 3 × 2", "focus");
    }

    @Test
    void wordsAreLeftToTheField() {
        var zone = zone(Chat.Kind.CONTACT, sample.commands());
        var words = FxThread.call(() -> Dragged.words("half a thought"));
        assertThat(hover(words)).isFalse();
        assertThat(drop(words)).isFalse();
        assertThat(zone.isVisible()).isFalse();
    }

    private Optional<ChatViewModel> model = Optional.empty();

    private ChatViewModel model() {
        return model.orElseThrow();
    }

    private DropZone zone(Chat.Kind kind, FileCommands files) {
        var lane = new ImmediateLane();
        var talk = new Talk("layla@hearth.example");
        var chat =
                new Chat(talk.chat(), kind, "Layla Haddad", Optional.empty(), 0, false, List.of());
        return FxThread.call(
                () -> {
                    var chatModel =
                            new ChatViewModel(
                                    new ChatSources(
                                            talk.chat(),
                                            kind,
                                            new Cell<>(lane, Optional.of(chat)),
                                            new Cell<>(lane, Optional.empty()),
                                            talk.live(),
                                            new Cell<>(lane, Optional.empty()),
                                            new Cell<>(lane, List.of()),
                                            _ -> OptionalInt.empty(),
                                            new Cell<>(lane, List.of()),
                                            new Cell<>(lane, List.of()),
                                            IdleCommands.timeline(),
                                            IdleCommands.composer(),
                                            IdleCommands.room(),
                                            files,
                                            TimelinePictures.NONE,
                                            () -> {}),
                                    InstantSource.system(),
                                    ZoneOffset.UTC,
                                    new ManualTimer(),
                                    new ImmediateLane());
                    model = Optional.of(chatModel);
                    var made =
                            new DropZone(
                                    chatModel,
                                    Texts.of(Locale.ENGLISH),
                                    () -> done.add("focus"),
                                    it ->
                                            done.add(
                                                    "attach %.0f × %.0f"
                                                            .formatted(
                                                                    it.getWidth(),
                                                                    it.getHeight())));
                    made.install(page, page);
                    return made;
                });
    }

    /// Over what is in the page, as the pointer is.
    private boolean hover(Dragged dragged) {
        return FxThread.call(() -> dragged.over(page));
    }

    private boolean drop(Dragged dragged) {
        return FxThread.call(() -> dragged.drop(page));
    }

    private static Dragged files() {
        return FxThread.call(() -> Dragged.files(Path.of("/tmp/a.txt"), Path.of("/tmp/a folder")));
    }

    private static Dragged picture() {
        return FxThread.call(
                () -> Dragged.picture(new WritableImage(3, 2), "https://hearth.example/boat.png"));
    }

    private static String text(DropZone zone, String style) {
        return FxThread.call(() -> ((Label) zone.lookup(style)).getText());
    }
}
