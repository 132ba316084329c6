package kith.ui.join;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import kith.model.Refusal;
import kith.ui.join.NewChatViewModel.Phase;
import kith.ui.text.FieldError;
import kith.ui.text.Texts;
import kith.ui.widget.BusyRing;
import kith.ui.widget.ChoiceField;
import kith.ui.widget.DialogFrame;
import kith.ui.widget.FormField;

/// The dialog that starts a chat with an address, and makes it a contact if the user likes.
public final class NewChatView extends DialogFrame {

    private final NewChatViewModel model;
    private final Texts texts;
    private final TextField address = new TextField();
    private final FormField addressField;
    private final BusyRing busy;

    /// @param close puts the dialog away
    public NewChatView(NewChatViewModel model, Runnable close, Texts texts) {
        super(texts.say("newchat.title"), texts.say("newchat.cancel"), close);
        this.model = model;
        this.texts = texts;
        address.setPromptText(texts.say("newchat.address.prompt"));
        address.textProperty().bindBidirectional(model.addressProperty());
        addressField =
                new FormField(texts.say("newchat.address"), address).onLeave(model::leaveAddress);
        busy = new BusyRing(texts.say("newchat.adding"));
        model.addressErrorProperty().subscribe(error -> showError());
        var known = new Label(texts.say("newchat.known"));
        known.getStyleClass().addAll("small", "muted");
        model.knownContactProperty()
                .subscribe(
                        isKnown -> {
                            known.setVisible(isKnown);
                            known.setManaged(isKnown);
                        });
        act().setOnAction(event -> model.submit());
        setFields(
                new ChoiceField<>(
                        texts.say("newchat.account"),
                        model.accounts(),
                        model.accountProperty(),
                        account -> account.address().toString()),
                addressField,
                known,
                addToContacts(),
                contactFields());
        model.phaseProperty().subscribe(phase -> show(phase, close));
    }

    /// Moves the focus to the address.
    @Override
    public void requestFocus() {
        address.requestFocus();
    }

    private CheckBox addToContacts() {
        var add = new CheckBox(texts.say("newchat.add"));
        add.selectedProperty().bindBidirectional(model.addToContactsProperty());
        add.visibleProperty().bind(model.knownContactProperty().not());
        add.managedProperty().bind(add.visibleProperty());
        return add;
    }

    private HBox contactFields() {
        var name = new TextField();
        name.textProperty().bindBidirectional(model.nameProperty());
        var group = new TextField();
        group.textProperty().bindBidirectional(model.groupProperty());
        var nameField = new FormField(texts.say("newchat.name"), name);
        var groupField = new FormField(texts.say("newchat.group"), group);
        HBox.setHgrow(nameField, Priority.ALWAYS);
        HBox.setHgrow(groupField, Priority.ALWAYS);
        var fields = new HBox(nameField, groupField);
        fields.getStyleClass().add("pair");
        fields.visibleProperty()
                .bind(model.addToContactsProperty().and(model.knownContactProperty().not()));
        fields.managedProperty().bind(fields.visibleProperty());
        return fields;
    }

    private void show(Phase phase, Runnable close) {
        boolean isAdding = phase instanceof Phase.Adding;
        act().setText(texts.say(isAdding ? "newchat.adding" : "newchat.submit"));
        act().setGraphic(isAdding ? busy : null);
        showError();
        if (phase instanceof Phase.Done) {
            close.run();
        }
    }

    /// What is wrong with the address, else why it could not be added.
    private void showError() {
        var error = model.addressErrorProperty().get();
        addressField.setError(
                error == FieldError.NONE
                                && model.phaseProperty().get() instanceof Phase.Typing typing
                        ? typing.refusal().map(this::sentence).orElse("")
                        : sentence(error));
    }

    private String sentence(Refusal refusal) {
        var server = model.accountProperty().get().address().getDomain();
        return switch (refusal.reason()) {
            case OFFLINE -> texts.say("newchat.refused.offline", server);
            case TIMED_OUT -> texts.say("newchat.refused.timedOut", server);
            case BAD_ADDRESS -> texts.say("newchat.address.malformed");
            case LIMIT -> texts.say("newchat.refused.limit", server);
            case FORBIDDEN,
                    PASSWORD_NEEDED,
                    MEMBERS_ONLY,
                    NICK_TAKEN,
                    NOT_ACCEPTABLE,
                    NOT_ALLOWED,
                    NOT_FOUND,
                    UNAVAILABLE,
                    SERVER_NOT_REACHED,
                    NOT_SUPPORTED,
                    UNSAFE,
                    FILE_GONE,
                    OTHER ->
                    texts.say("newchat.refused.other", server);
        };
    }

    private String sentence(FieldError error) {
        return switch (error) {
            case NONE -> "";
            case MISSING -> texts.say("newchat.address.missing");
            case MALFORMED -> texts.say("newchat.address.malformed");
        };
    }
}
