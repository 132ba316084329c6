package kith.ui.widget;

import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;

/// What waits to be seen: a number, an “@” for a mention, or a dot where there is no room.
///
/// A muted one is grey. An empty one takes no room.
public final class Badge extends Label {

    private static final int MOST = 99;

    private Badge(String... styleClasses) {
        getStyleClass().setAll("badge");
        getStyleClass().addAll(styleClasses);
        setAccessibleRole(AccessibleRole.TEXT);
        setMinWidth(USE_PREF_SIZE);
    }

    /// A badge that counts. Starts at zero, where it doesn't show.
    public static Badge count() {
        var badge = new Badge();
        badge.setShown(false);
        return badge;
    }

    /// A badge that says that the user was named.
    ///
    /// @param name what a screen reader says, such as “You were mentioned”
    public static Badge mention(String name) {
        var badge = new Badge("mention");
        badge.setGraphic(new IconView(Icon.AT, 13));
        badge.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        badge.setAccessibleText(name);
        return badge;
    }

    /// A dot that says that there is something new.
    ///
    /// @param name what a screen reader says, such as “Unread”
    public static Badge dot(String name) {
        var badge = new Badge("dot");
        badge.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        badge.setAccessibleText(name);
        return badge;
    }

    /// Shows a number, “99+” for more.
    ///
    /// @param count at least 0
    /// @param name what a screen reader says, such as “2 unread”
    public void setCount(int count, String name) {
        setText(count > MOST ? MOST + "+" : Integer.toString(count));
        setAccessibleText(name);
        setShown(count > 0);
    }

    /// Grey, for what the user doesn't want to be told of.
    public void setMuted(boolean muted) {
        getStyleClass().remove("muted");
        if (muted) {
            getStyleClass().add("muted");
        }
    }

    /// Round where there is one digit. The least width is said here and not by the stylesheet: that
    /// would let it be narrower than its number, which is gone then.
    @Override
    protected double computePrefWidth(double height) {
        return Math.max(super.computePrefWidth(height), minHeight(-1));
    }

    /// Hidden, it takes no room.
    public void setShown(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
