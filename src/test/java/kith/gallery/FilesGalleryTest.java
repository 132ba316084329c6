package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;
import static kith.gallery.ConversationPictures.mirrored;
import static kith.gallery.ConversationPictures.person;

import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.model.ChosenFile;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.LocalFile;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.model.UploadSupport;
import kith.ui.chat.ChatViewModel;
import kith.ui.chat.IdleCommands;
import kith.ui.composer.ComposerView;
import kith.ui.composer.ComposerViewModel;
import kith.ui.composer.FileCommands;
import kith.ui.text.Texts;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Files: in the timeline, and above the composer before they are sent.
class FilesGalleryTest {

    private static final long MEGABYTE = 1_048_576;

    @Test
    void files() {
        Snapshots.take("files", 896, 660, () -> person(false, talk(), this::move), SHEETS);
        Snapshots.take("files-narrow", 400, 700, () -> person(true, talk(), this::move), SHEETS);
        Snapshots.take(
                "files-rtl", 896, 660, () -> mirrored(person(false, talk(), this::move)), SHEETS);
    }

    @Test
    void chosen() {
        var picture =
                file(
                        Path.of("resources/kith/icon/kith-128.png"),
                        "Picture.png",
                        52_310,
                        "image/png");
        var film = file(Path.of("film.mov"), "film.mov", 12 * MEGABYTE, "video/quicktime");
        Snapshots.take("attach", 560, 330, () -> page(usable(picture), usable(film)), SHEETS);
        Snapshots.take(
                "attach-rtl",
                560,
                330,
                () -> mirrored(page(usable(picture), usable(film))),
                SHEETS);
    }

    @Test
    void notToBeSent() {
        var film = file(Path.of("film.mov"), "film.mov", 240 * MEGABYTE, "video/quicktime");
        var folder = new ChosenFile.Unusable("Holidays", ChosenFile.Reason.FOLDER);
        Snapshots.take("attach-refused", 560, 330, () -> page(usable(film), folder), SHEETS);
        Snapshots.take("attach-refused-narrow", 380, 330, () -> page(usable(film), folder), SHEETS);
        Snapshots.take(
                "attach-none",
                560,
                330,
                () -> page(new UploadSupport.None(), usable(film)),
                SHEETS);
    }

    @Test
    void dropped() {
        Snapshots.take("drop", 896, 560, () -> dropped(false), SHEETS);
        Snapshots.take("drop-narrow", 400, 600, () -> dropped(true), SHEETS);
    }

    private static Parent dropped(boolean isNarrow) {
        var page = person(isNarrow, talk());
        var zone = page.lookup(".drop-zone");
        zone.setVisible(true);
        zone.toFront();
        return page;
    }

    private void move(ChatViewModel model) {
        var lane = new ImmediateLane();
        model.timeline().followFiles(new Cell<>(lane, Map.of(new MessageKey(5), 14_050_918L)));
    }

    private static Talk talk() {
        var url = Optional.of("https://upload.birke.example/a1/scan.png");
        return new Talk("layla@hearth.example")
                .theirs("09:04", "The Arabic proof is back, and the colours are spot on 🎉")
                .theirFile("09:05", Talk.file("Angebot_Stromverteiler_2026.pdf", 2_516_582))
                .theirFile(
                        "09:06",
                        new Content.File(url, "scan.png", Optional.empty(), Optional.empty()))
                .myFile("09:20", Talk.file("عرض الأسعار 2026.xlsx", 48_000), Delivery.READ)
                .myFile(
                        "09:27",
                        Talk.waitingFile("riso-profiles-2026.zip", 21 * MEGABYTE),
                        Delivery.QUEUED)
                .myFile(
                        "09:27",
                        Talk.waitingFile(
                                "a film of the whole evening that has a name nobody needs to read"
                                        + " from its beginning to its end.mov",
                                80 * MEGABYTE),
                        Delivery.QUEUED)
                .myFile(
                        "09:28",
                        Talk.waitingFile("notes.txt", 1_200),
                        new Delivery.Failed(Refusal.of(Refusal.Reason.FILE_GONE)));
    }

    private static Parent page(ChosenFile... chosen) {
        return page(new UploadSupport.Offered(Optional.of(100 * MEGABYTE)), chosen);
    }

    private static Parent page(UploadSupport support, ChosenFile... chosen) {
        var lane = new ImmediateLane();
        var model =
                new ComposerViewModel(
                        IdleCommands.composer(),
                        new FileCommands(
                                "hearth.example",
                                new Cell<>(lane, support),
                                new Cell<>(lane, Map.of()),
                                () -> {},
                                _ -> CompletableFuture.completedStage(List.of(chosen)),
                                FileCommands.NONE.keep(),
                                FileCommands.NONE.chosen(),
                                FileCommands.NONE.send()),
                        List.of(),
                        (delay, work) -> () -> {},
                        lane);
        model.files().add(List.of());
        model.draftProperty().set("The proofs");
        var view = new ComposerView(model, Texts.of(Locale.ENGLISH));
        view.setPrompt("Message Layla Haddad, not encrypted");
        var space = new Region();
        space.setMinHeight(60);
        return new VBox(space, view);
    }

    private static ChosenFile usable(LocalFile file) {
        return new ChosenFile.Usable(file, file.type().startsWith("image/"));
    }

    private static LocalFile file(Path path, String name, long size, String type) {
        return new LocalFile(path.toAbsolutePath(), name, size, Instant.EPOCH, type);
    }
}
