package kith.ui.chats;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

/// What stands in the list between the chats: the head of a section, or the way to those that are
/// archived and back.
final class ChatListHead extends HBox {

    private final Texts texts;
    private final IconView icon = new IconView(Icon.PIN, 14);
    private final Label title = new Label();
    private final Label count = new Label();

    ChatListHead(Texts texts) {
        this.texts = texts;
        getChildren().addAll(icon, title, count);
    }

    /// Shows the head of a section.
    ///
    /// @return what a screen reader says
    String show(ChatItem.Head head) {
        boolean isPinned = head.section() == ChatItem.Section.PINNED;
        look("group-head", Icon.PIN, isPinned);
        title.setText(
                switch (head.section()) {
                    case PINNED -> texts.say("chats.pinned");
                    case RECENT -> texts.say("chats.recent");
                });
        count.setText("");
        return title.getText();
    }

    /// Shows the way to the archived chats, or back.
    ///
    /// @return what a screen reader says
    String show(ChatItem.Archive archive) {
        if (archive.isOpen()) {
            look("group-head", Icon.ARROW_LEFT, true);
            title.setText(texts.say("chats.archived"));
            count.setText("");
            return texts.say("chats.archived.leave");
        }
        look("row-action", Icon.ARCHIVE_OUTLINE, true);
        title.setText(texts.say("chats.archived"));
        count.setText(Integer.toString(archive.count()));
        return texts.count("chats.archived.spoken", archive.count());
    }

    private void look(String styleClass, Icon picture, boolean isIconShown) {
        getStyleClass().setAll(styleClass, "chats-head");
        icon.show(picture);
        icon.setVisible(isIconShown);
        icon.setManaged(isIconShown);
        title.getStyleClass().remove("strong");
        if (styleClass.equals("group-head")) {
            title.getStyleClass().add("strong");
        }
    }
}
