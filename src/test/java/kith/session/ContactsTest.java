package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Availability;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Contact;
import kith.model.Presence;
import kith.model.PresenceSubscription;
import kith.model.Refusal;
import kith.model.RosterItem;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

/// Contacts and the presence that many devices make.
class ContactsTest {

    private static final Optional<Refusal> OFFLINE =
            Optional.of(Refusal.of(Refusal.Reason.OFFLINE));

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);

    @BeforeEach
    void receiveTheRoster() {
        session.say(
                account,
                new XmppEvent.RosterReceived(
                        Optional.of("v1"),
                        List.of(item(PresenceSubscription.BOTH, "Layla Haddad"))));
    }

    @Test
    void knowsTheRosterBeforeTheNetworkIsThere() {
        var restarted = new ScriptedSession(session);

        assertThat(restarted.roster.contacts().get())
                .singleElement()
                .satisfies(
                        contact -> {
                            assertThat(contact.name()).isEqualTo("Layla Haddad");
                            assertThat(contact.groups()).containsExactly("Friends");
                            assertThat(contact.presence()).isEqualTo(Presence.OFFLINE);
                        });
    }

    @Test
    void theDeviceWithTheHighestPrioritySpeaks() {
        device("phone", Availability.AVAILABLE, "on the train", 0);
        device("desk", Availability.AWAY, "at lunch", 5);

        assertThat(presence()).isEqualTo(new Presence(Availability.AWAY, "at lunch"));
    }

    @Test
    void amongEqualsTheMostReachableSpeaks() {
        device("phone", Availability.AWAY, "", 0);
        device("desk", Availability.FREE_TO_CHAT, "here", 0);
        device("watch", Availability.NOT_AVAILABLE, "", 0);

        assertThat(presence()).isEqualTo(new Presence(Availability.FREE_TO_CHAT, "here"));
    }

    @Test
    void aDeviceWithNegativePrioritySpeaksOnlyWhereNoOtherIs() {
        device("bot", Availability.AVAILABLE, "bot", -1);
        assertThat(presence().status()).isEqualTo("bot");

        device("desk", Availability.BUSY, "busy", 0);
        assertThat(presence().status()).isEqualTo("busy");
    }

    @Test
    void oneDeviceThatGoesLeavesTheOthers() {
        device("phone", Availability.AVAILABLE, "", 0);
        device("desk", Availability.BUSY, "", 5);
        device("desk", Availability.OFFLINE, "", 0);

        assertThat(presence()).isEqualTo(Presence.AVAILABLE);
    }

    @Test
    void anUnavailableOfTheBareAddressEndsAllDevices() {
        device("phone", Availability.AVAILABLE, "", 0);
        session.say(
                account,
                new XmppEvent.PresenceChanged(LAYLA, Presence.OFFLINE, 0, Optional.empty()));

        assertThat(presence()).isEqualTo(Presence.OFFLINE);
    }

    @Test
    void nobodyIsGreenWhileWeAreOfflineAndAResumedSessionBringsThemBack() {
        device("phone", Availability.AVAILABLE, "", 0);
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        assertThat(presence()).isEqualTo(Presence.OFFLINE);

        session.on(account, server -> server.signedIn(true));
        assertThat(presence()).isEqualTo(Presence.AVAILABLE);
    }

    @Test
    void aNewSessionForgetsWhatTheLastOneKnew() {
        device("phone", Availability.AVAILABLE, "", 0);
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));

        assertThat(presence()).isEqualTo(Presence.OFFLINE);
    }

    @Test
    void presenceThatIsNotSharedIsUnknownNotOffline() {
        session.say(
                account,
                new XmppEvent.RosterItemChanged(
                        Optional.of("v2"), item(PresenceSubscription.FROM, "Layla")));

        assertThat(presence()).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aContactIsCalledByTheirAddressWhereTheyHaveNoName() {
        session.say(
                account,
                new XmppEvent.RosterItemChanged(
                        Optional.of("v2"), item(PresenceSubscription.BOTH, " ")));

        assertThat(contact().map(Contact::name)).contains(LAYLA.toString());
    }

    @Test
    void aRemovedContactIsGoneForGood() {
        session.say(account, new XmppEvent.RosterItemRemoved(Optional.of("v2"), LAYLA));

        assertThat(session.roster.contacts().get()).isEmpty();
        assertThat(new ScriptedSession(session).roster.contacts().get()).isEmpty();
    }

    @Test
    void whoAsksToSeeOurPresenceWaitsForAnAnswer() {
        session.say(account, new XmppEvent.SubscriptionRequested(LAYLA, "it's me"));
        assertThat(session.roster.requests().get())
                .singleElement()
                .satisfies(request -> assertThat(request.text()).isEqualTo("it's me"));

        session.roster.accept(layla);

        assertThat(session.roster.requests().get()).isEmpty();
        assertThat(session.server(account).takeSent())
                .extracting(stanza -> ((org.jivesoftware.smack.packet.Presence) stanza).getType())
                .containsExactly(
                        org.jivesoftware.smack.packet.Presence.Type.subscribed,
                        org.jivesoftware.smack.packet.Presence.Type.subscribe);
    }

    @Test
    void offlineARequestGoesOnWaiting() {
        session.say(account, new XmppEvent.SubscriptionRequested(LAYLA, ""));
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));

        assertThat(session.roster.accept(layla)).isCompletedWithValue(OFFLINE);
        assertThat(session.roster.decline(layla)).isCompletedWithValue(OFFLINE);

        assertThat(session.roster.requests().get()).hasSize(1);
    }

    @Test
    void whoIsAddedIsAskedForTheirPresenceOnceTheyAreInTheRoster() {
        session.on(account, ScriptedLink::grant);

        var outcome = session.roster.add(account, LAYLA, "Layla", List.of());

        assertThat(outcome).isCompletedWithValue(Optional.empty());
        assertThat(session.server(account).takeSent())
                .extracting(stanza -> ((org.jivesoftware.smack.packet.Presence) stanza).getType())
                .containsExactly(org.jivesoftware.smack.packet.Presence.Type.subscribe);
    }

    @Test
    void aContactThatTheServerRefusesIsToldAndNotAsked() {
        var outcome = session.roster.add(account, LAYLA, "Layla", List.of());

        assertThat(outcome).isCompletedWithValue(Optional.of(Refusal.of(Refusal.Reason.NOT_FOUND)));
        assertThat(session.server(account).takeSent()).isEmpty();
    }

    @Test
    void offlineNobodyIsAddedOrRemovedAndThatIsTold() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));

        assertThat(session.roster.add(account, LAYLA, "", List.of())).isCompletedWithValue(OFFLINE);
        assertThat(session.roster.remove(layla)).isCompletedWithValue(OFFLINE);
        assertThat(session.roster.contacts().get()).hasSize(1);
    }

    private Presence presence() {
        return contact().map(Contact::presence).orElseThrow();
    }

    private Optional<Contact> contact() {
        return session.roster.contact(layla).get();
    }

    private void device(String name, Availability availability, String status, int priority) {
        session.say(
                account,
                new XmppEvent.PresenceChanged(
                        JidCreate.fromOrThrowUnchecked(LAYLA + "/" + name),
                        new Presence(availability, status),
                        priority,
                        Optional.empty()));
    }

    private static RosterItem item(PresenceSubscription subscription, String name) {
        return new RosterItem(LAYLA, name, List.of("Friends"), subscription, false);
    }
}
