package kith.ui.timeline;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import kith.ui.text.Texts;

import org.fxmisc.flowless.VirtualFlow;

import java.util.Optional;
import java.util.stream.Stream;

/// What keys and mouse do in a timeline: scroll, go from message to message, select words and copy
/// them, open links and menus.
final class TimelineInput {

    /// What Page Up and Down leave of what was seen before.
    private static final double SCREEN = 0.9;

    private final TimelineView view;
    private final TimelineViewModel model;
    private final VirtualFlow<TimelineRow, TimelineCell> flow;
    private final ReadingPlace place;
    private final RowFocus rowFocus;
    private final TextSelection selection = new TextSelection();
    private final TimelineMenu menu;
    private Runnable leave = () -> {};

    TimelineInput(
            TimelineView view,
            TimelineViewModel model,
            VirtualFlow<TimelineRow, TimelineCell> flow,
            ReadingPlace place,
            Texts texts) {
        this.view = view;
        this.model = model;
        this.flow = flow;
        this.place = place;
        rowFocus = new RowFocus(flow, model.rows());
        menu = new TimelineMenu(model, texts);
        view.focusedProperty().subscribe(this::drawFocus);
        view.addEventFilter(ScrollEvent.ANY, event -> place.scrolled());
        view.addEventFilter(MouseEvent.ANY, this::mouseOnScrollBar);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::mousePressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, selection::dragged);
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::mouseClicked);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        view.setOnContextMenuRequested(this::menuRequested);
    }

    /// Says what Escape does, after what is new and what is selected is dismissed.
    void onLeave(Runnable leave) {
        this.leave = leave;
    }

    /// The row the keyboard is at, if it is in sight.
    Optional<ColumnRow> focusedRow() {
        return rowFocus.node();
    }

    /// Draws the ring again, which a cell that was made anew doesn't have.
    void drawFocus() {
        rowFocus.draw(view.isFocused());
    }

    private void mouseOnScrollBar(MouseEvent event) {
        boolean moves =
                event.getEventType() == MouseEvent.MOUSE_PRESSED
                        || event.getEventType() == MouseEvent.MOUSE_DRAGGED;
        if (moves && around(event.getTarget()).anyMatch(ScrollBar.class::isInstance)) {
            place.scrolled();
        }
    }

    private void mousePressed(MouseEvent event) {
        view.requestFocus();
        menu.hide();
        selection.pressed(event);
        if (event.getButton() == MouseButton.PRIMARY) {
            rowFocus.clear();
        }
    }

    private void mouseClicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            WordNodes.link(event.getTarget()).ifPresent(model::open);
        }
    }

    private void menuRequested(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            rowFocus.node().ifPresent(row -> menu.openBeside(row, selectedIn(row)));
        } else {
            rowAt(event.getTarget())
                    .ifPresent(
                            row ->
                                    menu.openAt(
                                            row,
                                            selectedIn(row),
                                            event.getScreenX(),
                                            event.getScreenY()));
        }
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        boolean isCopy = event.getCode() == KeyCode.C && event.isShortcutDown();
        if (!isCopy && (event.isAltDown() || event.isShortcutDown())) {
            return; // shortcuts of the window
        }
        switch (event.getCode()) {
            case UP -> show(rowFocus.move(-1));
            case DOWN -> show(rowFocus.move(1));
            case HOME -> show(rowFocus.toFirst());
            case END -> {
                view.toNewest();
                rowFocus.toLast();
            }
            case PAGE_UP -> scrollBy(-SCREEN);
            case PAGE_DOWN -> scrollBy(SCREEN);
            case ESCAPE -> leave();
            case C -> {
                if (!isCopy) {
                    return;
                }
                copy();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void show(Optional<Integer> row) {
        row.ifPresent(
                at -> {
                    place.scrolled();
                    flow.show(at);
                    view.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
                });
    }

    private void scrollBy(double screens) {
        place.scrolled();
        flow.scrollYBy(screens * flow.getHeight());
    }

    private void leave() {
        selection.clear();
        rowFocus.clear();
        model.dismissNewLine();
        leave.run();
    }

    private void copy() {
        var selected = selection.words();
        var text =
                selected.isEmpty() ? rowFocus.node().map(ColumnRow::copyText).orElse("") : selected;
        if (!text.isEmpty()) {
            TimelineMenu.copy(text);
        }
    }

    private String selectedIn(ColumnRow row) {
        return row instanceof BubbleRow bubble && selection.isIn(bubble.bubble())
                ? selection.words()
                : "";
    }

    private static Optional<ColumnRow> rowAt(Object target) {
        return around(target)
                .filter(ColumnRow.class::isInstance)
                .map(ColumnRow.class::cast)
                .findFirst();
    }

    /// A node and those it is in, from the inside out; nothing for a target that is no node.
    static Stream<Node> around(Object target) {
        return target instanceof Node node
                ? Stream.<Node>iterate(node, each -> each != null, Node::getParent)
                : Stream.empty();
    }
}
