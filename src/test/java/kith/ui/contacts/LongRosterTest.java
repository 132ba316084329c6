package kith.ui.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

import kith.base.ManualTimer;
import kith.gallery.SampleWorld;
import kith.model.Availability;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.OpenTabs;
import kith.model.Presence;
import kith.model.PresenceSubscription;
import kith.model.Refusal;
import kith.ui.contacts.ContactRow.Person;
import kith.ui.contacts.ContactRow.PersonKey;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/// A roster of 2,000 in a window that shows some fifteen, while presences come all the time.
class LongRosterTest {

    private static final int PEOPLE = 2_000;
    private static final int MIDDLE = 1_000;
    private static final List<String> GROUPS = List.of("Family", "Friends", "Studio");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final List<Availability> STATES =
            List.of(
                    Availability.AVAILABLE,
                    Availability.AWAY,
                    Availability.BUSY,
                    Availability.OFFLINE);

    private final SampleWorld world = new SampleWorld();
    private final ManualTimer timer = new ManualTimer();
    private final Random random = new Random(5);
    private final List<Contact> people = new ArrayList<>();
    private final Set<ListCell<?>> cells = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> contents = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ContactsViewModel model;
    private final OnStage window;
    private int shown;

    LongRosterTest() {
        for (int i = 0; i < PEOPLE; i++) {
            people.add(person(i, STATES.get(random.nextInt(STATES.size())), ""));
        }
        world.set(world.contacts, List.copyOf(people));
        model =
                new ContactsViewModel(
                        world.contacts,
                        world.requests,
                        world.tabs,
                        new ContactCommands(_ -> {}, _ -> {}, _ -> nothing(), _ -> nothing()),
                        new CollapsedGroups(Optional.empty(), _ -> {}),
                        timer,
                        world.lane);
        window =
                new OnStage(
                        300,
                        700,
                        List.of("shell"),
                        () ->
                                new ContactsView(
                                        model,
                                        () -> {},
                                        new SimpleStringProperty("Ctrl N"),
                                        world.texts));
    }

    @BeforeEach
    void look() {
        FxThread.run(this::meetCells);
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void thereAreAsManyCellsAsRowsInSightFromTheTopToTheEnd() {
        int most = 2 * inSight().size();
        assertThat(cells.size()).isLessThan(most);
        while (scroll(650)) {
            change(random.nextInt(PEOPLE), STATES.get(random.nextInt(STATES.size())), "");
        }
        assertThat(firstInSight()).isGreaterThan(PEOPLE - most);
        assertThat(cells).hasSizeLessThan(most);
        assertThat(contents).hasSizeLessThan(2 * most); // a cell may have been a person and a head
    }

    @Test
    void scrollingShowsEachRowAboutOnce() {
        shown = 0;
        while (scroll(650)) {
            assertThat(cells).hasSizeLessThan(2 * inSight().size());
        }
        assertThat(shown).isBetween(PEOPLE - inSight().size(), 2 * PEOPLE);
    }

    @Test
    void aPresenceShowsNoRowAnewButItsOwn() {
        scrollTo(MIDDLE);
        shown = 0;
        var seen = personAt(firstInSight() + 3);
        change(number(seen), seen.contact().presence().availability(), "in the garden");
        assertThat(shown).isLessThan(5); // and by the cell that measures

        shown = 0;
        var unseen = personAt(firstInSight() + 100);
        change(number(unseen), unseen.contact().presence().availability(), "in the garden");
        assertThat(shown).isLessThan(5);
    }

    @Test
    void whoMovesPastThemLeavesThoseInSightWhereTheyAre() {
        scrollTo(MIDDLE);
        var before = inSight();
        int made = cells.size();
        change(number(lastOf("Friends")), Availability.FREE_TO_CHAT, ""); // from below to above
        assertThat(inSight()).isEqualTo(before);
        assertThat(cells).hasSize(made);
        change(number(firstOf("Friends")), Availability.OFFLINE, ""); // and back
        assertThat(inSight()).isEqualTo(before);
    }

    @Test
    void manyWhoMovePastThemAtOnceDoNeither() {
        scrollTo(MIDDLE);
        var before = inSight();
        for (int i = 0; i < 40; i++) {
            put(number(personAt(MIDDLE + 200 + i)), Availability.FREE_TO_CHAT, "");
        }
        tell();
        assertThat(inSight()).isEqualTo(before);
    }

    @Test
    void whoGoesOutOfSightTakesNobodyAlong() {
        scrollTo(MIDDLE);
        var before = inSight();
        change(number(personAt(firstInSight())), Availability.FREE_TO_CHAT, "");
        assertThat(inSight()).containsAll(before.subList(1, before.size()));
    }

    @Test
    void atTheTopTheFirstIsShown() {
        change(number(lastOf("Family")), Availability.FREE_TO_CHAT, "");
        assertThat(firstInSight()).isZero();
        assertThat(inSight().get(1)).startsWith(firstOf("Family").contact().name());
    }

    @Test
    void theFocusIsNeverTakenFromAllRows() {
        FxThread.run(() -> list().getFocusModel().focus(5));
        var focused = focused();
        FxThread.run(() -> list().getFocusModel().focus(-1));
        assertThat(focused()).isEqualTo(focused);
    }

    @Test
    void whatIsFilteredIsReadFromItsTop() {
        scrollTo(MIDDLE);
        var focused = personAt(firstInSight() + 5);
        FxThread.run(() -> list().getFocusModel().focus(model.rows().indexOf(focused)));
        filter("person 00");
        assertThat(firstInSight()).isZero();
        assertThat(focused()).isEqualTo(focused.contact().name());
        filter("person 19");
        assertThat(firstInSight()).isZero();
        assertThat(focused()).isEqualTo("head");
    }

    @Test
    void theSelectedAndTheFocusedPersonStaySo() {
        scrollTo(MIDDLE);
        var selected = personAt(firstInSight() + 2);
        var focused = personAt(firstInSight() + 5);
        FxThread.run(
                () -> {
                    var chat = selected.contact().chat();
                    world.set(world.tabs, new OpenTabs(List.of(chat), Optional.of(chat)));
                    list().getFocusModel().focus(model.rows().indexOf(focused));
                });
        for (int round = 0; round < 20; round++) {
            change(number(lastOf("Friends")), Availability.FREE_TO_CHAT, "");
            change(number(personAt(MIDDLE + 100 + round)), Availability.AVAILABLE, "");
            assertThat(drawnAsSelected()).containsExactly(selected.contact().name());
            assertThat(focused()).isEqualTo(focused.contact().name());
        }
        change(number(selected), Availability.FREE_TO_CHAT, ""); // out of sight
        assertThat(drawnAsSelected()).isEmpty();
        change(number(focused), Availability.FREE_TO_CHAT, "");
        assertThat(focused()).isEqualTo(focused.contact().name());
        scrollTo(indexOf(selected.key()));
        assertThat(drawnAsSelected()).containsExactly(selected.contact().name());
    }

    private void change(int number, Availability availability, String status) {
        put(number, availability, status);
        tell();
    }

    private void put(int number, Availability availability, String status) {
        people.set(number, person(number, availability, status));
    }

    /// As the session would, and after the pause that the list makes between two looks.
    private void tell() {
        FxThread.run(
                () -> {
                    world.set(world.contacts, List.copyOf(people));
                    timer.pass(Duration.ofSeconds(1));
                });
        settle();
    }

    private void filter(String typed) {
        FxThread.run(() -> model.filterProperty().set(typed));
        settle();
    }

    /// @return whether there was something left to scroll
    private boolean scroll(double pixels) {
        double moved = FxThread.call(() -> flow().scrollPixels(pixels));
        settle();
        return moved > 0;
    }

    /// Scrolls so that a row is the first, and a bit of it above what is in sight.
    private void scrollTo(int index) {
        FxThread.run(() -> flow().scrollToTop(index));
        settle();
        scroll(13);
    }

    private void settle() {
        window.settle();
        look();
    }

    /// Counts cells that are new, and from now on what they show.
    private void meetCells() {
        for (Node node : list().lookupAll(".list-cell")) {
            if (node instanceof ListCell<?> cell) {
                if (cells.add(cell)) {
                    cell.itemProperty().subscribe(row -> shown += row == null ? 0 : 1);
                }
                Optional.ofNullable(cell.getGraphic()).ifPresent(contents::add);
            }
        }
    }

    /// The rows in sight with their places.
    private List<String> inSight() {
        return FxThread.call(
                () ->
                        IntStream.rangeClosed(
                                        flow().getFirstVisibleCell().getIndex(),
                                        flow().getLastVisibleCell().getIndex())
                                .mapToObj(
                                        index ->
                                                "%s at %.1f"
                                                        .formatted(
                                                                name(model.rows().get(index)),
                                                                flow().getCell(index).getLayoutY()))
                                .toList());
    }

    private int firstInSight() {
        return FxThread.call(() -> flow().getFirstVisibleCell().getIndex());
    }

    private List<String> drawnAsSelected() {
        return FxThread.call(
                () ->
                        cells.stream()
                                .filter(cell -> cell.isVisible() && !cell.isEmpty())
                                .filter(cell -> cell.getPseudoClassStates().contains(SELECTED))
                                .map(cell -> name((ContactRow) cell.getItem()))
                                .toList());
    }

    private String focused() {
        return FxThread.call(() -> name(list().getFocusModel().getFocusedItem()));
    }

    private Person personAt(int index) {
        return FxThread.call(() -> (Person) model.rows().get(index));
    }

    private Person firstOf(String group) {
        return membersOf(group).getFirst();
    }

    private Person lastOf(String group) {
        return membersOf(group).getLast();
    }

    private List<Person> membersOf(String group) {
        return FxThread.call(
                () ->
                        model.rows().stream()
                                .filter(Person.class::isInstance)
                                .map(Person.class::cast)
                                .filter(each -> each.key().group().equals(group))
                                .toList());
    }

    private int indexOf(PersonKey key) {
        return FxThread.call(() -> model.rows().stream().map(ContactRow::key).toList())
                .indexOf(key);
    }

    private int number(Person person) {
        return people.stream().map(Contact::chat).toList().indexOf(person.contact().chat());
    }

    private static CompletionStage<Optional<Refusal>> nothing() {
        return CompletableFuture.completedStage(Optional.empty());
    }

    private static String name(ContactRow row) {
        return row instanceof Person person ? person.contact().name() : "head";
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) list().lookup(".virtual-flow");
    }

    @SuppressWarnings("unchecked")
    private ListView<ContactRow> list() {
        return (ListView<ContactRow>) window.stage().getScene().getRoot().lookup(".rows");
    }

    private static Contact person(int number, Availability availability, String status) {
        ChatKey key = SampleWorld.key("p" + number + "@hearth.example");
        return new Contact(
                key.account(),
                key.peer(),
                "Person %04d".formatted(number),
                List.of(GROUPS.get(number % GROUPS.size())),
                PresenceSubscription.BOTH,
                new Presence(availability, status));
    }
}
