package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Alerts;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Mute;
import kith.model.Refusal.Reason;
import kith.model.SharedFlags;
import kith.xmpp.FlagPlace;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.FlagsElsewhere;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Pins and mutes on two devices of one account (XEP-0402, XEP-0469, XEP-0492).
class FlagSharingTest {

    private static final String BOOKMARKS = "urn:xmpp:bookmarks:1";
    private static final String OURS = "im.kith.chats:0";
    private static final String BARE =
            "<conference xmlns='urn:xmpp:bookmarks:1' autojoin='true'>"
                    + "<nick>Mara</nick></conference>";
    private static final String PINNED =
            BARE.replace(
                    "</conference>",
                    "<extensions><pinned xmlns='urn:xmpp:bookmarks-pinning:0'/></extensions>"
                            + "</conference>");
    private static final Mute OFF = new Mute.Off();
    private static final Mute ALWAYS = new Mute.Always();
    private static final Duration HOUR = Duration.ofHours(1);

    private final ScriptedPep pep = new ScriptedPep();
    private final ScriptedSession desk = new ScriptedSession();
    private final ScriptedSession lap = new ScriptedSession();
    private final AccountId account = device(desk);
    private final ChatKey layla = new ChatKey(account, LAYLA);
    private final ChatKey room = new ChatKey(account, ROOM);

    FlagSharingTest() {
        assertThat(device(lap)).isEqualTo(account);
        for (var each : List.of(desk, lap)) {
            each.tabs.openInBackground(layla, Chat.Kind.CONTACT);
            each.tabs.openInBackground(room, Chat.Kind.ROOM);
        }
    }

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

    /// Both take it away when it ends; the second finds nothing there.
    @Test
    void whatAnotherHasTakenAwayMeanwhileIsNotRefused() {
        desk.flags.pin(layla);
        pep.hold();
        desk.flags.unpin(layla);
        pep.next(); // reads what is there
        pep.remove(OURS, LAYLA.toString());
        pep.goOn();
        desk.flags.pin(layla);
        assertServer(layla, OURS, true, OFF);
        desk.flags.unpin(layla);
        assertBoth(layla, false, OFF);
        assertThat(pep.find(OURS, LAYLA.toString())).isEmpty();
    }

    @Test
    void whatWasRefusedIsTriedAgainWhenItIsChosenAgain() {
        pep.refuse(Reason.LIMIT);
        desk.flags.pin(layla);
        pep.takeAll();
        desk.flags.unpin(layla);
        desk.flags.pin(layla);
        assertBoth(layla, true, OFF);
    }

    @Test
    void whatWasChosenOfflineIsToldLaterAndWinsFieldByField() {
        goes(desk);
        desk.flags.pin(layla);
        desk.flags.mute(room, Optional.empty());
        lap.flags.mute(layla, Optional.empty());
        lap.flags.pin(room);
        lap.flags.mute(room, Optional.of(HOUR));
        comes(desk);
        assertBoth(layla, true, ALWAYS);
        assertBoth(room, true, ALWAYS);
    }

    @Test
    void whatWasTakenBackOnTheOtherMeanwhileIsTakenBackHere() {
        desk.flags.pin(layla);
        desk.flags.mute(room, Optional.empty());
        goes(desk);
        lap.flags.unpin(layla);
        lap.flags.unmute(room);
        comes(desk);
        assertBoth(layla, false, OFF);
        assertBoth(room, false, OFF);
    }

    @Test
    void whatIsUntoldSurvivesARestart() {
        goes(desk);
        desk.flags.pin(layla);
        desk.flags.mute(room, Optional.empty());
        var again = restarted(desk);
        assertThat(pep.takePublished()).hasSize(2);
        assertFlags(again, layla, true, OFF);
        assertFlags(lap, layla, true, OFF);
        assertFlags(lap, room, false, ALWAYS);
    }

    @Test
    void whatIsToldIsNotToldAgainAfterARestart() {
        desk.flags.pin(layla);
        desk.flags.mute(layla, Optional.of(HOUR));
        pep.takePublished();
        goes(desk);
        lap.flags.unpin(layla);
        pep.takePublished();
        var again = restarted(desk);
        assertThat(again.flags.flags().get().get(layla)).isNotNull();
        assertFlags(again, layla, false, new Mute.Until(desk.now().plus(HOUR)));
        assertThat(pep.takePublished()).isEmpty();
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

    @Test
    void aBookmarkKeepsWhatOthersHavePutIntoIt() {
        pep.put(
                BOOKMARKS,
                ROOM.toString(),
                """
                <conference xmlns='urn:xmpp:bookmarks:1' name='Print &amp; more' autojoin='true'
                ><nick>Mara</nick><password>x</password><extensions
                ><state xmlns='http://myclient.example/bookmark/state' minimized='true'/>
                </extensions></conference>
                """
                        .strip());
        desk.flags.pin(room);
        desk.flags.unpin(room);
        assertThat(pep.find(BOOKMARKS, ROOM.toString()).orElseThrow())
                .contains("name='Print &amp; more'", "autojoin='true'", "<nick>Mara</nick>")
                .contains("<password>x</password>", "minimized='true'")
                .doesNotContain("pinned");
    }

    /// Other clients enter rooms, and leave them, by their bookmarks: we make none.
    @Test
    void aRoomWithoutABookmarkGetsNone() {
        desk.flags.pin(room);
        assertBoth(room, true, OFF);
        assertThat(pep.find(BOOKMARKS, ROOM.toString())).isEmpty();
        assertServer(room, OURS, true, OFF);
        comes(lap);
        assertBoth(room, true, OFF);
    }

    @Test
    void aBookmarkThatComesLaterTakesOverWhatWasKeptBesideIt() {
        desk.flags.pin(room);
        pep.hold(); // both hear of it before one does something
        pep.put(BOOKMARKS, ROOM.toString(), BARE);
        pep.goOn();
        assertBoth(room, true, OFF);
        assertServer(room, BOOKMARKS, true, OFF);
        assertThat(pep.find(OURS, ROOM.toString())).isEmpty();
        pep.put(BOOKMARKS, ROOM.toString(), BARE);
        assertBoth(room, false, OFF);
    }

    @Test
    void aBookmarkThatCameWhileNobodyWasThereTakesOverAsWell() {
        desk.flags.pin(room);
        goes(desk);
        goes(lap);
        pep.put(BOOKMARKS, ROOM.toString(), BARE);
        comes(desk);
        comes(lap);
        assertBoth(room, true, OFF);
        assertServer(room, BOOKMARKS, true, OFF);
        assertThat(pep.find(OURS, ROOM.toString())).isEmpty();
    }

    /// While the user is away a server may tell only the last of what there is (XEP-0352).
    @Test
    void whatWasLeftOutWhileTheUserWasAwayIsAskedForWhenTheyComeBack() {
        lap.activity.set(false);
        desk.flags.pin(layla);
        desk.flags.mute(room, Optional.empty());
        assertFlags(lap, layla, false, OFF);
        lap.activity.set(true);
        assertBoth(layla, true, OFF);
        assertBoth(room, false, ALWAYS);
    }

    @Test
    void whatWasLeftOutOfAnInterruptionIsAskedForWhenItIsOver() {
        goes(lap);
        desk.flags.pin(layla);
        lap.on(account, server -> server.signedIn(true));
        assertBoth(layla, true, OFF);
    }

    @Test
    void whatWasTakenBackBeforeTheChatCameIsNotTaken() {
        var den = new ChatKey(account, JidCreate.bareFromOrThrowUnchecked("den@rooms.example"));
        pep.put(BOOKMARKS, den.peer().toString(), PINNED);
        lap.activity.set(false);
        pep.remove(BOOKMARKS, den.peer().toString());
        lap.activity.set(true);
        lap.tabs.openInBackground(den, Chat.Kind.ROOM);
        assertFlags(lap, den, false, OFF);
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
    void noChatIsMadeForABookmarkOfARoomThatTheUserIsNotIn() {
        pep.put(
                BOOKMARKS,
                "den@rooms.example",
                """
                <conference xmlns='urn:xmpp:bookmarks:1'><extensions
                ><pinned xmlns='urn:xmpp:bookmarks-pinning:0'/></extensions></conference>
                """);
        var den = new ChatKey(account, JidCreate.bareFromOrThrowUnchecked("den@rooms.example"));
        assertThat(desk.chatList.chat(den).get()).isEmpty();
        assertThat(desk.flags.flags().get()).isEmpty();
        assertThat(desk.server(account).takeSent()).isEmpty();
        desk.tabs.openInBackground(den, Chat.Kind.ROOM);
        assertFlags(desk, den, true, OFF);
        comes(lap); // asks for all
        lap.tabs.openInBackground(den, Chat.Kind.CONTACT);
        assertFlags(lap, den, false, OFF);
    }

    @Test
    void aBookmarkThatIsGoneIsPinnedNoMore() {
        pep.put(BOOKMARKS, ROOM.toString(), PINNED);
        assertBoth(room, true, OFF);
        pep.remove(BOOKMARKS, ROOM.toString());
        assertBoth(room, false, OFF);
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
    void h10WhereNothingStaysPrivateNothingIsTold() {
        pep.forgetOptions();
        comes(desk);
        desk.flags.pin(layla);
        assertFlags(desk, layla, true, OFF);
        assertThat(pep.takePublished()).isEmpty();
        assertThat(desk.faults.fault().get()).isEmpty();
    }

    @Test
    void whatIsRefusedStaysHereAndIsTriedInTheNextSession() {
        pep.refuse(Reason.LIMIT);
        desk.flags.pin(layla);
        desk.flags.pin(room);
        assertFlags(desk, layla, true, OFF);
        assertFlags(desk, room, true, OFF);
        assertFlags(lap, layla, false, OFF);
        assertThat(desk.faults.fault().get()).isEmpty();
        pep.takeAll();
        desk.flags.mute(layla, Optional.empty());
        assertBoth(layla, true, ALWAYS);
        comes(desk);
        assertBoth(room, true, OFF);
    }

    @Test
    void whatBreaksOffIsToldWhenTheSessionGoesOn() {
        pep.hold();
        desk.flags.pin(layla);
        desk.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        desk.server(account).refuse(Reason.OFFLINE);
        pep.goOn();
        assertThat(pep.takePublished()).isEmpty();
        desk.on(account, server -> server.signedIn(true));
        assertBoth(layla, true, OFF);
    }

    @Test
    void h37ThousandsOfBookmarksOfRoomsThatAreNotHereDoNothing() {
        IntStream.range(0, 12_000)
                .forEach(
                        i ->
                                desk.say(
                                        account,
                                        new FlagsElsewhere(
                                                JidCreate.bareFromOrThrowUnchecked(
                                                        "r" + i + "@rooms.example"),
                                                FlagPlace.BOOKMARK,
                                                Optional.of(new SharedFlags(true, ALWAYS)))));
        assertThat(desk.flags.flags().get()).isEmpty();
        desk.flags.pin(layla);
        assertBoth(layla, true, OFF);
    }

    @Test
    void withItsAccountAllIsGone() {
        desk.flags.pin(layla);
        desk.accounts.remove(account);
        assertThat(desk.flags.flags().get()).isEmpty();
        assertThat(pep.takePublished()).as("the others keep it").hasSize(1);
    }

    private AccountId device(ScriptedSession session) {
        var id = session.signIn();
        session.server(id).keep(pep, session.core);
        pep.tell(events -> hear(session, id, events));
        goes(session);
        comes(session);
        return id;
    }

    private static void hear(ScriptedSession session, AccountId id, List<XmppEvent> events) {
        session.on(
                id,
                server -> {
                    if (server.isUp() && server.isActive()) {
                        server.say(events.toArray(XmppEvent[]::new));
                    }
                });
    }

    private ScriptedSession restarted(ScriptedSession session) {
        var again = new ScriptedSession(session);
        again.accounts.connectAll();
        again.server(account).keep(pep, again.core);
        comes(again);
        return again;
    }

    private static void goes(ScriptedSession session) {
        var lost = ConnectionProblem.Kind.CONNECTION_LOST;
        session.servers.values().forEach(it -> session.core.execute(() -> it.lost(lost)));
    }

    private static void comes(ScriptedSession session) {
        session.servers.values().forEach(it -> session.core.execute(() -> it.signedIn(false)));
        session.servers.values().forEach(ScriptedLink::takeSent);
    }

    private void assertBoth(ChatKey chat, boolean isPinned, Mute mute) {
        assertFlags(desk, chat, isPinned, mute);
        assertFlags(lap, chat, isPinned, mute);
    }

    private static void assertFlags(
            ScriptedSession session, ChatKey chat, boolean isPinned, Mute mute) {
        assertThat(shared(session, chat)).isEqualTo(new SharedFlags(isPinned, mute));
    }

    private void assertServer(ChatKey chat, String node, boolean isPinned, Mute mute) {
        var item = pep.find(node, chat.peer().toString()).orElse("");
        assertThat(item.contains("<pinned")).isEqualTo(isPinned);
        assertThat(item.contains("<never")).isEqualTo(!(mute instanceof Mute.Off));
        if (mute instanceof Mute.Until(var end)) {
            assertThat(item).contains(end.toString());
        }
    }

    private static SharedFlags shared(ScriptedSession session, ChatKey chat) {
        var flags = session.flags.flags().get().getOrDefault(chat, ChatFlags.NONE);
        return new SharedFlags(flags.isPinned(), flags.mute());
    }
}
