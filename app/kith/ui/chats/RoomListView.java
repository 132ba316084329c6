package kith.ui.chats;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import kith.ui.text.Texts;
import kith.ui.widget.EmptyState;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.RowList;

import java.util.Optional;

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
        list.onOpen(this::open)
                .onOpenInBackground(model::openInBackground)
                .onMenu(row -> Optional.of(row).filter(RoomRow::isNew).map(this::menu));
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

    private ContextMenu menu(RoomRow row) {
        var join = new MenuItem(texts.say("rooms.menu.join"), new IconView(Icon.LOGIN, 18));
        join.setOnAction(event -> open(row));
        var forget = new MenuItem(texts.say("rooms.menu.forget"), new IconView(Icon.CLOSE, 18));
        forget.setOnAction(event -> model.forget(row));
        return new ContextMenu(join, forget);
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
