package kith.ui.contacts;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.model.Contact;
import kith.ui.presence.PresenceLook;
import kith.ui.text.Texts;
import kith.ui.widget.Avatar;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.RowCell;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// A row of the roster. Its three kinds are made when a cell first shows one, and kept.
final class ContactCell extends RowCell<ContactRow> {

    private final ContactsViewModel model;
    private final PresenceLook look;
    private final Texts texts;
    private @Nullable PersonRow person;
    private @Nullable HeadRow head;
    private @Nullable RequestRow request;

    ContactCell(ContactsViewModel model, PresenceLook look, Texts texts) {
        this.model = model;
        this.look = look;
        this.texts = texts;
        setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void show(ContactRow row) {
        getStyleClass().remove("section-row");
        setRowSelected(false);
        switch (row) {
            case ContactRow.Person shown -> showPerson(shown);
            case ContactRow.Head shown -> showHead(shown);
            case ContactRow.Request shown -> showRequest(shown);
        }
    }

    private void showPerson(ContactRow.Person shown) {
        if (person == null) {
            person = new PersonRow();
        }
        person.show(shown.contact());
        setRowSelected(shown.isSelected());
        setGraphic(person);
    }

    private void showHead(ContactRow.Head shown) {
        if (head == null) {
            head = new HeadRow();
        }
        head.show(shown);
        getStyleClass().add("section-row");
        setGraphic(head);
    }

    private void showRequest(ContactRow.Request shown) {
        if (request == null) {
            request = new RequestRow();
        }
        request.show(shown);
        setGraphic(request);
    }

    /// Someone, and what they let us know.
    private final class PersonRow extends HBox {

        private final Avatar avatar = new Avatar(36);
        private final EmojiLabel name = new EmojiLabel();
        private final EmojiLabel note = new EmojiLabel();

        PersonRow() {
            getStyleClass().addAll("row-body", "person-row");
            name.getStyleClass().add("row-name");
            note.getStyleClass().add("row-note");
            var lines = new VBox(name, note);
            lines.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(lines, Priority.ALWAYS);
            getChildren().addAll(avatar, lines);
        }

        void show(Contact contact) {
            boolean isShared = contact.subscription().seesTheirs();
            var said =
                    isShared ? look.note(contact.presence()) : texts.say("availability.notShared");
            avatar.showPerson(contact.name(), contact.address().toString());
            look.mark(avatar, Optional.of(contact.presence()).filter(presence -> isShared));
            name.setText(contact.name());
            note.setText(said);
            ContactCell.this.setAccessibleText(contact.name() + ", " + said);
        }
    }

    /// The head of a group; a click folds and unfolds it.
    private final class HeadRow extends HBox {

        private final IconView arrow = new IconView(Icon.CHEVRON_DOWN, 16);
        private final EmojiLabel name = new EmojiLabel();
        private final Label online = new Label();

        HeadRow() {
            getStyleClass().add("group-head");
            name.getStyleClass().add("strong");
            getChildren().addAll(arrow, name, online);
        }

        void show(ContactRow.Head group) {
            arrow.show(group.isCollapsed() ? Icon.CHEVRON_RIGHT : Icon.CHEVRON_DOWN);
            var title = group.group().isEmpty() ? texts.say("contacts.noGroup") : group.group();
            name.setText(title);
            online.setText(texts.say("contacts.online", group.online(), group.total()));
            ContactCell.this.setAccessibleText(
                    texts.say(
                            group.isCollapsed() ? "contacts.head.folded" : "contacts.head.open",
                            title,
                            online.getText()));
        }
    }

    /// Someone who asks, with the two answers.
    private final class RequestRow extends HBox {

        private final Avatar avatar = new Avatar(36);
        private final Label address = new Label();
        private final EmojiLabel words = new EmojiLabel();
        private final Button accept = new Button(texts.say("contacts.request.accept"));
        private final Button decline = new Button(texts.say("contacts.request.decline"));

        RequestRow() {
            getStyleClass().addAll("row-body", "request-row");
            address.getStyleClass().add("row-name");
            words.getStyleClass().add("row-note");
            accept.getStyleClass().addAll("accent", "small");
            decline.getStyleClass().add("small");
            var answers = new HBox(accept, decline);
            answers.getStyleClass().add("answers");
            var lines = new VBox(address, words, answers);
            lines.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(lines, Priority.ALWAYS);
            getChildren().addAll(avatar, lines);
        }

        void show(ContactRow.Request asked) {
            var from = asked.from().peer().toString();
            avatar.showPerson(from, from);
            address.setText(from);
            var said = words(asked);
            words.setText(said);
            accept.setOnAction(event -> model.accept(asked));
            decline.setOnAction(event -> model.decline(asked));
            ContactCell.this.setAccessibleText(from + ", " + said);
        }

        private String words(ContactRow.Request asked) {
            if (asked.isUnsent()) {
                return texts.say("contacts.request.unsent");
            }
            return asked.text().isBlank()
                    ? texts.say("contacts.request.asks")
                    : texts.say("contacts.request.says", asked.text().strip());
        }
    }
}
