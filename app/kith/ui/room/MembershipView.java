package kith.ui.room;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import kith.model.Refusal;
import kith.ui.form.FormView;
import kith.ui.form.FormViewModel;
import kith.ui.fx.FocusOwner;
import kith.ui.room.MembershipViewModel.Phase;
import kith.ui.text.TameText;
import kith.ui.text.Texts;
import kith.ui.widget.BusyRing;
import kith.ui.widget.EmojiParagraph;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

import java.util.Optional;

/// Registering with a room, where it lets only members in or keeps nicks: its form, or who else to
/// ask. It needs no more place than a button until the user begins.
final class MembershipView extends VBox {

    private final MembershipViewModel model;
    private final MembershipWords words;
    private final Texts texts;

    MembershipView(MembershipViewModel model, MembershipWords words) {
        this.model = model;
        this.words = words;
        this.texts = words.texts();
        getStyleClass().add("membership");
        if (words.isInside()) {
            setMinHeight(USE_PREF_SIZE); // the list above it would take the place of its sentences
        }
        model.phaseProperty().subscribe(this::show);
    }

    private void show(Phase phase) {
        boolean isInUse = FocusOwner.isWithin(this);
        switch (phase) {
            case Phase.Idle idle -> getChildren().setAll(askButton());
            case Phase.Waiting waiting ->
                    getChildren().setAll(new BusyRing(texts.say("room.membership.waiting")));
            case Phase.Filling(var form, var refusal) -> fillIn(form, refusal);
            case Phase.Sent sent -> getChildren().setAll(line(words.sent()));
            case Phase.Member(var nick, var refusal) -> showMember(nick, refusal);
            case Phase.GivingUp(var nick) -> askAgain(nick);
            case Phase.GivenUp givenUp ->
                    getChildren().setAll(line(texts.say("room.keptNick.givenUp")));
            case Phase.Refused(Refusal refusal) -> {
                getChildren().setAll(line(words.noForm(refusal)));
                if (!refusal.text().isBlank()) {
                    getChildren()
                            .add(line(texts.say("room.theirWords", TameText.of(refusal.text()))));
                }
            }
        }
        if (isInUse && phase instanceof Phase.Waiting) {
            requestFocus(); // what the answer brings has it then, unless the user goes elsewhere
        } else if (isInUse) {
            goOn();
        }
    }

    private void showMember(String nick, Optional<Refusal> refusal) {
        getChildren().setAll(line(words.member(nick)));
        refusal.map(words::notTaken).map(this::wrong).ifPresent(getChildren()::add);
        if (words.isInside()) {
            var giveUp = new Button(texts.say("room.keptNick.giveUp"));
            giveUp.getStyleClass().add("flat");
            giveUp.setOnAction(event -> model.giveUp());
            getChildren().add(giveUp);
        }
    }

    private void askAgain(String nick) {
        var sure =
                nick.isEmpty()
                        ? texts.say("room.keptNick.sure.registered")
                        : texts.say("room.keptNick.sure", nick);
        getChildren()
                .setAll(
                        line(sure),
                        buttons(
                                texts.say("room.keptNick.giveUpIndeed"),
                                "danger",
                                model::giveUpIndeed));
    }

    private Button askButton() {
        var ask = new Button(words.ask());
        if (words.isInside()) {
            ask.setGraphic(new IconView(Icon.ACCOUNT_OUTLINE, 18)); // as what stands beside it
        }
        ask.getStyleClass().add("flat");
        ask.setOnAction(event -> model.ask());
        return ask;
    }

    private void fillIn(FormViewModel form, Optional<Refusal> refusal) {
        var view = new FormView(form, texts);
        var scroll = new ScrollPane(view);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("membership-form");
        getChildren().clear();
        if (!form.form().title().isBlank()) {
            var title = new EmojiParagraph(TameText.of(form.form().title()));
            title.getStyleClass().add("strong");
            getChildren().add(title);
        }
        getChildren().add(scroll);
        refusal.map(words::notTaken).map(this::wrong).ifPresent(getChildren()::add);
        getChildren()
                .add(
                        buttons(
                                words.send(),
                                "accent",
                                () -> {
                                    if (view.check()) {
                                        model.submit();
                                    }
                                }));
    }

    /// What is done, and beside it that it is not.
    private HBox buttons(String name, String style, Runnable act) {
        var yes = new Button(name);
        yes.getStyleClass().add(style);
        yes.setOnAction(event -> act.run());
        var cancel = new Button(texts.say("room.membership.cancel"));
        cancel.setOnAction(event -> model.cancel());
        var buttons = new HBox(cancel, yes);
        buttons.getStyleClass().add("room-gate-row");
        return buttons;
    }

    /// What the user had under their hands is gone: the keyboard goes on with what came in its
    /// place.
    private void goOn() {
        applyCss(); // before it there is nothing in a pane that scrolls
        lookupAll("*").stream()
                .filter(node -> node != this && node.isFocusTraversable() && node.isVisible())
                .filter(node -> !(node instanceof ScrollPane))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private Node wrong(String sentence) {
        var label = new EmojiParagraph(sentence);
        label.getStyleClass().add("field-error");
        return label;
    }

    private static Label line(String text) {
        var line = new EmojiParagraph(text);
        line.getStyleClass().add("muted");
        return line;
    }
}
