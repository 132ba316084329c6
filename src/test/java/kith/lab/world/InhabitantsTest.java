package kith.lab.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.base.ManualTimer;
import kith.lab.HeardMessage;
import kith.lab.LabUser;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;

import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smackx.chatstates.packet.ChatStateExtension;
import org.jivesoftware.smackx.muc.MultiUserChatManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.jxmpp.jid.EntityBareJid;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The people of the sample world as Mara meets them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InhabitantsTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private final SampleWorld world = new SampleWorld();
    private final XmppServer server = XmppServer.prosody(ServerProfile.NORMAL);

    @BeforeAll
    void populate() {
        world.populate(server, NOW);
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @Test
    void whoIsSpokenToTypesAndAnswersInTurn() {
        var tom = person("tom");
        try (var _ = Inhabitants.signIn(server, world, new ManualTimer());
                var mara = LabUser.signIn(server, SampleWorld.me())) {
            var seen = new SeenFrom(mara, tom.account().jid());
            for (var answer : tom.answers()) {
                mara.say(tom.account().jid(), "And?");
                mara.awaitMessage(answer);
            }
            assertThat(mara.heard()).extracting(HeardMessage::body).isEqualTo(tom.answers());
            // Typing before each answer; the answer itself says that it is over.
            assertThat(seen.events)
                    .containsExactlyElementsOf(
                            tom.answers().stream()
                                    .flatMap(answer -> List.of("composing", answer).stream())
                                    .toList());
        }
    }

    @Test
    void theyAreAsTheirTableSaysAndInTheirRooms() {
        try (var _ = Inhabitants.signIn(server, world, new ManualTimer());
                var mara = LabUser.signIn(server, SampleWorld.me())) {
            for (var person : world.contacts()) {
                var address = person.account().jid();
                await(person.user())
                        .until(() -> mara.presenceOf(address).isAvailable() == person.isOnline());
                if (person.isOnline()) {
                    assertThat(mara.presenceOf(address).getMode())
                            .isEqualTo(Presence.Mode.valueOf(person.show()));
                }
            }
            for (var room : world.rooms()) {
                mara.join(room.jid(), SampleWorld.MY_NICK);
                var expected =
                        world.people().stream()
                                .filter(SamplePerson::isOnline)
                                .filter(each -> room.occupants().contains(each.user()))
                                .count();
                assertThat(occupants(mara, room)).isEqualTo(expected + 1); // and Mara
            }
        }
    }

    @Test
    void oneTypesNowAndThenAndGoesForACoffee() {
        var olena = person("olena").account().jid();
        var timer = new ManualTimer();
        try (var _ = Inhabitants.signIn(server, world, timer);
                var mara = LabUser.signIn(server, SampleWorld.me())) {
            var seen = new SeenFrom(mara, olena);
            await("olena").until(() -> mara.presenceOf(olena).isAvailable());

            timer.pass(RestlessWriter.THINKING.minusMillis(1));
            assertThat(seen.events).isEmpty();
            timer.pass(RestlessWriter.WRITING);
            seen.await("composing");
            timer.pass(RestlessWriter.WRITING);
            seen.await("composing", "active");
            timer.pass(RestlessWriter.THINKING);
            seen.await("composing", "active", "composing");
            assertThat(mara.presenceOf(olena).getMode()).isEqualTo(Presence.Mode.available);

            timer.pass(RestlessWriter.COFFEE);
            await("away").until(() -> mara.presenceOf(olena).getMode() == Presence.Mode.away);
            assertThat(mara.presenceOf(olena).getStatus()).isEqualTo(RestlessWriter.AT_COFFEE);
            seen.await("composing", "active", "composing", "active", "active");
            assertThat(timer.waiting()).isZero();
        }
    }

    private static long occupants(LabUser user, SampleRoom room) {
        return MultiUserChatManager.getInstanceFor(user.connection())
                .getMultiUserChat(room.jid())
                .getOccupantsCount();
    }

    private SamplePerson person(String user) {
        return world.people().stream()
                .filter(each -> each.user().equals(user))
                .findFirst()
                .orElseThrow();
    }

    /// What comes to Mara from one person: states of typing by their names, and words.
    private static final class SeenFrom {

        final List<String> events = new CopyOnWriteArrayList<>();

        SeenFrom(LabUser mara, EntityBareJid person) {
            mara.connection()
                    .addSyncStanzaListener(
                            stanza -> {
                                if (stanza instanceof Message message
                                        && person.isParentOf(message.getFrom())) {
                                    hear(message);
                                }
                            },
                            StanzaTypeFilter.MESSAGE);
        }

        void await(String... wanted) {
            org.awaitility.Awaitility.await().until(() -> events.equals(List.of(wanted)));
        }

        private void hear(Message message) {
            if (message.getBody() != null) {
                events.add(message.getBody());
            } else if (message.getExtension(ChatStateExtension.NAMESPACE)
                    instanceof ChatStateExtension typing) {
                events.add(typing.getChatState().name());
            }
        }
    }
}
