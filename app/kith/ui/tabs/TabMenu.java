package kith.ui.tabs;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

import java.util.Optional;

/// The menu of a tab, made anew each time it is asked for.
final class TabMenu {

    private final TabStripViewModel model;
    private final Texts texts;

    TabMenu(TabStripViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /// All that can be done with a tab.
    ContextMenu make(ChatTab tab) {
        var menu = new ContextMenu();
        var key = tab.key();
        menu.getItems().add(pin(tab));
        menu.getItems()
                .add(
                        item(
                                Icon.OPEN_IN_NEW,
                                texts.say("tabs.menu.window"),
                                () -> model.openWindow(key, Optional.empty())));
        menu.getItems().add(new SeparatorMenuItem());
        if (!tab.isPinned()) {
            menu.getItems()
                    .add(item(Icon.CLOSE, texts.say("tabs.menu.close"), () -> model.close(key)));
        }
        addClosing(menu, tab);
        return menu;
    }

    /// What can be done with the selected tab, under those that have no room.
    void addTo(ContextMenu menu, ChatTab selected) {
        menu.getItems().addAll(new SeparatorMenuItem(), pin(selected));
        addClosing(menu, selected);
    }

    private MenuItem pin(ChatTab tab) {
        return tab.isPinned()
                ? item(
                        Icon.PIN_OFF_OUTLINE,
                        texts.say("tabs.menu.unpin"),
                        () -> model.togglePin(tab.key()))
                : item(
                        Icon.PIN_OUTLINE,
                        texts.say("tabs.menu.pin"),
                        () -> model.togglePin(tab.key()));
    }

    private void addClosing(ContextMenu menu, ChatTab tab) {
        if (model.hasOthers(tab.key())) {
            menu.getItems()
                    .add(
                            item(
                                    Icon.CLOSE_BOX_MULTIPLE_OUTLINE,
                                    texts.say("tabs.menu.closeOthers"),
                                    () -> model.closeOthers(tab.key())));
        }
        menu.getItems().add(item(Icon.HISTORY, texts.say("tabs.menu.reopen"), model::reopenClosed));
    }

    private static MenuItem item(Icon icon, String text, Runnable act) {
        var item = new MenuItem(text, new IconView(icon, 18));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> act.run());
        return item;
    }
}
