package kith.session;

import static kith.model.RoomNotice.Announcement.ADDRESSES_SHOWN;
import static kith.model.RoomNotice.Announcement.ADDRESSES_SHOWN_NOW;
import static kith.model.RoomNotice.Announcement.RECORDED;
import static kith.model.RoomNotice.Announcement.SETTINGS_CHANGED;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.ChatKey;
import kith.model.RoomNotice.Announced;
import kith.model.RoomNotice.Announcement;
import kith.model.RoomTraits.Trait;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a room says of itself is told to who is in it, once.
class RoomAnnouncementsTest extends RoomNoticesFixture {

    @ParameterizedTest
    @EnumSource
    void whatTheRoomIsFromNowOnIsTold(Announcement what) {
        switch (what) {
            case RECORDED_NOW -> says(Set.of(Trait.LOGGED), Set.of());
            case RECORDED_NO_MORE -> says(Set.of(), Set.of(Trait.LOGGED));
            case ADDRESSES_SHOWN_NOW ->
                    says(Set.of(Trait.NON_ANONYMOUS), Set.of(Trait.SEMI_ANONYMOUS));
            case ADDRESSES_FOR_MODERATORS ->
                    says(Set.of(Trait.SEMI_ANONYMOUS), Set.of(Trait.NON_ANONYMOUS));
            case ADDRESSES_HIDDEN ->
                    says(Set.of(), Set.of(Trait.SEMI_ANONYMOUS, Trait.NON_ANONYMOUS));
            case SETTINGS_CHANGED -> session.say(account, new XmppEvent.RoomConfigured(ROOM));
            case RECORDED, ADDRESSES_SHOWN -> {
                session.rooms.leave(key);
                enters(Set.of(Trait.LOGGED, Trait.NON_ANONYMOUS));
                assertThat(announced()).as("entered before").containsExactly(RECORDED);
                return;
            }
        }
        assertThat(announced()).containsExactly(what);
    }

    /// With 172 comes 104 for whoever knows no other.
    @Test
    void whatWasToldIsNotToldAgainUntilSomethingIsSaid() {
        says(Set.of(Trait.NON_ANONYMOUS), Set.of());
        session.say(account, new XmppEvent.RoomConfigured(ROOM));
        says(Set.of(Trait.NON_ANONYMOUS), Set.of());
        assertThat(announced()).containsExactly(ADDRESSES_SHOWN_NOW);
        session.say(account, session.incoming.inRoom("Priya", "p-2", "oh", false));
        session.say(account, new XmppEvent.RoomConfigured(ROOM));
        session.say(account, new XmppEvent.RoomConfigured(ROOM));
        assertThat(announced()).containsExactly(ADDRESSES_SHOWN_NOW, SETTINGS_CHANGED);
    }

    @Test
    void whoEntersARoomFirstIsWarnedOnce() {
        var den = JidCreate.bareFromOrThrowUnchecked("den@rooms.hearth.example");
        var its = new ChatKey(account, den);
        var both = Set.of(Trait.LOGGED, Trait.NON_ANONYMOUS);
        session.rooms.join(account, den, "Mara", Optional.empty());
        session.say(
                account,
                new XmppEvent.RoomTraitsChanged(den, both, Set.of()),
                new XmppEvent.RoomJoined(den, "Mara"));
        assertThat(announced(its)).containsExactly(ADDRESSES_SHOWN, RECORDED);
        session.rooms.leave(its);
        session.rooms.join(account, den, "Mara", Optional.empty());
        session.say(
                account,
                new XmppEvent.RoomTraitsChanged(den, both, Set.of()),
                new XmppEvent.RoomJoined(den, "Mara"));
        assertThat(announced(its)).containsExactly(ADDRESSES_SHOWN, RECORDED);
    }

    private void enters(Set<Trait> traits) {
        join();
        says(traits, Set.of());
        enter("Mara");
    }

    private List<Announcement> announced() {
        return announced(key);
    }

    private List<Announcement> announced(ChatKey room) {
        return session.notices.of(room).get().stream()
                .filter(Announced.class::isInstance)
                .map(it -> ((Announced) it).what())
                .toList();
    }
}
