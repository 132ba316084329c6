package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import kith.model.OpenTabs;
import kith.session.export.ExportState;
import kith.session.export.ExportState.Reason;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

/// A chat of the list is written to a file that the user chooses.
class ExportInWindowTest extends MainWindowFixture {

    private static final Path FILE = Path.of("saved", "Layla Haddad.html");

    @Test
    void theMenuOfAChatExportsItAndTheToastShowsWhere() {
        export("Web page…");
        assertThat(commands()).contains("export layla@cedar.example as HTML to " + FILE);
        assertThat(exists(".toast")).isFalse();
        set(new ExportState.Done(FILE));
        assertThat(toast()).isEqualTo("Exported Layla Haddad");
        robot.clickOn(text("Show in folder"));
        settle();
        assertThat(commands()).contains("show " + FILE);
        assertThat(exists(".toast")).isFalse();
    }

    @Test
    void aLongOneSaysHowFarItIsAndIsCancelled() {
        export("JSON Lines…");
        set(new ExportState.Writing(500));
        assertThat(toast()).isEqualTo("Exporting Layla Haddad: 500 messages so far");
        robot.clickOn(text("Cancel"));
        settle();
        assertThat(commands()).contains("cancel export");
        assertThat(exists(".toast")).isFalse();
    }

    @Test
    void whatFailedIsSaid() {
        export("Text…");
        set(new ExportState.Failed(Reason.NOT_PERMITTED, "/x"));
        assertThat(toast()).isEqualTo("Layla Haddad was not exported: you may not write there");
    }

    @Test
    void theKeyboardAloneExports() {
        open();
        robot.type(KeyCode.F6).type(KeyCode.HOME);
        settle();
        FxThread.run(
                () ->
                        window().scene()
                                .getFocusOwner()
                                .fireEvent(
                                        new ContextMenuEvent(
                                                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                                0,
                                                0,
                                                0,
                                                0,
                                                true,
                                                null)));
        settle();
        robot.type(KeyCode.UP).type(KeyCode.RIGHT).type(KeyCode.DOWN).type(KeyCode.ENTER);
        settle();
        assertThat(commands())
                .containsExactly(
                        "export layla@cedar.example as TXT to "
                                + Path.of("saved", "Layla Haddad.txt"));
        assertThat(window().asked()).contains(window().stage());
    }

    @Test
    void whatIsAskedInAChatsOwnWindowIsToldThere() {
        var own = exportInOwnWindow();
        assertThat(window().asked()).contains(own);
        set(new ExportState.Writing(500));
        assertThat(exists(".toast")).isFalse();
        assertThat(toasts(own))
                .containsExactly("Exporting layla@cedar.example: 500 messages so far");
        set(new ExportState.Done(FILE));
        assertThat(exists(".toast")).isFalse();
        assertThat(toasts(own)).containsExactly("Exported layla@cedar.example");
    }

    @Test
    void whatGoesOnWhenItsWindowIsClosedIsToldInTheMainOne() {
        var own = exportInOwnWindow();
        set(new ExportState.Writing(500));
        FxThread.run(() -> world.set(world.tabs, OpenTabs.NONE));
        settle();
        assertThat(FxThread.call(own::isShowing)).isFalse();
        set(new ExportState.Writing(1_000));
        assertThat(toast()).isEqualTo("Exporting layla@cedar.example: 1,000 messages so far");
        set(new ExportState.Done(FILE));
        assertThat(toast()).isEqualTo("Exported layla@cedar.example");
    }

    private Window exportInOwnWindow() {
        open();
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(KeyCode.N)
                .release(KeyCode.SHIFT, KeyCode.CONTROL);
        settle();
        var own =
                Window.getWindows().stream()
                        .filter(each -> !each.equals(window().stage()))
                        .findFirst()
                        .orElseThrow();
        FxThread.run(
                () -> {
                    var field = (TextField) own.getScene().lookup(".text-field");
                    var forms = (Menu) field.getContextMenu().getItems().getFirst();
                    forms.getItems().getFirst().fire();
                });
        settle();
        return own;
    }

    private static List<String> toasts(Window window) {
        return FxThread.call(
                () ->
                        nodes(window.getScene().getRoot())
                                .filter(node -> node.getStyleClass().contains("toast"))
                                .map(Node::getAccessibleText)
                                .toList());
    }

    /// From the menu of the row: its last item, one of the forms.
    private void export(String form) {
        open();
        robot.rightClickOn(
                find(node -> node.getStyleClass().contains("row-body") && isIn(node, "chats")));
        settle();
        FxThread.run(
                () -> item(((Menu) item(menu().getItems(), "Export")).getItems(), form).fire());
        robot.type(KeyCode.ESCAPE);
        settle();
    }

    private static MenuItem item(List<MenuItem> items, String name) {
        return items.stream().filter(each -> name.equals(each.getText())).findFirst().orElseThrow();
    }

    private static ContextMenu menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void set(ExportState now) {
        FxThread.run(() -> world.set(world.exporting, now));
        settle();
    }

    private String toast() {
        return find(node -> node.getStyleClass().contains("toast")).getAccessibleText();
    }

    private List<String> commands() {
        return window().viewModels().commands();
    }
}
