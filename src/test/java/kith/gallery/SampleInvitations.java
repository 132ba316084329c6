package kith.gallery;

import kith.model.ChatKey;
import kith.model.Continuation;
import kith.model.DeclinedInvitation;
import kith.model.Invitation;
import kith.model.Inviter;
import kith.model.ReceivedInvitation;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

/// The invitations of the sample world.
final class SampleInvitations {

    private SampleInvitations() {}

    /// Of people who want to go on with a chat in a group: a contact, a stranger, and one whom a
    /// room names.
    static List<ReceivedInvitation> continued() {
        var group = "k3xq7m2p@rooms.birke.example";
        var names = "layla, Mara, Tomás Beneš";
        var layla = bare("layla@birke.example");
        var stranger = bare("iris@hearth.example");
        return List.of(
                continuing(group, new Inviter.Person(layla), names, "Layla Haddad", false),
                continuing(
                        "x4" + group,
                        new Inviter.Person(stranger),
                        "We print on Thursday. Bring the copper plates!",
                        stranger.toString(),
                        true),
                continuing(
                        "x5" + group,
                        new Inviter.ByRoom(Optional.of(layla)),
                        names,
                        layla.toString(),
                        true));
    }

    /// Of a contact, of a room and of a stranger.
    static List<ReceivedInvitation> received() {
        return List.of(
                invitation(
                        "etching@rooms.birke.example",
                        new Inviter.Person(bare("layla@birke.example")),
                        "We print on Thursday. Bring the copper plates!",
                        "Layla Haddad",
                        false),
                invitation(
                        "print-sale@rooms.hearth.example",
                        new Inviter.ByRoom(Optional.of(bare("jonas@hearth.example"))),
                        "",
                        "jonas@hearth.example",
                        true),
                invitation(
                        "win@rooms.example",
                        new Inviter.Person(bare("offer@shop.example")),
                        "You have won! ".repeat(30),
                        "offer@shop.example",
                        true));
    }

    /// Who has said no to one of the user's.
    static List<DeclinedInvitation> declined() {
        return List.of(
                new DeclinedInvitation(
                        new ChatKey(SampleWorld.HEARTH, bare("print@rooms.hearth.example")),
                        bare("dad@hearth.example"),
                        "Dad",
                        "I'm away that day"));
    }

    private static ReceivedInvitation continuing(
            String room, Inviter inviter, String reason, String name, boolean isStranger) {
        var invitation =
                new Invitation(
                        bare(room),
                        inviter,
                        reason,
                        Optional.empty(),
                        Optional.of(new Continuation(Optional.empty())),
                        SampleWorld.NOW.minusSeconds(600));
        return new ReceivedInvitation(SampleWorld.HEARTH, invitation, name, isStranger);
    }

    private static ReceivedInvitation invitation(
            String room, Inviter inviter, String reason, String name, boolean isStranger) {
        var invitation =
                new Invitation(
                        bare(room),
                        inviter,
                        reason,
                        Optional.empty(),
                        SampleWorld.NOW.minusSeconds(600));
        return new ReceivedInvitation(SampleWorld.HEARTH, invitation, name, isStranger);
    }

    private static BareJid bare(String address) {
        return JidCreate.bareFromOrThrowUnchecked(address);
    }
}
