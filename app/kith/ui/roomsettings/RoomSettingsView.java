package kith.ui.roomsettings;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;

import kith.ui.form.FormView;
import kith.ui.form.FormViewModel;
import kith.ui.roomsettings.RoomSettingsViewModel.Phase;
import kith.ui.text.Texts;
import kith.ui.widget.BusyRing;
import kith.ui.widget.DialogFrame;
import kith.ui.widget.ErrorLine;
import kith.ui.widget.RightToLeft;

import java.util.Optional;

/// The dialog that shows how a room is set up, and changes it.
public final class RoomSettingsView extends DialogFrame {

    private final RoomSettingsViewModel model;
    private final Runnable close;
    private final Texts texts;
    private final OwnerSentences sentences;
    private final ErrorLine failure = new ErrorLine();
    private Optional<FormView> shown = Optional.empty();
    private FormViewModel answers;

    /// @param close puts the dialog away
    public RoomSettingsView(RoomSettingsViewModel model, Runnable close, Texts texts) {
        super(
                texts.say("roomsettings.title", model.room()),
                texts.say("roomsettings.cancel"),
                close);
        this.model = model;
        this.close = close;
        this.texts = texts;
        sentences = new OwnerSentences(texts);
        answers = new FormViewModel(model.form());
        getStyleClass().add("room-settings");
        model.phaseProperty().subscribe(this::show);
    }

    /// Moves the focus to the first answer, or to the way out while there is none.
    @Override
    public void requestFocus() {
        shown.ifPresentOrElse(FormView::requestFocus, cancel()::requestFocus);
    }

    private void show(Phase phase) {
        act().setGraphic(null);
        switch (phase) {
            case Phase.Loading loading -> showLoading();
            case Phase.Unknown(var refusal) -> {
                act().setText(texts.say("roomsettings.again"));
                act().setDisable(false);
                act().setOnAction(event -> model.load());
                setFields(sentence(sentences.notSet(refusal), "body"));
            }
            case Phase.Editing(var refusal) -> {
                showForm();
                failure.setText(refusal.map(sentences::notSet).orElse(""));
            }
            case Phase.Saving saving -> {
                act().setText(texts.say("roomsettings.saving"));
                act().setGraphic(new BusyRing(act().getText()));
            }
            case Phase.Saved saved -> close.run();
        }
    }

    private void showLoading() {
        act().setText(texts.say("roomsettings.save"));
        act().setDisable(true);
        var words = sentence(texts.say("roomsettings.loading"), "muted");
        words.setGraphic(new BusyRing(words.getText()));
        setFields(words);
    }

    private void showForm() {
        act().setText(texts.say("roomsettings.save"));
        act().setOnAction(event -> save());
        if (shown.isPresent()) {
            return; // what was typed stays
        }
        boolean isNothing = model.form().fields().stream().noneMatch(field -> field.isAsked());
        act().setDisable(isNothing);
        if (isNothing) {
            setFields(sentence(texts.say("roomsettings.none"), "body"));
            return;
        }
        answers = new FormViewModel(new KnownFields(texts).arrange(model.form()));
        var form = new FormView(answers, texts);
        shown = Optional.of(form);
        setFields(scrolling(form), failure);
        if (getScene() != null) {
            applyCss(); // what is in a scroll pane can't have the focus before
            requestFocus();
        }
    }

    private static Node scrolling(Node form) {
        var scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form-scroll");
        return scroll;
    }

    private void save() {
        shown.filter(FormView::check).ifPresent(_ -> model.save(answers.filled()));
    }

    private static Label sentence(String words, String styleClass) {
        var label = new Label(words);
        label.getStyleClass().add(styleClass);
        RightToLeft.wrap(label);
        return label;
    }
}
