package kith.session;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.SteppedLane;
import kith.model.MessageKey;
import kith.model.ShownPicture;
import kith.model.ShownPicture.There;
import kith.xmpp.TransferException.Kind;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Which pictures come first: those in sight, and of them those that were looked at last.
class PicturesInSightTest extends PicturesFixture {

    private List<MessageKey> receiveAll(String... ids) {
        return Stream.of(ids).map(this::receive).toList();
    }

    @Test
    void aFewComeAtOnceAndThenWhatWasLookedAtLast() {
        receiveAll("a", "b", "c", "d", "e", "f").forEach(this::want);
        assertThat(places()).containsExactly(place("a"), place("b"), place("c"));
        came(1, PICTURE);
        assertThat(places()).hasSize(4).endsWith(place("f"));
        fail(0, Kind.GONE);
        assertThat(places()).hasSize(5).endsWith(place("e"));
        came(2, PICTURE);
        assertThat(places()).hasSize(6).endsWith(place("d"));
    }

    @Test
    void whatIsLookedAtAgainComesNext() {
        var messages = receiveAll("a", "b", "c", "d", "e");
        messages.forEach(this::want);
        session.pictures.fetch(messages.get(3));
        came(0, PICTURE);
        assertThat(places()).hasSize(4).endsWith(place("d"));
    }

    @Test
    void whatWentOutOfSightBeforeItsTurnIsNotFetched() {
        var messages = receiveAll("a", "b", "c", "d", "e");
        messages.subList(0, 4).forEach(this::want);
        want(messages.getLast()).close();
        for (int i = 0; i < 4; i++) {
            came(i, PICTURE);
        }
        assertThat(places()).hasSize(4).endsWith(place("d"));
    }

    @Test
    void whatIsOutOfSightComesAllTheSameWhereNothingElseWaits() {
        var message = receive("a");
        want(message).close();
        assertThat(gets().getFirst().isCancelled()).isFalse();
        came();
        want(message);
        assertThat(shown(message)).isInstanceOf(There.class);
        assertThat(gets()).hasSize(1);
    }

    @Test
    void whatIsOutOfSightMakesRoom() {
        var messages = receiveAll("a", "b", "c", "d");
        var first = want(messages.getFirst());
        messages.subList(1, 4).forEach(this::want);
        assertThat(gets()).hasSize(3);
        first.close();
        assertThat(gets().getFirst().isCancelled()).isTrue();
        assertThat(places()).hasSize(4).endsWith(place("d"));
        fail(0, Kind.INTERRUPTED);
        came(1, PICTURE);
        want(messages.getFirst());
        assertThat(shown(messages.getFirst())).as("no failure").isEqualTo(ShownPicture.COMING);
        assertThat(places()).hasSize(5).endsWith(place("a"));
    }

    @Test
    void whatIsOutOfSightMakesRoomForWhatIsLookedAtLater() {
        var messages = receiveAll("a", "b", "c", "d");
        messages.subList(0, 3).forEach(it -> want(it).close());
        assertThat(gets()).hasSize(3).noneMatch(ScriptedGet::isCancelled);
        want(messages.getLast());
        assertThat(gets().stream().filter(ScriptedGet::isCancelled)).hasSize(1);
        assertThat(places()).hasSize(4).endsWith(place("d"));
    }

    /// Who scrolls back and forth is told of no failure.
    @Test
    void whatComesBackIntoSightBeforeItsEndIsHeardIsFetchedAnew() {
        var messages = receiveAll("a", "b", "c", "d");
        var first = want(messages.getFirst());
        messages.subList(1, 4).forEach(this::want);
        first.close();
        want(messages.getFirst());
        fail(0, Kind.INTERRUPTED);
        assertThat(shown(messages.getFirst())).isEqualTo(ShownPicture.COMING);
        came(3, PICTURE);
        assertThat(places()).hasSize(5).endsWith(place("a"));
        came(4, PICTURE);
        assertThat(shown(messages.getFirst())).isInstanceOf(There.class);
    }

    @Test
    void whoLooksNoMoreIsToldNothing() {
        var message = receive("a");
        want(message).close();
        var before = List.copyOf(told(message));
        came();
        assertThat(told(message)).isEqualTo(before);
    }

    /// A node is gone from the window while it is about to be told.
    @Test
    void whoLooksNoMoreIsNotToldWhatWasOnItsWay() {
        var window = new SteppedLane();
        var shown = new ArrayList<ShownPicture>();
        var message = receive("a");
        var look = session.pictures.want(message, window, shown::add);
        window.step();
        assertThat(shown).containsExactly(ShownPicture.COMING);
        came();
        look.close();
        assertThat(window.step()).isEqualTo(1);
        assertThat(shown).containsExactly(ShownPicture.COMING);
    }

    @Test
    void twoWindowsSeeTheSameAndEachEndsForItself() {
        var message = receive("a");
        var first = want(message);
        want(message);
        assertThat(told(message)).containsExactly(ShownPicture.COMING, ShownPicture.COMING);
        first.close();
        first.close();
        came();
        assertThat(told(message)).hasSize(3).last().isInstanceOf(There.class);
        assertThat(gets()).hasSize(1);
    }

    @Test
    void whatOneWindowStillShowsMakesNoRoom() {
        var messages = receiveAll("a", "b", "c", "d");
        want(messages.getFirst());
        want(messages.getFirst()).close();
        messages.subList(1, 4).forEach(this::want);
        assertThat(gets()).hasSize(3).noneMatch(ScriptedGet::isCancelled);
    }
}
