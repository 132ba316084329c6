package kith.ui.tabs;

import static org.assertj.core.api.Assertions.assertThat;

import kith.gallery.SampleViewModels;
import kith.gallery.SampleWorld;
import kith.model.ChatKey;
import kith.model.ChatWindow;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Pinned tabs, chats in windows of their own, and the tab that was closed just now.
class ArrangedTabsTest {

    private static final ChatKey MUM = SampleWorld.key("ingrid@hearth.example");
    private static final ChatKey LAYLA = SampleWorld.key("layla@cedar.example");

    private final SampleWorld world = SampleWorld.arranged();
    private final SampleViewModels viewModels = new SampleViewModels(world);
    private final TabStripViewModel tabs = viewModels.tabs();
    private final ClosedTabViewModel closed = viewModels.closedTab();
    private final ChatWindowsViewModel windows = viewModels.chatWindows();

    ArrangedTabsTest() {
        tabs.onClosed(closed::closed);
    }

    @Test
    void aPinnedTabIsNotClosed() {
        tabs.close(MUM);
        assertThat(tabs.tabs().getFirst().key()).isEqualTo(MUM);
        assertThat(closed.tabProperty().get()).isEmpty();
        tabs.togglePin(MUM);
        tabs.close(MUM);
        assertThat(tabs.tabs()).noneMatch(tab -> tab.key().equals(MUM));
        assertThat(closed.tabProperty().get().map(ChatTab::title)).contains("Mum");
    }

    @Test
    void whatWaitsInAMutedChatLeadsNobodyThere() {
        var fest = tab("Straßenfest 2026 – Aufbau, Strom & Getränke");
        assertThat(fest.mark()).isEqualTo(ChatTab.Mark.MUTED);
        world.select("jonas@birke.example");
        tabs.selectNextUnread(1);
        assertThat(tabs.selectedProperty().get().map(ChatTab::title)).contains("Tom Okafor");
    }

    @Test
    void whatIsMarkedUnreadIsMarked() {
        assertThat(tab("Tom Okafor").mark()).isEqualTo(ChatTab.Mark.UNREAD);
    }

    @Test
    void theSelectedTabMovesFromTheKeyboard() {
        tabs.moveSelected(1);
        assertThat(titles()).startsWith("Mum", "Tom Okafor", "Harbour print co-op", "Layla Haddad");
        tabs.moveSelected(-1);
        tabs.moveSelected(-1); // no further: before it are the pinned ones
        assertThat(titles()).startsWith("Mum", "Tom Okafor", "Layla Haddad");
    }

    @Test
    void aClosedTabIsOfferedForAWhile() {
        tabs.closeSelected();
        assertThat(closed.tabProperty().get().map(ChatTab::title)).contains("Layla Haddad");
        closed.hold(true);
        world.ring();
        assertThat(closed.tabProperty().get()).isPresent();
        closed.hold(false);
        world.ring();
        assertThat(closed.tabProperty().get()).isEmpty();
        closed.undo();
        assertThat(titles()).doesNotContain("Layla Haddad");
    }

    @Test
    void whatWasClosedComesBack() {
        tabs.closeSelected();
        closed.undo();
        assertThat(closed.tabProperty().get()).isEmpty();
        assertThat(tabs.selectedProperty().get().map(ChatTab::title)).contains("Layla Haddad");
    }

    @Test
    void aTabBecomesAWindowAndATabAgain() {
        tabs.openWindow(LAYLA, Optional.of("1,2,3,4,false"));
        assertThat(titles()).doesNotContain("Layla Haddad");
        var window = windows.windows().getFirst();
        assertThat(window.tab().title()).isEqualTo("Layla Haddad");
        assertThat(window.tab().mark()).isEqualTo(ChatTab.Mark.UNREAD);
        assertThat(window.window().bounds()).contains("1,2,3,4,false");
        windows.keepBounds(LAYLA, "5,6,7,8,false");
        assertThat(windows.windows().getFirst().window().bounds()).contains("5,6,7,8,false");
        windows.backToTab(LAYLA);
        assertThat(windows.windows()).isEmpty();
        assertThat(tabs.selectedProperty().get().map(ChatTab::title)).contains("Layla Haddad");
    }

    @Test
    void aClosedWindowIsGone() {
        tabs.openWindow(LAYLA, Optional.empty());
        windows.close(LAYLA);
        assertThat(windows.windows()).isEmpty();
        assertThat(titles()).doesNotContain("Layla Haddad");
    }

    @Test
    void aWindowThatIsAskedForSaysSo() {
        tabs.openWindow(LAYLA, Optional.empty());
        var asked = new ChatWindow(LAYLA, Optional.empty(), 1);
        world.set(world.tabs, world.tabs.get().changingWindow(LAYLA, ChatWindow::askedAgain));
        assertThat(windows.windows().getFirst().window()).isEqualTo(asked);
    }

    @Test
    void whereOneIsToldOfMentionsATabWithoutOneIsQuiet() {
        var room = SampleWorld.key("print@rooms.hearth.example");
        world.set(world.tabs, world.tabs.get().with(room));
        assertThat(tab("Harbour print co-op").mark()).isEqualTo(ChatTab.Mark.MENTION);
        world.set(world.channels, Set.of(room));
        assertThat(tab("Harbour print co-op").mark()).isEqualTo(ChatTab.Mark.MENTION);
        world.set(
                world.chats,
                world.chats.get().stream()
                        .map(it -> it.key().equals(room) ? it.with(it.last(), 3) : it)
                        .toList());
        assertThat(tab("Harbour print co-op").mark()).isEqualTo(ChatTab.Mark.MUTED);
    }

    private ChatTab tab(String title) {
        return tabs.tabs().stream()
                .filter(tab -> tab.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private List<String> titles() {
        return tabs.tabs().stream().map(ChatTab::title).toList();
    }
}
