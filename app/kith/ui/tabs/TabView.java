package kith.ui.tabs;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;

import kith.model.Chat;
import kith.model.Presence;
import kith.ui.presence.PresenceLook;
import kith.ui.text.Texts;
import kith.ui.widget.Avatar;
import kith.ui.widget.Badge;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Hint;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.stream.Stream;

/// One tab: picture, name, mark of what waits, and a button to close it while the pointer or the
/// focus is on it, or it is selected.
///
/// The button of a tab that is not selected lies over the end of the tab, so that nothing moves
/// when the pointer comes.
final class TabView extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

    private final Texts texts;
    private final PresenceLook look;
    private final Avatar avatar = new Avatar(20);
    private final EmojiLabel title = new EmojiLabel();
    private final Badge dot;
    private final Badge mention;
    private final Runnable onClose;

    /// The name, which may be cut, or not be there at all.
    private final Hint wholeTitle = new Hint(this);

    private @Nullable IconButton close;
    private ChatTab tab;
    private boolean isBrief;

    TabView(ChatTab tab, Runnable onClose, PresenceLook look, Texts texts) {
        this.tab = tab;
        this.onClose = onClose;
        this.look = look;
        this.texts = texts;
        getStyleClass().add("tab");
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        title.getStyleClass().add("tab-title");
        dot = Badge.dot(texts.say("tabs.unread"));
        mention = Badge.mention(texts.say("tabs.mention"));
        getChildren().addAll(avatar, title, dot, mention);
        hoverProperty().subscribe(this::showClose);
        focusedProperty().subscribe(this::showClose);
        show(tab);
    }

    ChatTab tab() {
        return tab;
    }

    /// Another picture like the tab's own, for the menu of those without room.
    Avatar picture() {
        var picture = new Avatar(20);
        draw(picture);
        return picture;
    }

    /// Shows what the tab says now.
    void show(ChatTab newest) {
        tab = newest;
        draw(avatar);
        title.setText(tab.title());
        wholeTitle.say(tab.title());
        dot.setShown(tab.mark() == ChatTab.Mark.UNREAD || tab.mark() == ChatTab.Mark.MUTED);
        dot.setMuted(tab.mark() == ChatTab.Mark.MUTED);
        dot.setManaged(dot.isVisible() && !tab.isPinned());
        mention.setShown(tab.mark() == ChatTab.Mark.MENTION);
        pseudoClassStateChanged(SELECTED, tab.isSelected());
        pseudoClassStateChanged(UNREAD, tab.mark().isWaiting());
        setAccessibleText(name());
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
        setBrief(isBrief);
        showClose();
    }

    /// Shows the picture alone, where there is little room and the tab isn't selected. A pinned tab
    /// has never more than that.
    void setBrief(boolean isBrief) {
        this.isBrief = isBrief;
        boolean isTitleShown = !tab.isPinned() && (!isBrief || tab.isSelected());
        title.setVisible(isTitleShown);
        title.setManaged(isTitleShown);
        getStyleClass().removeAll("brief", "pinned");
        if (tab.isPinned()) {
            getStyleClass().add("pinned");
        }
        if (!isTitleShown) {
            getStyleClass().add("brief");
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? tab.isSelected()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (dot.isVisible() && !dot.isManaged()) {
            layoutDot();
        }
        if (close != null && !close.isManaged()) {
            double size = snapSizeX(close.prefWidth(-1));
            double room = Math.max(size, snappedRightInset()); // beside a mark, not over it
            close.resizeRelocate(
                    snapPositionX(getWidth() - (room + size) / 2),
                    snapPositionY((getHeight() - size) / 2),
                    size,
                    size);
        }
    }

    /// At the upper end corner of the picture, where there is nothing beside it.
    private void layoutDot() {
        double size = snapSizeX(dot.minWidth(-1));
        dot.resizeRelocate(
                avatar.getLayoutX() + avatar.getWidth() - size + 2,
                avatar.getLayoutY() - 2,
                size,
                size);
    }

    private void draw(Avatar picture) {
        var address = tab.key().peer().toString();
        if (tab.kind() == Chat.Kind.ROOM) {
            picture.showRoom(tab.title(), address);
        } else {
            picture.showPerson(tab.title(), address);
        }
        look.mark(picture, tab.presence());
    }

    private String name() {
        var presence = tab.presence().map(Presence::availability).map(look::name);
        var mark =
                switch (tab.mark()) {
                    case NONE -> Optional.<String>empty();
                    case MUTED -> Optional.of(texts.say("tabs.muted"));
                    case UNREAD -> Optional.of(texts.say("tabs.unread"));
                    case MENTION -> Optional.of(texts.say("tabs.mention"));
                };
        var pinned = Optional.of(texts.say("tabs.pinned")).filter(any -> tab.isPinned());
        return String.join(
                ", ",
                Stream.of(Optional.of(tab.title()), presence, mark, pinned)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private void showClose() {
        boolean isWanted =
                !tab.isPinned() && (tab.isSelected() || (!isBrief && (isHover() || isFocused())));
        if (isWanted && close == null) {
            close = new IconButton(Icon.CLOSE, 14, texts.say("tabs.close"));
            close.withShortcut(texts.say("tabs.close.keys"));
            close.getStyleClass().addAll("tab-close");
            close.setFocusTraversable(false);
            close.setOnAction(event -> onClose.run());
            getChildren().add(close);
        }
        if (close != null) {
            close.setVisible(isWanted);
            close.setManaged(isWanted && tab.isSelected());
        }
    }
}
