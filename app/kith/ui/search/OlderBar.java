package kith.ui.search;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import kith.ui.search.OlderViewModel.State;
import kith.ui.text.Texts;

/// Below what was found: offers to look on the server for what is older. Nothing where that can't
/// be. FX thread only.
final class OlderBar extends HBox {

    private final OlderViewModel model;
    private final Texts texts;
    private final Label words = new Label();
    private final Button act = new Button();

    OlderBar(OlderViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("search-older");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        act.setMinWidth(USE_PREF_SIZE);
        act.setOnAction(_ -> act());
        getChildren().addAll(words, act);
        model.stateProperty().subscribe(this::shown);
    }

    private void act() {
        if (model.stateProperty().get() == State.ASKING) {
            model.stop();
        } else {
            model.ask();
        }
    }

    private void shown(State state) {
        setVisible(state != State.NONE);
        setManaged(state != State.NONE);
        switch (state) {
            case NONE -> {}
            case OFFERED -> show("search.server.offer", "search.server.ask");
            case ASKING -> show("search.server.asking", "search.server.stop");
            case REFUSED -> show("search.server.refused", "search.server.again");
            case NOTHING -> words.setText(texts.say("search.server.nothing"));
        }
        act.setVisible(state != State.NOTHING);
        act.setManaged(state != State.NOTHING);
    }

    private void show(String text, String button) {
        words.setText(texts.say(text));
        act.setText(texts.say(button));
    }
}
