package kith.ui.widget;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A list whose rows do something when they are clicked, and are selected by nobody but their own
/// state: which chat is open, and the like.
///
/// While rows come, go and move, those in sight stay where they are, and the focus with its row.
///
/// One Tab stop. Arrow keys, Page Up and Down, Home and End move the focus among the rows, Enter
/// and Space open the focused one, Ctrl+Enter opens it in the background.
public final class RowList<T> extends ListView<T> {

    private final ScrollPlace place = new ScrollPlace(this);
    private Consumer<T> open = row -> {};
    private Consumer<T> openInBackground = row -> {};
    private Predicate<T> isPassed = row -> false;
    private Optional<RowPicks<T>> picks = Optional.empty();
    private Optional<RowMenu<T>> menu = Optional.empty();
    private Optional<GradualFill> fill = Optional.empty();
    private boolean isMenuOpened;

    /// @param name what a screen reader calls the list
    public RowList(ObservableList<T> rows, String name, Supplier<? extends RowCell<T>> cells) {
        super(rows);
        getStyleClass().add("rows");
        setAccessibleText(name);
        setSelectionModel(new NoSelection<>());
        setFocusModel(new RowFocus<>(rows));
        setCellFactory(list -> newCell(cells.get()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        focusedProperty().subscribe(this::focusSomeRow);
        rows.addListener(place::follow);
    }

    /// Says what a click and Enter do with a row.
    public RowList<T> onOpen(Consumer<T> open) {
        this.open = open;
        return this;
    }

    /// Says what a middle click, Ctrl+click and Ctrl+Enter do with a row.
    public RowList<T> onOpenInBackground(Consumer<T> openInBackground) {
        this.openInBackground = openInBackground;
        return this;
    }

    /// Says which menu a row has, if it has one: a right click and the menu key open it.
    public RowList<T> onMenu(Function<T, Optional<ContextMenu>> menu) {
        var rowMenu = new RowMenu<>(this, menu);
        this.menu = Optional.of(rowMenu);
        setOnContextMenuRequested(rowMenu::requested);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> menuKeyPressed(event, rowMenu));
        return this;
    }

    /// Has a click and Enter open the menu of a row, too; a click that picks several doesn't.
    public RowList<T> openingMenu() {
        isMenuOpened = true;
        return onOpen(row -> menu.ifPresent(RowMenu::openAtFocus));
    }

    /// A row was clicked and picked.
    void menuClicked(MouseEvent event) {
        boolean isPlain =
                event.getButton() == MouseButton.PRIMARY
                        && !event.isShiftDown()
                        && !event.isShortcutDown();
        if (isMenuOpened && isPlain) {
            menu.ifPresent(it -> it.clicked(event));
        }
    }

    /// Not every system takes Shift+F10 for the menu key.
    private void menuKeyPressed(KeyEvent event, RowMenu<T> menu) {
        if (event.getCode() == KeyCode.F10 && event.isShiftDown() && isFocused()) {
            menu.openAtFocus();
            event.consume();
        }
    }

    /// Says which rows the keys pass over, since there is nothing to do with them.
    public RowList<T> passing(Predicate<T> isPassed) {
        this.isPassed = isPassed;
        return this;
    }

    /// Has the user pick rows.
    ///
    /// @param key what stays the same while a row changes
    /// @param isPickable whether anything can be done with a row
    public RowPicks<T> picking(Function<T, Object> key, Predicate<T> isPickable) {
        var made = new RowPicks<>(this, key, isPickable);
        picks = Optional.of(made);
        return made;
    }

    /// Has the first rows come over some frames where there are many, so that the window is not
    /// held up when the list is opened.
    public RowList<T> fillingGradually() {
        fill = Optional.of(new GradualFill(this));
        return this;
    }

    Optional<RowPicks<T>> picks() {
        return picks;
    }

    /// Shows which rows are picked now.
    void drawPicks() {
        for (var node : lookupAll(".list-cell")) {
            if (node instanceof RowCell<?> cell) {
                cell.drawPick();
            }
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        fill.ifPresent(GradualFill::limit);
        place.restore();
    }

    private static <T> RowCell<T> newCell(RowCell<T> cell) {
        cell.setOnMouseClicked(cell::clicked);
        return cell;
    }

    void open(T row) {
        open.accept(row);
    }

    void openInBackground(T row) {
        openInBackground.accept(row);
    }

    private void pressed(KeyEvent event) {
        var before = focusedRow();
        if (isFocused() && picks.filter(it -> it.pressed(event, before)).isPresent()) {
            return;
        }
        int now = getFocusModel().getFocusedIndex();
        switch (event.getCode()) {
            case UP -> focus(now - 1, event);
            case DOWN -> focus(now + 1, event);
            case PAGE_UP -> focus(now - rowsInView(), event);
            case PAGE_DOWN -> focus(now + rowsInView(), event);
            case HOME -> focus(0, event);
            case END -> focus(getItems().size() - 1, event);
            case ENTER, SPACE -> openFocused(event);
            default -> {}
        }
        if (event.isShiftDown() && getFocusModel().getFocusedIndex() != now) {
            picks.ifPresent(it -> it.moved(before, focusedRow()));
        }
    }

    private Optional<T> focusedRow() {
        return Optional.ofNullable(getFocusModel().getFocusedItem());
    }

    private void focus(int index, KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown()) {
            return; // shortcuts of the window
        }
        event.consume();
        if (getItems().isEmpty()) {
            return;
        }
        int row = Math.clamp(index, 0, getItems().size() - 1);
        int step = row < getFocusModel().getFocusedIndex() || index >= getItems().size() ? -1 : 1;
        reveal(row);
        if (!focusFrom(row, step)) {
            var _ = focusFrom(row, -step);
        }
    }

    /// Goes to the row, or to the next in that direction that isn't passed over.
    ///
    /// @return whether there is one
    private boolean focusFrom(int row, int step) {
        for (int at = row; at >= 0 && at < getItems().size(); at += step) {
            if (!isPassed.test(getItems().get(at))) {
                getFocusModel().focus(at);
                reveal(at);
                return true;
            }
        }
        return false;
    }

    private void openFocused(KeyEvent event) {
        @Nullable T row = getFocusModel().getFocusedItem();
        if (row == null || !isFocused()) { // a button in a row has keys of its own
            return;
        }
        event.consume();
        if (event.isShortcutDown()) {
            openInBackground(row);
        } else {
            open(row);
        }
    }

    private void focusSomeRow(boolean isFocused) {
        if (isFocused && getFocusModel().getFocusedIndex() < 0 && !getItems().isEmpty()) {
            var _ = focusFrom(0, 1);
        }
    }

    /// Scrolls as little as shows a row whole.
    ///
    /// @param row counted from 0
    public void reveal(int row) {
        if (lookup(".virtual-flow") instanceof javafx.scene.control.skin.VirtualFlow<?> flow) {
            flow.scrollTo(row);
        }
    }

    private int rowsInView() {
        if (lookup(".virtual-flow") instanceof javafx.scene.control.skin.VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null) {
            int first = flow.getFirstVisibleCell().getIndex();
            return Math.max(1, flow.getLastVisibleCell().getIndex() - first);
        }
        return 1;
    }

    /// Nothing is ever selected: a row's look follows its own state.
    private static final class NoSelection<T> extends MultipleSelectionModel<T> {

        @Override
        public ObservableList<Integer> getSelectedIndices() {
            return FXCollections.emptyObservableList();
        }

        @Override
        public ObservableList<T> getSelectedItems() {
            return FXCollections.emptyObservableList();
        }

        @Override
        public void selectIndices(int index, int... indices) {}

        @Override
        public void selectAll() {}

        @Override
        public void selectFirst() {}

        @Override
        public void selectLast() {}

        @Override
        public void clearAndSelect(int index) {}

        @Override
        public void select(int index) {}

        @Override
        public void select(T row) {}

        @Override
        public void clearSelection(int index) {}

        @Override
        public void clearSelection() {}

        @Override
        public boolean isSelected(int index) {
            return false;
        }

        @Override
        public boolean isEmpty() {
            return true;
        }

        @Override
        public void selectPrevious() {}

        @Override
        public void selectNext() {}
    }
}
