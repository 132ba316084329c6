package kith.ui.widget;

import javafx.css.CssMetaData;
import javafx.css.FontCssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

import java.util.List;
import java.util.stream.Stream;

/// The picture of an emoji, among words or by itself, as large as the font there asks for.
public final class EmojiView extends Region {

    /// Height among words, and alone, in em.
    private static final double INLINE = 1.25;

    private static final double JUMBO = 2.6;

    /// Room beside it on both sides together, in em.
    private static final double GAP = 0.12;

    /// Which part of the height stands above the baseline.
    private static final double ABOVE = 0.776;

    private static final CssMetaData<EmojiView, Font> FONT =
            new FontCssMetaData<>("-fx-font", Font.getDefault()) {
                @Override
                public boolean isSettable(EmojiView view) {
                    return !view.font.isBound();
                }

                @Override
                public StyleableProperty<Font> getStyleableProperty(EmojiView view) {
                    return view.font;
                }
            };

    private static final List<CssMetaData<? extends Styleable, ?>> CSS =
            Stream.concat(Region.getClassCssMetaData().stream(), Stream.of(FONT)).toList();

    private String emoji;
    private final double em;
    private final ImageView picture = new ImageView();
    private final StyleableObjectProperty<Font> font =
            new SimpleStyleableObjectProperty<>(FONT, this, "font", Font.getDefault());
    private int px;

    /// As large as among words.
    public EmojiView(String emoji) {
        this(emoji, false);
    }

    /// @param jumbo for an emoji that is all there is to say
    EmojiView(String emoji, boolean jumbo) {
        this.emoji = emoji;
        em = jumbo ? JUMBO : INLINE;
        getStyleClass().add("emoji");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(emoji);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        getChildren().add(picture);
        font.subscribe(this::requestLayout);
    }

    /// Shows another emoji in its place.
    public void show(String other) {
        if (!emoji.equals(other)) {
            emoji = other;
            px = 0;
            setAccessibleText(other);
            requestLayout();
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS;
    }

    @Override
    public double getBaselineOffset() {
        return side() * ABOVE;
    }

    @Override
    protected double computePrefWidth(double height) {
        return side() + gap(font.get());
    }

    @Override
    protected double computePrefHeight(double width) {
        return side();
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return side();
    }

    @Override
    protected double computeMaxWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return side();
    }

    @Override
    protected void layoutChildren() {
        double side = side();
        int needed = (int) Math.ceil(side * outputScale());
        if (needed != px) {
            px = needed;
            EmojiPictures.find(emoji, needed).ifPresent(picture::setImage);
        }
        picture.setFitWidth(side);
        picture.setFitHeight(side);
        picture.relocate(snapPositionX(gap(font.get()) / 2), 0);
    }

    /// The room a picture takes among words of this font.
    static double width(Font font) {
        return Math.round(INLINE * font.getSize()) + gap(font);
    }

    private static double gap(Font font) {
        return Math.round(GAP * font.getSize());
    }

    private double side() {
        return Math.round(em * font.get().getSize());
    }

    private double outputScale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }
}
