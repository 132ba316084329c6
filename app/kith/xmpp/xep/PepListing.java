package kith.xmpp.xep;

import kith.xmpp.PayloadIq;
import kith.xmpp.Tree;
import kith.xmpp.xep.Xep0163Pep.Item;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a node answers that it has (XEP-0060 §6.5).
///
/// @param items those that could be read
/// @param unread ids of others
/// @param isWhole whether nothing else is there: the answer is well-formed, and all of it has come
record PepListing(List<Item> items, List<String> unread, boolean isWhole) {

    private static final String RSM = "http://jabber.org/protocol/rsm";

    static PepListing of(IQ answer, String node) {
        return Optional.of(answer)
                .filter(PayloadIq.class::isInstance)
                .map(it -> ((PayloadIq) it).payload())
                .filter(Predicate.not(Tree::isChanged))
                .filter(it -> Tree.children(it, "items").size() == 1)
                .map(it -> of(it, node))
                .orElseGet(() -> new PepListing(List.of(), List.of(), false));
    }

    private static PepListing of(StandardExtensionElement pubsub, String node) {
        var items = Tree.children(pubsub, "items").getFirst();
        if (!Tree.attribute(items, "node").equals(Optional.of(node))) {
            return new PepListing(List.of(), List.of(), false);
        }
        var read = of(items);
        return new PepListing(read.items, read.unread, read.isWhole && hasAllCome(pubsub, read));
    }

    /// What stands in one `items` element.
    static PepListing of(StandardExtensionElement items) {
        var read = new ArrayList<Item>();
        var unread = new ArrayList<String>();
        boolean isWhole = !Tree.isChanged(items);
        for (var each : items.getElements()) {
            var id = Tree.attribute(each, "id");
            boolean isItem =
                    each.getElementName().equals("item")
                            && each.getNamespace().equals(items.getNamespace());
            if (!isItem || id.isEmpty()) {
                isWhole = false;
            } else if (each.getElements().size() == 1) {
                read.add(new Item(id.get(), each.getElements().getFirst()));
            } else {
                unread.add(id.get());
            }
        }
        return new PepListing(List.copyOf(read), List.copyOf(unread), isWhole);
    }

    /// Where only a page was sent, it says of how many (XEP-0060 §6.5.4).
    private static boolean hasAllCome(StandardExtensionElement pubsub, PepListing read) {
        int count = read.items.size() + read.unread.size();
        return Tree.child(pubsub, "set", RSM)
                .map(set -> Tree.child(set, "count").map(Tree::text).orElse(""))
                .map(text -> text.strip().equals(Integer.toString(count)))
                .orElse(true);
    }
}
