package kith.ui.composer;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;

import kith.ui.text.Texts;

/// The list above the composer. The focus stays in the field, which hands it the keys.
final class CompletionPopup extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    /// What commands do takes more room than a name.
    private static final PseudoClass COMMANDS = PseudoClass.getPseudoClass("commands");

    /// More would not fit over the composer of a low window. The others come into sight as one goes
    /// down.
    private static final int MOST_ROWS = CompletionViewModel.MOST;

    private final CompletionViewModel model;
    private final SuggestionRows rows;
    private final ReadOnlyStringWrapper spoken = new ReadOnlyStringWrapper(this, "spoken", "");

    /// The first row in sight.
    private int first;

    CompletionPopup(CompletionViewModel model, Texts texts) {
        this.model = model;
        this.rows = new SuggestionRows(texts);
        getStyleClass().addAll("overlay", "completion");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(texts.say("composer.completion"));
        setOnScroll(this::scrolled);
        setManaged(false); // it stands over what is above the composer
        model.rows().addListener((ListChangeListener<Suggestion>) change -> show());
        model.selectedProperty().subscribe(this::select);
        show();
    }

    /// What a screen reader says of the selected line; empty while the list isn't shown.
    ReadOnlyStringProperty spokenProperty() {
        return spoken.getReadOnlyProperty();
    }

    /// Takes a key while the list is shown.
    ///
    /// @return whether the key was for the list
    boolean keyPressed(KeyEvent event) {
        if (!model.isOpen() || !ComposerView.isPlain(event)) {
            return false;
        }
        switch (event.getCode()) {
            case UP -> model.previous();
            case DOWN -> model.next();
            case ENTER, TAB -> model.take();
            case ESCAPE -> model.dismiss();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() < 0) {
            model.next();
        } else if (event.getDeltaY() > 0) {
            model.previous();
        }
        event.consume();
    }

    private void show() {
        first = 0;
        getChildren().clear();
        for (int i = 0; i < model.rows().size(); i++) {
            getChildren().add(row(model.rows().get(i), i));
        }
        boolean isOfCommands = model.rows().stream().anyMatch(Suggestion.Command.class::isInstance);
        pseudoClassStateChanged(COMMANDS, isOfCommands);
        setVisible(model.isOpen());
        select();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    private Node row(Suggestion suggestion, int index) {
        var row = rows.row(suggestion);
        row.setOnMouseClicked(click -> model.take(index));
        return row;
    }

    private void select() {
        int selected = model.selectedProperty().get();
        first = Math.clamp(first, Math.max(0, selected - MOST_ROWS + 1), selected);
        for (int i = 0; i < getChildren().size(); i++) {
            var row = getChildren().get(i);
            row.pseudoClassStateChanged(SELECTED, i == selected);
            row.setVisible(i >= first && i < first + MOST_ROWS);
            row.setManaged(row.isVisible());
        }
        spoken.set(model.isOpen() ? rows.spoken(model.rows().get(selected)) : "");
    }
}
