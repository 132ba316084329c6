package kith.ui.switcher;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import kith.model.Chat;
import kith.ui.keys.KeyAction;
import kith.ui.keys.KeyBindings;
import kith.ui.keys.KeyWords;
import kith.ui.presence.PresenceLook;
import kith.ui.switcher.SwitcherRow.Action;
import kith.ui.switcher.SwitcherRow.Choice;
import kith.ui.switcher.SwitcherRow.Found;
import kith.ui.switcher.SwitcherRow.Head;
import kith.ui.switcher.SwitcherRow.Messages;
import kith.ui.switcher.SwitcherRow.Place;
import kith.ui.switcher.SwitcherRow.Section;
import kith.ui.text.Texts;
import kith.ui.widget.Avatar;
import kith.ui.widget.Badge;
import kith.ui.widget.ElasticLine;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.RowCell;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// A row of the switcher: the head of a section; picture and name of a place with what is known of
/// it, and at the end what waits there; or something to do, and the keys for it.
final class SwitcherCell extends RowCell<SwitcherRow> {

    private static final String HEAD = "section-row";

    private final Optional<KeyBindings> bindings;
    private final KeyWords words;
    private final PresenceLook look;
    private final Texts texts;
    private final Label head = new Label();
    private final Avatar avatar = new Avatar(28);
    private final EmojiLabel name = new EmojiLabel();
    private final EmojiLabel note = new EmojiLabel();
    private final Badge mention;
    private final Badge unread = Badge.count();
    private final Label end = new Label();
    private final IconView pick = new IconView(Icon.CHECKBOX_MARKED_CIRCLE_OUTLINE, 18);
    private final ElasticLine row;
    private final IconView deedIcon = new IconView(Icon.MAGNIFY, 20);
    private final EmojiLabel deedName = new EmojiLabel();
    private final Label deedKeys = new Label();
    private final HBox deed = new HBox(picture(deedIcon), deedName, deedKeys);

    /// @param bindings tell which keys go to an open tab; none where nothing is gone to
    SwitcherCell(Optional<KeyBindings> bindings, PresenceLook look, Texts texts) {
        this.bindings = bindings;
        this.words = new KeyWords(texts);
        this.look = look;
        this.texts = texts;
        head.getStyleClass().add("switcher-head");
        mention = Badge.mention(texts.say("chats.mention"));
        name.getStyleClass().add("row-name");
        note.getStyleClass().add("row-note");
        end.getStyleClass().add("row-note");
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setPrefWidth(0); // what the name leaves
        var words = new HBox(name, note);
        words.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("switcher-words");
        row = new ElasticLine(words, avatar, words, mention, unread, end, pick);
        pick.getStyleClass().add("switcher-pick");
        row.getStyleClass().add("row-body");
        deedName.getStyleClass().add("row-name");
        deedName.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(deedName, Priority.ALWAYS);
        deedKeys.getStyleClass().add("row-note");
        deedKeys.setMinWidth(USE_PREF_SIZE);
        deed.getStyleClass().add("row-body");
        setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void show(SwitcherRow shown) {
        getStyleClass().remove(HEAD);
        switch (shown) {
            case Head section -> showHead(section.section());
            case Place place -> showPlace(place);
            case Action action -> showAction(action);
            case Messages messages -> showMessages(messages);
        }
    }

    private void showMessages(Messages messages) {
        var words = texts.say("switcher.search", messages.words());
        showDeed(Icon.MAGNIFY, new Found(words, new BitSet()), KeyAction.SEARCH, messages);
    }

    private void showAction(Action action) {
        showDeed(icon(action.key()), action.name(), action.key(), action);
    }

    private void showDeed(Icon icon, Found what, KeyAction keys, Choice choice) {
        deedIcon.show(icon);
        show(deedName, what);
        deedKeys.setText(bindings.map(all -> words.line(all, keys).getValue()).orElse(""));
        setRowSelected(choice.isCurrent());
        setRowUnread(false);
        setAccessibleText(what.words());
        setGraphic(deed);
    }

    private static Icon icon(KeyAction action) {
        return switch (action) {
            case SETTINGS -> Icon.COG_OUTLINE;
            case SHORTCUTS -> Icon.KEYBOARD_OUTLINE;
            case JOIN_ROOM -> Icon.ACCOUNT_GROUP_OUTLINE;
            case NEW_ROOM -> Icon.PLUS;
            default -> Icon.PLUS;
        };
    }

    /// As wide as the picture of a place.
    private static StackPane picture(IconView icon) {
        var picture = new StackPane(icon);
        picture.getStyleClass().add("switcher-search");
        return picture;
    }

    private void showHead(Section section) {
        getStyleClass().add(HEAD);
        setRowSelected(false);
        setRowUnread(false);
        head.setText(
                switch (section) {
                    case CHATS -> texts.say("switcher.chats");
                    case CONTACTS -> texts.say("switcher.contacts");
                    case ROOMS -> texts.say("switcher.rooms");
                    case ACTIONS -> texts.say("switcher.actions");
                });
        setAccessibleText(head.getText());
        setGraphic(head);
    }

    private void showPlace(Place place) {
        var address = place.address().words();
        if (place.kind() == Chat.Kind.ROOM) {
            avatar.showRoom(place.name().words(), address);
        } else {
            avatar.showPerson(place.name().words(), address);
        }
        look.mark(avatar, place.presence());
        show(name, place.name());
        show(note, note(place, look));
        mention.setShown(place.isMentioned());
        unread.setCount(place.unread(), texts.count("chats.unread", place.unread()));
        end.setText(end(place));
        end.setManaged(!end.getText().isEmpty());
        pick.setVisible(place.isPicked());
        pick.setManaged(place.isPicked());
        setRowSelected(place.isCurrent());
        setRowUnread(place.unread() > 0 && place.name().characters().isEmpty());
        setAccessibleText(spoken(place, look, texts));
        setGraphic(row);
    }

    private static void show(EmojiLabel label, Found found) {
        label.setText(found.words());
        label.setStrong(found.characters());
    }

    /// The address where that is what was found, else what they say of themselves.
    private static Found note(Place place, PresenceLook look) {
        boolean isByAddress =
                !place.address().characters().isEmpty() && place.name().characters().isEmpty();
        if (isByAddress && !place.name().words().equals(place.address().words())) {
            return place.address();
        }
        var said =
                place.presence()
                        .filter(presence -> !presence.status().isBlank())
                        .map(look::note)
                        .orElse("");
        return new Found(said, new BitSet());
    }

    /// Whose it is or that it is a room; else the keys that lead there, too.
    private String end(Place place) {
        var kind = kind(place, texts);
        return kind.isEmpty()
                ? bindings.flatMap(keys -> place.tab().map(tab -> words.tabLine(keys, tab)))
                        .orElse("")
                : kind;
    }

    /// Whose it is, where it could be several accounts'; else that it is a room.
    private static String kind(Place place, Texts texts) {
        return place.own()
                .map(own -> texts.say("switcher.own", own))
                .orElseGet(() -> place.kind() == Chat.Kind.ROOM ? texts.say("switcher.room") : "");
    }

    /// All that a row says, for a screen reader.
    static String spoken(Place place, PresenceLook look, Texts texts) {
        var parts = new ArrayList<String>();
        parts.add(place.name().words());
        place.presence().ifPresent(presence -> parts.add(look.name(presence.availability())));
        if (place.unread() > 0) {
            parts.add(texts.count("chats.unread", place.unread()));
        }
        if (place.isPicked()) {
            parts.add(texts.say("switcher.forward.picked"));
        }
        if (place.isMentioned()) {
            parts.add(texts.say("chats.mention"));
        }
        parts.addAll(List.of(note(place, look).words(), kind(place, texts)));
        parts.removeIf(String::isBlank);
        return String.join(", ", parts);
    }
}
