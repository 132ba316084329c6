package kith.ui.settings;

import atlantafx.base.controls.ProgressSliderSkin;

import javafx.beans.property.IntegerProperty;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;

import kith.ui.fx.Appearance;

/// Chooses the size of the text, in steps of a px.
///
/// While the pointer holds it, by its thumb or elsewhere, nothing changes but itself: it would
/// grow, and so move away under the pointer. The keys change the text at once.
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
        // the skin says so of its thumb alone; it hears of the press later, of the release sooner
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> setValueChanging(true));
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> setValueChanging(false));
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
