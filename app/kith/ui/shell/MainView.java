package kith.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import java.util.function.DoubleConsumer;

/// The sidebar and the chats beside each other, or, where the window is narrow, one of the two.
///
/// The sidebar's edge can be dragged; a double click puts it back.
final class MainView extends Region {

    /// Narrower than this, one pane is shown at a time; in px at a text size of 14.
    private static final double NARROW = 700;

    /// Its widths are in px at a text size of 14, too.
    private static final double SIDEBAR = 304;

    private static final double SIDEBAR_LEAST = 240;
    private static final double SIDEBAR_MOST = 400;
    private static final double HANDLE = 6;

    /// The style class of the sidebar where nothing is beside it.
    private static final String ALONE = "alone";

    private final Region sidebar;
    private final Region chats;
    private final Region handle = new Region();
    private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper();
    private final BooleanProperty chatShown = new SimpleBooleanProperty();
    private double sidebarWidth = SIDEBAR;

    MainView(Region sidebar, Region chats) {
        this.sidebar = sidebar;
        this.chats = chats;
        getStyleClass().add("main");
        handle.setCursor(Cursor.H_RESIZE);
        handle.setOnMouseDragged(this::drag);
        handle.setOnMouseClicked(this::reset);
        getChildren().addAll(sidebar, chats, handle);
        narrow.subscribe(this::showPanes);
        chatShown.subscribe(this::showPanes);
    }

    /// Whether there is room for one pane only.
    ReadOnlyBooleanProperty narrowProperty() {
        return narrow.getReadOnlyProperty();
    }

    /// Which pane is shown where there is room for one: the chats, or the lists.
    BooleanProperty chatShownProperty() {
        return chatShown;
    }

    /// Whether the user sees the chats now.
    boolean isChatVisible() {
        return !narrow.get() || chatShown.get();
    }

    /// Makes the sidebar wider or narrower.
    ///
    /// @param width in px at a text size of 14
    void setSidebarWidth(double width) {
        sidebarWidth = Math.clamp(width, SIDEBAR_LEAST, SIDEBAR_MOST);
        requestLayout();
    }

    /// Says who is told of each width that the user gave the sidebar.
    void setOnSidebarResized(DoubleConsumer onSidebarResized) {
        handle.setOnMouseReleased(event -> onSidebarResized.accept(sidebarWidth));
    }

    /// Moves the focus to where the user would go on.
    @Override
    public void requestFocus() {
        chats.requestFocus();
    }

    private void drag(MouseEvent event) {
        setSidebarWidth(sceneToLocal(event.getSceneX(), 0).getX() / scale());
    }

    private void reset(MouseEvent event) {
        if (event.getClickCount() == 2) {
            setSidebarWidth(SIDEBAR);
        }
    }

    private void showPanes() {
        sidebar.setVisible(!narrow.get() || !chatShown.get());
        chats.setVisible(isChatVisible());
        handle.setVisible(!narrow.get());
        sidebar.getStyleClass().remove(ALONE);
        if (narrow.get()) {
            sidebar.getStyleClass().add(ALONE);
        }
        requestLayout();
    }

    /// How much larger than usual the text is, by the width that the stylesheet gives the sidebar.
    private double scale() {
        return sidebar.getPrefWidth() > 0 ? sidebar.getPrefWidth() / SIDEBAR : 1;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        narrow.set(width < NARROW * scale());
        if (narrow.get()) {
            sidebar.resizeRelocate(0, 0, width, height);
            chats.resizeRelocate(0, 0, width, height);
        } else {
            double side = snapSizeX(sidebarWidth * scale());
            sidebar.resizeRelocate(0, 0, side, height);
            chats.resizeRelocate(side, 0, width - side, height);
            handle.resizeRelocate(side - HANDLE / 2, 0, HANDLE, height);
        }
    }
}
