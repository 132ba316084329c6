package kith.ui.chats;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

import kith.model.HistoryFormat;
import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

import java.util.function.Consumer;

/// The forms in which a chat can be written to a file, below one item of its menu.
public final class ExportMenu {

    private ExportMenu() {}

    /// A menu made anew.
    ///
    /// @param export is told which form was chosen
    public static Menu of(Consumer<HistoryFormat> export, Texts texts) {
        var menu = new Menu(texts.say("export.menu"), new IconView(Icon.EXPORT, 18));
        menu.setMnemonicParsing(false);
        for (var format : HistoryFormat.values()) {
            var item = new MenuItem(texts.say("export.as", name(format, texts)));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> export.accept(format));
            menu.getItems().add(item);
        }
        return menu;
    }

    /// What a form is called.
    public static String name(HistoryFormat format, Texts texts) {
        return switch (format) {
            case HTML -> texts.say("export.html");
            case TXT -> texts.say("export.txt");
            case JSONL -> texts.say("export.jsonl");
        };
    }
}
