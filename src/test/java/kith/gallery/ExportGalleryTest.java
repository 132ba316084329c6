package kith.gallery;

import javafx.scene.control.ContextMenu;

import kith.model.HistoryFormat;
import kith.session.export.ExportState;
import kith.session.export.ExportState.Reason;
import kith.ui.chats.ExportMenu;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Locale;

/// What is told of a chat that is written to a file.
class ExportGalleryTest {

    @Test
    void told() {
        for (var each :
                new ExportState[] {
                    new ExportState.Writing(3_500),
                    new ExportState.Done(Path.of("a.html")),
                    new ExportState.Failed(Reason.DISK_FULL, "")
                }) {
            MainPictures.takeFramed(
                    "export-" + each.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                    1200,
                    780,
                    (window, frame) -> {
                        var layla = SampleWorld.key("layla@cedar.example");
                        frame.export(layla, "Layla Haddad", HistoryFormat.HTML);
                        window.world().set(window.world().exporting, each);
                    });
        }
    }

    @Test
    void forms() {
        Snapshots.takeMenu(
                "menu-export",
                () -> {
                    var menu = new ContextMenu();
                    menu.getItems()
                            .setAll(ExportMenu.of(_ -> {}, Texts.of(Locale.ENGLISH)).getItems());
                    return menu;
                },
                "chat");
    }
}
