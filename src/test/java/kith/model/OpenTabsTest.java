package kith.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

class OpenTabsTest {

    private final ChatKey a = chat("a");
    private final ChatKey b = chat("b");
    private final ChatKey c = chat("c");
    private final ChatKey d = chat("d");
    private final OpenTabs tabs = new OpenTabs(List.of(a, b, c), Optional.of(b));

    @Test
    void aPinnedTabGoesToTheStartAfterTheOthersThatAre() {
        var pinned = tabs.withPinned(c, true).withPinned(b, true);
        assertThat(pinned.order()).containsExactly(c, b, a);
        assertThat(pinned.pinned()).containsExactlyInAnyOrder(c, b);
        assertThat(pinned.withPinned(c, true)).isEqualTo(pinned);
        assertThat(pinned.withPinned(c, false).order()).containsExactly(b, c, a);
        assertThat(tabs.withPinned(d, true)).isEqualTo(tabs);
    }

    @Test
    void aTabMovesAmongThoseThatArePinnedAsItIs() {
        var pinned = tabs.withPinned(a, true).withPinned(b, true).with(d);
        assertThat(pinned.moved(a, 9).order()).containsExactly(b, a, c, d);
        assertThat(pinned.moved(d, 0).order()).containsExactly(a, b, d, c);
    }

    @Test
    void aTabNeverComesAmongThePinned() {
        var pinned = tabs.withPinned(a, true).withPinned(b, true);
        assertThat(pinned.withAt(d, 0).order()).containsExactly(a, b, d, c);
        assertThat(pinned.withAt(d, 99).order()).containsExactly(a, b, c, d);
    }

    @Test
    void aClosedTabIsNoLongerPinned() {
        var closed = tabs.withPinned(b, true).without(b);
        assertThat(closed.pinned()).isEmpty();
        assertThat(closed.selected()).contains(a);
    }

    @Test
    void aChatIsInATabOrInAWindow() {
        var torn = tabs.withWindow(new ChatWindow(b, Optional.empty(), 0));
        assertThat(torn.order()).containsExactly(a, c);
        assertThat(torn.selected()).contains(c);
        assertThat(torn.window(b)).isPresent();
        var again = torn.withWindow(new ChatWindow(b, Optional.of("here"), 0));
        assertThat(again.windows()).hasSize(1);
        assertThat(again.changingWindow(b, ChatWindow::askedAgain).window(b))
                .contains(new ChatWindow(b, Optional.of("here"), 1));
        assertThat(again.withoutWindow(b).windows()).isEmpty();
    }

    @Test
    void theLastTabLeavesNothingSelected() {
        assertThat(tabs.without(a).without(b).without(c)).isEqualTo(OpenTabs.NONE);
        assertThat(tabs.without(d)).isEqualTo(tabs);
    }

    private static ChatKey chat(String name) {
        var address = JidCreate.bareFromOrThrowUnchecked(name + "@birke.example");
        return new ChatKey(new AccountId(1), address);
    }
}
