package kith.ui.timeline;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

import kith.base.PictureSize;
import kith.model.MessageKey;
import kith.model.ShownPicture;
import kith.ui.timeline.TimelineRow.Attached;
import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.widget.BusyRing;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconView;
import kith.ui.widget.LateSign;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// A picture in a message, in a frame that has its room before the picture is there; or the well in
/// which it waits for the user's word. While it is on its way to others, how far it is, with a
/// button that stops it. A click opens what is there.
///
/// How large the frame is depends on the row alone: what comes later moves nothing.
final class PictureTile extends Region implements AttachedNode {

    /// What it takes as long as nobody has said how large it is.
    private static final PictureSize UNKNOWN = new PictureSize(240, 180);

    /// The least that a frame takes, so that time and tick fit below it.
    private static final double LEAST_WIDTH = 120;

    private static final double LEAST_HEIGHT = 32;

    /// The least of one in which words stand.
    private static final double WORDS_WIDTH = 300;

    private static final double WORDS_HEIGHT = 92;

    /// The rounding of what is inside a bubble's own, px.
    private static final double ROUND = 16;

    private static final double BAR = 4;

    /// Between the time below a picture and the bubble's edge, in px.
    private static final double BEHIND_TIME = 8;

    private final MessageKey message;
    private final Attached file;
    private final ShownPicture shown;
    private final TimelineWords words;
    private final PicturesInSight pictures;
    private final StackPane frame = new StackPane();
    private final Label below = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Optional<IconButton> stop;

    /// Keeps the values coming for as long as this is there.
    private final ObservableValue<Number> moving;

    /// Whether it is in a window; read where it is drawn, too.
    private volatile boolean isInSight;

    private double timeWidth;

    /// @param row one whose file has the room of a picture
    /// @param moving how many bytes have gone; negative while it isn't on its way
    /// @param cancel takes it back; empty where it is no more to be stopped
    PictureTile(
            Bubble row,
            TimelineWords words,
            PicturesInSight pictures,
            ObservableValue<Number> moving,
            Runnable open,
            Optional<Runnable> cancel) {
        this.message = row.message();
        this.file = row.file().orElseThrow();
        this.shown = file.picture().orElseThrow().shown();
        this.words = words;
        this.pictures = pictures;
        this.moving = moving;
        getStyleClass().add("picture-tile");
        frame.getStyleClass().add("picture-frame");
        below.getStyleClass().add("file-size");
        bar.getStyleClass().add("file-progress");
        stop = cancel.map(this::stop);
        getChildren().addAll(frame, below, bar);
        stop.ifPresent(getChildren()::add);
        fill();
        moving.subscribe(this::showMoving);
        showMoving();
        if (file.link().isPresent() && !(shown instanceof ShownPicture.Withheld)) {
            frame.setCursor(Cursor.HAND);
            frame.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> FileTile.clicked(event, open));
        }
        WhileInSight.of(this, () -> pictures.want(message));
    }

    private void fill() {
        switch (shown) {
            case ShownPicture.There there ->
                    sceneProperty().subscribe(scene -> drawIn(scene, there));
            case ShownPicture.Withheld withheld -> frame.getChildren().setAll(waiting(withheld));
            case ShownPicture.Waiting _ ->
                    frame.getChildren()
                            .setAll(sentence(Icon.IMAGE_OUTLINE, "timeline.picture.waiting"));
            case ShownPicture.Coming _ -> frame.getChildren().setAll(sign());
            case ShownPicture.Missing _ -> throw new IllegalStateException("has no frame");
        }
    }

    /// Once in a window, which has those that were drawn last.
    ///
    /// @param scene null where it is in none any more: then it need not be drawn
    private void drawIn(@Nullable Scene scene, ShownPicture.There there) {
        isInSight = scene != null;
        if (scene != null && frame.getChildren().isEmpty()) {
            draw(there, DrawnPictures.in(scene));
        }
    }

    private void draw(ShownPicture.There there, DrawnPictures drawn) {
        var known = drawn.find(there.file());
        if (known.isPresent()) {
            show(known.get());
            return;
        }
        var _ =
                pictures.draw(there, file -> isInSight ? Attempt.at(file) : Attempt.LEFT)
                        .thenAccept(
                                attempt -> attempted(there, attempt.orElse(Attempt.FAILED), drawn));
    }

    /// What became of drawing one.
    ///
    /// @param isLeft whether nobody saw it any more when its turn came
    private record Attempt(Optional<Image> image, boolean isLeft) {

        static final Attempt LEFT = new Attempt(Optional.empty(), true);
        static final Attempt FAILED = new Attempt(Optional.empty(), false);

        static Attempt at(byte[] file) {
            var image = PictureDrawing.draw(file);
            return image.isError() ? FAILED : new Attempt(Optional.of(image), false);
        }
    }

    private void attempted(ShownPicture.There there, Attempt attempt, DrawnPictures drawn) {
        attempt.image().ifPresent(it -> drawn.put(there.file(), it));
        if (isInSight && !attempt.isLeft()) {
            attempt.image().ifPresentOrElse(this::show, () -> pictures.failed(message, there));
        }
    }

    private void show(Image image) {
        var view = new ImageView(image);
        view.setPreserveRatio(false); // that of a small one is rounded; the frame knows it
        view.setSmooth(true);
        view.setMouseTransparent(true);
        fit(view, getWidth());
        frame.getChildren().setAll(view);
    }

    private LateSign sign() {
        return new LateSign(
                () -> List.of(new BusyRing(words.texts().say("timeline.picture.coming"))));
    }

    private VBox waiting(ShownPicture.Withheld withheld) {
        var button = new Button(words.files().show(withheld));
        button.setMnemonicParsing(false);
        button.setFocusTraversable(false); // the message's menu does the same
        button.setOnAction(_ -> pictures.fetch(message));
        var box = new VBox(line(Icon.IMAGE_OFF_OUTLINE, words.files().withheld(withheld.why())));
        box.getChildren().add(button);
        box.getStyleClass().add("picture-withheld");
        return box;
    }

    private HBox sentence(Icon icon, String key) {
        return line(icon, words.texts().say(key));
    }

    private static HBox line(Icon icon, String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.setMinWidth(0);
        var line = new HBox(new IconView(icon, 18), label);
        line.getStyleClass().add("picture-words");
        line.setAlignment(Pos.CENTER);
        return line;
    }

    private IconButton stop(Runnable cancel) {
        var button = new IconButton(Icon.CLOSE, words.texts().say("timeline.file.stop"));
        button.getStyleClass().addAll("compact", "picture-stop");
        button.setOnAction(_ -> cancel.run());
        button.setFocusTraversable(false); // the message's menu does the same
        return button;
    }

    private void showMoving() {
        long gone = moving.getValue().longValue();
        boolean isMoving = gone >= 0 && file.size().isPresent();
        if (isMoving) {
            long whole = Math.max(1, file.size().orElseThrow());
            bar.setProgress(Math.min(1, (double) gone / whole));
            below.setText(words.files().sizes().of(Math.min(gone, whole), whole));
        } else {
            below.setText("");
        }
        bar.setVisible(isMoving);
    }

    @Override
    public void keepFree(double width) {
        timeWidth = width;
    }

    @Override
    public double behindTime() {
        return BEHIND_TIME;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(frameWidth(PictureDrawing.WIDTH), timeWidth + BEHIND_TIME);
    }

    @Override
    protected double computePrefHeight(double width) {
        return frameHeight(width) + belowHeight();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = frameHeight(width);
        frame.resizeRelocate(0, 0, width, height);
        var round = new Rectangle(width, height);
        round.setArcWidth(ROUND);
        round.setArcHeight(ROUND);
        frame.setClip(round);
        if (frame.getChildren().stream().findFirst().orElse(null) instanceof ImageView view) {
            fit(view, width);
        }
        double inset = BEHIND_TIME;
        below.resizeRelocate(
                inset, height, Math.max(0, width - timeWidth - 2 * inset), belowHeight());
        layoutProgress(inset, width - inset, height - inset / 2);
    }

    /// How far it is, and what stops it, over the lower edge of the picture: above the upper one
    /// come the buttons of what can be done with a message.
    private void layoutProgress(double start, double end, double bottom) {
        double side = stop.map(button -> button.prefWidth(-1)).orElse(BAR);
        double barEnd = stop.isPresent() ? end - side - start : end;
        stop.ifPresent(button -> button.resizeRelocate(end - side, bottom - side, side, side));
        bar.resizeRelocate(start, bottom - (side + BAR) / 2, Math.max(0, barEnd - start), BAR);
    }

    /// The line for the time.
    private double belowHeight() {
        return Math.ceil(below.getFont().getSize() * 1.6);
    }

    private double frameWidth(double most) {
        double least = hasWords() ? WORDS_WIDTH : LEAST_WIDTH;
        return Math.min(most, Math.max(least, fit(most).width()));
    }

    private double frameHeight(double width) {
        double least = hasWords() ? WORDS_HEIGHT : LEAST_HEIGHT;
        return Math.max(least, fit(width).height());
    }

    private boolean hasWords() {
        return shown instanceof ShownPicture.Withheld || shown instanceof ShownPicture.Waiting;
    }

    private void fit(ImageView view, double width) {
        var fit = fit(width);
        view.setFitWidth(fit.width());
        view.setFitHeight(fit.height());
    }

    /// What the picture takes.
    private PictureSize fit(double width) {
        boolean isUnknown = shown instanceof ShownPicture.Withheld;
        return file.picture()
                .orElseThrow()
                .size()
                .orElse(isUnknown ? new PictureSize(1, 1) : UNKNOWN)
                .within(Math.clamp(width, 1, PictureDrawing.WIDTH), PictureDrawing.HEIGHT);
    }
}
