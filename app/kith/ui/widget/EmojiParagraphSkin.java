package kith.ui.widget;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.SkinBase;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

/// Draws an [EmojiParagraph]: a `TextFlow` with a node for each run.
final class EmojiParagraphSkin extends SkinBase<EmojiParagraph> {

    private final TextFlow flow = new TextFlow();

    EmojiParagraphSkin(EmojiParagraph label) {
        super(label);
        consumeMouseEvents(false);
        flow.setMouseTransparent(true);
        flow.textAlignmentProperty().bind(label.textAlignmentProperty());
        getChildren().setAll(flow);
        registerChangeListener(label.textProperty(), change -> draw());
        draw();
    }

    private void draw() {
        String text = getSkinnable().getText();
        flow.setNodeOrientation(EmojiText.orientation(text));
        flow.getChildren()
                .setAll(EmojiText.nodes(text, false, (letters, start) -> letters(letters)));
        getSkinnable().requestLayout();
    }

    private Text letters(String letters) {
        var text = EmojiText.letters(letters);
        text.fontProperty().bind(getSkinnable().fontProperty());
        text.fillProperty().bind(getSkinnable().textFillProperty());
        return text;
    }

    @Override
    protected double computePrefWidth(
            double height, double top, double right, double bottom, double left) {
        return left + Math.ceil(flow.prefWidth(-1)) + right;
    }

    @Override
    protected double computeMinWidth(
            double height, double top, double right, double bottom, double left) {
        return left + right;
    }

    @Override
    protected double computeMaxWidth(
            double height, double top, double right, double bottom, double left) {
        return computePrefWidth(height, top, right, bottom, left);
    }

    @Override
    protected double computePrefHeight(
            double width, double top, double right, double bottom, double left) {
        double room = width < 0 ? -1 : Math.max(0, width - left - right);
        return top + Math.ceil(flow.prefHeight(room)) + bottom;
    }

    @Override
    protected double computeMinHeight(
            double width, double top, double right, double bottom, double left) {
        return computePrefHeight(width, top, right, bottom, left);
    }

    @Override
    protected double computeMaxHeight(
            double width, double top, double right, double bottom, double left) {
        return computePrefHeight(width, top, right, bottom, left);
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        flow.resizeRelocate(x, y, width, height);
    }

    /// What is read out, as of another label.
    @Override
    protected @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? getSkinnable().getText()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
