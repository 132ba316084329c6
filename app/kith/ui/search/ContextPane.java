package kith.ui.search;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.session.search.SearchService;
import kith.ui.text.Texts;
import kith.ui.widget.Avatar;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;

import java.util.Optional;

/// The message that is selected, among those around it: which chat it is from and which of the
/// found ones it is, and below the chat, which reads on in both directions.
///
/// FX thread only. [#close] with the page.
final class ContextPane extends VBox {

    private final SearchViewModel model;
    private final SearchActions actions;
    private final Texts texts;
    private final Avatar avatar = new Avatar(28);
    private final EmojiLabel title = new EmojiLabel();
    private final Label place = new Label();
    private final IconButton newer;
    private final IconButton older;
    private final HBox head;
    private boolean isShown;
    private Optional<Shown> shown = Optional.empty();

    ContextPane(SearchViewModel model, SearchActions actions, Texts texts) {
        this.model = model;
        this.actions = actions;
        this.texts = texts;
        getStyleClass().add("search-context");
        title.getStyleClass().add("strong");
        place.getStyleClass().add("muted");
        place.setMinWidth(USE_PREF_SIZE);
        newer = button(Icon.CHEVRON_UP, "search.newer", -1);
        older = button(Icon.CHEVRON_DOWN, "search.older", 1);
        var open = new Button(texts.say("search.open"));
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(event -> model.selectedProperty().get().ifPresent(actions.open()));
        var names = new HBox(title, place);
        names.getStyleClass().add("search-context-names");
        HBox.setHgrow(names, Priority.ALWAYS);
        head = new HBox(avatar, names, newer, older, open);
        head.getStyleClass().add("search-context-head");
        model.selectedProperty().subscribe(this::show);
        model.totalProperty().subscribe(this::showPlace);
        model.words().queryProperty().subscribe(this::mark);
    }

    /// Says whether there is room for it: where there is none, no chat is read.
    void setShown(boolean isShown) {
        if (this.isShown != isShown) {
            this.isShown = isShown;
            show(model.selectedProperty().get());
        }
    }

    void close() {
        shown.ifPresent(each -> each.context.close().run());
        shown = Optional.empty();
        getChildren().clear();
    }

    private void show(Optional<SearchRow> selected) {
        if (selected.isEmpty() || !isShown) {
            close();
            return;
        }
        var row = selected.get();
        var message = row.hit().message();
        if (shown.filter(each -> each.chat.equals(message.chat())).isEmpty()) {
            open(row);
        }
        showPlace();
        shown.ifPresent(each -> each.context.show().accept(message.key()));
    }

    private void open(SearchRow row) {
        close();
        var chat = row.hit().message().chat();
        var context = actions.context().apply(row);
        setVgrow(context.node(), Priority.ALWAYS);
        context.node().setMinHeight(0);
        shown = Optional.of(new Shown(chat, context));
        var address = chat.peer().toString();
        if (row.kind() == Chat.Kind.ROOM) {
            avatar.showRoom(row.chat(), address);
        } else {
            avatar.showPerson(row.chat(), address);
        }
        title.setText(row.chat());
        getChildren().setAll(head, context.node());
        mark();
    }

    private void mark() {
        var terms = model.words().queryProperty().get().terms();
        shown.ifPresent(
                each -> each.context.mark().accept(text -> SearchService.marks(text, terms)));
    }

    private void showPlace() {
        int at = model.selectedProperty().get().map(model::place).orElse(-1);
        place.setText(at < 0 ? "" : texts.say("search.nth", at + 1, model.totalProperty().get()));
        newer.setDisable(at <= 0);
        older.setDisable(at < 0 || at >= model.totalProperty().get() - 1);
    }

    private IconButton button(Icon icon, String key, int steps) {
        var button = new IconButton(icon, texts.say(key));
        button.setOnAction(event -> model.move(steps));
        return button;
    }

    /// The chat that is shown.
    private record Shown(ChatKey chat, SearchContext context) {}
}
