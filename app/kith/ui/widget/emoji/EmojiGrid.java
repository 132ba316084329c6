package kith.ui.widget.emoji;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;

import kith.ui.text.Texts;
import kith.ui.widget.EmojiNames;
import kith.ui.widget.EmojiNames.Named;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The emoji, line below line; only those in sight have nodes. It never has the focus.
final class EmojiGrid extends ListView<EmojiRow> {

    private final EmojiPickerViewModel model;

    /// @param choose chooses what is selected; told whether the picker is to stay open
    EmojiGrid(EmojiPickerViewModel model, Texts texts, Consumer<Boolean> choose) {
        super(model.rows());
        this.model = model;
        getStyleClass().add("emoji-grid");
        setAccessibleText(texts.say("emoji.grid"));
        setFocusTraversable(false);
        setCellFactory(list -> new EmojiRowCell(model, texts, choose));
        addEventFilter(MouseEvent.MOUSE_PRESSED, EmojiGrid::keepFocus);
    }

    /// What a screen reader says of an emoji.
    static String spoken(Named emoji) {
        return EmojiNames.spoken(emoji.name());
    }

    /// Scrolls as little as shows the selected one, with the name of its section where that is just
    /// above.
    void showSelected() {
        int row = model.selectedRow();
        flow().filter(flow -> row >= 0)
                .ifPresent(
                        flow -> {
                            if (row > 0 && getItems().get(row - 1) instanceof EmojiRow.Head) {
                                flow.scrollTo(row - 1);
                            }
                            flow.scrollTo(row);
                        });
    }

    /// Scrolls a section to the top.
    void showSection(EmojiSection section) {
        scrollTo(model.rowOf(section));
    }

    /// Says what is told of each scrolling, once there is a skin.
    void onScrolled(Runnable told) {
        skinProperty()
                .subscribe(_ -> flow().ifPresent(flow -> flow.positionProperty().subscribe(told)));
    }

    /// The first row in sight, from 0.
    int firstRow() {
        return flow().map(VirtualFlow::getFirstVisibleCell).map(cell -> cell.getIndex()).orElse(0);
    }

    private Optional<VirtualFlow<?>> flow() {
        return lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                ? Optional.of(flow)
                : Optional.empty();
    }

    /// A list would take it from the field; the scroll bar doesn't.
    private static void keepFocus(MouseEvent event) {
        boolean isOnBar =
                event.getTarget() instanceof Node target
                        && Stream.iterate(target, each -> each != null, Node::getParent)
                                .anyMatch(ScrollBar.class::isInstance);
        if (!isOnBar) {
            event.consume();
        }
    }
}
