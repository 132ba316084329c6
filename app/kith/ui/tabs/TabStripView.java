package kith.ui.tabs;

import javafx.collections.ListChangeListener;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import kith.model.ChatKey;
import kith.ui.presence.PresenceLook;
import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.NameItem;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The strip of tabs. Tabs keep their width; those without room are in the menu at the end.
///
/// One Tab stop: the arrow keys, Home and End move the focus among the tabs, Enter and Space select
/// one, Delete closes it, the menu key opens its menu. A tab is dragged to another place with the
/// pointer, or out of the strip into a window of its own.
public final class TabStripView extends Region {

    private final TabStripViewModel model;
    private final Texts texts;
    private final PresenceLook look;
    private final Map<ChatKey, TabView> views = new HashMap<>();
    private final IconButton more;
    private final TabDrag drag;
    private final SearchTabView search;
    private List<TabView> ordered = List.of();
    private BitSet drawn = new BitSet();
    private boolean isBrief;
    private TearOff tearOff = (tab, x, y) -> {};

    public TabStripView(TabStripViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.look = new PresenceLook(texts);
        getStyleClass().add("tab-strip");
        setAccessibleRole(AccessibleRole.TAB_PANE);
        setAccessibleText(texts.say("tabs.name"));
        more = new IconButton(Icon.CHEVRON_DOWN, 18, texts.say("tabs.more.name"));
        more.getStyleClass().add("worded");
        more.setOnAction(event -> showMenu());
        drag =
                new TabDrag(
                        this,
                        (tab, place) -> model.move(tab.key(), place),
                        (tab, x, y) -> tearOff.tearOff(tab, x, y));
        search = new SearchTabView(model, texts);
        model.tabs().addListener((ListChangeListener<ChatTab>) change -> show());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        rearrange(List.of());
        show();
        model.searchProperty().subscribe(this::showSearch);
    }

    /// What happens to a tab that is dropped outside of the strip.
    @FunctionalInterface
    public interface TearOff {

        /// It is dropped here.
        ///
        /// @param x of the pointer on the screen, in px, as y
        void tearOff(ChatTab tab, double x, double y);
    }

    public void onTearOff(TearOff tearOff) {
        this.tearOff = tearOff;
    }

    /// Shows those that are not selected by their pictures alone.
    public void setBrief(boolean isBrief) {
        this.isBrief = isBrief;
        ordered.forEach(tab -> tab.setBrief(isBrief));
        search.setBrief(isBrief);
        requestLayout();
    }

    /// Moves the focus to the selected tab.
    @Override
    public void requestFocus() {
        selected().ifPresent(TabView::requestFocus);
        if (model.isSearching()) {
            search.requestFocus();
        }
    }

    private void showSearch(Optional<SearchTab> tab) {
        tab.ifPresent(search::show);
        rearrange(ordered);
        requestLayout();
    }

    private void show() {
        var next = new ArrayList<TabView>();
        for (var tab : model.tabs()) {
            var view = views.computeIfAbsent(tab.key(), key -> newView(tab));
            view.show(tab);
            view.setFocusTraversable(tab.isSelected());
            next.add(view);
        }
        views.values().retainAll(next);
        markNeighbours(next);
        if (!ordered.equals(next)) {
            rearrange(List.copyOf(next));
        }
        requestLayout();
    }

    private void rearrange(List<TabView> next) {
        ordered = next;
        var children = new ArrayList<Node>(next);
        boolean isSearched = model.searchProperty().get().isPresent();
        if (isSearched) {
            children.add(search);
        }
        children.add(more);
        children.add(drag.insertion());
        if (!children.equals(getChildren())) {
            getChildren().setAll(children);
        }
        setVisible(isSearched || !next.isEmpty());
        setManaged(isSearched || !next.isEmpty());
    }

    /// The line between two tabs is at the start of the second, but not beside the selected one.
    private static void markNeighbours(List<TabView> tabs) {
        boolean isPlain = false;
        for (int i = 0; i < tabs.size(); i++) {
            var classes = tabs.get(i).getStyleClass();
            classes.removeAll("first", "after-selected");
            if (i == 0) {
                classes.add("first");
            } else if (!isPlain) {
                classes.add("after-selected");
            }
            isPlain = !tabs.get(i).tab().isSelected();
        }
    }

    private TabView newView(ChatTab tab) {
        var key = tab.key();
        var view = new TabView(tab, () -> model.close(key), look, texts);
        view.setBrief(isBrief);
        view.setOnMousePressed(event -> drag.press(view, event));
        view.setOnMouseClicked(event -> clicked(key, event));
        view.setOnContextMenuRequested(event -> menuRequested(view, event));
        return view;
    }

    private void clicked(ChatKey chat, MouseEvent event) {
        if (event.getButton() == MouseButton.MIDDLE) {
            model.close(chat);
        } else if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            model.select(chat);
        }
    }

    private void menuRequested(TabView view, ContextMenuEvent event) {
        var menu = new TabMenu(model, texts).make(view.tab());
        if (event.isKeyboardTrigger()) {
            menu.show(view, Side.BOTTOM, 0, 0);
        } else {
            menu.show(view, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private void pressedInSearch(KeyEvent event) {
        boolean isMirrored =
                getEffectiveNodeOrientation() == javafx.geometry.NodeOrientation.RIGHT_TO_LEFT;
        var before = isMirrored ? KeyCode.RIGHT : KeyCode.LEFT;
        switch (event.getCode()) {
            case ENTER, SPACE -> model.showSearch();
            case DELETE -> model.closeSearch();
            case HOME -> focus(drawn.nextSetBit(0));
            case END -> {}
            default -> {
                if (event.getCode() != before) {
                    return;
                }
                focus(drawn.length() - 1);
            }
        }
        event.consume();
    }

    private void pressed(KeyEvent event) {
        if (search.isFocused() && !event.isShortcutDown() && !event.isAltDown()) {
            pressedInSearch(event);
            return;
        }
        int now = focused();
        if (now < 0 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean isMirrored =
                getEffectiveNodeOrientation() == javafx.geometry.NodeOrientation.RIGHT_TO_LEFT;
        var after = isMirrored ? KeyCode.LEFT : KeyCode.RIGHT;
        boolean isBeforeSearch = event.getCode() == after && now == drawn.length() - 1;
        if (model.searchProperty().get().isPresent()
                && (isBeforeSearch || event.getCode() == KeyCode.END)) {
            search.requestFocus();
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case LEFT ->
                    focus(isMirrored ? drawn.nextSetBit(now + 1) : drawn.previousSetBit(now - 1));
            case RIGHT ->
                    focus(isMirrored ? drawn.previousSetBit(now - 1) : drawn.nextSetBit(now + 1));
            case HOME -> focus(drawn.nextSetBit(0));
            case END -> focus(drawn.length() - 1);
            case ENTER, SPACE -> model.select(ordered.get(now).tab().key());
            case DELETE -> model.close(ordered.get(now).tab().key());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void focus(int index) {
        if (index >= 0) {
            ordered.get(index).requestFocus();
        }
    }

    private int focused() {
        for (int i = 0; i < ordered.size(); i++) {
            if (ordered.get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    private Optional<TabView> selected() {
        return ordered.stream().filter(view -> view.tab().isSelected()).findFirst();
    }

    private void showMenu() {
        var menu = new ContextMenu();
        for (int i = 0; i < ordered.size(); i++) {
            if (!drawn.get(i)) {
                var tab = ordered.get(i).tab();
                var item = new NameItem(tab.title(), ordered.get(i).picture());
                item.setOnAction(event -> model.select(tab.key()));
                menu.getItems().add(item);
            }
        }
        selected().ifPresent(view -> new TabMenu(model, texts).addTo(menu, view.tab()));
        menu.show(more, Side.BOTTOM, 0, 4);
    }

    @Override
    protected double computePrefWidth(double height) {
        return ordered.stream().mapToDouble(tab -> tab.prefWidth(-1)).sum() + searchWidth();
    }

    private double searchWidth() {
        return model.searchProperty().get().isPresent() ? snapSizeX(search.prefWidth(-1)) : 0;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        var widths = ordered.stream().mapToDouble(tab -> snapSizeX(tab.prefWidth(-1))).toArray();
        int selected = selected().map(ordered::indexOf).orElse(-1);
        more.setText(texts.count("tabs.more", ordered.size()));
        double menu = snapSizeX(more.prefWidth(-1)) + snappedRightInset();
        double forSearch = searchWidth();
        drawn = TabRoom.drawn(widths, selected, getWidth() - forSearch, menu);
        drag.over(ordered, drawn);
        double x = 0;
        for (int i = 0; i < widths.length; i++) {
            var tab = ordered.get(i);
            tab.setVisible(drawn.get(i));
            if (drawn.get(i)) {
                tab.resizeRelocate(x, 0, widths[i], getHeight());
                x += widths[i];
            }
        }
        search.resizeRelocate(x, 0, forSearch, getHeight());
        layoutMore(ordered.size() - drawn.cardinality());
    }

    private void layoutMore(int hidden) {
        more.setVisible(hidden > 0);
        more.setText(texts.count("tabs.more", hidden));
        double width = snapSizeX(more.prefWidth(-1));
        double height = snapSizeY(more.prefHeight(-1));
        more.resizeRelocate(
                getWidth() - width - snappedRightInset(),
                snapPositionY((getHeight() - height) / 2),
                width,
                height);
    }
}
