package kith.ui.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.Live;
import kith.model.AccountId;
import kith.model.Availability;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.OccupantPicture;
import kith.model.Presence;
import kith.model.Room;
import kith.model.RoomState;
import kith.model.RoomTraits;
import kith.ui.fx.FxThread;
import kith.ui.fx.Hints;
import kith.ui.fx.OnStage;
import kith.ui.room.OccupantRow.Person;
import kith.ui.room.moderation.ModerationCommands;
import kith.ui.text.Texts;
import kith.ui.widget.PersonPicture;
import kith.ui.widget.PersonPictures;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The list of the people in a room, where they are many.
class OccupantListTest {

    private static final int MANY = 2_000;
    private static final ChatKey ROOM =
            new ChatKey(
                    new AccountId(1),
                    JidCreate.bareFromOrThrowUnchecked("square@rooms.hearth.example"));

    private final ImmediateLane lane = new ImmediateLane();
    private final Cell<List<Occupant>> people = new Cell<>(lane, List.of());
    private final Asked asked = new Asked();

    /// A room is asked for the pictures of those in sight, not of those whom the list only counts.
    @Test
    void nobodyOutOfSightIsAskedForTheirPicture() {
        try (var stage = new OnStage(272, 560, this::details)) {
            var details = stage.stage().getScene().getRoot();
            FxThread.run(
                    () -> new PersonPictures(asked, Runnable::run).provide(details.getScene()));
            show(stage, crowd());
            for (int each = 0; each < 50; each++) {
                var changed = new ArrayList<>(people.get());
                int at = MANY / 2 + 7 * each;
                changed.set(at, person(at, "Back soon"));
                show(stage, changed);
            }
            assertThat(asked.ever).isSubsetOf(FxThread.call(() -> inSight(details)));
            assertThat(asked.ever).isNotEmpty();
        }
    }

    /// Where nobody is any more the pointer finds nobody.
    @Test
    void anEmptyRowExplainsNobody() {
        try (var stage = new OnStage(272, 560, this::details)) {
            var details = stage.stage().getScene().getRoot();
            show(stage, addressed(40));
            assertThat(explained(details)).isNotEmpty();
            show(stage, addressed(3));
            assertThat(explained(details))
                    .containsExactlyInAnyOrder(
                            "person0@hearth.example",
                            "person1@hearth.example",
                            "person2@hearth.example");
        }
    }

    private static List<String> explained(Parent details) {
        return FxThread.call(
                () ->
                        cells(details)
                                .flatMap(cell -> Hints.comeTo(cell).stream())
                                .map(Tooltip::getText)
                                .toList());
    }

    private static List<Occupant> addressed(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        number ->
                                new Occupant(
                                        "Person %04d".formatted(number),
                                        Role.PARTICIPANT,
                                        Affiliation.NONE,
                                        Optional.of(
                                                JidCreate.bareFromOrThrowUnchecked(
                                                        "person" + number + "@hearth.example")),
                                        Presence.AVAILABLE,
                                        false))
                .toList();
    }

    /// The room's page stays, and the details are opened anew each time.
    @Test
    void whatWasShownOfTheRoomGoesWithThePane() {
        var model = FxThread.call(this::model);
        FxThread.run(() -> lane.execute(() -> people.set(crowd())));
        var closed =
                FxThread.call(
                        () -> {
                            var details = details(model);
                            var all = new ArrayList<WeakReference<Node>>();
                            addWithAllIn(details, all);
                            details.close();
                            return all;
                        });
        assertThat(closed).hasSizeGreaterThan(20);
        await("all of the pane is gone")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            System.gc();
                            assertThat(closed.stream().map(Reference::get).filter(Objects::nonNull))
                                    .isEmpty();
                        });
        FxThread.run(model::close);
    }

    private static void addWithAllIn(Node node, List<WeakReference<Node>> all) {
        all.add(new WeakReference<>(node));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> addWithAllIn(child, all));
        }
    }

    private void show(OnStage stage, List<Occupant> now) {
        FxThread.run(() -> lane.execute(() -> people.set(now)));
        stage.settle();
    }

    private static Set<PersonPicture> inSight(Parent details) {
        return cells(details)
                .map(cell -> ((ListCell<?>) cell).getItem())
                .filter(Person.class::isInstance)
                .map(row -> ((Person) row).occupant().picture().orElseThrow())
                .map(it -> new PersonPicture(it.whose().toString(), it.hash()))
                .collect(Collectors.toSet());
    }

    private static Stream<Node> cells(Parent details) {
        return details.lookupAll(".sheet > .list-cell").stream().filter(Node::isVisible);
    }

    private static List<Occupant> crowd() {
        return IntStream.range(0, MANY).mapToObj(number -> person(number, "")).toList();
    }

    private static Occupant person(int number, String status) {
        var nick = "Person %04d".formatted(number);
        var whose = JidCreate.fromOrThrowUnchecked(ROOM.peer() + "/" + nick);
        return new Occupant(
                        nick,
                        number == 0 ? Role.MODERATOR : Role.PARTICIPANT,
                        Affiliation.NONE,
                        Optional.empty(),
                        new Presence(Availability.AVAILABLE, status),
                        false)
                .pictured(new OccupantPicture(whose, "%040x".formatted(number)));
    }

    private RoomDetailsView details() {
        return details(model());
    }

    private static RoomDetailsView details(RoomViewModel model) {
        return new RoomDetailsView(model, Texts.of(Locale.ENGLISH), () -> {}, () -> {}, () -> {});
    }

    private RoomViewModel model() {
        var room = new Room(ROOM, "Square", "Mara", RoomState.JOINED, "", MANY, RoomTraits.UNKNOWN);
        return new RoomViewModel(
                room,
                Live.of(Optional.of(room)),
                people,
                new RoomCommands(
                        (nick, password) -> {},
                        () -> {},
                        subject -> CompletableFuture.completedStage(Optional.empty()),
                        MembershipCommands.NONE,
                        ModerationCommands.NONE,
                        Optional.empty()),
                lane);
    }

    /// Notes what is asked for, and has none of it.
    private static final class Asked implements PersonPictures.Source {

        private final Set<PersonPicture> ever = new HashSet<>();

        @Override
        public CompletionStage<Optional<Image>> picture(
                PersonPicture picture, Function<byte[], Image> draw) {
            ever.add(picture);
            return new CompletableFuture<>();
        }

        @Override
        public void outOfSight(PersonPicture picture) {}
    }
}
