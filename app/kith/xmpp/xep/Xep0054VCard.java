package kith.xmpp.xep;

import kith.model.Refusal;
import kith.xmpp.PayloadIq;
import kith.xmpp.RefusedException;
import kith.xmpp.Tree;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// XEP-0054 vcard-temp: the pictures in it, of whomever has one. The rest is left as it is.
public final class Xep0054VCard {

    static final String NAMESPACE = "vcard-temp";

    /// A picture larger than that, in bytes, is not meant to be shown small beside a name.
    public static final int MOST_BYTES = 256 * 1024;

    private static final String CARD = "vCard";
    private static final String PHOTO = "PHOTO";
    private static final String DATA = "BINVAL";

    /// Asks for the pictures of somebody.
    ///
    /// @param whose of somebody in a room, the address that they have there: the room passes it on
    /// @return the bytes of each as it was published; those that are too large or no Base64 are
    ///   left out
    public CompletionStage<List<byte[]>> pictures(XmppLink link, Jid whose) {
        return card(link, whose)
                .thenApply(
                        card ->
                                card.stream()
                                        .flatMap(it -> Tree.children(it, PHOTO).stream())
                                        .flatMap(photo -> bytes(photo).stream())
                                        .toList());
    }

    /// Publishes a picture of a room of ours (XEP-0486 §3.2), in place of all that it has.
    ///
    /// @param png empty takes it away
    public CompletionStage<IQ> publish(XmppLink link, BareJid room, Optional<byte[]> png) {
        return card(link, room).thenCompose(card -> link.ask(PayloadIq.set(room, with(card, png))));
    }

    private static CompletionStage<Optional<StandardExtensionElement>> card(
            XmppLink link, Jid whose) {
        return link.ask(PayloadIq.get(whose, new StandardExtensionElement(CARD, NAMESPACE)))
                .thenApply(
                        answer ->
                                Optional.of(answer)
                                        .filter(PayloadIq.class::isInstance)
                                        .map(it -> ((PayloadIq) it).payload())
                                        .filter(it -> it.getElementName().equals(CARD)))
                .exceptionallyCompose(Xep0054VCard::noneYet);
    }

    /// One who was never given a card has none (§3.1).
    private static CompletionStage<Optional<StandardExtensionElement>> noneYet(Throwable failure) {
        boolean isNone =
                RefusedException.in(failure)
                        .filter(it -> it.reason() == Refusal.Reason.NOT_FOUND)
                        .isPresent();
        return isNone
                ? CompletableFuture.completedStage(Optional.empty())
                : CompletableFuture.failedStage(failure);
    }

    private static StandardExtensionElement with(
            Optional<StandardExtensionElement> card, Optional<byte[]> png) {
        var changed = StandardExtensionElement.builder(CARD, NAMESPACE);
        card.stream()
                .flatMap(it -> it.getElements().stream())
                .filter(each -> !each.getElementName().equals(PHOTO))
                .forEach(changed::addElement);
        png.map(Base64.getEncoder()::encodeToString)
                .map(
                        data ->
                                StandardExtensionElement.builder(PHOTO, NAMESPACE)
                                        .addElement("TYPE", "image/png")
                                        .addElement(DATA, data)
                                        .build())
                .ifPresent(changed::addElement);
        return changed.build();
    }

    /// Line breaks in it are usual.
    private static Optional<byte[]> bytes(StandardExtensionElement photo) {
        return Tree.child(photo, DATA)
                .map(Tree::text)
                .filter(data -> data.length() <= MOST_BYTES * 3 / 2)
                .flatMap(Xep0054VCard::decoded)
                .filter(bytes -> bytes.length > 0 && bytes.length <= MOST_BYTES);
    }

    private static Optional<byte[]> decoded(String data) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(data));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
