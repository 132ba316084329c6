package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.LabUser;
import kith.lab.ServerKind;
import kith.model.Alerts;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.Mute;
import kith.model.SharedFlags;
import kith.xmpp.Xml;

import org.jivesoftware.smack.packet.IQ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.BareJid;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Pins and mutes of chats and rooms on two devices of one account, on real servers (XEP-0402,
/// XEP-0469, XEP-0492).
@ParameterizedClass
@EnumSource
class FlagSharingTest extends FriendsFixture {

    private static final String BOOKMARKS = "urn:xmpp:bookmarks:1";
    private static final Mute OFF = new Mute.Off();
    private static final Mute ALWAYS = new Mute.Always();

    FlagSharingTest(ServerKind kind) {
        super(kind, "pinned");
    }

    @Test
    void whatIsChosenOnOneIsChosenOnTheOther() {
        var desk = user("Anna", anna, "desk");
        var lap = user("Anna", anna, "lap");
        for (var device : List.of(desk, lap)) {
            open(device, bob.jid(), Chat.Kind.CONTACT);
        }
        desk.enter(room);
        open(lap, room, Chat.Kind.ROOM);

        desk.kith().session().flags().pin(desk.chat(bob.jid()));
        desk.kith().session().flags().mute(desk.chat(room), Optional.empty());
        awaitFlags(lap, bob.jid(), true, OFF);
        awaitFlags(lap, room, false, ALWAYS);

        lap.kith().session().flags().mute(lap.chat(bob.jid()), Optional.of(Duration.ofHours(8)));
        await("it is muted")
                .atMost(RunningKith.PATIENCE)
                .until(() -> shared(lap, bob.jid()).mute() instanceof Mute.Until);
        var until = shared(lap, bob.jid()).mute();
        awaitFlags(desk, bob.jid(), true, until);
        lap.kith().session().flags().unmute(lap.chat(room));
        lap.kith().session().flags().pin(lap.chat(room));
        awaitFlags(desk, room, true, OFF);

        lap.go();
        desk.kith().session().flags().unpin(desk.chat(bob.jid()));
        desk.kith().session().flags().unmute(desk.chat(bob.jid()));
        desk.kith().session().flags().mute(desk.chat(room), Optional.empty());
        lap.come();
        awaitFlags(lap, bob.jid(), false, OFF);
        awaitFlags(lap, room, true, ALWAYS);
        assertThat(kept(BOOKMARKS, room))
                .as("entering it made one")
                .contains("<pinned", "<never", "autojoin='true'");

        var third = user("Anna", anna, "third");
        open(third, room, Chat.Kind.ROOM);
        awaitFlags(third, room, true, ALWAYS);
    }

    /// A bookmark that says of what its user is told, for a phone apart.
    @Test
    void ofWhatOneIsToldIsTheSameOnAllDevicesAndInOtherClients() {
        var desk = user("Anna", anna, "desk");
        var lap = user("Anna", anna, "lap");
        desk.enter(room);
        open(lap, room, Chat.Kind.ROOM);
        desk.kith().session().flags().choose(desk.chat(room), Alerts.MENTIONS);
        awaitAlerts(lap, Alerts.MENTIONS);
        assertThat(kept(BOOKMARKS, room)).contains("on-mention", "autojoin='true'");
        lap.kith().session().flags().choose(lap.chat(room), Alerts.NEVER);
        awaitAlerts(desk, Alerts.NEVER);
        var phone = "<always identity-category='client' identity-type='phone'/>";
        askAsAnother(
                """
                <iq type='set' id='b'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
                <publish node='urn:xmpp:bookmarks:1'><item id='%s'>
                <conference xmlns='urn:xmpp:bookmarks:1' autojoin='true'><extensions>
                <notify xmlns='urn:xmpp:notification-settings:1'>%s<on-mention/></notify>
                </extensions></conference></item></publish></pubsub></iq>
                """
                        .formatted(room, phone));
        awaitAlerts(desk, Alerts.MENTIONS);
        awaitAlerts(lap, Alerts.MENTIONS);
        desk.kith().session().flags().choose(desk.chat(room), Alerts.ALL);
        awaitAlerts(lap, Alerts.ALL);
        assertThat(kept(BOOKMARKS, room)).contains("phone").doesNotContain("on-mention");
    }

    private void awaitAlerts(KithUser device, Alerts alerts) {
        await("of what " + room + " tells")
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                device.kith()
                                        .session()
                                        .flags()
                                        .flags()
                                        .get()
                                        .getOrDefault(device.chat(room), ChatFlags.NONE)
                                        .choice(Alerts.ALL),
                        alerts::equals);
    }

    /// Each changes something while it is away, and comes back on what it left.
    @Test
    void whatWasChosenWithoutASessionIsToldInTheNext() {
        var desk = user("Anna", anna, "desk");
        var lap = user("Anna", anna, "lap");
        open(desk, bob.jid(), Chat.Kind.CONTACT);
        open(lap, bob.jid(), Chat.Kind.CONTACT);
        var accounts = desk.kith().session().accounts();
        accounts.disconnect(desk.chat(bob.jid()).account());
        desk.kith().session().flags().pin(desk.chat(bob.jid()));
        lap.kith().session().flags().mute(lap.chat(bob.jid()), Optional.empty());
        desk.go();
        desk.come();
        awaitFlags(desk, bob.jid(), true, ALWAYS);
        awaitFlags(lap, bob.jid(), true, ALWAYS);
    }

    /// What another client keeps in a bookmark is not ours to change; and we are where it says.
    @Test
    void aBookmarkOfAnotherClientKeepsAllThatIsItsOwn() {
        askAsAnother(
                """
                <iq type='set' id='b'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
                <publish node='urn:xmpp:bookmarks:1'><item id='%s'>
                <conference xmlns='urn:xmpp:bookmarks:1' name='The &quot;room&quot;'
                autojoin='true'><nick>Annie</nick><password>x&amp;y</password><extensions>
                <state xmlns='http://myclient.example/bookmark/state' minimized='true'>
                <deep>w &lt; o</deep></state><pinned xmlns='urn:xmpp:bookmarks-pinning:0'/>
                </extensions></conference></item></publish></pubsub></iq>
                """
                        .formatted(room));
        var desk = user("Anna", anna, "desk");
        open(desk, room, Chat.Kind.ROOM);
        awaitFlags(desk, room, true, OFF);
        desk.kith().awaitJoined(desk.chat(room));
        desk.kith().session().flags().unpin(desk.chat(room));
        desk.kith().session().flags().mute(desk.chat(room), Optional.empty());
        await("it is changed")
                .atMost(RunningKith.PATIENCE)
                .until(() -> kept(BOOKMARKS, room).contains("never"));
        assertThat(kept(BOOKMARKS, room))
                .contains("name='The ", "<nick", "Annie", "x&amp;y", "minimized=")
                .contains("w &lt; o")
                .doesNotContain("<pinned");
    }

    private static void open(KithUser device, BareJid peer, Chat.Kind kind) {
        device.kith().session().tabs().openInBackground(device.chat(peer), kind);
        await("the chat")
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                device.kith()
                                        .session()
                                        .chatList()
                                        .chat(device.chat(peer))
                                        .get()
                                        .isPresent());
    }

    private static void awaitFlags(KithUser device, BareJid peer, boolean isPinned, Mute mute) {
        await("what is chosen for " + peer)
                .atMost(RunningKith.PATIENCE)
                .until(() -> shared(device, peer), new SharedFlags(isPinned, mute)::equals);
    }

    private static SharedFlags shared(KithUser device, BareJid peer) {
        var all = device.kith().session().flags().flags().get();
        var flags = all.getOrDefault(device.chat(peer), ChatFlags.NONE);
        return new SharedFlags(flags.isPinned(), flags.mute());
    }

    private String kept(String node, BareJid address) {
        return askAsAnother(
                """
                <iq type='get' id='b'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
                <items node='%s'><item id='%s'/></items></pubsub></iq>
                """
                        .formatted(node, address));
    }

    private String askAsAnother(String request) {
        try (var other = LabUser.signIn(server(), anna)) {
            return other.ask(Xml.stanza(IQ.class, request)).toXML().toString();
        }
    }
}
