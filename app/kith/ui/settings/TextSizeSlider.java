package kith.ui.settings;

import atlantafx.base.controls.ProgressSliderSkin;

import javafx.beans.property.IntegerProperty;
import javafx.scene.control.Slider;

import kith.ui.fx.Appearance;

/// Chooses the size of the text, in steps of a px.
///
/// While its thumb is dragged nothing changes but itself: it would grow, and so move away under the
/// pointer.
final class TextSizeSlider extends Slider {

    private final IntegerProperty textSize;

    TextSizeSlider(IntegerProperty textSize) {
        super(Appearance.SMALLEST_TEXT, Appearance.LARGEST_TEXT, textSize.get());
        this.textSize = textSize;
        setSkin(new ProgressSliderSkin(this));
        setMajorTickUnit(1);
        setMinorTickCount(0);
        setBlockIncrement(1);
        setSnapToTicks(true);
        valueProperty().subscribe(this::choose);
        valueChangingProperty().subscribe(this::choose);
        textSize.subscribe(px -> setValue(px.intValue()));
    }

    private void choose() {
        if (!isValueChanging()) {
            textSize.set((int) Math.round(getValue()));
        }
    }
}
