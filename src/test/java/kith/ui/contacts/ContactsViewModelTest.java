package kith.ui.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import kith.gallery.SampleWorld;
import kith.model.Availability;
import kith.model.Contact;
import kith.model.Presence;
import kith.model.PresenceSubscription;
import kith.model.Refusal;
import kith.session.roster.SubscriptionRequest;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

class ContactsViewModelTest {

    private final SampleWorld world = new SampleWorld();
    private final List<String> commands = new ArrayList<>();
    private final List<String> remembered = new ArrayList<>();
    private Optional<Refusal> refusal = Optional.empty();
    private ContactsViewModel contacts = viewModel(Optional.empty());

    @Test
    void whoCanBeReachedComesFirstThenByName() {
        show(
                person("zoe", Availability.AVAILABLE),
                person("Ann", Availability.OFFLINE),
                person("bob", Availability.BUSY),
                person("Änne", Availability.AVAILABLE),
                person("Cleo", Availability.FREE_TO_CHAT),
                person("Dan", Availability.NOT_AVAILABLE),
                person("Eve", Availability.AWAY));
        assertThat(rows())
                .containsExactly(" 6/7", "Cleo", "Änne", "zoe", "Eve", "Dan", "bob", "Ann");
    }

    @Test
    void groupsAreSortedByNameAndThoseInNoneComeLast() {
        show(
                person("Ann", Availability.AWAY, "Studio"),
                person("Bob", Availability.OFFLINE),
                person("Cleo", Availability.AVAILABLE, "family"));
        assertThat(rows())
                .containsExactly("family 1/1", "Cleo", "Studio 1/1", "Ann", " 0/1", "Bob");
    }

    @Test
    void whoIsInTwoGroupsStandsInBoth() {
        show(person("Ann", Availability.AVAILABLE, "Family", "Studio"));
        assertThat(rows()).containsExactly("Family 1/1", "Ann", "Studio 1/1", "Ann");
    }

    @Test
    void aFoldedGroupShowsItsHeadAlone() {
        show(person("Ann", Availability.AVAILABLE, "Studio"), person("Bob", Availability.AWAY));
        contacts.toggle(head(0));
        assertThat(rows()).containsExactly("Studio 1/1 folded", " 1/1", "Bob");
        contacts.toggle(head(0));
        assertThat(rows()).containsExactly("Studio 1/1", "Ann", " 1/1", "Bob");
    }

    @Test
    void whatIsFoldedIsRemembered() {
        show(person("Ann", Availability.AVAILABLE, "Studio"), person("Bob", Availability.AWAY));
        contacts.toggle(head(0));
        contacts.toggle(head(1));
        contacts = viewModel(Optional.of(remembered.getLast()));
        assertThat(rows()).containsExactly("Studio 1/1 folded", " 1/1 folded");
    }

    @Test
    void theFilterFindsFoldedPeopleToo() {
        show(
                person("Ann", Availability.AVAILABLE, "Studio"),
                person("Bob", Availability.AWAY, "Studio"));
        contacts.toggle(head(0));
        contacts.filterProperty().set("bob");
        assertThat(rows()).containsExactly("Studio 1/1", "Bob");
    }

    @Test
    void enterInTheFilterOpensTheFirstPerson() {
        show(person("Ann", Availability.AVAILABLE, "Studio"));
        contacts.filterProperty().set("an");
        contacts.openFirst();
        assertThat(commands).containsExactly("open ann@hearth.example");
    }

    @Test
    void whoAsksStandsBeforeThePeople() {
        show(person("Ann", Availability.AVAILABLE));
        world.set(
                world.requests,
                List.of(new SubscriptionRequest(SampleWorld.key("sam@otieno.example"), "Hi")));
        assertThat(rows()).containsExactly("sam@otieno.example asks", " 1/1", "Ann");
        contacts.accept((ContactRow.Request) contacts.rows().getFirst());
        contacts.decline((ContactRow.Request) contacts.rows().getFirst());
        assertThat(commands)
                .containsExactly("accept sam@otieno.example", "decline sam@otieno.example");
    }

    @Test
    void anAnswerThatCanNotBeSentSaysSoUntilItIsGivenAgain() {
        var sam = SampleWorld.key("sam@otieno.example");
        world.set(world.requests, List.of(new SubscriptionRequest(sam, "Hi")));
        refusal = Optional.of(Refusal.of(Refusal.Reason.OFFLINE));
        contacts.accept((ContactRow.Request) contacts.rows().getFirst());
        assertThat(contacts.rows().getFirst()).isEqualTo(new ContactRow.Request(sam, "Hi", true));
        refusal = Optional.empty();
        contacts.accept((ContactRow.Request) contacts.rows().getFirst());
        assertThat(contacts.rows().getFirst()).isEqualTo(new ContactRow.Request(sam, "Hi", false));
    }

    @Test
    void aPresenceChangesOneRowAndLeavesTheOthersAlone() {
        var many = new ArrayList<Contact>();
        for (int i = 100; i < 200; i++) {
            many.add(person("person " + i, Availability.AVAILABLE));
        }
        world.set(world.contacts, List.copyOf(many));
        world.ring();
        var before = Set.copyOf(contacts.rows());
        many.set(50, person("person 150", Availability.AWAY));
        world.set(world.contacts, List.copyOf(many));
        world.ring();
        assertThat(contacts.rows()).hasSize(101);
        assertThat(contacts.rows().stream().filter(row -> !before.contains(row))).hasSize(1);
        assertThat(rows()).endsWith("person 150");
    }

    @Test
    void manyPresencesAtOnceAreLookedAtTogether() {
        show(person("Ann", Availability.OFFLINE));
        world.ring();
        world.set(world.contacts, List.of(person("Ann", Availability.AWAY)));
        world.set(world.contacts, List.of(person("Ann", Availability.BUSY)));
        world.set(world.contacts, List.of(person("Ann", Availability.AVAILABLE)));
        assertThat(presences()).containsExactly(Availability.AWAY);
        world.ring();
        assertThat(presences()).containsExactly(Availability.AVAILABLE);
    }

    private List<Availability> presences() {
        return contacts.rows().stream()
                .filter(ContactRow.Person.class::isInstance)
                .map(ContactRow.Person.class::cast)
                .map(person -> person.contact().presence().availability())
                .toList();
    }

    private ContactsViewModel viewModel(Optional<String> folded) {
        return new ContactsViewModel(
                world.contacts,
                world.requests,
                world.tabs,
                new ContactCommands(
                        chat -> commands.add("open " + chat.peer()),
                        chat -> commands.add("background " + chat.peer()),
                        chat -> answer("accept " + chat.peer()),
                        chat -> answer("decline " + chat.peer())),
                new CollapsedGroups(folded, remembered::add),
                world::after,
                world.lane);
    }

    private void show(Contact... people) {
        world.set(world.contacts, List.of(people));
        world.ring();
    }

    private List<String> rows() {
        return contacts.rows().stream().map(ContactsViewModelTest::said).toList();
    }

    private static String said(ContactRow row) {
        return switch (row) {
            case ContactRow.Head head ->
                    head.group()
                            + " "
                            + head.online()
                            + "/"
                            + head.total()
                            + (head.isCollapsed() ? " folded" : "");
            case ContactRow.Person person -> person.contact().name();
            case ContactRow.Request request -> request.from().peer() + " asks";
        };
    }

    private CompletionStage<Optional<Refusal>> answer(String command) {
        commands.add(command);
        return CompletableFuture.completedStage(refusal);
    }

    private ContactRow.Head head(int index) {
        return contacts.rows().stream()
                .filter(ContactRow.Head.class::isInstance)
                .map(ContactRow.Head.class::cast)
                .skip(index)
                .findFirst()
                .orElseThrow();
    }

    private static Contact person(String name, Availability availability, String... groups) {
        var address = SampleWorld.key(name.replace(' ', '.') + "@hearth.example").peer();
        return new Contact(
                SampleWorld.HEARTH,
                address,
                name,
                List.of(groups),
                PresenceSubscription.BOTH,
                new Presence(availability, ""));
    }
}
