package kith.ui.chats;

import static org.assertj.core.api.Assertions.assertThat;

import kith.gallery.SampleViewModels;
import kith.gallery.SampleWorld;
import kith.model.Chat;
import kith.model.Room;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class ChatListViewModelTest {

    private final SampleWorld world = SampleWorld.full();
    private final SampleViewModels viewModels = new SampleViewModels(world);
    private final ChatListViewModel chats = viewModels.chats();

    @Test
    void theRowsComeInTheOrderOfTheChats() {
        assertThat(titles()).startsWith("Layla Haddad", "Harbour print co-op", "Jonas Weber");
    }

    @Test
    void theRowOfTheSelectedTabIsSelected() {
        assertThat(chats.rows().getFirst().isSelected()).isTrue();
        world.select("jonas@birke.example");
        assertThat(chats.rows().getFirst().isSelected()).isFalse();
        assertThat(chats.rows().get(2).isSelected()).isTrue();
    }

    @Test
    void aDraftShowsInEveryRowButTheSelectedOne() {
        assertThat(draftOf("Mum")).contains("Yes, we land at 14:20 and");
        assertThat(draftOf("Jonas Weber")).isEmpty();
        world.select("ingrid@hearth.example");
        assertThat(draftOf("Mum")).isEmpty();
    }

    @Test
    void aRoomInWhichSomebodyWaitsForAnAnswerSaysSo() {
        assertThat(chats.rows()).noneMatch(ChatRow::isAsked);
        world.set(world.asked, Set.of(chats.rows().get(1).key()));
        assertThat(chats.rows()).filteredOn(ChatRow::isAsked).containsExactly(chats.rows().get(1));
    }

    @Test
    void contactsHaveAPresenceAndRoomsHaveNone() {
        assertThat(chats.rows().get(0).presence()).isPresent();
        assertThat(chats.rows().get(1).presence()).isEmpty();
    }

    @Test
    void aRoomSaysWhatTheUserIsCalledThere() {
        assertThat(nicks()).containsExactly("Mara");
        world.set(
                world.rooms,
                world.rooms.get().stream()
                        .map(
                                room ->
                                        new Room(
                                                room.key(),
                                                room.name(),
                                                "Bob",
                                                room.state(),
                                                room.subject(),
                                                room.occupants()))
                        .toList());
        assertThat(nicks()).containsExactly("Bob");
    }

    private List<String> nicks() {
        return chats.rows().stream().flatMap(row -> row.nick().stream()).distinct().toList();
    }

    @Test
    void unreadMessagesAreCountedWithAndWithoutTheSelectedChat() {
        assertThat(chats.unreadProperty().get()).isEqualTo(16);
        assertThat(chats.unreadElsewhereProperty().get()).isEqualTo(14);
    }

    @Test
    void theFilterLooksAtNamesAndAddresses() {
        chats.filterProperty().set("JON");
        assertThat(titles()).containsExactly("Jonas Weber");
        chats.filterProperty().set("cedar");
        assertThat(titles()).containsExactly("Layla Haddad");
        chats.filterProperty().set("guimaraes");
        assertThat(titles()).containsExactly("Ana-Sofía Guimarães de Oliveira e Castro");
    }

    @Test
    void enterInTheFilterOpensTheFirst() {
        chats.filterProperty().set("harbour");
        chats.openFirst();
        assertThat(viewModels.commands()).containsExactly("open ROOM print@rooms.hearth.example");
    }

    @Test
    void enterOpensNothingWhereNothingMatches() {
        chats.filterProperty().set("nobody");
        chats.openFirst();
        assertThat(viewModels.commands()).isEmpty();
    }

    @Test
    void underThePointerTheOrderStays() {
        chats.hold(true);
        moveToTop(2);
        assertThat(titles()).startsWith("Layla Haddad", "Harbour print co-op", "Jonas Weber");
        chats.hold(false);
        assertThat(titles()).startsWith("Jonas Weber", "Layla Haddad", "Harbour print co-op");
    }

    @Test
    void underThePointerTheOrderStaysForAWhileOnly() {
        chats.hold(true);
        moveToTop(2);
        world.ring();
        assertThat(titles()).startsWith("Jonas Weber", "Layla Haddad");
        moveToTop(2);
        assertThat(titles()).startsWith("Jonas Weber", "Layla Haddad");
    }

    @Test
    void underThePointerWhatChangedStillShows() {
        chats.hold(true);
        var first = world.chats.get().getFirst();
        replaceFirst(
                new Chat(first.key(), first.kind(), "Layla H", first.last(), 3, false, List.of()));
        assertThat(titles()).startsWith("Layla H");
    }

    private Optional<String> draftOf(String title) {
        return chats.rows().stream()
                .filter(row -> row.chat().title().equals(title))
                .findFirst()
                .flatMap(ChatRow::draft);
    }

    private List<String> titles() {
        return chats.rows().stream().map(row -> row.chat().title()).toList();
    }

    private void moveToTop(int index) {
        var moved = new ArrayList<>(world.chats.get());
        moved.addFirst(moved.remove(index));
        world.set(world.chats, List.copyOf(moved));
    }

    private void replaceFirst(Chat chat) {
        var changed = new ArrayList<>(world.chats.get());
        changed.set(0, chat);
        world.set(world.chats, List.copyOf(changed));
    }
}
