package kith.ui.tabs;

import java.util.BitSet;

/// Which tabs have room in the strip.
final class TabRoom {

    private TabRoom() {}

    /// Picks the tabs that are drawn: all where they fit, else as many from the start as fit beside
    /// the menu for the rest. The selected one is always among them, at its own place.
    ///
    /// @param widths of the tabs, in order
    /// @param selected its index; negative for none
    /// @param room for tabs and menu together
    /// @param menu the width of the menu, which is there only where a tab is not
    static BitSet drawn(double[] widths, int selected, double room, double menu) {
        var drawn = new BitSet(widths.length);
        double all = 0;
        for (double width : widths) {
            all += width;
        }
        if (all <= room) {
            drawn.set(0, widths.length);
            return drawn;
        }
        double free = room - menu;
        if (selected >= 0) {
            drawn.set(selected);
            free -= widths[selected];
        }
        for (int i = 0; i < widths.length; i++) {
            if (i == selected) {
                continue;
            }
            free -= widths[i];
            if (free < 0) {
                break;
            }
            drawn.set(i);
        }
        return drawn;
    }
}
