package kith.ui.timeline;

import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.widget.Icon;

import org.fxmisc.flowless.VirtualFlow;
import org.jspecify.annotations.Nullable;

import java.util.List;
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
    private final TimelineWords words;
    private final Picks picks;
    private final TimelineMenu menu;
    private final HoverBarPlace bar;
    private Runnable leave = () -> {};

    /// The message that a button was pressed on.
    private Optional<Bubble> pressed = Optional.empty();

    TimelineInput(
            TimelineView view,
            TimelineViewModel model,
            VirtualFlow<TimelineRow, TimelineCell> flow,
            ReadingPlace place,
            TimelineWords words) {
        this.view = view;
        this.model = model;
        this.flow = flow;
        this.place = place;
        rowFocus = new RowFocus(flow, model.rows());
        this.words = words;
        picks = new Picks(model.rows());
        menu = new TimelineMenu(model, words);
        bar = new HoverBarPlace(view, hoverBar(), this::messageWithFocus);
        view.focusedProperty().subscribe(this::drawFocus);
        view.addEventFilter(ScrollEvent.ANY, event -> place.scrolled());
        view.addEventFilter(MouseEvent.ANY, this::mouseOnScrollBar);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::mousePressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::mouseDragged);
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::mouseClicked);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        view.setOnContextMenuRequested(this::menuRequested);
    }

    private HoverBar hoverBar() {
        var actions =
                List.of(
                        new BarAction(
                                Icon.EMOTICON_PLUS_OUTLINE,
                                words.texts().say("timeline.react"),
                                Bubble::isReactable,
                                row -> model.actions().chooseReaction(row.row())),
                        new BarAction(
                                Icon.REPLY_OUTLINE,
                                words.texts().say("timeline.reply"),
                                model.actions()::isRepliable,
                                row -> model.actions().reply(row.row())));
        return new HoverBar(
                actions,
                words.texts().say("timeline.moreActions"),
                (row, made) -> menu.openUnder(row, selectedIn(row), made));
    }

    /// Says what Escape does, after what is new and what is selected is dismissed.
    void onLeave(Runnable leave) {
        this.leave = leave;
    }

    /// The row the keyboard is at, if it is in sight.
    Optional<ColumnRow> focusedRow() {
        return rowFocus.node();
    }

    /// Draws the ring and what is picked again, which a cell that was made anew doesn't have.
    void drawFocus() {
        rowFocus.draw(view.isFocused());
        drawPicks();
        bar.look();
    }

    /// The messages that are picked, oldest first, else the one that the keyboard is at.
    List<Bubble> chosen() {
        var picked = picks.messages();
        return picked.isEmpty()
                ? messageWithFocus().map(BubbleRow::row).map(List::of).orElseGet(List::of)
                : picked;
    }

    private void drawPicks() {
        flow.visibleCells().forEach(cell -> cell.node().setPicked(picks.has(cell.row().key())));
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
            bar.look();
            pick(event);
        }
    }

    /// With a key held, the message under the pointer, or all up to it.
    private void pick(MouseEvent event) {
        var row = messageAt(event.getTarget());
        pressed = row;
        if (row.isPresent() && event.isShortcutDown()) {
            picks.toggle(row.get());
            selection.clear();
        } else if (row.isPresent() && event.isShiftDown()) {
            picks.extendTo(row.get());
            selection.clear();
        } else {
            picks.clear();
            row.ifPresent(picks::beginAt);
        }
        drawPicks();
    }

    /// From one message to another it is the messages that are picked, in one its words.
    private void mouseDragged(MouseEvent event) {
        if (!event.isPrimaryButtonDown()) {
            return;
        }
        var from = pressed;
        var to = messageAt(event.getPickResult().getIntersectedNode());
        boolean isInOne = to.isEmpty() || from.isEmpty() || from.equals(to);
        if (!isInOne) {
            selection.clear();
            picks.extendTo(to.get());
        } else if (picks.isEmpty()) {
            selection.dragged(event);
        } else if (from.equals(to)) {
            to.ifPresent(picks::beginAt);
        }
        drawPicks();
    }

    private void mouseClicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            WordNodes.link(event.getTarget()).ifPresent(model::open);
        }
    }

    private void menuRequested(ContextMenuEvent event) {
        var picked = picks.messages();
        if (picked.size() > 1 && isOnPicked(event)) {
            rowFocus.node()
                    .or(() -> rowAt(event.getTarget()))
                    .or(this::pickedRow)
                    .ifPresent(row -> menu.openOfPicked(row, picked, at(row, event)));
        } else if (event.isKeyboardTrigger()) {
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

    /// Where the menu key opens it after the pointer has picked: the keyboard is at no row then.
    private Optional<ColumnRow> pickedRow() {
        return flow.visibleCells().stream()
                .filter(cell -> picks.has(cell.row().key()))
                .<ColumnRow>map(TimelineCell::node)
                .findFirst();
    }

    private boolean isOnPicked(ContextMenuEvent event) {
        return event.isKeyboardTrigger()
                || messageAt(event.getTarget()).filter(row -> picks.has(row.message())).isPresent();
    }

    private static Point2D at(ColumnRow row, ContextMenuEvent event) {
        if (!event.isKeyboardTrigger()) {
            return new Point2D(event.getScreenX(), event.getScreenY());
        }
        var anchor = row.menuAnchor();
        var bounds = anchor.localToScreen(anchor.getBoundsInLocal());
        return new Point2D(bounds.getMinX(), bounds.getMaxY());
    }

    private void keyPressed(KeyEvent event) {
        boolean isCopy = event.getCode() == KeyCode.C && event.isShortcutDown();
        if (!isCopy && (event.isAltDown() || event.isShortcutDown())) {
            return; // shortcuts of the window
        }
        switch (event.getCode()) {
            case UP -> move(-1, event.isShiftDown());
            case DOWN -> move(1, event.isShiftDown());
            case SPACE -> {
                if (focusedMessage().isEmpty()) {
                    return;
                }
                focusedMessage().ifPresent(picks::toggle);
                drawPicks();
            }
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
                    bar.look();
                    view.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
                });
    }

    /// To another message; with Shift held, all on the way are picked.
    private void move(int by, boolean isPicking) {
        if (isPicking && picks.isEmpty()) {
            focusedMessage().ifPresent(picks::extendTo);
        }
        show(rowFocus.move(by));
        if (isPicking) {
            focusedMessage().ifPresent(picks::extendTo);
            drawPicks();
        }
    }

    /// The message the keyboard is at, while it is in the timeline and that in sight.
    Optional<BubbleRow> messageWithFocus() {
        return rowFocus.node()
                .filter(row -> view.isFocused())
                .filter(BubbleRow.class::isInstance)
                .map(BubbleRow.class::cast);
    }

    private Optional<Bubble> focusedMessage() {
        return rowFocus.row().filter(Bubble.class::isInstance).map(Bubble.class::cast);
    }

    private void scrollBy(double screens) {
        place.scrolled();
        flow.scrollYBy(screens * flow.getHeight());
    }

    private void leave() {
        if (!picks.isEmpty()) {
            picks.clear();
            drawPicks();
            return;
        }
        selection.clear();
        rowFocus.clear();
        bar.look();
        model.dismissNewLine();
        leave.run();
    }

    private void copy() {
        var text = copied();
        if (!text.isEmpty()) {
            TimelineMenu.copy(text);
        }
    }

    private String copied() {
        var picked = picks.messages();
        if (picked.size() > 1) {
            return words.copiedWithNames(picked);
        }
        if (!picked.isEmpty()) {
            return words.copied(picked);
        }
        var selected = selection.words();
        return selected.isEmpty() ? rowFocus.node().map(ColumnRow::copyText).orElse("") : selected;
    }

    private String selectedIn(ColumnRow row) {
        return row instanceof BubbleRow bubble && selection.isIn(bubble.bubble())
                ? selection.words()
                : "";
    }

    private static Optional<Bubble> messageAt(@Nullable Object target) {
        return rowAt(target)
                .filter(BubbleRow.class::isInstance)
                .map(BubbleRow.class::cast)
                .map(BubbleRow::row);
    }

    private static Optional<ColumnRow> rowAt(@Nullable Object target) {
        return around(target)
                .filter(ColumnRow.class::isInstance)
                .map(ColumnRow.class::cast)
                .findFirst();
    }

    /// A node and those it is in, from the inside out; nothing for a target that is no node.
    static Stream<Node> around(@Nullable Object target) {
        return target instanceof Node node
                ? Stream.<Node>iterate(node, each -> each != null, Node::getParent)
                : Stream.empty();
    }
}
