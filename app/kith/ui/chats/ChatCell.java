package kith.ui.chats;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import kith.model.Chat;
import kith.model.Delivery;
import kith.model.Message;
import kith.ui.presence.PresenceLook;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.widget.Avatar;
import kith.ui.widget.Badge;
import kith.ui.widget.ElasticLine;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.RowCell;
import kith.ui.widget.TickMark;
import kith.ui.widget.TickShape;

import java.util.ArrayList;
import java.util.Optional;

/// A row of the list of chats. A chat has picture, name and time; below them how far the newest
/// message has come, its words, and what is unread.
final class ChatCell extends RowCell<ChatItem> {

    private static final PseudoClass DRAFT = PseudoClass.getPseudoClass("draft");

    private final Texts texts;
    private final Times times;
    private final PresenceLook look;
    private final Preview preview;
    private final Avatar avatar = new Avatar(40);
    private final EmojiLabel name = new EmojiLabel();
    private final Label time = new Label();
    private final TickMark tick = new TickMark(TickShape.WAITING, "");
    private final EmojiLabel sender = new EmojiLabel().asPartOfLine();
    private final EmojiLabel words = new EmojiLabel();
    private final Badge mention;
    private final Badge unread = Badge.count();
    private final Badge marked;
    private final Badge asked;
    private final IconView muted = new IconView(Icon.BELL_OFF_OUTLINE, 16);
    private final IconView pinned = new IconView(Icon.PIN, 14);
    private final ElasticLine row;
    private final ChatListHead head;

    ChatCell(PresenceLook look, Texts texts, Times times) {
        this.look = look;
        this.texts = texts;
        this.times = times;
        this.preview = new Preview(texts);
        this.head = new ChatListHead(texts);
        mention = Badge.mention(texts.say("chats.mention"));
        marked = Badge.dot(texts.say("chats.markedUnread"));
        asked = Badge.dot(texts.say("chats.asked"));
        name.getStyleClass().add("row-name");
        time.getStyleClass().add("row-time");
        sender.getStyleClass().add("row-preview");
        words.getStyleClass().add("row-preview");
        var first = new ElasticLine(name, name, muted, time);
        first.getStyleClass().add("row-line");
        var said = new ElasticLine(words, sender, words);
        said.getStyleClass().add("row-said");
        var second = new ElasticLine(said, tick, said, asked, mention, unread, marked, pinned);
        second.getStyleClass().add("row-line");
        var lines = new VBox(first, second);
        lines.setAlignment(Pos.CENTER_LEFT);
        row = new ElasticLine(lines, avatar, lines);
        row.getStyleClass().addAll("row-body", "chat-row");
        setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void show(ChatItem item) {
        getStyleClass().remove("section-row");
        switch (item) {
            case ChatRow shown -> showChat(shown);
            case ChatItem.Head shown -> showHead(head.show(shown));
            case ChatItem.Archive shown when shown.isOpen() -> showHead(head.show(shown));
            case ChatItem.Archive shown -> showOther(head.show(shown));
        }
    }

    private void showHead(String spoken) {
        getStyleClass().add("section-row");
        showOther(spoken);
    }

    private void showOther(String spoken) {
        setRowSelected(false);
        setRowUnread(false);
        setAccessibleText(spoken);
        setGraphic(head);
    }

    private void showChat(ChatRow row) {
        var chat = row.chat();
        showWho(row);
        name.setText(chat.title());
        time.setText(chat.last().map(Message::at).map(times::brief).orElse(""));
        showTick(row);
        showPreview(row);
        showMarks(row);
        setRowSelected(row.isSelected());
        setRowUnread(row.isUnread() && !row.isQuiet() && !row.isSelected());
        setAccessibleText(spoken(row));
        setGraphic(this.row);
    }

    private void showMarks(ChatRow row) {
        var chat = row.chat();
        boolean isMuted = row.flags().isMuted();
        mention.setShown(chat.isMentioned());
        mention.setMuted(row.isQuiet());
        unread.setCount(chat.unread(), texts.count("chats.unread", chat.unread()));
        unread.setMuted(row.alerts().count(chat) < chat.unread());
        marked.setShown(chat.unread() == 0 && row.flags().isMarkedUnread());
        marked.setMuted(row.isQuiet());
        asked.setShown(row.isAsked());
        setShown(muted, isMuted);
        setShown(pinned, row.flags().isPinned() && row.isFound());
    }

    private static void setShown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    private void showWho(ChatRow row) {
        var chat = row.chat();
        var address = chat.key().peer().toString();
        if (chat.kind() == Chat.Kind.ROOM) {
            avatar.showRoom(chat.title(), address);
        } else {
            avatar.showPerson(chat.title(), address);
        }
        look.mark(avatar, row.presence());
    }

    private void showTick(ChatRow row) {
        var chat = row.chat();
        var shape =
                chat.isTyping() || row.draft().isPresent()
                        ? Optional.<TickShape>empty()
                        : chat.last().map(Message::delivery).flatMap(ChatCell::tick);
        shape.ifPresent(newest -> tick.show(newest, name(newest)));
        tick.setVisible(shape.isPresent());
        tick.setManaged(shape.isPresent());
    }

    private void showPreview(ChatRow row) {
        var chat = row.chat();
        var draft = preview.draft(row);
        var said = draft.map(any -> texts.say("chats.draft")).or(() -> preview.sender(chat));
        sender.setText(said.orElse(""));
        sender.setVisible(said.isPresent());
        sender.setManaged(said.isPresent());
        sender.pseudoClassStateChanged(DRAFT, draft.isPresent());
        words.setText(draft.orElseGet(() -> preview.words(row)));
        words.getStyleClass().remove("typing");
        if (chat.isTyping()) {
            words.getStyleClass().add("typing");
        }
    }

    private String spoken(ChatRow row) {
        var chat = row.chat();
        var parts = new ArrayList<String>();
        parts.add(chat.title());
        row.presence().ifPresent(presence -> parts.add(look.name(presence.availability())));
        if (chat.unread() > 0) {
            parts.add(texts.count("chats.unread", chat.unread()));
        } else if (row.flags().isMarkedUnread()) {
            parts.add(texts.say("chats.markedUnread"));
        }
        if (row.isAsked()) {
            parts.add(texts.say("chats.asked"));
        }
        if (row.flags().isMuted()) {
            parts.add(texts.say("chats.muted"));
        }
        if (row.flags().isPinned()) {
            parts.add(texts.say("chats.pinned.spoken"));
        }
        parts.add(
                preview.draft(row)
                        .map(draft -> texts.say("chats.draft.spoken", draft))
                        .orElseGet(() -> preview.words(row)));
        chat.last().map(Message::at).map(times::brief).ifPresent(parts::add);
        return String.join(", ", parts);
    }

    private static Optional<TickShape> tick(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Received received -> Optional.empty();
            case Delivery.Queued queued -> Optional.of(TickShape.WAITING);
            case Delivery.Sending sending -> Optional.of(TickShape.WAITING);
            case Delivery.OnServer onServer -> Optional.of(TickShape.SENT);
            case Delivery.Delivered delivered -> Optional.of(TickShape.DELIVERED);
            case Delivery.Read read -> Optional.of(TickShape.READ);
            case Delivery.Failed failed -> Optional.of(TickShape.FAILED);
        };
    }

    private String name(TickShape shape) {
        return switch (shape) {
            case WAITING -> texts.say("chats.tick.waiting");
            case SENT -> texts.say("chats.tick.sent");
            case DELIVERED -> texts.say("chats.tick.delivered");
            case READ -> texts.say("chats.tick.read");
            case FAILED -> texts.say("chats.tick.failed");
        };
    }
}
