package kith.ui.switcher;

import static org.assertj.core.api.Assertions.assertThat;

import kith.gallery.SampleViewModels;
import kith.gallery.SampleWorld;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.OpenTabs;
import kith.model.Presence;
import kith.model.PresenceSubscription;
import kith.ui.keys.KeyAction;
import kith.ui.switcher.SwitcherRow.Head;
import kith.ui.switcher.SwitcherRow.Place;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

class SwitcherViewModelTest {

    private final SampleWorld world = SampleWorld.full();
    private final SampleViewModels viewModels = new SampleViewModels(world);
    private final SwitcherViewModel switcher = viewModels.switcher();

    @Test
    void whileNothingIsTypedTheNewestChatIsFirstAndTheUnreadAreMarked() {
        assertThat(shown())
                .startsWith("CHATS", "Layla Haddad", "Harbour print co-op", "Jonas Weber")
                .hasSize(10);
        assertThat(place("Harbour print co-op").unread()).isEqualTo(14);
        assertThat(place("Harbour print co-op").isMentioned()).isTrue();
        assertThat(place("Jonas Weber").unread()).isZero();
    }

    @Test
    void theNewestChatThatIsNotInFrontIsCurrentAtFirst() {
        assertThat(current()).isEqualTo("Harbour print co-op");
        world.select("print@rooms.hearth.example");
        assertThat(viewModels.switcher().current().orElseThrow().name().words())
                .isEqualTo("Layla Haddad");
    }

    @Test
    void whatIsPickedAndGoesAwayIsNotChosen() {
        var chosen = new ArrayList<Place>();
        var chooser = viewModels.forward(List.of("x"), it -> chosen.addAll(it.kept()));
        var rooms = chooser.rows().stream().filter(Place.class::isInstance).map(Place.class::cast);
        rooms.limit(3).forEach(chooser::pick);
        assertThat(chooser.picked()).hasSize(3);
        var print = SampleWorld.key("print@rooms.hearth.example");
        world.set(
                world.rooms,
                world.rooms.get().stream().filter(room -> !room.key().equals(print)).toList());
        world.set(
                world.chats,
                world.chats.get().stream().filter(chat -> !chat.key().equals(print)).toList());
        assertThat(chooser.choose()).isTrue();
        assertThat(chosen).hasSize(2).extracting(Place::key).doesNotContain(print);
    }

    @Test
    void chatsContactsAndRoomsAreFoundInThatOrder() {
        type("n");
        assertThat(shown())
                .containsSubsequence(
                        "CHATS",
                        "Harbour print co-op",
                        "CONTACTS",
                        "Priya Natarajan",
                        "Henrik Dahl",
                        "ROOMS",
                        "XMPP newcomers");
    }

    @Test
    void whoHasAChatIsNotFoundAgainAsAContact() {
        type("layla");
        assertThat(shown()).containsExactly("CHATS", "Layla Haddad");
    }

    @Test
    void wordsAreFoundInNameAndAddressInAnyOrderWithoutAccents() {
        type("atelier EMILE");
        assertThat(shown()).containsExactly("CONTACTS", "Émile Fournier");
        type("коваленко олена");
        assertThat(shown()).containsExactly("CHATS", "Олена Коваленко");
    }

    @Test
    void whatWasTypedIsMarkedInTheName() {
        type("pri");
        var found = new BitSet();
        found.set(8, 11);
        assertThat(place("Harbour print co-op").name().characters()).isEqualTo(found);
    }

    @Test
    void theArrowsGoRoundOverTheHeads() {
        type("pri");
        assertThat(shown())
                .containsExactly("CHATS", "Harbour print co-op", "CONTACTS", "Priya Natarajan");
        assertThat(switcher.currentRowProperty().get()).isEqualTo(1);
        switcher.move(1);
        assertThat(current()).isEqualTo("Priya Natarajan");
        assertThat(switcher.currentRowProperty().get()).isEqualTo(3);
        switcher.move(1);
        assertThat(switcher.isSearchCurrent()).isTrue();
        switcher.move(1);
        assertThat(current()).isEqualTo("Harbour print co-op");
        switcher.move(-2);
        assertThat(current()).isEqualTo("Priya Natarajan");
        switcher.leap(-8);
        assertThat(current()).isEqualTo("Harbour print co-op");
    }

    @Test
    void theCurrentRowIsTheOnlyOneDrawnSo() {
        switcher.move(2);
        assertThat(
                        switcher.rows().stream()
                                .filter(row -> row instanceof Place place && place.isCurrent())
                                .map(SwitcherRow::key))
                .containsExactly(SampleWorld.key("fest@rooms.birke.example"));
    }

    @Test
    void theCurrentPlaceStaysWhileOthersComeAndMove() {
        switcher.move(1);
        assertThat(current()).isEqualTo("Jonas Weber");
        var moved = new ArrayList<>(world.chats.get());
        moved.addFirst(moved.removeLast());
        world.set(world.chats, moved);
        assertThat(shown().get(1)).isEqualTo("Mum");
        assertThat(current()).isEqualTo("Jonas Weber");
        moved.removeIf(chat -> chat.title().equals("Jonas Weber"));
        world.set(world.chats, List.copyOf(moved));
        assertThat(current()).isEqualTo("Mum");
    }

    @Test
    void typingStartsFromTheTop() {
        switcher.move(3);
        type("e");
        assertThat(switcher.currentRowProperty().get()).isEqualTo(1);
    }

    @Test
    void nothingFoundHasNoCurrentPlace() {
        type("nobody at all");
        assertThat(switcher.rows())
                .containsExactly(new SwitcherRow.Messages("nobody at all", true));
        assertThat(switcher.isSearchCurrent()).isTrue();
        assertThat(switcher.current()).isEmpty();
        assertThat(switcher.currentRowProperty().get()).isZero();
        switcher.move(1);
        switcher.leap(8);
        assertThat(switcher.current()).isEmpty();
    }

    @Test
    void theSearchIsAfterTheLastPlace() {
        type("dahl");
        assertThat(switcher.isSearchCurrent()).isFalse();
        switcher.move(1);
        assertThat(switcher.isSearchCurrent()).isTrue();
        assertThat(switcher.currentRowProperty().get()).isEqualTo(switcher.rows().size() - 1);
        switcher.move(1);
        assertThat(switcher.isSearchCurrent()).isFalse();
        assertThat(current()).isEqualTo("Henrik Dahl");
        type("");
        assertThat(switcher.rows()).noneMatch(SwitcherRow.Messages.class::isInstance);
    }

    @Test
    void thingsToDoAreFoundByTheBeginningsOfTheirWords() {
        type("set");
        assertThat(switcher.rows().stream().map(SwitcherRow::key))
                .contains(SwitcherRow.Section.ACTIONS, KeyAction.SETTINGS)
                .doesNotContain(KeyAction.SHORTCUTS);
        while (switcher.currentAction().isEmpty()) {
            switcher.move(1);
        }
        assertThat(switcher.current()).isEmpty();
        assertThat(switcher.currentAction().orElseThrow().name().characters().cardinality())
                .isEqualTo(3);
        assertThat(switcher.rows().get(switcher.currentRowProperty().get()).key())
                .isEqualTo(KeyAction.SETTINGS);
        switcher.move(1);
        assertThat(switcher.isSearchCurrent()).isTrue();
        type("");
        assertThat(switcher.rows()).noneMatch(SwitcherRow.Action.class::isInstance);
    }

    @Test
    void aContactIsOpenedAsSuchAndARoomToo() {
        type("dahl");
        switcher.open(switcher.current().orElseThrow());
        type("newcomers");
        switcher.openInBackground(switcher.current().orElseThrow());
        assertThat(viewModels.commands())
                .containsExactly(
                        "open CONTACT henrik@nordlys.example",
                        "open in background ROOM newcomers@rooms.hearth.example");
    }

    @Test
    void whoIsThereForTwoAccountsIsTwoPlacesThatTellWhose() {
        var both = new ArrayList<>(world.contacts.get());
        var henrik = place("henrik", "Henrik Dahl").key().peer();
        both.add(
                new Contact(
                        SampleWorld.BIRKE,
                        henrik,
                        "Henrik Dahl",
                        List.of(),
                        PresenceSubscription.BOTH,
                        Presence.AVAILABLE));
        world.set(world.contacts, both);
        world.ring();
        type("henrik");
        assertThat(places().stream().map(place -> place.own().orElseThrow().toString()))
                .containsExactlyInAnyOrder("mara@hearth.example", "mara@birke.example");
        type("priya");
        assertThat(places().getFirst().own()).isEmpty();
    }

    @Test
    void presenceFollowsAfterAPause() {
        type("henrik");
        assertThat(places().getFirst().presence()).contains(Presence.AVAILABLE);
        world.loseConnection();
        world.ring();
        assertThat(places().getFirst().presence()).contains(Presence.UNKNOWN);
    }

    @Test
    void whoSharesNoPresenceHasNone() {
        type("dad@");
        assertThat(places().getFirst().presence()).isEmpty();
    }

    @Test
    void anOpenTabTellsItsPlace() {
        world.set(
                world.tabs,
                new OpenTabs(List.of(key("ingrid"), key("jonas")), Optional.of(key("jonas"))));
        assertThat(place("Jonas Weber").tab()).contains(2);
        assertThat(place("Jonas Weber").isSelected()).isTrue();
        assertThat(place("Layla Haddad").tab()).isEmpty();
    }

    @Test
    void whereThereIsNoChatYetContactsAndRoomsAreShown() {
        world.set(world.chats, List.<Chat>of());
        assertThat(shown()).contains("CONTACTS", "Dad", "ROOMS").doesNotContain("CHATS");
    }

    @Test
    void aClosedSwitcherFollowsNothing() {
        switcher.close();
        world.set(world.chats, List.<Chat>of());
        assertThat(shown()).contains("Layla Haddad");
    }

    private void type(String typed) {
        switcher.typedProperty().set(typed);
    }

    private ChatKey key(String start) {
        return world.chats.get().stream()
                .map(Chat::key)
                .filter(each -> each.peer().toString().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private Place place(String typed, String name) {
        type(typed);
        return place(name);
    }

    private Place place(String name) {
        return places().stream()
                .filter(place -> place.name().words().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Place> places() {
        return switcher.rows().stream()
                .filter(Place.class::isInstance)
                .map(Place.class::cast)
                .toList();
    }

    private String current() {
        return switcher.current().orElseThrow().name().words();
    }

    private List<String> shown() {
        return switcher.rows().stream()
                .filter(row -> !(row instanceof SwitcherRow.Messages))
                .map(
                        row ->
                                switch (row) {
                                    case Head head -> head.section().name();
                                    case Place place -> place.name().words();
                                    case SwitcherRow.Action action -> action.name().words();
                                    case SwitcherRow.Messages messages -> messages.words();
                                })
                .toList();
    }
}
