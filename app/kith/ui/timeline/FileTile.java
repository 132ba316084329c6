package kith.ui.timeline;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import kith.ui.timeline.TimelineRow.Attached;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconView;

import java.util.Locale;
import java.util.Optional;

/// A file in a message: what kind it is, what it is called, how large it is, on whose server; and
/// while it is on its way, how far it is, with a button that stops it. A click opens one that is
/// there.
final class FileTile extends HBox implements AttachedNode {

    private static final double BAR_HEIGHT = 4;

    private final Attached file;
    private final TimelineWords words;
    private final Label size = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Region timeSpace = new Region();
    private final Optional<IconButton> stop;

    /// Keeps the values coming for as long as this is there.
    private final ObservableValue<Number> moving;

    /// @param moving how many bytes have gone; negative while it isn't on its way
    /// @param cancel takes it back; empty where it is no more to be stopped
    FileTile(
            Attached file,
            TimelineWords words,
            ObservableValue<Number> moving,
            Runnable open,
            Optional<Runnable> cancel) {
        this.file = file;
        this.words = words;
        this.moving = moving;
        var well = new StackPane(new IconView(icon(file.name()), 22));
        well.getStyleClass().add("file-well");
        var name = new EmojiLabel(words.files().name(file));
        name.getStyleClass().add("file-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        size.getStyleClass().add("file-size");
        size.setMinWidth(USE_PREF_SIZE);
        var host = new Label(words.files().host(file));
        host.getStyleClass().add("file-host");
        host.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS); // whose it is stands at its end
        host.setMinWidth(0);
        host.setVisible(!host.getText().isEmpty());
        host.setManaged(host.isVisible());
        bar.getStyleClass().add("file-progress");
        bar.setMinHeight(BAR_HEIGHT);
        bar.setMaxSize(Double.MAX_VALUE, BAR_HEIGHT);
        bar.managedProperty().bind(bar.visibleProperty());
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var line = new HBox(size, host, room, timeSpace);
        line.getStyleClass().add("file-line");
        var lines = new VBox(name, bar, line);
        words.files()
                .problem(file)
                .map(FileTile::problem)
                .ifPresent(it -> lines.getChildren().add(1, it));
        lines.getStyleClass().add("file-lines");
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        stop = cancel.map(this::stop);
        getStyleClass().add("file-tile");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(well, lines);
        stop.ifPresent(getChildren()::add);
        moving.subscribe(now -> show(now.longValue()));
        if (file.link().isPresent()) {
            setCursor(Cursor.HAND);
            addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked(event, open));
        }
    }

    private static Label problem(String sentence) {
        var problem = new Label(sentence);
        problem.getStyleClass().add("file-problem");
        problem.setMinWidth(0);
        return problem;
    }

    @Override
    public void keepFree(double width) {
        timeSpace.setMinWidth(width);
        timeSpace.setPrefWidth(width);
    }

    @Override
    public double behindTime() {
        return stop.map(button -> button.prefWidth(-1) + getSpacing()).orElse(0.0);
    }

    /// How far it is, as it was told last; negative while it isn't on its way.
    long moved() {
        return moving.getValue().longValue();
    }

    private void show(long gone) {
        boolean isMoving = gone >= 0 && file.size().isPresent();
        bar.setVisible(isMoving);
        if (isMoving) {
            long whole = Math.max(1, file.size().orElseThrow());
            bar.setProgress(Math.min(1, (double) gone / whole));
            size.setText(words.files().sizes().of(Math.min(gone, whole), whole));
        } else {
            size.setText(words.files().size(file));
        }
        size.setManaged(!size.getText().isEmpty());
    }

    private IconButton stop(Runnable cancel) {
        var button = new IconButton(Icon.CLOSE, words.texts().say("timeline.file.stop"));
        button.getStyleClass().add("compact");
        button.setOnAction(_ -> cancel.run());
        button.setFocusTraversable(false); // the message's menu does the same
        return button;
    }

    /// A click with nothing held, on what the pointer was pressed on.
    static void clicked(MouseEvent event, Runnable open) {
        if (event.getButton() == MouseButton.PRIMARY
                && event.isStillSincePress()
                && event.getClickCount() == 1
                && !event.isShiftDown()
                && !event.isShortcutDown()) {
            open.run();
        }
    }

    private static Icon icon(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "pdf" -> Icon.FILE_PDF_BOX;
            case "mp3", "ogg", "opus", "oga", "m4a", "flac", "wav" -> Icon.FILE_MUSIC_OUTLINE;
            case "csv", "ods", "xls", "xlsx", "tsv" -> Icon.FILE_TABLE_OUTLINE;
            case "txt", "md", "odt", "doc", "docx", "rtf" -> Icon.FILE_DOCUMENT_OUTLINE;
            case "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "heic", "bmp" ->
                    Icon.IMAGE_OUTLINE;
            case "zip", "gz", "xz", "7z", "rar", "tar", "bz2", "zst" -> Icon.FOLDER_ZIP_OUTLINE;
            default -> Icon.FILE_OUTLINE;
        };
    }
}
