package kith.ui.join;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import kith.model.ChatKey;
import kith.model.FoundRoom;
import kith.model.Refusal;
import kith.ui.join.BrowseRoomsViewModel.Phase;
import kith.ui.text.Texts;
import kith.ui.widget.BusyRing;
import kith.ui.widget.ChoiceField;
import kith.ui.widget.DialogFrame;
import kith.ui.widget.EmptyState;
import kith.ui.widget.RightToLeft;
import kith.ui.widget.RowList;
import kith.ui.widget.SearchField;
import kith.ui.widget.SegmentedControl;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The dialog that shows which rooms there are: those of a server, or what a directory finds. One
/// that is chosen is shown before it is entered.
public final class BrowseRoomsView extends DialogFrame {

    private final BrowseRoomsViewModel model;
    private final Texts texts;
    private final SearchField words;
    private final TextField server = new TextField();
    private final HBox serverLine;
    private final RowList<FoundRoom> list;
    private final StackPane middle = new StackPane();
    private final Label state = new Label();

    /// @param join goes on to entering a room: this one, or one whose address is typed
    /// @param close puts the dialog away
    public BrowseRoomsView(
            BrowseRoomsViewModel model,
            Consumer<Optional<ChatKey>> join,
            Runnable close,
            Texts texts) {
        super(texts.say("browse.title"), texts.say("join.cancel"), close);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("browse-rooms");
        words = new SearchField(texts.say("browse.filter"), texts.say("shell.filter.clear"));
        words.textProperty().bindBidirectional(model.wordsProperty());
        words.setOnAction(event -> search());
        serverLine = serverLine();
        list =
                new RowList<>(
                        model.rows(),
                        texts.say("browse.title"),
                        () -> new FoundRoomCell(model::see, texts));
        list.getStyleClass().add("contacts");
        list.onOpen(row -> join.accept(Optional.of(model.key(row))));
        state.getStyleClass().addAll("small", "muted");
        RightToLeft.wrap(state);
        middle.getStyleClass().add("found-rooms");
        VBox.setVgrow(middle, Priority.ALWAYS);
        act().setText(texts.say("browse.byAddress"));
        act().setDefaultButton(false);
        act().setOnAction(event -> join.accept(Optional.empty()));
        setFields(
                new ChoiceField<>(
                        texts.say("join.account"),
                        model.accounts(),
                        model.accountProperty(),
                        account -> account.address().toString()),
                places(),
                serverLine,
                words,
                middle,
                state);
        model.phaseProperty().subscribe(this::show);
        model.hasMoreProperty().subscribe(this::show);
        model.rows().subscribe(this::show);
        show();
    }

    /// Moves the focus to where words are typed.
    @Override
    public void requestFocus() {
        words.requestFocus();
    }

    private HBox serverLine() {
        server.setPromptText(texts.say("browse.server.prompt"));
        server.setAccessibleText(texts.say("browse.server"));
        server.textProperty().bindBidirectional(model.serverProperty());
        server.setOnAction(event -> model.refresh());
        HBox.setHgrow(server, Priority.ALWAYS);
        var ask = new Button(texts.say("browse.server.ask"));
        ask.setOnAction(event -> model.refresh());
        var line = new HBox(server, ask);
        line.getStyleClass().add("pair");
        return line;
    }

    /// A server or the directory; takes no room while the user has chosen no directory.
    private Node places() {
        var choice =
                new SegmentedControl(
                        List.of(texts.say("browse.server"), texts.say("browse.directory")));
        choice.selectedIndexProperty()
                .subscribe(
                        (before, now) -> {
                            model.inDirectoryProperty().set(now.intValue() == 1);
                            serverLine.setVisible(now.intValue() == 0);
                            serverLine.setManaged(now.intValue() == 0);
                        });
        choice.setVisible(model.directory().isPresent());
        choice.setManaged(model.directory().isPresent());
        return choice;
    }

    private void search() {
        if (model.inDirectoryProperty().get()) {
            model.refresh();
        } else {
            list.requestFocus();
        }
    }

    private void show() {
        boolean isEmpty = model.rows().isEmpty();
        middle.getChildren().setAll(isEmpty ? instead(model.phaseProperty().get()) : list);
        state.setText(isEmpty ? "" : below(model.phaseProperty().get()));
    }

    private Node instead(Phase phase) {
        return switch (phase) {
            case Phase.Asking asking -> new BusyRing(texts.say("browse.asking"));
            case Phase.NoService none ->
                    new EmptyState(
                            texts.say("browse.noService"), texts.say("browse.noService.how"));
            case Phase.Unasked unasked ->
                    new EmptyState(
                            texts.say("browse.unasked", model.directory().orElse("")),
                            texts.say("browse.unasked.how"));
            case Phase.Refused(Refusal refusal) ->
                    new EmptyState(sentence(refusal), refusal.text().strip());
            case Phase.Shown shown -> nothing();
        };
    }

    private EmptyState nothing() {
        var typed = model.wordsProperty().get().strip();
        return typed.isEmpty()
                ? new EmptyState(texts.say("browse.none"), texts.say("browse.none.how"))
                : new EmptyState(
                        texts.say("filter.nothing", typed), texts.say("browse.nothing.how"));
    }

    private String below(Phase phase) {
        var count = texts.count("browse.count", model.rows().size());
        return switch (phase) {
            case Phase.Asking asking -> texts.say("browse.askingMore", count);
            case Phase.Refused(Refusal refusal) ->
                    texts.say("browse.notAll", count, sentence(refusal));
            case Phase.Shown shown ->
                    model.hasMoreProperty().get() ? texts.say("browse.more", count) : count;
            case Phase.NoService none -> count;
            case Phase.Unasked unasked -> count;
        };
    }

    private String sentence(Refusal refusal) {
        return switch (refusal.reason()) {
            case OFFLINE -> texts.say("browse.refused.offline");
            case SERVER_NOT_REACHED -> texts.say("browse.refused.notReached");
            case TIMED_OUT -> texts.say("browse.refused.timedOut");
            case FORBIDDEN, NOT_ALLOWED -> texts.say("browse.refused.forbidden");
            case BAD_ADDRESS -> texts.say("browse.refused.badAddress");
            case LIMIT -> texts.say("browse.refused.limit");
            case NOT_SUPPORTED, UNAVAILABLE, NOT_FOUND -> texts.say("browse.refused.notSupported");
            case PASSWORD_NEEDED,
                    MEMBERS_ONLY,
                    NICK_TAKEN,
                    NOT_ACCEPTABLE,
                    UNSAFE,
                    FILE_GONE,
                    OTHER ->
                    texts.say("browse.refused.other");
        };
    }
}
