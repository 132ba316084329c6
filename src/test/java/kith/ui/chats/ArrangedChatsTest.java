package kith.ui.chats;

import static org.assertj.core.api.Assertions.assertThat;

import kith.gallery.SampleViewModels;
import kith.gallery.SampleWorld;
import kith.model.Alerts;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.Mute;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /// The room has 14 unread.
    @Test
    void whereOneIsToldOfMentionsTheyAloneCount() {
        var room = SampleWorld.key("print@rooms.hearth.example");
        isMentioned(room, false);
        world.set(world.channels, Set.of(room));
        assertThat(chats.unreadProperty().get()).isEqualTo(2);
        assertThat(row("Harbour print co-op").isQuiet()).isTrue();
        isMentioned(room, true);
        assertThat(chats.unreadProperty().get()).isEqualTo(3);
        assertThat(row("Harbour print co-op").isQuiet()).isFalse();
        chats.actions().choose(row("Harbour print co-op"), Alerts.ALL);
        assertThat(chats.unreadProperty().get()).isEqualTo(16);
        chats.actions().choose(row("Harbour print co-op"), Alerts.NEVER);
        assertThat(chats.unreadProperty().get()).isEqualTo(2);
        assertThat(row("Harbour print co-op").isQuiet()).isTrue();
        assertThat(viewModels.commands())
                .containsExactly(
                        "choose ALL print@rooms.hearth.example",
                        "choose NEVER print@rooms.hearth.example");
    }

    /// There all is for the user.
    @Test
    void ofAPersonEverythingIsAMention() {
        var mentions = ChatFlags.NONE.withAlerts(Optional.of(Alerts.MENTIONS));
        flag("layla@cedar.example", mentions);
        assertThat(chats.unreadProperty().get()).isEqualTo(16);
        assertThat(row("Layla Haddad").isQuiet()).isFalse();
    }

    private void isMentioned(ChatKey room, boolean isMentioned) {
        world.set(
                world.chats,
                world.chats.get().stream()
                        .map(it -> it.key().equals(room) ? mentioned(it, isMentioned) : it)
                        .toList());
    }

    private static Chat mentioned(Chat chat, boolean isMentioned) {
        return new Chat(
                chat.key(),
                chat.kind(),
                chat.title(),
                chat.last(),
                chat.unread(),
                isMentioned,
                List.of());
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
