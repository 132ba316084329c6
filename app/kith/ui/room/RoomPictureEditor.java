package kith.ui.room;

import javafx.scene.image.Image;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.Refusal;
import kith.ui.text.Texts;
import kith.ui.widget.ErrorLine;
import kith.ui.widget.Icon;
import kith.ui.widget.SmallPicture;

import java.nio.file.Path;
import java.util.Optional;

/// Gives a room a picture from a file, made small, or takes it away. [#close] with the pane.
public final class RoomPictureEditor extends VBox implements AutoCloseable {

    /// As large as pictures of rooms are, in px.
    private static final int SIDE = 128;

    private final RoomPictureCommands commands;
    private final Texts texts;
    private final Lane fx;
    private final ErrorLine failure = new ErrorLine();
    private final Subscription picture;

    RoomPictureEditor(RoomPictureCommands commands, Texts texts, Lane fx) {
        this.commands = commands;
        this.texts = texts;
        this.fx = fx;
        getStyleClass().add("owner-actions");
        var choose = OwnerActions.action(texts.say("room.picture.choose"), Icon.IMAGE_OUTLINE);
        choose.setOnAction(event -> choose());
        var remove = OwnerActions.action(texts.say("room.picture.remove"), Icon.IMAGE_OFF_OUTLINE);
        remove.setOnAction(event -> publish(Optional.empty()));
        getChildren().setAll(choose, remove, failure);
        picture =
                commands.has()
                        .watch(
                                fx,
                                has -> {
                                    remove.setVisible(has);
                                    remove.setManaged(has);
                                });
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(texts.say("room.picture.choose"));
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                texts.say("room.picture.files"),
                                "*.png",
                                "*.jpg",
                                "*.jpeg",
                                "*.gif",
                                "*.bmp"));
        Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                .ifPresent(file -> use(file.toPath()));
    }

    /// Makes a file the room's picture; it is read and made small in the background.
    void use(Path file) {
        failure.setText("");
        var image = new Image(file.toUri().toString(), SIDE, SIDE, true, true, true);
        image.progressProperty()
                .subscribe(
                        progress -> {
                            if (progress.doubleValue() >= 1) {
                                read(image);
                            }
                        });
    }

    private void read(Image image) {
        if (image.isError()) {
            failure.setText(texts.say("room.picture.unreadable"));
        } else {
            publish(Optional.of(SmallPicture.png(image)));
        }
    }

    private void publish(Optional<byte[]> png) {
        failure.setText("");
        commands.publish().apply(png).thenAcceptAsync(this::answered, fx);
    }

    private void answered(Optional<Refusal> refusal) {
        failure.setText(refusal.map(this::sentence).orElse(""));
    }

    private String sentence(Refusal refusal) {
        return switch (refusal.reason()) {
            case FORBIDDEN, NOT_ALLOWED -> texts.say("room.picture.refused.forbidden");
            case UNAVAILABLE, NOT_SUPPORTED -> texts.say("room.picture.refused.notSupported");
            case OFFLINE -> texts.say("room.picture.refused.offline");
            default -> texts.say("room.picture.refused.other");
        };
    }

    @Override
    public void close() {
        picture.close();
    }
}
