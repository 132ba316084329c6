package kith.ui.chat;

import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import kith.model.UploadSupport;
import kith.ui.composer.ComposerViewModel.Access;
import kith.ui.text.OneLine;
import kith.ui.text.Sizes;
import kith.ui.text.Texts;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Shows over a chat, while files or a picture are dragged there, who gets them when they are let
/// go, whether they are encrypted, and how large they may be. What is dropped is chosen, not sent
/// yet.
final class DropZone extends StackPane {

    private final ChatViewModel model;
    private final Texts texts;
    private final Sizes sizes;
    private final Runnable focus;
    private final Predicate<Image> attach;
    private final EmojiLabel title = new EmojiLabel();
    private final EmojiLabel note = new EmojiLabel();

    /// @param focus moves it to where the user goes on
    /// @param attach chooses a picture that is in no file, and says whether it could
    DropZone(ChatViewModel model, Texts texts, Runnable focus, Predicate<Image> attach) {
        this.model = model;
        this.texts = texts;
        this.sizes = new Sizes(texts);
        this.focus = focus;
        this.attach = attach;
        title.getStyleClass().add("drop-title");
        note.getStyleClass().add("drop-note");
        var frame = new VBox(new IconView(Icon.PAPERCLIP, 32), title, note);
        frame.getStyleClass().add("drop-frame");
        getStyleClass().add("drop-zone");
        getChildren().add(frame);
        setMouseTransparent(true);
        setVisible(false);
        model.composer().files().supportProperty().subscribe(_ -> say());
    }

    /// @param target over which files are dragged
    /// @param shownIn where this is shown
    void install(Node target, StackPane shownIn) {
        shownIn.getChildren().add(this);
        target.addEventHandler(DragEvent.DRAG_OVER, this::over);
        target.addEventHandler(DragEvent.DRAG_EXITED, _ -> setVisible(false));
        target.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void over(DragEvent event) {
        if (isWelcome(event.getDragboard()) && hover()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        var board = event.getDragboard();
        if (isWelcome(board) && (board.hasFiles() ? drop(board.getFiles()) : dropPicture(board))) {
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /// Browsers have pictures dragged as they are, in no file.
    private static boolean isWelcome(Dragboard board) {
        return board.hasFiles() || board.hasImage();
    }

    private boolean dropPicture(Dragboard board) {
        setVisible(false);
        boolean isTaken =
                isOpen() && Optional.ofNullable(board.getImage()).filter(attach).isPresent();
        if (isTaken) {
            focus.run();
        }
        return isTaken;
    }

    /// Files are dragged over the chat.
    ///
    /// @return whether they may be let go here
    private boolean hover() {
        if (!isOpen()) {
            return false;
        }
        if (!isVisible()) {
            model.composer().files().want();
            say();
            toFront();
            setVisible(true);
        }
        return true;
    }

    /// Files were let go.
    ///
    /// @return whether they are taken
    private boolean drop(List<File> dropped) {
        setVisible(false);
        if (!isOpen()) {
            return false;
        }
        model.composer().files().add(dropped.stream().map(File::toPath).toList());
        focus.run();
        return true;
    }

    private boolean isOpen() {
        return model.composer().files().isOffered()
                && model.composer().accessProperty().get() == Access.OPEN;
    }

    private void say() {
        var name = OneLine.of(model.titleProperty().get());
        title.setText(
                model.isRoom()
                        ? texts.say("chat.drop.room", name)
                        : texts.say("chat.drop.person", name));
        note.setText(
                switch (model.composer().files().supportProperty().get()) {
                    case UploadSupport.None() ->
                            texts.say("chat.drop.none", model.composer().files().server());
                    case UploadSupport.Offered(var most) ->
                            most.map(bytes -> texts.say("chat.drop.limit", sizes.of(bytes)))
                                    .orElseGet(() -> texts.say("chat.drop.open"));
                    case UploadSupport.Unknown() -> texts.say("chat.drop.open");
                });
    }
}
