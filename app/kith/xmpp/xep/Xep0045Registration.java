package kith.xmpp.xep;

import kith.model.DataForm;
import kith.model.Nick;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomRegistration;
import kith.xmpp.PayloadIq;
import kith.xmpp.RefusedException;
import kith.xmpp.Tree;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// XEP-0045 §7.10: becoming a member of a room by its form (XEP-0077), and §7.12: the nick that it
/// keeps for us.
///
/// Not done: registration without a data form, which §7.10 has not.
public final class Xep0045Registration {

    private static final String QUERY = "query";
    static final String FEATURE = Xep0045Rooms.NAMESPACE + "#register";
    static final String REGISTER = "jabber:iq:register";
    private static final String INFO = "http://jabber.org/protocol/disco#info";
    private static final String RESERVED = "x-roomuser-item";

    /// Asks a room what it wants to know of whoever wants to be a member.
    ///
    /// @return fails with [RefusedException]: `NOT_ALLOWED` where only its admins make members,
    ///   `UNAVAILABLE` or `NOT_SUPPORTED` where it has no such thing
    public CompletionStage<RoomRegistration> form(XmppLink link, BareJid room) {
        return link.ask(PayloadIq.get(room, new StandardExtensionElement(QUERY, REGISTER)))
                .thenApply(Xep0045Registration::registration);
    }

    /// Hands the form in.
    ///
    /// @return fails with [RefusedException]: `NICK_TAKEN` where somebody else has the nick
    public CompletionStage<IQ> submit(XmppLink link, BareJid room, DataForm filled) {
        return link.ask(
                PayloadIq.set(
                        room,
                        StandardExtensionElement.builder(QUERY, REGISTER)
                                .addElement(Xep0004Forms.submit(filled))
                                .build()));
    }

    /// Gives up the nick that a room keeps for us (XEP-0077 §3.2). Some rooms then take us for a
    /// member no more.
    ///
    /// @return fails with [RefusedException] where it doesn't let us
    public CompletionStage<IQ> remove(XmppLink link, BareJid room) {
        var remove = StandardExtensionElement.builder("remove", REGISTER).build();
        return link.ask(
                PayloadIq.set(
                        room,
                        StandardExtensionElement.builder(QUERY, REGISTER)
                                .addElement(remove)
                                .build()));
    }

    /// Asks a room which nick it keeps for us. One that says no, keeps none.
    ///
    /// @return fails with [RefusedException] where the room says nothing
    public CompletionStage<Optional<String>> reservedNick(XmppLink link, BareJid room) {
        var query =
                StandardExtensionElement.builder(QUERY, INFO)
                        .addAttribute("node", RESERVED)
                        .build();
        return link.ask(PayloadIq.get(room, query)).thenApply(Xep0045Registration::nick);
    }

    private static Optional<String> nick(IQ answer) {
        return answer instanceof PayloadIq known
                ? Tree.children(known.payload(), "identity").stream()
                        .flatMap(each -> Tree.attribute(each, "name").stream())
                        .filter(Xep0045Registration::canBe)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean canBe(String nick) {
        return !nick.isBlank() && Nick.isOne(nick);
    }

    private static RoomRegistration registration(IQ answer) {
        if (!(answer instanceof PayloadIq known)) {
            throw new RefusedException(Refusal.of(Reason.NOT_SUPPORTED));
        }
        var query = known.payload();
        boolean isRegistered = Tree.child(query, "registered").isPresent();
        var nick =
                Tree.child(query, "username")
                        .or(() -> Tree.child(query, "nick"))
                        .map(Tree::text)
                        .filter(it -> isRegistered);
        var form = Xep0004Forms.in(query);
        if (form.isEmpty() && !isRegistered) {
            throw new RefusedException(
                    new Refusal(Reason.NOT_SUPPORTED, instructions(query))); // a page of the web
        }
        return new RoomRegistration(
                isRegistered ? nick.or(() -> Optional.of("")) : Optional.empty(),
                form.orElse(DataForm.EMPTY));
    }

    private static String instructions(StandardExtensionElement query) {
        return Tree.child(query, "instructions")
                .map(it -> RoomInfo.cut(Tree.text(it).strip(), RoomInfo.MAX_DESCRIPTION))
                .orElse("");
    }
}
