package kith.ui.chats;

import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

import kith.model.Alerts;
import kith.ui.text.AlertWords;
import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.RightToLeft;

import java.util.function.Consumer;

/// Of which messages of a room the user is told, below one item of its menu.
final class AlertsMenu {

    private AlertsMenu() {}

    /// A menu made anew.
    ///
    /// @param choose is told what was chosen
    static Menu of(Alerts now, Consumer<Alerts> choose, Texts texts) {
        var menu = new Menu(texts.say("alerts.menu"), new IconView(Icon.BELL_OUTLINE, 18));
        menu.setMnemonicParsing(false);
        var group = new ToggleGroup();
        for (var alerts : Alerts.values()) {
            var item = new RadioMenuItem(AlertWords.full(alerts, texts));
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(alerts == now);
            item.setOnAction(event -> choose.accept(alerts));
            RightToLeft.dress(item);
            menu.getItems().add(item);
        }
        return menu;
    }
}
