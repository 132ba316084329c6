package kith.ui.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import kith.model.ChatKey;
import kith.model.HistoryFormat;
import kith.model.MessageKey;
import kith.ui.fx.Appearance;
import kith.ui.keys.KeyAction;
import kith.ui.keys.KeyBindings;
import kith.ui.keys.KeyPress;
import kith.ui.keys.KeyStroke;
import kith.ui.tabs.ChatWindowsViewModel;
import kith.ui.text.StyledSpan.Style;
import kith.ui.text.Texts;
import kith.ui.widget.AvatarPictures;
import kith.ui.widget.CaretRest;
import kith.ui.widget.PersonPictures;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// The window that one chat has of its own: its page, and the keys that make sense there; the
/// others are for the main window.
final class ChatStage implements ChatFrame {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 680;
    private static final double LEAST = 360;

    private final Stage stage = new Stage();
    private final ChatWindowsViewModel model;
    private final KeyBindings bindings;
    private final BiConsumer<KeyAction, KeyStroke> elsewhere;
    private final Consumer<List<String>> forwarder;
    private final Consumer<Route> go;
    private final NewsViewModel news;
    private final ChatExport exports;
    private final Texts texts;
    private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper noneElsewhere = new ReadOnlyIntegerWrapper();
    private final ChatPage page;
    private ChatWindowsViewModel.Row row;

    /// @param elsewhere does in the main window what keys are for that aren't for this one
    /// @param forwarder asks there in which chats words are to be said, too
    /// @param go goes to a place there
    /// @param pictures what its avatars show of rooms
    /// @param people what they show of people
    /// @param news what is told in this window
    /// @param exporting writes chats to files, asked in a window that tells how it goes
    ChatStage(
            ChatWindowsViewModel.Row row,
            ChatWindowsViewModel model,
            ChatPages pages,
            Appearance appearance,
            KeyBindings bindings,
            BiConsumer<KeyAction, KeyStroke> elsewhere,
            Consumer<List<String>> forwarder,
            Consumer<Route> go,
            AvatarPictures pictures,
            PersonPictures people,
            NewsViewModel news,
            BiFunction<Stage, NewsViewModel, ChatExport> exporting,
            Texts texts) {
        this.row = row;
        this.model = model;
        this.bindings = bindings;
        this.elsewhere = elsewhere;
        this.forwarder = forwarder;
        this.go = go;
        this.news = news;
        this.exports = exporting.apply(stage, news);
        this.texts = texts;
        page = pages.make(row.tab().key(), row.tab().kind(), this);
        var root = new StackPane(page.node());
        root.getStyleClass().add("page");
        var layers = new Layers();
        layers.showPage(root);
        new NewsToasts(news, layers, texts);
        var scene = new Scene(layers, WIDTH, HEIGHT);
        appearance.dress(scene, Shell.SCREENS);
        pictures.provide(scene);
        people.provide(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        CaretRest.in(scene);
        stage.setScene(scene);
        stage.setMinWidth(LEAST);
        stage.setMinHeight(LEAST);
        stage.setOnCloseRequest(event -> close());
        row.window().bounds().flatMap(WindowBounds::read).ifPresent(it -> it.apply(stage));
        show(row);
    }

    Stage stage() {
        return stage;
    }

    ChatWindowsViewModel.Row row() {
        return row;
    }

    /// Shows what is new of the chat; comes to the front where it was asked for.
    void show(ChatWindowsViewModel.Row newest) {
        boolean isAsked = newest.window().asked() != row.window().asked();
        row = newest;
        stage.setTitle(texts.say("shell.title.chat", newest.tab().title()));
        if (isAsked) {
            toFront();
        }
    }

    /// Shows it on the screen.
    void appear(List<javafx.scene.image.Image> icons) {
        stage.getIcons().setAll(icons);
        stage.show();
        stage.requestFocus();
        page.requestFocus();
    }

    void toFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        page.requestFocus();
    }

    /// Takes the reader to a message.
    void show(MessageKey message) {
        toFront();
        page.show(message);
    }

    /// Takes it from the screen; the chat stays in a window for the session.
    void dispose() {
        keepBounds();
        stage.hide();
        news.close();
        page.close();
    }

    /// Remembers where it stands.
    void keepBounds() {
        if (stage.isShowing() && !stage.isMaximized()) {
            var now =
                    new WindowBounds(
                            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
            model.keepBounds(row.tab().key(), now.written());
        }
    }

    @Override
    public ReadOnlyBooleanProperty narrowProperty() {
        return narrow.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyIntegerProperty unreadElsewhereProperty() {
        return noneElsewhere.getReadOnlyProperty();
    }

    @Override
    public void go(Route route) {
        go.accept(route);
    }

    @Override
    public void back() {
        model.backToTab(row.tab().key());
    }

    @Override
    public void export(ChatKey chat, String title, HistoryFormat format) {
        exports.export(chat, title, format);
    }

    @Override
    public void forward(List<String> texts) {
        forwarder.accept(texts);
    }

    @Override
    public Optional<Runnable> toTab() {
        return Optional.of(this::back);
    }

    private void close() {
        keepBounds(); // so that it comes back there
        model.close(row.tab().key());
    }

    private void pressed(KeyEvent event) {
        KeyPress.of(event)
                .ifPresent(
                        stroke ->
                                bindings.action(stroke)
                                        .ifPresent(
                                                action -> {
                                                    run(action, stroke);
                                                    event.consume();
                                                }));
    }

    private void focusNextPane(int places) {
        new FocusRing().with(page.panes()).move(places);
    }

    private void run(KeyAction action, KeyStroke stroke) {
        switch (action) {
            case CLOSE_CHAT -> close();
            case OPEN_WINDOW -> back();
            case DETAILS -> page.toggleDetails();
            case FIND -> page.find();
            case GO_TO_DAY -> page.openDays();
            case REPLY -> page.reply();
            case FORWARD -> page.forward();
            case ATTACH -> page.chooseFiles();
            case EMOJI -> page.pickEmoji();
            case REACT -> page.react();
            case RETRACT -> page.retract();
            case EDIT_LAST -> page.editLast();
            case BOLD -> page.style(Style.STRONG);
            case ITALIC -> page.style(Style.EMPHASIS);
            case STRIKE -> page.style(Style.STRIKE);
            case CODE -> page.style(Style.CODE);
            case NEXT_PANE -> focusNextPane(1);
            case PREVIOUS_PANE -> focusNextPane(-1);
            default -> elsewhere.accept(action, stroke);
        }
    }
}
