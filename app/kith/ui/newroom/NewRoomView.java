package kith.ui.newroom;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import kith.model.NewRoom.Kind;
import kith.model.NewRoom.Trait;
import kith.model.RoomMaking;
import kith.ui.newroom.NewRoomViewModel.Phase;
import kith.ui.text.RoomMakingWords;
import kith.ui.text.Texts;
import kith.ui.widget.BulletLine;
import kith.ui.widget.BusyRing;
import kith.ui.widget.ChoiceField;
import kith.ui.widget.DialogFrame;
import kith.ui.widget.FormField;
import kith.ui.widget.Icon;
import kith.ui.widget.RightToLeft;
import kith.ui.widget.SegmentedControl;

import java.util.List;
import java.util.Set;

/// The dialog that makes a room: for whom, its name, what it is about. What the service could not
/// give the room stands there once it is made.
public final class NewRoomView extends DialogFrame {

    private final NewRoomViewModel model;
    private final Runnable close;
    private final Texts texts;
    private final NewRoomSentences sentences;
    private final RoomMakingWords outcomes;
    private final TextField name = new TextField();
    private final TextField address = new TextField();
    private final FormField nameField;
    private final FormField addressField;
    private final FormField nickField;
    private final Label failure = sentence("field-error");
    private final BusyRing busy;

    /// @param close puts the dialog away
    public NewRoomView(NewRoomViewModel model, Runnable close, Texts texts) {
        super(texts.say("newroom.title"), texts.say("newroom.cancel"), close);
        this.model = model;
        this.close = close;
        this.texts = texts;
        sentences = new NewRoomSentences(texts);
        outcomes = new RoomMakingWords(texts);
        busy = new BusyRing(texts.say("newroom.making"));
        nameField = field(texts.say("newroom.name"), name, model.nameProperty());
        addressField = field(texts.say("newroom.address"), address, model.addressProperty());
        nickField = field(texts.say("newroom.nick"), new TextField(), model.nickProperty());
        setFields(
                kinds(),
                new ChoiceField<>(
                        texts.say("newroom.account"),
                        model.accounts(),
                        model.accountProperty(),
                        account -> account.address().toString()),
                nameField,
                field(
                        texts.say("newroom.description"),
                        new TextField(),
                        model.descriptionProperty()),
                addressField,
                nickField,
                failure);
        act().setOnAction(event -> model.submit());
        model.kindProperty().subscribe(kind -> setShown(addressField, kind == Kind.PUBLIC_CHANNEL));
        model.nameErrorProperty().subscribe(error -> nameField.setError(sentences.name(error)));
        model.addressErrorProperty()
                .subscribe(error -> addressField.setError(sentences.address(error)));
        model.nickErrorProperty().subscribe(error -> nickField.setError(sentences.nick(error)));
        model.phaseProperty().subscribe(this::show);
    }

    /// Moves the focus to the name, or where the room is made to what remains to be done.
    @Override
    public void requestFocus() {
        if (getChildren().contains(nameField)) {
            name.requestFocus();
        } else {
            act().requestFocus();
        }
    }

    private static FormField field(String words, TextField field, StringProperty text) {
        field.textProperty().bindBidirectional(text);
        return new FormField(words, field);
    }

    private VBox kinds() {
        var kinds = List.of(Kind.values());
        var choice = new SegmentedControl(kinds.stream().map(sentences::kind).toList());
        choice.setAccessibleText(texts.say("newroom.kind"));
        var how = sentence("muted");
        how.getStyleClass().add("hint");
        choice.select(kinds.indexOf(model.kindProperty().get()));
        choice.selectedIndexProperty()
                .subscribe(
                        index -> {
                            model.kindProperty().set(kinds.get(index.intValue()));
                            how.setText(sentences.how(kinds.get(index.intValue())));
                        });
        return new VBox(choice, how);
    }

    private void show(Phase phase) {
        boolean isMaking = phase instanceof Phase.Making;
        act().setText(texts.say(isMaking ? "newroom.making" : "newroom.submit"));
        act().setGraphic(isMaking ? busy : null);
        setShown(failure, false);
        switch (phase) {
            case Phase.Typing(var failed) -> failed.ifPresent(this::show);
            case Phase.Making making -> addressField.setError("");
            case Phase.Made(var missing) when missing.isEmpty() -> close.run();
            case Phase.Made(var missing) -> show(missing);
        }
    }

    private void show(RoomMaking.Failed failed) {
        var server = model.accountProperty().get().address().getDomain();
        var words = outcomes.failed(failed, server);
        boolean isOfAddress =
                model.kindProperty().get() == Kind.PUBLIC_CHANNEL
                        && (failed.cause() == RoomMaking.Cause.TAKEN
                                || failed.cause() == RoomMaking.Cause.BAD_ADDRESS);
        if (isOfAddress) {
            addressField.setError(words);
            address.requestFocus();
        } else {
            var theirs = outcomes.theirWords(failed);
            failure.setText(theirs.isEmpty() ? words : words + "\n" + theirs);
            setShown(failure, true);
        }
    }

    /// The room is there, but not all that it was to be.
    private void show(Set<Trait> missing) {
        var how = sentence("muted");
        how.setText(texts.say("newroom.made.but"));
        var lines = new VBox(missing.stream().sorted().map(this::line).toArray(Node[]::new));
        lines.getStyleClass().add("bullets");
        setFields(how, lines);
        setShown(cancel(), false);
        act().setText(texts.say("newroom.goOn"));
        act().setOnAction(event -> close.run());
        act().requestFocus();
    }

    private BulletLine line(Trait trait) {
        return new BulletLine(Icon.ALERT_CIRCLE_OUTLINE, outcomes.missing(trait));
    }

    private static Label sentence(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        RightToLeft.wrap(label);
        return label;
    }

    private static void setShown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }
}
