package kith.ui.timeline;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The bar that floats over the upper edge of one message with what is often done with it; the rest
/// is in the message's menu, which it opens.
///
/// One for all messages. Not on the way of the keyboard, which has all of it in the menu.
final class HoverBar extends HBox {

    /// In parts of its height: how much of it is above the message, and how far its end is from the
    /// message's.
    private static final double ABOVE = 0.53;

    private static final double INSET = 0.24;

    private final Map<BarAction, IconButton> buttons = new LinkedHashMap<>();
    private Optional<BubbleRow> row = Optional.empty();

    /// @param actions in this order; there is a bar only where one of them can be done
    /// @param moreName of what opens the menu
    /// @param more opens the menu of a message, under the bar
    HoverBar(List<BarAction> actions, String moreName, BiConsumer<BubbleRow, Node> more) {
        getStyleClass().addAll("overlay", "hover-bar");
        setManaged(false);
        setVisible(false);
        for (var action : actions) {
            buttons.put(action, button(action.icon(), action.name(), action.act()));
        }
        getChildren().addAll(buttons.values());
        getChildren().add(button(Icon.DOTS_HORIZONTAL, moreName, each -> more.accept(each, this)));
        addEventHandler(MouseEvent.MOUSE_PRESSED, Event::consume); // nothing is selected below it
        addEventHandler(MouseEvent.MOUSE_DRAGGED, Event::consume);
        addEventHandler(MouseEvent.MOUSE_CLICKED, Event::consume);
    }

    boolean fits(Bubble message) {
        return buttons.keySet().stream().anyMatch(action -> action.fits().test(message));
    }

    /// Shows it at a message.
    ///
    /// @param bubble where that is, where the bar is
    /// @param most how wide it is there
    void show(BubbleRow newRow, Bounds bubble, double most) {
        if (row.filter(newRow::equals).isEmpty()) {
            row = Optional.of(newRow);
            buttons.forEach(
                    (action, button) -> {
                        boolean fits = action.fits().test(newRow.row());
                        button.setVisible(fits);
                        button.setManaged(fits);
                    });
        }
        setVisible(true);
        applyCss();
        if (getHeight() == 0) {
            autosize();
            layout(); // what its buttons are made of only comes now
            applyCss();
        }
        double width = snapSizeX(prefWidth(-1));
        double height = snapSizeY(prefHeight(-1));
        double x = Math.clamp(start(bubble, width, height * INSET), 0, Math.max(0, most - width));
        double y = Math.max(bubble.getMinY() - height * ABOVE, 0);
        resizeRelocate(snapPositionX(x), snapPositionY(y), width, height);
    }

    /// At the message's end; beside a short one, of whose words it would hide more than half.
    private double start(Bounds bubble, double width, double inset) {
        boolean isShort = bubble.getWidth() < 2 * (width + inset);
        boolean isMine = row.filter(each -> each.row().isMine()).isPresent();
        if (isShort && isMine) {
            return bubble.getMinX() + inset - width;
        }
        return bubble.getMaxX() - inset - (isShort ? 0 : width);
    }

    void hide() {
        setVisible(false);
    }

    private IconButton button(Icon icon, String name, Consumer<BubbleRow> act) {
        var button = new IconButton(icon, 18, name);
        button.getStyleClass().add("compact");
        button.setFocusTraversable(false);
        button.setOnAction(event -> row.ifPresent(act));
        return button;
    }
}
