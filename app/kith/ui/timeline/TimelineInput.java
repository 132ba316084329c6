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

import kith.model.MessageKey;
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
    private final TextSelection selection;
    private final SelectionKeys selectionKeys;
    private final MouseSelection mouse;
    private final TimelineWords words;
    private final Picks picks;
    private final TimelineMenu menu;
    private final HoverBarPlace bar;
    private Runnable leave = () -> {};

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
        selection = new TextSelection(flow, model.rows(), words.texts());
        selectionKeys = new SelectionKeys(selection);
        mouse = new MouseSelection(view, model, flow, place, selection, picks, this::drawSelected);
        menu = new TimelineMenu(model, words);
        bar = new HoverBarPlace(view, hoverBar(), this::messageForBar);
        view.focusedProperty().subscribe(this::drawFocus);
        view.addEventFilter(ScrollEvent.ANY, event -> place.scrolled());
        view.addEventFilter(MouseEvent.ANY, this::mouseOnScrollBar);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::mousePressed);
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

    /// Draws the ring and what is picked and selected again, which a cell that was made anew
    /// doesn't have.
    void drawFocus() {
        rowFocus.draw(view.isFocused());
        drawSelected();
        bar.look();
    }

    /// The keyboard is at a message now, which may be still to come.
    void focus(MessageKey message) {
        selection.clear();
        rowFocus.focus(message);
        view.requestRows();
    }

    /// The messages that are picked, oldest first, else the one that the keyboard is at.
    List<Bubble> chosen() {
        var picked = picks.messages();
        return picked.isEmpty()
                ? messageWithFocus().map(BubbleRow::row).map(List::of).orElseGet(List::of)
                : picked;
    }

    private void drawSelected() {
        selection.draw(view.isFocused());
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
        if (event.getButton() == MouseButton.PRIMARY) {
            rowFocus.clear();
            bar.look();
            mouse.pressed(event);
        }
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
        var page = PageKeys.of(event, view);
        if (page.isPresent()) {
            page.get().run();
            event.consume();
        } else if (SelectionKeys.isOne(event) ? select(event) : act(event)) {
            event.consume();
        }
    }

    /// Selects by keys in the message where words are selected already, else in the one that the
    /// keyboard is at; brings it into sight.
    ///
    /// @return whether there was anything to do
    private boolean select(KeyEvent event) {
        if (!view.isFocused()) {
            return false; // at a button in a message
        }
        var row =
                selection
                        .message()
                        .filter(it -> picks.isEmpty())
                        .flatMap(rowFocus::index)
                        .or(rowFocus::index)
                        .flatMap(this::inSight);
        if (row.isEmpty() || !selectionKeys.pressed(event, row.get())) {
            return false;
        }
        picks.clear();
        rowFocus.focus(row.get().row());
        drawFocus();
        showCaret(row.get());
        return true;
    }

    /// The message of a row, laid out.
    private Optional<BubbleRow> inSight(int index) {
        if (flow.getCellIfVisible(index).isEmpty()) {
            place.scrolled();
            flow.show(index);
            view.layout();
        }
        return flow.getCellIfVisible(index)
                .map(TimelineCell::node)
                .filter(BubbleRow.class::isInstance)
                .map(BubbleRow.class::cast);
    }

    /// Scrolls as far as it takes to see the caret: a message may be higher than the timeline.
    private void showCaret(BubbleRow row) {
        var caret = row.bubble().text().caretInScene();
        var index = rowFocus.index(row.row().message());
        if (caret.isPresent() && index.isPresent()) {
            place.scrolled();
            flow.show(index.get(), row.sceneToLocal(caret.get()));
        }
        view.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    /// @return whether the key does anything here
    private boolean act(KeyEvent event) {
        boolean isCopy = event.getCode() == KeyCode.C && event.isShortcutDown();
        if (!isCopy && (event.isAltDown() || event.isShortcutDown())) {
            return false; // shortcuts of the window
        }
        switch (event.getCode()) {
            case UP -> move(-1, event.isShiftDown());
            case DOWN -> move(1, event.isShiftDown());
            case SPACE -> {
                if (focusedMessage().isEmpty()) {
                    return false;
                }
                selection.clear();
                focusedMessage().ifPresent(picks::toggle);
                drawSelected();
            }
            case ENTER -> {
                return openLink();
            }
            case HOME -> {
                selection.clear();
                show(rowFocus.toFirst());
            }
            case END -> view.toLast();
            case PAGE_DOWN -> view.pageDown();
            case ESCAPE -> leave();
            case C -> {
                if (!isCopy) {
                    return false;
                }
                copy();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Opens the link of the message that the keyboard is at, if it has one and no other.
    private boolean openLink() {
        var links = messageWithFocus().map(row -> row.bubble().text().links()).orElse(List.of());
        if (links.size() != 1) {
            return false;
        }
        model.open(links.getFirst());
        return true;
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
        selection.clear();
        if (isPicking && picks.isEmpty()) {
            focusedMessage().ifPresent(picks::extendTo);
        }
        show(rowFocus.move(by));
        if (isPicking) {
            focusedMessage().ifPresent(picks::extendTo);
            drawSelected();
        }
    }

    /// To the last row that is held.
    void focusLast() {
        selection.clear();
        rowFocus.toLast();
    }

    /// Not over words that are being selected, which it would hide.
    private Optional<BubbleRow> messageForBar() {
        return messageWithFocus().filter(row -> !selection.isShown());
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

    /// Scrolls by pages, downwards where positive.
    void page(int pages) {
        place.scrolled();
        flow.scrollYBy(pages * SCREEN * flow.getHeight());
    }

    private void leave() {
        if (!picks.isEmpty()) {
            picks.clear();
            drawSelected();
            return;
        }
        if (selection.isShown()) {
            selection.clear();
            bar.look();
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
        return row instanceof BubbleRow bubble && selection.isIn(bubble.row().message())
                ? selection.words()
                : "";
    }

    /// The message that a node is in.
    static Optional<Bubble> messageAt(@Nullable Object target) {
        return rowAt(target)
                .filter(BubbleRow.class::isInstance)
                .map(BubbleRow.class::cast)
                .map(BubbleRow::row);
    }

    /// The row that a node is in.
    static Optional<ColumnRow> rowAt(@Nullable Object target) {
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
