package kith.ui.tabs;

import static org.assertj.core.api.Assertions.assertThat;

import kith.gallery.SampleViewModels;
import kith.gallery.SampleWorld;
import kith.model.Chat;
import kith.model.OpenTabs;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class TabStripViewModelTest {

    private final SampleWorld world = SampleWorld.full();
    private final TabStripViewModel tabs = new SampleViewModels(world).tabs();

    @Test
    void aTabHasTheTitleAndPresenceOfItsChat() {
        var layla = tabs.tabs().get(1);
        assertThat(layla.title()).isEqualTo("Layla Haddad");
        assertThat(layla.kind()).isEqualTo(Chat.Kind.CONTACT);
        assertThat(layla.presence()).isPresent();
        assertThat(layla.isSelected()).isTrue();
    }

    @Test
    void aRoomHasNoPresence() {
        assertThat(tabs.tabs().get(2).presence()).isEmpty();
    }

    @Test
    void aMentionCountsMoreThanUnread() {
        assertThat(tabs.tabs().get(1).mark()).isEqualTo(ChatTab.Mark.UNREAD);
        assertThat(tabs.tabs().get(2).mark()).isEqualTo(ChatTab.Mark.MENTION);
        assertThat(tabs.tabs().get(3).mark()).isEqualTo(ChatTab.Mark.NONE);
    }

    @Test
    void whoShowsNoPresenceHasNoMark() {
        open("dad@hearth.example");
        assertThat(selected().presence()).isEmpty();
        assertThat(selected().title()).isEqualTo("Dad");
    }

    @Test
    void aStrangerIsCalledByTheirAddress() {
        open("samuel@otieno.example");
        assertThat(selected().title()).isEqualTo("samuel@otieno.example");
    }

    @Test
    void nextGoesRoundAndRound() {
        world.select("misaki@sakura.example");
        tabs.selectNext(1);
        assertThat(selected().title()).isEqualTo("Mum");
        tabs.selectNext(-1);
        assertThat(selected().title()).isEqualTo("佐藤 美咲");
    }

    @Test
    void nextUnreadSkipsWhatIsRead() {
        tabs.selectNextUnread(1);
        assertThat(selected().title()).isEqualTo("Harbour print co-op");
        tabs.selectNextUnread(1);
        assertThat(selected().title()).isEqualTo("Layla Haddad");
    }

    @Test
    void aNumberBeyondTheLastTabDoesNothing() {
        tabs.selectAt(8);
        assertThat(selected().title()).isEqualTo("Layla Haddad");
        tabs.selectAt(0);
        assertThat(selected().title()).isEqualTo("Mum");
    }

    @Test
    void aClosedTabComesBack() {
        tabs.closeSelected();
        assertThat(selected().title()).isEqualTo("Harbour print co-op");
        tabs.reopenClosed();
        assertThat(selected().title()).isEqualTo("Layla Haddad");
    }

    @Test
    void aMovedTabKeepsItsSelection() {
        tabs.move(SampleWorld.key("layla@cedar.example"), 0);
        assertThat(tabs.tabs().getFirst().title()).isEqualTo("Layla Haddad");
        assertThat(tabs.tabs().getFirst().isSelected()).isTrue();
    }

    @Test
    void withoutTabsNothingIsSelected() {
        world.set(world.tabs, OpenTabs.NONE);
        assertThat(tabs.selectedProperty().get()).isEmpty();
        tabs.selectNext(1);
        tabs.closeSelected();
        tabs.selectNextUnread(1);
        assertThat(tabs.tabs()).isEmpty();
    }

    @Test
    void theSearchIsTheLastTabAndNoChatIsInFrontOfIt() {
        tabs.showSearch();
        tabs.nameSearch("paper");
        assertThat(tabs.searchProperty().get()).contains(new SearchTab("paper", true));
        assertThat(tabs.selectedProperty().get()).isEmpty();
        assertThat(tabs.tabs()).noneMatch(ChatTab::isSelected);
        tabs.selectNext(1);
        assertThat(selected()).isEqualTo(tabs.tabs().getFirst());
        tabs.selectNext(-1);
        assertThat(tabs.isSearching()).isTrue();
    }

    @Test
    void theChatBeforeTheSearchComesBack() {
        tabs.showSearch();
        tabs.closeSelected();
        assertThat(tabs.searchProperty().get()).isEmpty();
        assertThat(selected().title()).isEqualTo("Layla Haddad");
    }

    @Test
    void goingToAChatLeavesTheSearchAndClosingTheOneBehindItDoesNot() {
        tabs.showSearch();
        tabs.close(world.tabs.get().selected().orElseThrow());
        assertThat(tabs.isSearching()).isTrue();
        tabs.select(world.tabs.get().selected().orElseThrow());
        assertThat(tabs.isSearching()).isFalse();
        tabs.showSearch();
        world.select("jonas@birke.example");
        assertThat(tabs.isSearching()).isFalse();
        assertThat(selected().title()).isEqualTo("Jonas Weber");
        assertThat(tabs.searchProperty().get()).isPresent();
    }

    @Test
    void closedItHearsNothingMore() {
        tabs.close();
        world.select("jonas@birke.example");
        assertThat(selected().title()).isEqualTo("Layla Haddad");
    }

    private ChatTab selected() {
        return tabs.selectedProperty().get().orElseThrow();
    }

    private void open(String peer) {
        var key = SampleWorld.key(peer);
        world.set(world.tabs, new OpenTabs(List.of(key), Optional.of(key)));
    }
}
