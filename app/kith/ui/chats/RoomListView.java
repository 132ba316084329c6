package kith.ui.chats;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import kith.ui.text.Texts;
import kith.ui.widget.EmptyState;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.RowList;

/// The list of rooms with a row to find others and one to join by address, or what to do while
/// there is none.
public final class RoomListView extends BorderPane {

    private final RoomListViewModel model;
    private final Runnable showChat;
    private final Texts texts;
    private final RowList<RoomRow> list;

    /// @param showChat shows the room that is open already
    /// @param join asks which room to join
    /// @param browse shows which rooms there are
    /// @param make asks what room to make
    public RoomListView(
            RoomListViewModel model,
            Runnable showChat,
            Runnable join,
            Runnable browse,
            Runnable make,
            Texts texts) {
        this.model = model;
        this.showChat = showChat;
        this.texts = texts;
        list = new RowList<>(model.rows(), texts.say("rooms.name"), () -> new RoomCell(texts));
        list.onOpen(this::open).onOpenInBackground(model::openInBackground);
        list.getStyleClass().add("contacts");
        setBottom(
                new VBox(
                        actionRow(texts.say("rooms.browse"), Icon.MAGNIFY, browse),
                        actionRow(texts.say("rooms.join"), Icon.ACCOUNT_GROUP_OUTLINE, join),
                        actionRow(texts.say("rooms.make"), Icon.PLUS, make)));
        model.rows().subscribe(this::showListOrHint);
        showListOrHint();
    }

    /// Moves the focus into the list.
    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    private static Button actionRow(String name, Icon icon, Runnable act) {
        var row = new Button(name, new IconView(icon, 20));
        row.getStyleClass().setAll("row", "row-action");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setOnAction(event -> act.run());
        return row;
    }

    private void open(RoomRow row) {
        if (row.isSelected()) {
            showChat.run();
        } else {
            model.open(row);
        }
    }

    private void showListOrHint() {
        var typed = model.filterProperty().get();
        Node wanted =
                !model.rows().isEmpty()
                        ? list
                        : typed.isBlank()
                                ? new EmptyState(
                                        texts.say("rooms.empty"), texts.say("rooms.empty.how"))
                                : new EmptyState(
                                        texts.say("filter.nothing", typed.strip()),
                                        texts.say("filter.nothing.how"));
        if (!wanted.equals(getCenter())) {
            setCenter(wanted);
        }
    }
}
