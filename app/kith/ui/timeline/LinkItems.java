package kith.ui.timeline;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

import kith.ui.text.Texts;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/// What the menu of a message does with the links in it: the same that a click does.
final class LinkItems {

    /// So many links of one message have an item.
    private static final int MOST = 40;

    /// As much of a link as an item shows, in chars.
    private static final int LONGEST = 60;

    private LinkItems() {}

    /// One item to open the link and one to copy it; where there are several, or where one leads
    /// elsewhere than its letters say, each under its target.
    static List<MenuItem> of(MessageText text, Consumer<URI> open, Texts texts) {
        var links = text.links();
        if (links.isEmpty()) {
            return List.of();
        }
        var opening = texts.say("timeline.link.open");
        var copying = texts.say("timeline.link.copy");
        Consumer<URI> copy = link -> TimelineMenu.copy(link.toString());
        boolean isPlain = links.size() == 1 && text.letters().contains(links.getFirst().toString());
        if (isPlain) {
            return List.of(
                    TimelineMenu.item(opening, () -> open.accept(links.getFirst())),
                    TimelineMenu.item(copying, () -> copy.accept(links.getFirst())));
        }
        return List.of(menu(opening, links, open), menu(copying, links, copy));
    }

    private static Menu menu(String name, List<URI> links, Consumer<URI> act) {
        var menu = new Menu(name);
        menu.setMnemonicParsing(false);
        links.stream()
                .limit(MOST)
                .map(link -> TimelineMenu.item(spelledOut(link), () -> act.accept(link)))
                .forEach(menu.getItems()::add);
        return menu;
    }

    /// In letters that can't be mistaken. Of a long one the end of its host is kept, which says
    /// whose it is.
    static String spelledOut(URI link) {
        var all = link.toString();
        if (all.length() <= LONGEST) {
            return all;
        }
        int host = host(link, all);
        return host <= LONGEST
                ? all.substring(0, LONGEST) + "…"
                : "…" + all.substring(host - LONGEST, host) + (host < all.length() ? "…" : "");
    }

    /// Where the host ends, or the address of an `xmpp:` link.
    private static int host(URI link, String all) {
        var authority = link.getRawAuthority();
        int from = authority == null ? 0 : all.indexOf(authority) + authority.length();
        int query = all.indexOf('?');
        return authority != null ? from : query < 0 ? all.length() : query;
    }
}
