package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.Subscription;
import kith.gallery.SampleWorld;
import kith.model.Account;
import kith.model.ConnectionProblem;
import kith.model.ConnectionProblem.Kind;
import kith.model.ConnectionState;
import kith.model.OpenTabs;
import kith.model.ServerAddress;
import kith.model.SyncState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

class ConnectionViewModelTest {

    private final SampleWorld world = SampleWorld.full();
    private final AtomicReference<Instant> now = new AtomicReference<>(SampleWorld.NOW);
    private final AtomicReference<Optional<Runnable>> alarm =
            new AtomicReference<>(Optional.empty());
    private final List<String> commands = new ArrayList<>();
    private final ConnectionViewModel connection =
            new ConnectionViewModel(
                    world.accounts,
                    world.syncs,
                    world.pending,
                    world.invitations.map(List::size),
                    world.declined.map(List::size),
                    new ConnectionCommands(
                            account -> commands.add("retry " + account.value()),
                            account -> commands.add("connect " + account.value())),
                    world.texts,
                    world.times,
                    now::get,
                    this::after,
                    world.lane);

    @Test
    void whileAllIsWellThereIsNoBanner() {
        assertThat(connection.noticeProperty().get()).isEmpty();
        assertThat(line()).isEqualTo("2 accounts connected");
        assertThat(alarm.get()).isEmpty();
    }

    @Test
    void theBannerSaysHowManyMessagesWaitForTheConnection() {
        world.loseConnection();
        assertThat(text()).isEqualTo("No connection, retrying in 8 s.");
        world.set(world.pending, SampleWorld.pending().pending.get());
        assertThat(text())
                .isEqualTo("No connection, retrying in 8 s. 3 messages are waiting to be sent.");
        world.set(world.pending, List.of(world.pending.get().get(2)));
        assertThat(text())
                .isEqualTo("No connection, retrying in 8 s. 1 message is waiting to be sent.");
    }

    /// Those of an account that is connected are on their way.
    @Test
    void theBannerCountsWhatWaitsForTheConnectionAlone() {
        world.set(world.pending, SampleWorld.pending().pending.get());
        var lost = new ConnectionProblem(Kind.CONNECTION_LOST, "");
        world.connect(
                SampleWorld.BIRKE, new ConnectionState.Waiting(lost, now.get().plusSeconds(8)));
        assertThat(text()).isEqualTo("No connection to birke.example, retrying in 8 s.");
    }

    @Test
    void theFooterNamesTheOnlyAccount() {
        world.set(world.accounts, List.of(world.accounts.get().getFirst()));
        assertThat(line()).isEqualTo("hearth.example connected");
    }

    @Test
    void theFooterTellsHowFarALongReadingIs() {
        var then = SampleWorld.NOW.minus(Duration.ofDays(40));
        sync(new SyncState.CatchingUp(then));
        assertThat(line()).isEqualTo("Reading what you missed, up to 13 Oct");
        sync(new SyncState.ReadingBack(then));
        assertThat(line()).isEqualTo("Reading older messages, back to 13 Oct");
        sync(SyncState.WHOLE);
        assertThat(line()).isEqualTo("2 accounts connected");
    }

    @Test
    void theFooterTellsUpToWhenMessagesAreHereWhileOffline() {
        world.set(world.accounts, List.of(world.accounts.get().getFirst()));
        world.connect(SampleWorld.HEARTH, new ConnectionState.Offline());
        assertThat(line()).isEqualTo("hearth.example offline");
        sync(new SyncState.Behind(SampleWorld.NOW.minus(Duration.ofDays(40))));
        assertThat(line()).isEqualTo("hearth.example offline, messages up to 13 Oct");
    }

    @Test
    void theFooterTellsUpToWhenTheMessagesOfAllAreHereWhileAllAreOffline() {
        var then = SampleWorld.NOW.minus(Duration.ofDays(40));
        world.connect(SampleWorld.HEARTH, new ConnectionState.Offline());
        world.connect(SampleWorld.BIRKE, new ConnectionState.Offline());
        assertThat(line()).isEqualTo("Both accounts offline");
        world.set(
                world.syncs,
                Map.of(
                        SampleWorld.HEARTH,
                        new SyncState.Behind(SampleWorld.NOW),
                        SampleWorld.BIRKE,
                        new SyncState.Behind(then)));
        assertThat(line()).isEqualTo("Both accounts offline, messages up to 13 Oct");
    }

    private void sync(SyncState state) {
        world.set(world.syncs, Map.of(SampleWorld.HEARTH, state));
    }

    @Test
    void theFooterTellsOfTheWorstAccount() {
        world.connect(SampleWorld.HEARTH, new ConnectionState.Connecting());
        assertThat(line()).isEqualTo("Connecting to hearth.example…");
        world.connect(SampleWorld.BIRKE, stopped(Kind.WRONG_PASSWORD));
        assertThat(line()).isEqualTo("birke.example needs your attention");
    }

    @Test
    void withoutAccountsThereIsNoLine() {
        world.set(world.accounts, List.of());
        assertThat(connection.lineProperty().get()).isEmpty();
    }

    @Test
    void theBannerCountsTheSeconds() {
        world.loseConnection();
        assertThat(text()).isEqualTo("No connection, retrying in 8 s.");
        tick(Duration.ofSeconds(1));
        assertThat(text()).isEqualTo("No connection, retrying in 7 s.");
        tick(Duration.ofMillis(6_500));
        assertThat(text()).isEqualTo("No connection, retrying in 1 s.");
        tick(Duration.ofSeconds(9));
        assertThat(text()).isEqualTo("No connection, retrying in 0 s.");
    }

    @Test
    void whereAnotherAccountIsOnlineTheBannerNamesTheOneThatIsNot() {
        world.connect(SampleWorld.BIRKE, waiting(Kind.CONNECTION_LOST, 5));
        assertThat(text()).isEqualTo("No connection to birke.example, retrying in 5 s.");
    }

    @Test
    void aCauseOtherThanTheNetworkIsNamed() {
        world.connect(SampleWorld.BIRKE, waiting(Kind.SERVER_SHUTDOWN, 5));
        assertThat(text()).isEqualTo("birke.example is shutting down. Retrying in 5 s.");
    }

    @Test
    void theHostThatWasTriedIsNamed() {
        var hearth = world.accounts.get().getFirst().account();
        var elsewhere =
                new Account(
                        hearth.id(),
                        hearth.address(),
                        new ServerAddress.Given("xmpp.hearth.exmaple", 5222),
                        Optional.empty(),
                        hearth.keeping());
        world.set(
                world.accounts, List.of(new OwnAccount(elsewhere, waiting(Kind.UNKNOWN_HOST, 5))));
        assertThat(text())
                .isEqualTo(
                        "There is no server xmpp.hearth.exmaple, or the network is down."
                                + " Retrying in 5 s.");
    }

    @Test
    void aFlawOfACertificateIsNamedWithWhatToDo() {
        world.connect(SampleWorld.BIRKE, stopped(Kind.CERTIFICATE_NOT_YET_VALID));
        assertThat(text())
                .isEqualTo(
                        "The certificate of birke.example is not valid yet."
                                + " Check this computer’s date and time.");
    }

    @Test
    void retryNowIsForEveryAccountThatWaits() {
        world.loseConnection();
        connection.retryNow();
        assertThat(commands).containsExactly("retry 1", "retry 2");
    }

    @Test
    void whatOnlyTheUserCanMendComesFirst() {
        world.loseConnection();
        world.connect(SampleWorld.BIRKE, stopped(Kind.WRONG_PASSWORD));
        assertThat(text()).isEqualTo("birke.example refused your password.");
        assertThat(notice().remedy()).isEqualTo(new Notice.Remedy.SignIn(SampleWorld.BIRKE));
    }

    @Test
    void whatAPasswordDoesNotMendIsTriedAgain() {
        world.connect(SampleWorld.BIRKE, stopped(Kind.CERTIFICATE_EXPIRED));
        var remedy = new Notice.Remedy.TryAgain(SampleWorld.BIRKE);
        assertThat(notice().remedy()).isEqualTo(remedy);
        connection.tryAgain(remedy);
        assertThat(commands).containsExactly("connect 2");
    }

    @Test
    void connectingIsWorthABannerOnlyWhereItTakesLong() {
        world.connect(SampleWorld.HEARTH, new ConnectionState.Connecting());
        assertThat(connection.noticeProperty().get()).isEmpty();
        tick(Duration.ofSeconds(1));
        assertThat(connection.noticeProperty().get()).isEmpty();
        tick(Duration.ofSeconds(2));
        assertThat(text()).isEqualTo("Connecting to hearth.example…");
    }

    @Test
    void afterTroubleConnectingKeepsTheBanner() {
        world.connect(SampleWorld.HEARTH, waiting(Kind.CONNECTION_LOST, 5));
        world.connect(SampleWorld.HEARTH, new ConnectionState.Connecting());
        assertThat(text()).isEqualTo("Connecting to hearth.example…");
    }

    @Test
    void everyProblemHasASentence() {
        for (var kind : Kind.values()) {
            world.connect(SampleWorld.BIRKE, stopped(kind));
            assertThat(text()).as(kind.name()).endsWith(".");
            if (kind != Kind.NOT_KEPT) { // it is this computer's, and of every account's
                assertThat(text()).as(kind.name()).contains("birke.example");
            }
        }
    }

    @Test
    void otherStateLeavesTheBannerAlone() {
        world.loseConnection();
        var before = connection.noticeProperty().get();
        world.set(world.tabs, OpenTabs.NONE);
        assertThat(connection.noticeProperty().get()).isEqualTo(before);
    }

    @Test
    void closedItNoLongerCounts() {
        world.loseConnection();
        connection.close();
        assertThat(alarm.get()).isEmpty();
    }

    private Notice notice() {
        return connection.noticeProperty().get().orElseThrow();
    }

    private String text() {
        return notice().text();
    }

    private String line() {
        return connection.lineProperty().get().orElseThrow().text();
    }

    private static ConnectionState stopped(Kind kind) {
        return new ConnectionState.Stopped(new ConnectionProblem(kind, ""));
    }

    private static ConnectionState waiting(Kind kind, int seconds) {
        return new ConnectionState.Waiting(
                new ConnectionProblem(kind, ""), SampleWorld.NOW.plusSeconds(seconds));
    }

    /// Lets time pass and the alarm ring that was set.
    private void tick(Duration passed) {
        now.updateAndGet(instant -> instant.plus(passed));
        alarm.getAndSet(Optional.empty()).orElseThrow().run();
    }

    private Subscription after(Duration delay, Runnable work) {
        var mine = Optional.of(work);
        alarm.set(mine);
        return () -> alarm.compareAndSet(mine, Optional.empty());
    }
}
