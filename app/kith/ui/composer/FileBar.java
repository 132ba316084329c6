package kith.ui.composer;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

import kith.model.ChosenFile;
import kith.model.LocalFile;
import kith.model.UploadSupport;
import kith.ui.text.FileNames;
import kith.ui.text.Sizes;
import kith.ui.text.Texts;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.EmojiParagraph;
import kith.ui.widget.EmojiText;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconView;

/// Says above the field which files are about to be sent, each with a button that leaves it out,
/// and what the server takes; or why one can't be sent. Takes no room while there are none.
final class FileBar extends VBox {

    private static final double PREVIEW = 80;

    private final AttachedFiles files;
    private final Texts texts;
    private final Sizes sizes;
    private final Runnable chooseOther;

    /// @param chooseOther has the user choose another file
    FileBar(AttachedFiles files, Texts texts, Runnable chooseOther) {
        this.files = files;
        this.texts = texts;
        this.sizes = new Sizes(texts);
        this.chooseOther = chooseOther;
        getStyleClass().add("file-bar");
        visibleProperty().bind(Bindings.isNotEmpty(files.chosen()).or(files.failedProperty()));
        managedProperty().bind(visibleProperty());
        files.chosen().subscribe(this::show);
        files.supportProperty().subscribe(_ -> show());
        files.failedProperty().subscribe(_ -> show());
    }

    private void show() {
        getChildren().clear();
        files.chosen().forEach(each -> getChildren().add(row(each)));
        if (files.failedProperty().get()) {
            getChildren().add(complaint(texts.say("composer.files.notKept")));
        }
        if (files.supportProperty().get() instanceof UploadSupport.None) {
            getChildren().add(complaint(texts.say("composer.files.none", files.server())));
        } else if (files.canSendBinding().get()) {
            var words = new Label(takes());
            words.getStyleClass().add("file-note");
            words.setWrapText(true);
            getChildren().add(words);
        }
    }

    /// Who gets it, and how much the server takes.
    private String takes() {
        return files.supportProperty().get() instanceof UploadSupport.Offered(var most)
                        && most.isPresent()
                ? texts.say("composer.files.limit", files.server(), sizes.of(most.get()))
                : texts.say("composer.files.open");
    }

    private Node row(ChosenFile chosen) {
        var name = new EmojiLabel(FileNames.brief(chosen.name()));
        name.getStyleClass().add("file-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        var lines = new VBox(name, about(chosen));
        lines.setMinWidth(0);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var remove = new IconButton(Icon.CLOSE, texts.say("composer.files.remove", name.getText()));
        remove.getStyleClass().add("compact");
        remove.setOnAction(_ -> files.remove(chosen));
        var row = new HBox(picture(chosen), lines, remove);
        row.getStyleClass().add("file-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Region about(ChosenFile chosen) {
        return switch (chosen) {
            case ChosenFile.Usable(var file, _) ->
                    UploadSupport.isTooMuch(files.supportProperty().get(), file.size())
                            ? tooLarge(chosen, file)
                            : size(file);
            case ChosenFile.Unusable(var name, var reason) ->
                    complaint(
                            switch (reason) {
                                case FOLDER ->
                                        texts.say("composer.files.folder", FileNames.brief(name));
                                case EMPTY ->
                                        texts.say("composer.files.empty", FileNames.brief(name));
                                case UNREADABLE ->
                                        texts.say(
                                                "composer.files.unreadable", FileNames.brief(name));
                            });
        };
    }

    private Label size(LocalFile file) {
        var size = new Label(sizes.of(file.size()));
        size.getStyleClass().add("file-size");
        return size;
    }

    private TextFlow tooLarge(ChosenFile chosen, LocalFile file) {
        long most =
                files.supportProperty().get() instanceof UploadSupport.Offered(var limit)
                        ? limit.orElse(0L)
                        : 0;
        var sentence =
                texts.say(
                        "composer.files.tooLarge",
                        FileNames.brief(file.name()),
                        sizes.of(file.size()),
                        files.server(),
                        sizes.of(most));
        var other = new Hyperlink(texts.say("composer.files.other"));
        other.getStyleClass().add("link-action");
        other.setOnAction(
                _ -> {
                    files.remove(chosen);
                    chooseOther.run();
                });
        var flow = new TextFlow();
        flow.getChildren()
                .addAll(
                        EmojiText.nodes(
                                sentence + " ",
                                false,
                                (letters, start) -> EmojiText.letters(letters)));
        flow.getChildren().add(other);
        flow.getStyleClass().add("file-refused");
        return flow;
    }

    private static EmojiParagraph complaint(String sentence) {
        var words = new EmojiParagraph(sentence);
        words.getStyleClass().add("bad");
        words.setMinWidth(0);
        return words;
    }

    /// Read from the disk in the background, and no larger than it is shown.
    private static Node picture(ChosenFile chosen) {
        var well = new StackPane();
        well.getStyleClass().add("file-well");
        if (chosen instanceof ChosenFile.Usable(var file, var isPicture) && isPicture) {
            var image =
                    new Image(file.path().toUri().toString(), PREVIEW, PREVIEW, true, true, true);
            var view = new ImageView(image);
            view.setFitWidth(PREVIEW / 2);
            view.setFitHeight(PREVIEW / 2);
            view.setPreserveRatio(true);
            well.getChildren().add(view);
        } else {
            well.getChildren().add(new IconView(icon(chosen), 22));
        }
        return well;
    }

    private static Icon icon(ChosenFile chosen) {
        return chosen instanceof ChosenFile.Unusable(_, var reason)
                        && reason == ChosenFile.Reason.FOLDER
                ? Icon.FOLDER_OUTLINE
                : Icon.FILE_OUTLINE;
    }
}
