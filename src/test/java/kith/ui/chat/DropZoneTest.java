package kith.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
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
import kith.ui.fx.FxThread;
import kith.ui.text.Texts;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;

import java.io.File;
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

    @Test
    void saysWhoGetsThemAndHowLargeTheyMayBe() {
        var zone = zone(Chat.Kind.CONTACT, sample.commands());
        assertThat(zone.isVisible()).isFalse();
        assertThat(hover(zone)).isTrue();
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
        assertThat(hover(zone)).isTrue();
        assertThat(text(zone, ".drop-title")).isEqualTo("Drop to send to everyone in Layla Haddad");
    }

    @Test
    void whatIsDroppedIsChosenNotSent() {
        var zone = zone(Chat.Kind.CONTACT, sample.commands());
        hover(zone);
        assertThat(drop(zone)).isTrue();
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
        assertThat(hover(zone)).isFalse();
        assertThat(drop(zone)).isFalse();
        assertThat(zone.isVisible()).isFalse();
        assertThat(model().composer().files().chosen()).isEmpty();
    }

    @Test
    void whereNoFilesAreSentNothingIsTaken() {
        var zone = zone(Chat.Kind.CONTACT, FileCommands.NONE);
        assertThat(hover(zone)).isFalse();
        assertThat(drop(zone)).isFalse();
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
                                            () -> {}),
                                    InstantSource.system(),
                                    ZoneOffset.UTC,
                                    new ManualTimer(),
                                    new ImmediateLane());
                    model = Optional.of(chatModel);
                    var made =
                            new DropZone(
                                    chatModel, Texts.of(Locale.ENGLISH), () -> done.add("focus"));
                    made.install(page, page);
                    return made;
                });
    }

    private static boolean hover(DropZone zone) {
        return FxThread.call(zone::hover);
    }

    private static boolean drop(DropZone zone) {
        return FxThread.call(
                () -> zone.drop(List.of(new File("/tmp/a.txt"), new File("/tmp/a folder"))));
    }

    private static String text(DropZone zone, String style) {
        return FxThread.call(() -> ((Label) zone.lookup(style)).getText());
    }
}
