package kith.ui.search;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.model.Chat;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.widget.Avatar;
import kith.ui.widget.ElasticLine;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.RowCell;

/// A message that was found: picture, who wrote it, where and when; below, its words, marked.
final class SearchCell extends RowCell<SearchRow> {

    private final SearchViewModel model;
    private final Texts texts;
    private final Times times;
    private final Avatar avatar = new Avatar(32);
    private final EmojiLabel name = new EmojiLabel();
    private final EmojiLabel place = new EmojiLabel();
    private final Label time = new Label();
    private final FoundWords words = new FoundWords();
    private final HBox row;

    SearchCell(SearchViewModel model, Texts texts, Times times) {
        this.model = model;
        this.texts = texts;
        this.times = times;
        name.getStyleClass().addAll("row-name", "strong");
        place.getStyleClass().add("row-preview");
        time.getStyleClass().add("row-time");
        var first = new ElasticLine(place, name, place, time);
        first.getStyleClass().add("row-line");
        var lines = new VBox(first, words);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(avatar, lines);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("row-body");
        setPrefWidth(0); // as wide as the list
        model.selectedProperty()
                .subscribe(
                        () -> {
                            var shown = getItem();
                            if (!isEmpty() && shown != null) {
                                showSelected(shown);
                            }
                        });
    }

    private void showSelected(SearchRow found) {
        var selected = model.selectedProperty().get().map(SearchRow::key);
        setRowSelected(selected.filter(found.key()::equals).isPresent());
    }

    /// As in the timeline, where the real address isn't known: here it never is.
    private static String colorKey(SearchRow found) {
        var author = found.hit().message().author();
        boolean isNick = found.kind() == Chat.Kind.ROOM && !author.isMine();
        return isNick ? author.nick() : author.address().toString();
    }

    /// Whether it has to be said in which chat it is.
    private static boolean isNamed(SearchRow found) {
        return found.kind() == Chat.Kind.ROOM || found.hit().message().isMine();
    }

    /// As high as its words are in the list's width: a cell by itself doesn't ask for that.
    @Override
    protected double computePrefHeight(double width) {
        double room = width > 0 || getListView() == null ? width : getListView().getWidth();
        double inside = room - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + row.prefHeight(inside) + snappedBottomInset();
    }

    @Override
    protected void show(SearchRow found) {
        var message = found.hit().message();
        var sender = message.isMine() ? texts.say("search.you") : found.sender();
        var where =
                message.isPrivate()
                        ? texts.say("search.privately", found.chat())
                        : isNamed(found) ? texts.say("search.in", found.chat()) : "";
        var body = message.words().orElse("");
        var excerpt = Excerpt.of(body, found.hit().marks());
        avatar.showPerson(found.sender(), colorKey(found));
        name.setText(sender);
        place.setText(where);
        time.setText(times.brief(message.at()));
        words.show(body, found.hit().marks());
        setAccessibleText(
                texts.say("search.row", sender, found.chat(), time.getText(), excerpt.text()));
        showSelected(found);
        setGraphic(row);
        if (found.equals(model.rows().getLast())) {
            model.more();
        }
    }
}
