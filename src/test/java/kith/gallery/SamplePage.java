package kith.gallery;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import kith.model.ChatKey;
import kith.model.MessageKey;
import kith.ui.chats.ExportMenu;
import kith.ui.shell.ChatFrame;
import kith.ui.shell.ChatPage;
import kith.ui.text.StyledSpan.Style;

import java.util.List;

/// A page with nothing in it but a header and a field, for pictures and tests of what is round it.
final class SamplePage implements ChatPage {

    private final BorderPane page = new BorderPane();
    private final VBox bannerSlot = new VBox();
    private final TextField field = new TextField();
    private final ChatFrame frame;

    SamplePage(SampleWorld world, ChatKey chat, ChatFrame frame) {
        this.frame = frame;
        var name = new Label(chat.peer().toString());
        name.getStyleClass().addAll("lead", "strong");
        var header = new HBox(name);
        header.setMinHeight(56);
        header.setStyle(
                "-fx-alignment: center-left; -fx-padding: 0 16; -fx-border-color: transparent"
                        + " transparent -kith-hairline transparent");
        header.visibleProperty().bind(frame.narrowProperty().not());
        page.setTop(new VBox(header, bannerSlot));
        field.setPromptText("Message");
        field.setAccessibleText(chat.peer().toString());
        var invite = new MenuItem("Invite people…");
        invite.setOnAction(event -> frame.invite(chat));
        var add = new MenuItem("Add people…");
        add.setOnAction(event -> frame.addPeople(chat));
        field.setContextMenu(
                new ContextMenu(
                        ExportMenu.of(
                                format -> frame.export(chat, name.getText(), format), world.texts),
                        invite,
                        add));
        var bottom = new VBox(field);
        bottom.setStyle("-fx-padding: 16");
        page.setBottom(bottom);
    }

    @Override
    public Parent node() {
        return page;
    }

    @Override
    public Pane bannerSlot() {
        return bannerSlot;
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    @Override
    public List<Node> panes() {
        return List.of(field);
    }

    @Override
    public void toggleDetails() {
        bannerSlot.setDisable(!bannerSlot.isDisable()); // there are none
    }

    @Override
    public void reply() {
        field.setText("reply");
    }

    @Override
    public void forward() {
        frame.forward(List.of("Forwarded from Layla, today:\n> See you on Friday"));
    }

    @Override
    public void openDays() {
        field.setText("days");
    }

    @Override
    public void chooseFiles() {
        field.setText("files");
    }

    @Override
    public void pickEmoji() {
        field.replaceSelection("🎉");
    }

    @Override
    public void react() {
        field.selectAll(); // there are no messages
    }

    @Override
    public void retract() {
        field.selectAll(); // there are no messages
    }

    @Override
    public void editLast() {
        field.setText("edit");
    }

    @Override
    public void style(Style style) {
        field.setText("style " + style);
    }

    @Override
    public void find() {
        field.setText("find");
    }

    @Override
    public void show(MessageKey message) {
        field.setText("message " + message.row());
    }

    @Override
    public void close() {
        page.setVisible(false);
    }
}
