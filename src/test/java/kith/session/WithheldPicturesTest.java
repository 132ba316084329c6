package kith.session;

import static kith.model.RoomTraits.Trait.MEMBERS_ONLY;
import static kith.model.RoomTraits.Trait.NON_ANONYMOUS;
import static kith.model.RoomTraits.Trait.SEMI_ANONYMOUS;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.MessageKey;
import kith.model.PresenceSubscription;
import kith.model.ShownPicture;
import kith.model.ShownPicture.There;
import kith.model.ShownPicture.Why;
import kith.model.ShownPicture.Withheld;
import kith.xmpp.TransferException.Kind;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Optional;
import java.util.stream.Stream;

/// Pictures that aren't fetched before the user says so: whoever sent them would learn where the
/// user is, and that they look (H53).
class WithheldPicturesTest extends PicturesFixture {

    private void forgetLayla() {
        session.say(
                account, new XmppEvent.RosterItemRemoved(Optional.empty(), ScriptedSession.LAYLA));
    }

    private void assertWithheld(MessageKey message, Why why) {
        assertThat(shown(message)).isEqualTo(new Withheld(why, Optional.empty()));
    }

    @Test
    void h53AStrangersPictureIsFetchedWhenTheUserAsks() {
        forgetLayla();
        var message = receive("a");
        want(message).close();
        want(message);
        assertWithheld(message, Why.STRANGER);
        session.core.execute(session.pictures::reconsider);
        offline();
        online();
        assertThat(gets()).isEmpty();
        session.pictures.fetch(message);
        assertThat(shown(message)).isEqualTo(ShownPicture.COMING);
        came();
        assertThat(shown(message)).isInstanceOf(There.class);
    }

    @Test
    void h53WhatAStrangerSaysOfItsSizeIsTold() {
        forgetLayla();
        var message = receive("a", place("a"), Optional.of(7_000L));
        want(message);
        assertThat(shown(message)).isEqualTo(new Withheld(Why.STRANGER, Optional.of(7_000L)));
    }

    /// Anybody can be written to, or have written, without either knowing the other.
    @Test
    void h53WhoIsInTheRosterAndNoMoreIsAStranger() {
        know(PresenceSubscription.NONE);
        var message = receive("a");
        want(message);
        assertWithheld(message, Why.STRANGER);
        assertThat(gets()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = PresenceSubscription.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whoSeesTheOtherIsNoStranger(PresenceSubscription subscription) {
        know(subscription);
        want(receive("a"));
        assertThat(gets()).hasSize(1);
    }

    @Test
    void thePictureOfWhoBecomesAContactComes() {
        forgetLayla();
        var message = receive("a");
        want(message);
        know(PresenceSubscription.TO);
        assertThat(shown(message)).isEqualTo(ShownPicture.COMING);
        came();
        assertThat(shown(message)).isInstanceOf(There.class);
    }

    @Test
    void h53WhatIsOnItsWayFromWhoIsNoContactAnyMoreIsGivenUp() {
        var message = receive("a");
        want(message);
        forgetLayla();
        assertWithheld(message, Why.STRANGER);
        assertThat(gets().getFirst().isCancelled()).isTrue();
        fail(0, Kind.INTERRUPTED);
        assertWithheld(message, Why.STRANGER);
        know(PresenceSubscription.BOTH);
        assertThat(shown(message)).isEqualTo(ShownPicture.COMING);
        assertThat(gets()).hasSize(2);
    }

    @Test
    void whatIsThereStaysWhoeverItIsOf() {
        var message = shown("a");
        forgetLayla();
        want(message);
        assertThat(shown(message)).isInstanceOf(There.class);
    }

    @Test
    void h53WhatIsInARoomForEverybodyWaits() {
        enter();
        var message = receiveInRoom("a");
        want(message);
        assertWithheld(message, Why.OPEN_ROOM);
        describe(MEMBERS_ONLY, SEMI_ANONYMOUS);
        assertWithheld(message, Why.OPEN_ROOM);
        describe(NON_ANONYMOUS);
        assertWithheld(message, Why.OPEN_ROOM);
        assertThat(gets()).isEmpty();
        session.pictures.fetch(message);
        came();
        assertThat(shown(message)).isInstanceOf(There.class);
    }

    @Test
    void inARoomWhosePeopleKnowEachOtherItComes() {
        enter(MEMBERS_ONLY, NON_ANONYMOUS);
        want(receiveInRoom("a"));
        assertThat(places()).containsExactly(place("a"));
    }

    @Test
    void inARoomThatSaysLaterThatItIsPrivateItComes() {
        enter();
        var message = receiveInRoom("a");
        want(message);
        describe(MEMBERS_ONLY, NON_ANONYMOUS);
        assertThat(shown(message)).isEqualTo(ShownPicture.COMING);
        assertThat(gets()).hasSize(1);
    }

    /// Nobody knows who is in it now, and who will be.
    @Test
    void h53InARoomThatOpensItWaitsAgain() {
        enter(MEMBERS_ONLY, NON_ANONYMOUS);
        var message = receiveInRoom("a");
        want(message);
        describe(NON_ANONYMOUS);
        assertWithheld(message, Why.OPEN_ROOM);
        assertThat(gets().getFirst().isCancelled()).isTrue();
    }

    @Test
    void whoWantsNonePicksThem() {
        session.preferences.setShowsPictures(false);
        var message = receive("a");
        want(message);
        assertWithheld(message, Why.CHOICE);
        assertThat(gets()).isEmpty();
        session.pictures.fetch(message);
        came();
        assertThat(shown(message)).isInstanceOf(There.class);
        restart();
        var other = receive("b");
        want(other);
        assertWithheld(other, Why.CHOICE);
        session.preferences.setShowsPictures(true);
        assertThat(shown(other)).isEqualTo(ShownPicture.COMING);
    }

    @Test
    void whatIsOnItsWayOrWaitsIsGivenUpWhenTheUserWantsNone() {
        Stream.of("a", "b", "c", "d", "e").map(this::receive).forEach(this::want);
        session.preferences.setShowsPictures(false);
        assertThat(gets()).hasSize(3).allMatch(ScriptedGet::isCancelled);
        assertThat(told.keySet()).hasSize(5).allSatisfy(it -> assertWithheld(it, Why.CHOICE));
    }
}
