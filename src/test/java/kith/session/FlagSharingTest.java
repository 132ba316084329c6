package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Alerts;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.Mute;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.IntStream;

/// Pins and mutes on two devices of one account (XEP-0469, XEP-0492).
class FlagSharingTest extends FlagSharingFixture {

    @Test
    void whatIsChosenOnOneIsChosenOnTheOther() {
        desk.flags.pin(layla);
        desk.flags.mute(room, Optional.empty());
        assertBoth(layla, true, OFF);
        assertBoth(room, false, ALWAYS);
        lap.flags.unpin(layla);
        lap.flags.unmute(room);
        lap.flags.pin(room);
        assertBoth(layla, false, OFF);
        assertBoth(room, true, OFF);
        assertThat(pep.takePublished()).as("each change once").hasSize(5);
        assertThat(pep.find(OURS, LAYLA.toString())).as("nothing is left of it").isEmpty();
    }

    @Test
    void ofWhatOneIsToldIsTheSameOnBoth() {
        desk.flags.choose(room, Alerts.MENTIONS);
        assertAlerts(Alerts.MENTIONS);
        lap.flags.choose(room, Alerts.NEVER);
        assertAlerts(Alerts.NEVER);
        desk.flags.unmute(room);
        assertAlerts(Alerts.MENTIONS);
        lap.flags.choose(room, Alerts.ALL);
        assertAlerts(Alerts.ALL);
        assertThat(pep.find(OURS, ROOM.toString()).orElseThrow()).contains("<always");
        assertThat(pep.takePublished()).as("each change once").hasSize(4);
    }

    /// Of what another client says we obey what is for us, and keep what is for others.
    @Test
    void whatAnotherClientChoosesIsObeyedAtOnce() {
        var phone = "<never identity-category='client' identity-type='phone'/>";
        pep.put(BOOKMARKS, ROOM.toString(), notifying(phone + "<on-mention/>"));
        pep.say(notifying(phone + "<on-mention/>"));
        assertAlerts(Alerts.MENTIONS);
        desk.flags.choose(room, Alerts.ALL);
        assertAlerts(Alerts.ALL);
        assertThat(pep.find(BOOKMARKS, ROOM.toString()).orElseThrow())
                .contains("identity-type='phone'", "<never", "<always", "<minimized", "Mara")
                .doesNotContain("on-mention");
        pep.put(BOOKMARKS, ROOM.toString(), notifying(phone));
        pep.sayAll();
        assertThat(flags(desk)).isEqualTo(ChatFlags.NONE);
        assertThat(flags(lap)).isEqualTo(ChatFlags.NONE);
    }

    private static String notifying(String settings) {
        return BARE.replace(
                "</conference>",
                "<extensions><minimized xmlns='urn:other'/>"
                        + "<notify xmlns='urn:xmpp:notification-settings:1'>"
                        + settings
                        + "</notify></extensions></conference>");
    }

    private void assertAlerts(Alerts alerts) {
        assertThat(flags(desk).choice(Alerts.ALL)).isEqualTo(alerts);
        assertThat(flags(lap).choice(Alerts.ALL)).isEqualTo(alerts);
    }

    private ChatFlags flags(ScriptedSession session) {
        return session.flags.flags().get().getOrDefault(room, ChatFlags.NONE);
    }

    @Test
    void aMuteWithAnEndEndsOnBothAndForAll() {
        desk.flags.mute(layla, Optional.of(HOUR));
        var end = desk.now().plus(HOUR);
        assertBoth(layla, false, new Mute.Until(end));
        assertThat(pep.find(OURS, LAYLA.toString()).orElseThrow())
                .contains("<never", end.toString());
        pep.takePublished();
        lap.pass(HOUR.plusSeconds(61));
        assertBoth(layla, false, OFF);
        desk.pass(HOUR.plusSeconds(61));
        assertBoth(layla, false, OFF);
        assertThat(pep.takePublished()).containsExactly(LAYLA + " -");
    }

    @Test
    void aMuteThatWasOverBeforeAnyDeviceCameIsTakenAwayByTheFirst() {
        desk.flags.mute(layla, Optional.of(HOUR));
        goes(desk);
        goes(lap);
        lap.sleep(HOUR.plusSeconds(1));
        comes(lap);
        lap.pass(Duration.ofSeconds(61));
        assertFlags(lap, layla, false, OFF);
        assertThat(pep.find(OURS, LAYLA.toString())).isEmpty();
    }

    /// That it has ended on one is nobody's choice, and takes away nobody's.
    @Test
    void aMuteThatEndedOfflineDoesNotUnmuteWhatIsMutedAnewOnTheOther() {
        desk.flags.mute(layla, Optional.of(HOUR));
        desk.flags.mute(room, Optional.of(HOUR));
        goes(desk);
        lap.flags.mute(layla, Optional.empty());
        lap.flags.mute(room, Optional.of(HOUR.multipliedBy(3)));
        var end = lap.now().plus(HOUR.multipliedBy(3));
        desk.pass(HOUR.plusSeconds(61));
        assertFlags(desk, layla, false, OFF);
        comes(desk);
        assertBoth(layla, false, ALWAYS);
        assertBoth(room, false, new Mute.Until(end));
    }

    @Test
    void aRaceEndsEqualAndLosesNeitherOfTwoThings() {
        pep.hold();
        desk.flags.pin(layla);
        lap.flags.mute(layla, Optional.empty());
        pep.next(); // desk reads
        pep.next(); // lap reads
        pep.goOn();
        assertBoth(layla, true, ALWAYS);
        assertServer(layla, OURS, true, ALWAYS);
    }

    @Test
    void aRaceForTheSameThingEndsEqual() {
        desk.flags.pin(layla);
        pep.hold();
        desk.flags.mute(layla, Optional.of(HOUR));
        lap.flags.mute(layla, Optional.empty());
        desk.flags.unpin(layla);
        lap.flags.unmute(layla);
        lap.flags.mute(layla, Optional.of(HOUR.multipliedBy(2)));
        pep.goOn();
        assertThat(shared(desk, layla)).isEqualTo(shared(lap, layla));
        assertThat(shared(desk, layla).isPinned()).isFalse();
        assertServer(layla, OURS, false, shared(desk, layla).mute());
        pep.takePublished();
        comes(desk);
        comes(lap);
        assertThat(pep.takePublished()).as("nobody goes on about it").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<pubsub xmlns='http://jabber.org/protocol/pubsub'/>",
                "<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='x'/></pubsub>",
                "<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='NODE'/><set"
                        + " xmlns='http://jabber.org/protocol/rsm'><count>9</count></set></pubsub>",
                "<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='NODE'><item"
                        + " id='layla@birke.example'/><item id='print@rooms.hearth.example'/>"
                        + "</items></pubsub>"
            })
    void h37AnAnswerThatIsNotAllClearsNothing(String answer) {
        pep.put(BOOKMARKS, ROOM.toString(), PINNED);
        desk.flags.pin(layla);
        pep.takePublished();
        pep.say(answer);
        comes(desk);
        assertFlags(desk, layla, true, OFF);
        assertFlags(desk, room, true, OFF);
        assertThat(pep.takePublished()).isEmpty();
        desk.flags.mute(layla, Optional.empty());
        assertBoth(layla, true, ALWAYS);
        pep.sayAll();
        goes(desk);
        lap.flags.unpin(layla);
        lap.flags.unmute(layla);
        lap.flags.unpin(room);
        comes(desk);
        assertBoth(layla, false, OFF);
        assertBoth(room, false, OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"purge", "delete"})
    void whatIsEmptiedIsPinnedNoMore(String word) {
        pep.put(BOOKMARKS, ROOM.toString(), PINNED);
        desk.flags.pin(layla);
        pep.empty(BOOKMARKS, word);
        assertBoth(room, false, OFF);
        assertBoth(layla, true, OFF);
        pep.empty(OURS, word);
        assertBoth(layla, false, OFF);
    }

    @Test
    void whatIsLearnedAtOnceShowsAtOnce() {
        var many =
                IntStream.range(0, 50)
                        .mapToObj(i -> "r" + i + "@rooms.example")
                        .map(JidCreate::bareFromOrThrowUnchecked)
                        .map(it -> new ChatKey(account, it))
                        .toList();
        goes(desk);
        many.forEach(it -> desk.tabs.openInBackground(it, Chat.Kind.ROOM));
        many.forEach(it -> pep.put(BOOKMARKS, it.peer().toString(), PINNED));
        var seen = new ArrayList<Integer>();
        desk.flags.flags().watch(desk.core, all -> seen.add(all.size()));
        seen.clear();
        comes(desk);
        assertThat(seen).containsExactly(50);
        assertThat(desk.flags.flags().get().values())
                .extracting(ChatFlags::pinned)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatComesAfterTheAccountIsGoneDoesNothing() {
        pep.hold();
        desk.flags.pin(layla);
        desk.accounts.remove(account);
        pep.goOn();
        assertThat(desk.flags.flags().get()).isEmpty();
        assertThat(pep.takePublished()).isEmpty();
        assertThat(desk.faults.fault().get()).isEmpty();
    }

    @Test
    void anAccountThatHasLostAllIsToldAllAgain() {
        desk.flags.pin(layla);
        desk.flags.mute(room, Optional.empty());
        pep.clear();
        comes(desk);
        assertServer(layla, OURS, true, OFF);
        assertServer(room, OURS, false, ALWAYS);
        assertBoth(layla, true, OFF);
    }

    @Test
    void withItsAccountAllIsGone() {
        desk.flags.pin(layla);
        desk.accounts.remove(account);
        assertThat(desk.flags.flags().get()).isEmpty();
        assertThat(pep.takePublished()).as("the others keep it").hasSize(1);
    }
}
