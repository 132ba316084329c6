package kith.ui.tabs;

import javafx.event.EventHandler;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import java.util.BitSet;
import java.util.List;
import java.util.function.ObjIntConsumer;

/// Moves a tab with the pointer to another place, where a line shows that it will land, or out of
/// the strip.
final class TabDrag {

    /// How far the pointer moves before a press becomes a drag, in px.
    private static final double START = 6;

    /// How far from the strip a tab is out of it, in px.
    private static final double OUT = 40;

    private final Region strip;
    private final Region insertion = new Region();
    private final ObjIntConsumer<ChatTab> move;
    private final TabStripView.TearOff tearOff;
    private List<TabView> tabs = List.of();
    private BitSet drawn = new BitSet();

    /// @param move to a place, counted without the tab itself
    TabDrag(Region strip, ObjIntConsumer<ChatTab> move, TabStripView.TearOff tearOff) {
        this.strip = strip;
        this.move = move;
        this.tearOff = tearOff;
        insertion.getStyleClass().add("insertion");
        insertion.setManaged(false);
        insertion.setVisible(false);
        insertion.setMouseTransparent(true);
    }

    /// The line, which lies over the tabs.
    Region insertion() {
        return insertion;
    }

    /// Says what is in the strip now.
    ///
    /// @param drawn which of the tabs have room
    void over(List<TabView> tabs, BitSet drawn) {
        this.tabs = tabs;
        this.drawn = drawn;
    }

    /// Begins, perhaps, with a press on a tab. It follows the pointer until the button is released,
    /// wherever it goes.
    void press(TabView view, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        var scene = strip.getScene();
        var gesture = new Gesture(view, event.getSceneX(), event.getSceneY());
        EventHandler<MouseEvent> dragged = gesture::drag;
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
        scene.addEventFilter(
                MouseEvent.MOUSE_RELEASED,
                new EventHandler<>() {
                    @Override
                    public void handle(MouseEvent released) {
                        scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
                        scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, this);
                        gesture.drop(released);
                    }
                });
    }

    private boolean isOut(MouseEvent event) {
        double y = strip.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
        return y < -OUT || y > strip.getHeight() + OUT;
    }

    /// Before which tab something lands that is dropped here.
    private int place(double x) {
        int last = 0;
        for (int i = drawn.nextSetBit(0); i >= 0; i = drawn.nextSetBit(i + 1)) {
            var tab = tabs.get(i);
            if (x < tab.getLayoutX() + tab.getWidth() / 2) {
                return i;
            }
            last = i + 1;
        }
        return last;
    }

    private void showInsertion(int place) {
        int before = drawn.previousSetBit(place - 1);
        double x = before < 0 ? 0 : tabs.get(before).getLayoutX() + tabs.get(before).getWidth();
        insertion.resizeRelocate(Math.max(0, x - 1), 0, 2, strip.getHeight());
        insertion.toFront();
        insertion.setVisible(true);
    }

    /// A press on a tab, and what becomes of it.
    private final class Gesture {

        private final TabView view;
        private final double fromX;
        private final double fromY;
        private int to;
        private boolean isUnderWay;

        Gesture(TabView view, double fromX, double fromY) {
            this.view = view;
            this.fromX = fromX;
            this.fromY = fromY;
        }

        void drag(MouseEvent event) {
            double far = Math.hypot(event.getSceneX() - fromX, event.getSceneY() - fromY);
            isUnderWay = isUnderWay || far > START;
            insertion.setVisible(false);
            if (isUnderWay && !isOut(event)) {
                to = place(strip.sceneToLocal(event.getSceneX(), event.getSceneY()).getX());
                showInsertion(to);
            }
        }

        void drop(MouseEvent event) {
            insertion.setVisible(false);
            int from = tabs.indexOf(view);
            if (!isUnderWay || from < 0) {
                return;
            }
            if (isOut(event)) {
                tearOff.tearOff(view.tab(), event.getScreenX(), event.getScreenY());
            } else if (to != from && to != from + 1) {
                move.accept(view.tab(), to > from ? to - 1 : to);
            }
        }
    }
}
