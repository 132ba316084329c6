package kith.ui.composer;

import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import kith.ui.widget.EmojiPictures;
import kith.ui.widget.EmojiView;

import java.util.ArrayList;
import java.util.List;

/// The pictures over the signs of a text area ([EmojiSigns]), over all of which it lies. It lets
/// the pointer through, and screen readers read the text.
///
/// Only what is in sight is drawn: a long text may have thousands.
final class SignPictures extends Pane {

    private final EmojiTextArea area;
    private final List<EmojiView> views = new ArrayList<>();
    private final List<Text> letters = new ArrayList<>();
    private int usedViews;
    private int usedLetters;

    SignPictures(EmojiTextArea area) {
        this.area = area;
        setManaged(false);
        setMouseTransparent(true);
        var sight = new Rectangle();
        sight.widthProperty().bind(widthProperty());
        sight.heightProperty().bind(heightProperty());
        setClip(sight);
        area.scrollTopProperty().subscribe(this::requestLayout);
        area.scrollLeftProperty().subscribe(this::requestLayout);
        area.textProperty().subscribe(this::requestLayout);
        area.promptTextProperty().subscribe(this::requestLayout);
        area.nodeOrientationProperty().subscribe(this::requestLayout);
        area.fontProperty().subscribe(this::requestLayout);
    }

    @Override
    protected void layoutChildren() {
        usedViews = 0;
        usedLetters = 0;
        FieldWords.shown(area).ifPresent(this::draw);
        removeUnused(views, usedViews);
        removeUnused(letters, usedLetters);
    }

    private void draw(Text text) {
        var content =
                text.getText().equals(area.getText())
                        ? area.content()
                        : ShownText.of(text.getText(), area.signs());
        if (!content.hasSigns()) {
            return;
        }
        var sight = FieldWords.sight(text, area);
        for (int place : content.signsIn(FieldWords.near(text, sight))) {
            var room = new Path(text.rangeShape(place, place + 1)).getLayoutBounds();
            if (room.intersects(sight)) {
                area.signs()
                        .written(text.getText().charAt(place))
                        .ifPresent(it -> draw(it, text, FieldWords.toScene(text, room)));
            }
        }
    }

    private void draw(String written, Text text, Bounds onScene) {
        var room = sceneToLocal(onScene);
        if (EmojiPictures.has(written)) {
            var view = view(written);
            double width = view.prefWidth(-1);
            double height = view.prefHeight(-1);
            view.resizeRelocate(
                    Math.rint(room.getCenterX() - width / 2),
                    Math.rint(room.getCenterY() - height / 2),
                    width,
                    height);
        } else {
            var letter = letter(written);
            double width = letter.getLayoutBounds().getWidth();
            double above = text.getBaselineOffset() - letter.getBaselineOffset();
            letter.relocate(Math.rint(room.getCenterX() - width / 2), room.getMinY() + above);
        }
    }

    private EmojiView view(String emoji) {
        if (usedViews == views.size()) {
            var view = new EmojiView(emoji);
            view.setManaged(false);
            views.add(view);
            add(view);
        }
        var view = views.get(usedViews++);
        view.show(emoji);
        view.setAccessibleRole(AccessibleRole.NODE);
        return view;
    }

    private Text letter(String written) {
        if (usedLetters == letters.size()) {
            var letter = new Text();
            letter.setManaged(false);
            letter.getStyleClass().add("sign-letter");
            letters.add(letter);
            add(letter);
        }
        var letter = letters.get(usedLetters++);
        letter.setText(written);
        return letter;
    }

    private void add(Node node) {
        getChildren().add(node);
        node.applyCss(); // its size depends on it, and is asked for now
    }

    private void removeUnused(List<? extends Node> nodes, int used) {
        var unused = nodes.subList(used, nodes.size());
        getChildren().removeAll(unused);
        unused.clear();
    }
}
