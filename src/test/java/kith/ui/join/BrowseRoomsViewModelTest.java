package kith.ui.join;

import static org.assertj.core.api.Assertions.assertThat;

import kith.gallery.SampleRooms;
import kith.gallery.SampleWorld;
import kith.model.FoundRoom;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.ui.join.BrowseRoomsViewModel.Phase;
import kith.ui.shell.OwnAccount;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Looking which rooms there are: whom that asks, and how much.
class BrowseRoomsViewModelTest {

    private final SampleWorld world = SampleWorld.full();
    private final SampleRooms rooms = world.findable;

    @Test
    void theOwnServersRoomsAreThereWithoutAnAddress() {
        var model = open();
        assertThat(rooms.asked).containsExactly("services own", "rooms rooms.hearth.example");
        assertThat(model.rows()).hasSize(6);
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Shown());
    }

    @Test
    void anotherServerIsAskedByItsName() {
        var model = open();
        rooms.asked.clear();
        model.serverProperty().set(" birke.example ");
        model.refresh();
        assertThat(rooms.asked).startsWith("services birke.example");
    }

    @Test
    void whatIsNoServerIsNotAsked() {
        var model = open();
        rooms.asked.clear();
        model.serverProperty().set("mara@hearth.example");
        model.refresh();
        assertThat(rooms.asked).isEmpty();
        assertThat(model.phaseProperty().get())
                .isEqualTo(new Phase.Refused(Refusal.of(Reason.BAD_ADDRESS)));
    }

    @Test
    void whatIsTypedNarrowsAndGoesNowhere() {
        var model = open();
        rooms.asked.clear();
        model.wordsProperty().set("print");
        assertThat(model.rows()).extracting(FoundRoom::name).hasSize(2);
        assertThat(rooms.asked).isEmpty();
        model.wordsProperty().set("");
        assertThat(model.rows()).hasSize(6);
    }

    @Test
    void aRoomIsAskedWhatItIsOnceItsRowIsSeen() {
        var model = open();
        rooms.asked.clear();
        model.see(model.rows().get(1));
        model.see(model.rows().get(1));
        assertThat(rooms.asked).containsExactly("describe printers@rooms.hearth.example");
        assertThat(model.rows().get(1).traits().orElseThrow().people()).hasValue(42);
    }

    @Test
    void fewAreAskedAtOnceAndTheNewestFirst() {
        rooms.rooms = many(1_000);
        rooms.pageSize = 1_000;
        var model = open();
        rooms.asked.clear();
        rooms.answers = false;
        model.rows().subList(0, 500).forEach(model::see);
        assertThat(rooms.asked).hasSize(LazyDescriptions.MAX_OPEN);
        rooms.waiting.removeFirst().run();
        assertThat(rooms.asked).hasSize(LazyDescriptions.MAX_OPEN + 1);
        assertThat(rooms.asked.getLast()).isEqualTo("describe r499@rooms.hearth.example");
        rooms.answers = true;
        List.copyOf(rooms.waiting).forEach(Runnable::run);
        assertThat(rooms.asked)
                .as("what was passed by is not asked")
                .hasSizeLessThan(LazyDescriptions.MAX_OPEN + LazyDescriptions.MAX_WAITING + 2);
    }

    @Test
    void theNextPageComesWhenTheLastRowIsSeen() {
        rooms.rooms = many(250);
        var model = open();
        assertThat(model.rows()).hasSize(100);
        assertThat(model.hasMoreProperty().get()).isTrue();
        model.see(model.rows().getFirst());
        assertThat(model.rows()).hasSize(100);
        model.see(model.rows().getLast());
        model.see(model.rows().getLast());
        assertThat(model.rows()).hasSize(250);
        assertThat(model.hasMoreProperty().get()).isFalse();
        assertThat(rooms.asked)
                .contains("rooms rooms.hearth.example after 100")
                .contains("rooms rooms.hearth.example after 200");
    }

    @Test
    void aServiceThatSendsTheSamePageForEverIsAskedNoMore() {
        rooms.rooms = many(250);
        var model = open();
        rooms.rooms = rooms.rooms.subList(0, 100);
        rooms.pageSize = 50;
        model.more();
        assertThat(model.hasMoreProperty().get()).isFalse();
        assertThat(model.rows()).hasSize(100);
    }

    @Test
    void pagesFollowUntilEnoughFitsThatCanBeScrolled() {
        rooms.rooms = many(1_000);
        var model = open();
        model.wordsProperty().set("Room 99");
        assertThat(model.rows()).hasSize(19); // ten end in 99, nine more begin with it
        assertThat(model.hasMoreProperty().get()).isFalse();
        assertThat(rooms.asked).allMatch(each -> !each.contains("99"));
    }

    @Test
    void noMorePagesFollowThanThat() {
        rooms.rooms = many(1_000);
        var model = open();
        model.wordsProperty().set("Room");
        assertThat(model.rows()).hasSize(100);
        assertThat(model.hasMoreProperty().get()).isTrue();
    }

    @Test
    void whoFindsNothingOnThisPageIsToldOnlyOnceTheRestIsThere() {
        rooms.rooms = many(250);
        rooms.pageSize = 100;
        var model = open();
        rooms.answers = false;
        model.wordsProperty().set("marmalade");
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Asking());
        rooms.answers = true;
        List.copyOf(rooms.waiting).forEach(Runnable::run);
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Shown());
        assertThat(rooms.asked).contains("rooms rooms.hearth.example after 200");
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void aServiceThatRefusesKeepsTheOthersRoomsFromNobody() {
        rooms.services = List.of("irc.hearth.example", "rooms.hearth.example");
        rooms.refuses = Optional.of("irc.hearth.example");
        var model = open();
        assertThat(model.rows()).hasSize(6);
        assertThat(model.phaseProperty().get())
                .as("some are missing")
                .isEqualTo(new Phase.Refused(Refusal.of(Reason.FORBIDDEN)));
    }

    @Test
    void aRefusalKeepsWhatIsThere() {
        rooms.rooms = many(250);
        var model = open();
        rooms.refusal = Optional.of(Refusal.of(Reason.TIMED_OUT));
        model.more();
        assertThat(model.rows()).hasSize(100);
        assertThat(model.phaseProperty().get())
                .isEqualTo(new Phase.Refused(Refusal.of(Reason.TIMED_OUT)));
    }

    @Test
    void anAnswerThatIsLateIsOfAnotherList() {
        rooms.answers = false;
        var model = open();
        var late = List.copyOf(rooms.waiting);
        rooms.answers = true;
        model.accountProperty().set(model.accounts().get(1));
        late.forEach(Runnable::run);
        assertThat(model.rows()).hasSize(6);
        assertThat(rooms.asked).filteredOn(asked -> asked.startsWith("rooms")).hasSize(1);
    }

    @Test
    void theDirectoryLearnsWordsOnlyWhenTheyAreSent() {
        rooms.directory = Optional.of("search.example");
        var model = open();
        rooms.asked.clear();
        model.inDirectoryProperty().set(true);
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Unasked());
        model.wordsProperty().set("riso");
        assertThat(rooms.asked).isEmpty();
        model.refresh();
        assertThat(rooms.asked).containsExactly("search riso");
        assertThat(model.rows()).hasSize(6);
    }

    @Test
    void theDirectoryDoesNotLearnWordsByBeingTurnedTo() {
        rooms.directory = Optional.of("search.example");
        var model = open();
        model.wordsProperty().set("riso");
        rooms.asked.clear();
        model.inDirectoryProperty().set(true);
        model.accountProperty().set(model.accounts().get(1));
        assertThat(rooms.asked).isEmpty();
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Unasked());
        model.refresh();
        assertThat(rooms.asked).containsExactly("search riso");
    }

    private BrowseRoomsViewModel open() {
        return new BrowseRoomsViewModel(
                world.accounts.get().stream().map(OwnAccount::account).toList(), rooms, world.lane);
    }

    private static List<FoundRoom> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                new FoundRoom(
                                        JidCreate.entityBareFromOrThrowUnchecked(
                                                "r" + i + "@rooms.hearth.example"),
                                        "Room " + i,
                                        Optional.empty()))
                .toList();
    }
}
