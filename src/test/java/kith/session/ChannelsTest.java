package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;
import kith.xmpp.XmppEvent.RoomDescribed;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Optional;
import java.util.Set;

/// Which rooms are open to strangers.
class ChannelsTest {

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey room = new ChatKey(account, ROOM);

    ChannelsTest() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
    }

    @Test
    void aRoomThatAnybodyMayEnterOrWhereAddressesAreHiddenIsOne() {
        assertThat(channels(session)).as("nothing is known yet").isEmpty();
        for (var open :
                new RoomTraits[] {
                    RoomTraits.of(Trait.NON_ANONYMOUS),
                    RoomTraits.of(Trait.MEMBERS_ONLY, Trait.SEMI_ANONYMOUS)
                }) {
            described(open);
            assertThat(channels(session)).containsExactly(room);
            described(RoomTraits.of(Trait.MEMBERS_ONLY, Trait.NON_ANONYMOUS));
            assertThat(channels(session)).isEmpty();
        }
    }

    @Test
    void whatItSaidLastIsKnownAfterARestart() {
        described(RoomTraits.of(Trait.SEMI_ANONYMOUS));
        assertThat(channels(new ScriptedSession(session))).containsExactly(room);
        session.accounts.remove(account);
        assertThat(channels(session)).isEmpty();
        assertThat(channels(new ScriptedSession(session))).isEmpty();
    }

    @Test
    void whatAForeignRoomSaysIsNothing() {
        var other = JidCreate.bareFromOrThrowUnchecked("other@rooms.example");
        session.say(account, new RoomDescribed(other, RoomTraits.of(Trait.SEMI_ANONYMOUS)));
        assertThat(channels(session)).isEmpty();
    }

    private void described(RoomTraits traits) {
        session.say(account, new RoomDescribed(ROOM, traits));
    }

    private static Set<ChatKey> channels(ScriptedSession session) {
        return session.channels.rooms().get();
    }
}
