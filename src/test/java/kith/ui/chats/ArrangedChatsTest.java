package kith.ui.chats;

import static org.assertj.core.api.Assertions.assertThat;

import kith.gallery.SampleViewModels;
import kith.gallery.SampleWorld;
import kith.model.ChatFlags;
import kith.model.Mute;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The list of chats that the user has put in order.
class ArrangedChatsTest {

    private final SampleWorld world = SampleWorld.arranged();
    private final SampleViewModels viewModels = new SampleViewModels(world);
    private final ChatListViewModel chats = viewModels.chats();

    @Test
    void thePinnedComeFirstInTheirOrderThenTheOthersThenTheWayToTheArchived() {
        assertThat(shown())
                .containsExactly(
                        "# PINNED",
                        "Layla Haddad",
                        "Harbour print co-op",
                        "Mum",
                        "# RECENT",
                        "Jonas Weber",
                        "Straßenfest 2026 – Aufbau, Strom & Getränke",
                        "Олена Коваленко",
                        "Tom Okafor",
                        "Ana-Sofía Guimarães de Oliveira e Castro",
                        "1 archived");
    }

    @Test
    void withoutAPinnedChatThereAreNoSections() {
        world.set(world.flags, Map.of());
        assertThat(shown()).hasSize(9).startsWith("Layla Haddad").doesNotContain("# RECENT");
    }

    @Test
    void theArchivedAreShownAndLeftAgain() {
        chats.toggleArchive();
        assertThat(shown()).containsExactly("archived, back", "佐藤 美咲");
        chats.toggleArchive();
        assertThat(shown()).startsWith("# PINNED");
    }

    @Test
    void whenTheLastArchivedChatIsBackTheListIsAsUsual() {
        chats.toggleArchive();
        chats.actions().toggleArchived(chats.rows().getFirst());
        assertThat(viewModels.commands()).containsExactly("unarchive misaki@sakura.example");
        assertThat(shown()).startsWith("# PINNED").contains("佐藤 美咲");
        assertThat(shown()).doesNotContain("1 archived");
    }

    @Test
    void theFilterFindsAllWithoutSectionsAndTellsWhichArePinned() {
        chats.filterProperty().set("a");
        assertThat(shown()).contains("Layla Haddad", "佐藤 美咲").doesNotContain("# PINNED");
        assertThat(row("Layla Haddad").isFound()).isTrue();
        assertThat(row("Layla Haddad").isInPinned()).isFalse();
        chats.filterProperty().set("");
        assertThat(row("Layla Haddad").isFound()).isFalse();
    }

    @Test
    void whatIsMutedOrArchivedIsNotCounted() {
        assertThat(chats.unreadProperty().get()).isEqualTo(16);
        flag("print@rooms.hearth.example", ChatFlags.NONE.withMute(new Mute.Always()));
        assertThat(chats.unreadProperty().get()).isEqualTo(2);
        assertThat(chats.unreadElsewhereProperty().get()).isZero();
        var archived = Optional.of(new ChatFlags.Archived(Optional.empty()));
        flag("layla@cedar.example", ChatFlags.NONE.withArchived(archived));
        assertThat(chats.unreadProperty().get()).isZero();
    }

    @Test
    void whatIsMarkedUnreadIsUnread() {
        assertThat(row("Tom Okafor").isUnread()).isTrue();
        chats.actions().toggleRead(row("Tom Okafor"));
        chats.actions().toggleRead(row("Jonas Weber"));
        assertThat(viewModels.commands())
                .containsExactly("read tom@okafor.example", "unread jonas@birke.example");
        assertThat(row("Jonas Weber").isUnread()).isTrue();
    }

    @Test
    void aPinnedChatMovesAsFarAsThereArePlaces() {
        var actions = chats.actions();
        assertThat(actions.canMove(row("Layla Haddad"), -1)).isFalse();
        assertThat(actions.canMove(row("Mum"), 1)).isFalse();
        assertThat(actions.canMove(row("Jonas Weber"), -1)).isFalse();
        actions.move(row("Layla Haddad"), -1);
        actions.move(row("Layla Haddad"), 1);
        actions.move(row("Mum"), -1);
        assertThat(viewModels.commands())
                .containsExactly(
                        "move layla@cedar.example to 1", "move ingrid@hearth.example to 1");
    }

    @Test
    void aPinnedChatIsPutBeforeAnother() {
        var actions = chats.actions();
        actions.moveBefore(row("Layla Haddad"), 0);
        actions.moveBefore(row("Layla Haddad"), 1); // is there
        actions.moveBefore(row("Layla Haddad"), 3);
        actions.moveBefore(row("Mum"), 0);
        assertThat(viewModels.commands())
                .containsExactly(
                        "move layla@cedar.example to 2", "move ingrid@hearth.example to 0");
    }

    @Test
    void whatTheUserChoosesShowsAtOnceThoughThePointerIsThere() {
        chats.hold(true);
        chats.actions().togglePin(row("Jonas Weber"));
        assertThat(shown().subList(0, 5)).contains("Jonas Weber");
        chats.actions().togglePin(row("Layla Haddad"));
        assertThat(viewModels.commands())
                .containsExactly("pin jonas@birke.example", "unpin layla@cedar.example");
    }

    @Test
    void mutesForAWhileAndUntilTheUserSaysOtherwise() {
        chats.actions().mute(row("Jonas Weber"), MuteLength.HOUR);
        chats.actions().mute(row("Jonas Weber"), MuteLength.EIGHT_HOURS);
        chats.actions().mute(row("Jonas Weber"), MuteLength.ALWAYS);
        chats.actions().toggleMute(row("Jonas Weber"));
        assertThat(viewModels.commands())
                .containsExactly(
                        "mute jonas@birke.example for PT1H",
                        "mute jonas@birke.example for PT8H",
                        "mute jonas@birke.example",
                        "unmute jonas@birke.example");
    }

    @Test
    void theSelectedChatIsKnownWhereverItIs() {
        world.select("misaki@sakura.example");
        assertThat(chats.selected().map(ChatRow::flags).map(ChatFlags::isArchived)).contains(true);
    }

    private void flag(String peer, ChatFlags flags) {
        var changed = new java.util.HashMap<>(world.flags.get());
        changed.put(SampleWorld.key(peer), flags);
        world.set(world.flags, Map.copyOf(changed));
    }

    private ChatRow row(String title) {
        return chats.rows().stream()
                .filter(row -> row.chat().title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private List<String> shown() {
        var shown = new ArrayList<String>();
        for (var item : chats.items()) {
            shown.add(
                    switch (item) {
                        case ChatRow row -> row.chat().title();
                        case ChatItem.Head head -> "# " + head.section();
                        case ChatItem.Archive archive ->
                                archive.isOpen() ? "archived, back" : archive.count() + " archived";
                    });
        }
        return shown;
    }
}
