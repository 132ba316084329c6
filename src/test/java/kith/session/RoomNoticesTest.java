package kith.session;

import static kith.model.RoomNotice.Announcement.ADDRESSES_SHOWN;
import static kith.model.RoomNotice.Announcement.ADDRESSES_SHOWN_NOW;
import static kith.model.RoomNotice.Announcement.RECORDED;
import static kith.model.RoomNotice.Announcement.SETTINGS_CHANGED;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.RoomNotice;
import kith.model.RoomNotice.AffiliationChanged;
import kith.model.RoomNotice.Announced;
import kith.model.RoomNotice.Announcement;
import kith.model.RoomNotice.Moves;
import kith.model.RoomNotice.Removed;
import kith.model.RoomNotice.Renamed;
import kith.model.RoomNotice.RoleChanged;
import kith.model.RoomNotice.Succeeded;
import kith.model.RoomState;
import kith.model.RoomState.Cause;
import kith.model.RoomTraits.Trait;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What happens to people in rooms, and the crowd that comes and goes.
class RoomNoticesTest {

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey key = new ChatKey(account, ROOM);

    @BeforeEach
    void enter() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        come("Priya", "Tom");
        joined();
    }

    @Test
    void whoIsThereBeforeUsIsNoNews() {
        assertThat(notices()).isEmpty();
    }

    @Test
    void whoComesAndLeavesIsFoldedUntilSomethingIsSaid() {
        come("Jonas", "Layla");
        leave("Tom");
        assertThat(notices())
                .singleElement()
                .satisfies(
                        only -> {
                            var moves = (Moves) only;
                            assertThat(moves.came().first()).containsExactly("Jonas", "Layla");
                            assertThat(moves.left().first()).containsExactly("Tom");
                        });
        session.say(account, session.inRoom("Priya", "p-1", "hello", false));
        leave("Jonas");
        assertThat(notices()).extracting(RoomNotice::number).containsExactly(0L, 1L);
        assertThat(((Moves) notices().getLast()).left().first()).containsExactly("Jonas");
    }

    @Test
    void whoLeavesAndComesAgainDidNeither() {
        var tom = JidCreate.bareFromOrThrowUnchecked("tom@hearth.example");
        put(occupant("Tom", Optional.of(tom), Optional.empty()));
        leave("Tom");
        put(occupant("Tom", Optional.of(tom), Optional.empty()));
        come("Jonas");
        leave("Jonas");
        assertThat(notices()).isEmpty();
        assertThat(visit("Tom")).isZero();
    }

    @Test
    void h20WhoHasTheIdOfWhoLeftIsTheSame() {
        says(Set.of(Trait.OCCUPANT_IDS), Set.of());
        put(occupant("Tom", Optional.empty(), Optional.of("id-tom")));
        leave("Tom");
        put(occupant("Tom", Optional.empty(), Optional.of("id-tom")));
        assertThat(notices()).isEmpty();
        assertThat(visit("Tom")).isZero();
        leave("Tom");
        put(occupant("Tom", Optional.empty(), Optional.of("id-eve")));
        assertThat(notices())
                .satisfiesExactly(
                        it -> assertThat(((Moves) it).left().first()).containsExactly("Tom"),
                        it -> isSucceeded(it, "Tom", true));
        assertThat(visit("Tom")).isPositive();
    }

    /// Where the room doesn't announce ids, they are whatever their senders say.
    @Test
    void h20AnIdForWhichTheRoomDoesNotVouchIsNobodys() {
        put(occupant("Tom", Optional.empty(), Optional.of("id-tom")));
        leave("Tom");
        put(occupant("Tom", Optional.empty(), Optional.of("id-tom")));
        assertThat(notices()).last().satisfies(it -> isSucceeded(it, "Tom", false));
    }

    @Test
    void h20WhoHasANickOfWhichNothingIsKnownMayBeAnother() {
        leave("Tom");
        come("Tom");
        assertThat(notices())
                .satisfiesExactly(
                        it -> assertThat(((Moves) it).left().first()).containsExactly("Tom"),
                        it -> isSucceeded(it, "Tom", false));
        int second = visit("Tom");
        assertThat(second).isPositive();
        leave("Tom");
        assertThat(notices())
                .as("who came is gone")
                .singleElement()
                .satisfies(it -> assertThat(((Moves) it).left().count()).isEqualTo(1));
        come("Tom");
        assertThat(visit("Tom")).isGreaterThan(second);
    }

    /// Also when something was said in between.
    @Test
    void h20WhoLeftLongAgoIsRemembered() {
        leave("Tom");
        session.say(account, session.inRoom("Priya", "p-1", "hello", false));
        come("Tom");
        assertThat(notices()).last().satisfies(it -> isSucceeded(it, "Tom", false));
    }

    /// Nobody tells what happened meanwhile.
    @Test
    void h20WhoIsThereWhenWeComeBackMayBeAnother() {
        session.on(account, server -> server.signedIn(false));
        come("Priya", "Tom");
        joined();
        assertThat(notices()).isEmpty();
        assertThat(visit("Tom")).isPositive();
    }

    @Test
    void h20WhoTakesTheNickThatWeHadIsAnother() {
        rename("Mara", "M");
        come("Mara");
        assertThat(notices()).last().satisfies(it -> isSucceeded(it, "Mara", true));
    }

    @Test
    void h20WhoRenamesThemselvesToSomebodyWhoLeftIsAnother() {
        int first = visit("Tom");
        leave("Tom");
        rename("Priya", "Tom");
        assertThat(visit("Tom")).isNotEqualTo(first);
    }

    @Test
    void h20WhatWasHeardBelongsToWhoWasThere() {
        session.say(account, session.inRoom("Tom", "t-1", "I am Tom", false));
        leave("Tom");
        come("Tom");
        session.say(account, session.inRoom("Tom", "t-2", "so am I", false));
        var said = session.timelines.open(key).timeline().get().messages();
        assertThat(said).hasSize(2);
        var first = session.rooms.saidIn().of(said.getFirst().key());
        assertThat(first).hasValue(0);
        assertThat(session.rooms.saidIn().of(said.getLast().key())).isPresent().isNotEqualTo(first);
    }

    private int visit(String nick) {
        return session.rooms.occupants(key).get().stream()
                .filter(it -> it.nick().equals(nick))
                .mapToInt(Occupant::visit)
                .findFirst()
                .orElseThrow();
    }

    private static void isSucceeded(RoomNotice notice, String nick, boolean isCertain) {
        var succeeded = (Succeeded) notice;
        assertThat(succeeded.who().first()).containsExactly(nick);
        assertThat(succeeded.isCertain()).isEqualTo(isCertain);
    }

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
        session.say(account, session.inRoom("Priya", "p-2", "oh", false));
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
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        says(traits, Set.of());
        joined();
    }

    private void says(Set<Trait> now, Set<Trait> noMore) {
        session.say(account, new XmppEvent.RoomTraitsChanged(ROOM, now, noMore));
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

    @Test
    void nothingOfItIsStored() {
        come("Jonas");
        leave("Tom");
        assertThat(session.timelines.open(key).timeline().get().messages()).isEmpty();
    }

    @Test
    void whoIsPutOutIsToldApart() {
        var how = new RoomState.Removed(Cause.KICKED, "Priya", "off topic");
        come("Jonas");
        session.say(account, new XmppEvent.OccupantRemoved(ROOM, "Tom", how));
        leave("Jonas");
        assertThat(notices())
                .hasSize(3)
                .element(1)
                .satisfies(
                        it -> {
                            assertThat(((Removed) it).nick()).isEqualTo("Tom");
                            assertThat(((Removed) it).how()).isEqualTo(how);
                        });
        assertThat(session.rooms.occupants(key).get()).noneMatch(it -> it.nick().equals("Tom"));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION_LOST", "SERVICE_SHUTDOWN"})
    void whoIsOutByNobodysWishHasLeft(Cause cause) {
        var how = new RoomState.Removed(cause, "", "");
        session.say(account, new XmppEvent.OccupantRemoved(ROOM, "Tom", how));
        assertThat(notices()).singleElement().isInstanceOf(Moves.class);
    }

    @Test
    void otherStandingIsTold() {
        put(occupant("Tom", Role.VISITOR, Affiliation.NONE));
        put(occupant("Tom", Role.MODERATOR, Affiliation.ADMIN));
        assertThat(notices()).hasSize(2);
        assertThat(notices().getFirst()).isInstanceOf(RoleChanged.class);
        assertThat(notices().getLast())
                .as("the role goes with it")
                .isInstanceOf(AffiliationChanged.class);
        put(occupant("Tom", Role.MODERATOR, Affiliation.ADMIN));
        assertThat(notices()).as("the same again").hasSize(2);
    }

    /// Also somebody who has come just now is known under both nicks.
    @Test
    void whoIsCalledOtherwiseIsToldWhereTheyAreKnown() {
        come("Jonas");
        rename("Jonas", "Jon");
        leave("Jon");
        rename("Mara", "M");
        assertThat(notices())
                .hasSize(4)
                .satisfies(
                        all -> {
                            var theirs = (Renamed) all.get(1);
                            assertThat(theirs.from()).isEqualTo("Jonas");
                            assertThat(theirs.to()).isEqualTo("Jon");
                            assertThat(theirs.isMe()).isFalse();
                            assertThat(((Moves) all.get(2)).left().first()).containsExactly("Jon");
                            assertThat(((Renamed) all.get(3)).isMe()).isTrue();
                        });
        rename("Nobody", "Somebody");
        rename("Tom", "Tom");
        assertThat(notices()).as("nobody is called otherwise").hasSize(4);
    }

    @Test
    void h18WhatARoomSaysOfNicksBeforeItLetsUsInIsNoNews() {
        session.rooms.leave(key);
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        come("Tom");
        rename("Tom", "Thomas");
        assertThat(notices()).isEmpty();
    }

    @Test
    void anotherSessionTellsNobodyAgain() {
        session.on(account, server -> server.signedIn(false));
        come("Priya", "Tom", "Jonas");
        joined();
        assertThat(notices()).isEmpty();
    }

    @Test
    void onlyTheNewestAreKept() {
        for (int i = 0; i < 150; i++) {
            var how = new RoomState.Removed(Cause.KICKED, "Priya", String.valueOf(i));
            come("Nobody " + i);
            session.say(account, new XmppEvent.OccupantRemoved(ROOM, "Nobody " + i, how));
        }
        assertThat(notices()).hasSize(100);
        assertThat(((Removed) notices().getLast()).how().reason()).isEqualTo("149");
    }

    @Test
    void aCrowdIsCountedAndShownAFewTimesASecond() {
        come(IntStream.range(0, 3_000).mapToObj(i -> "Person " + i).toArray(String[]::new));
        session.pass(Duration.ofSeconds(1));
        var moves = (Moves) notices().getFirst();
        assertThat(moves.came().count()).isEqualTo(3_000);
        assertThat(moves.came().first()).hasSize(3);
        assertThat(session.rooms.occupants(key).get()).hasSize(3_003);

        leave("Person 1");
        leave("Person 2");
        session.pass(Duration.ofMillis(50));
        assertThat(session.rooms.occupants(key).get()).as("shown just now").hasSize(3_002);
        session.pass(Duration.ofMillis(50));
        assertThat(session.rooms.occupants(key).get()).hasSize(3_001);
    }

    /// For half a minute, among a thousand others.
    @Test
    void twoHundredWhoComeAndLeaveEachSecondAreOneLine() {
        come(people("Guest", 1_000));
        session.pass(Duration.ofSeconds(1));
        session.say(account, session.inRoom("Priya", "p-1", "doors open", false));
        var told = new AtomicInteger();
        try (var _ =
                session.notices.of(key).watch(new ImmediateLane(), any -> told.incrementAndGet())) {
            told.set(0);
            for (int tenth = 0; tenth < 300; tenth++) {
                come(people("Passer-by " + tenth, 20));
                leave(people("Passer-by " + (tenth - 20), 20));
                session.pass(Duration.ofMillis(100));
            }
        }
        assertThat(told.get()).as("times it was shown").isBetween(1, 301);
        assertThat(notices()).hasSize(2);
        var moves = (Moves) notices().getLast();
        assertThat(moves.came().count() - moves.left().count()).as("who stayed").isEqualTo(400);
        assertThat(moves.came().count()).isLessThanOrEqualTo(6_000);
        assertThat(moves.came().first()).hasSize(3);
        session.say(account, session.inRoom("Priya", "p-2", "good night", false));
        leave("Guest 1");
        session.pass(Duration.ofMillis(100));
        assertThat(notices()).hasSize(3);
        assertThat(notices().get(1)).as("the line stays as it was").isEqualTo(moves);
    }

    private static String[] people(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + " " + i).toArray(String[]::new);
    }

    @Test
    void aCrowdThatIsToldBeforeUsShowsAtOnceWithUs() {
        session.rooms.leave(key);
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        IntStream.range(0, 600).forEach(i -> come("Person " + i));
        session.pass(Duration.ofSeconds(1));
        assertThat(session.rooms.occupants(key).get()).as("until all are known").isEmpty();
        joined();
        assertThat(session.rooms.occupants(key).get()).hasSize(601);
    }

    /// A room that takes its time to say who is in it.
    @Test
    void aFewWhoAreToldBeforeUsShowAMomentLater() {
        session.rooms.leave(key);
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        come("Jonas", "Layla");
        session.pass(Duration.ofMillis(100));
        assertThat(session.rooms.occupants(key).get()).hasSize(2);
    }

    private void joined() {
        put(
                new Occupant(
                        "Mara",
                        Role.PARTICIPANT,
                        Affiliation.NONE,
                        Optional.empty(),
                        Presence.AVAILABLE,
                        true));
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
    }

    private void come(String... nicks) {
        session.say(
                account,
                Stream.of(nicks)
                        .map(nick -> occupant(nick, Role.PARTICIPANT, Affiliation.NONE))
                        .map(occupant -> new XmppEvent.OccupantChanged(ROOM, occupant))
                        .toArray(XmppEvent[]::new));
    }

    private void put(Occupant occupant) {
        session.say(account, new XmppEvent.OccupantChanged(ROOM, occupant));
    }

    private void rename(String from, String to) {
        session.say(account, new XmppEvent.OccupantRenamed(ROOM, from, to));
    }

    private void leave(String... nicks) {
        session.say(
                account,
                Stream.of(nicks)
                        .map(nick -> new XmppEvent.OccupantLeft(ROOM, nick))
                        .toArray(XmppEvent[]::new));
    }

    private List<RoomNotice> notices() {
        return session.notices.of(key).get();
    }

    private static Occupant occupant(String nick, Optional<BareJid> address, Optional<String> id) {
        return new Occupant(
                nick,
                Role.PARTICIPANT,
                Affiliation.NONE,
                address,
                Presence.AVAILABLE,
                false,
                id,
                List.of());
    }

    private static Occupant occupant(String nick, Role role, Affiliation affiliation) {
        return new Occupant(nick, role, affiliation, Optional.empty(), Presence.AVAILABLE, false);
    }
}
