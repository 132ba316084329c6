package kith.session;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ChatWindow;
import kith.model.OpenTabs;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

class TabsTest {

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey a = chat("a");
    private final ChatKey b = chat("b");
    private final ChatKey c = chat("c");

    @Test
    void opensAtTheEndAndSelects() {
        open(a, b, c);

        assertThat(tabs()).isEqualTo(new OpenTabs(List.of(a, b, c), Optional.of(c)));
    }

    @Test
    void opensOnceOnly() {
        open(a, b, a);

        assertThat(tabs()).isEqualTo(new OpenTabs(List.of(a, b), Optional.of(a)));
    }

    @Test
    void opensInTheBackgroundWithoutSelecting() {
        open(a);
        session.tabs.openInBackground(b, Chat.Kind.CONTACT);

        assertThat(tabs()).isEqualTo(new OpenTabs(List.of(a, b), Optional.of(a)));
    }

    @Test
    void selectsTheNeighbourOfTheOneThatIsClosed() {
        open(a, b, c);
        session.tabs.select(b);
        session.tabs.close(b);
        assertThat(tabs()).isEqualTo(new OpenTabs(List.of(a, c), Optional.of(c)));

        session.tabs.close(c);
        assertThat(tabs()).isEqualTo(new OpenTabs(List.of(a), Optional.of(a)));

        session.tabs.close(a);
        assertThat(tabs()).isEqualTo(OpenTabs.NONE);
    }

    @Test
    void keepsTheSelectionWhenAnotherIsClosed() {
        open(a, b, c);
        session.tabs.close(a);

        assertThat(tabs()).isEqualTo(new OpenTabs(List.of(b, c), Optional.of(c)));
    }

    @Test
    void reopensWhatWasClosedLastFirst() {
        open(a, b);
        session.tabs.close(a);
        session.tabs.close(b);
        session.tabs.reopenClosed();
        assertThat(tabs().selected()).contains(b);

        session.tabs.reopenClosed();
        assertThat(tabs().selected()).contains(a);

        session.tabs.reopenClosed();
        assertThat(tabs().order()).containsExactly(a, b);
    }

    @Test
    void movesATabAndCutsThePlaceToWhatThereIs() {
        open(a, b, c);
        session.tabs.move(c, 0);
        assertThat(tabs().order()).containsExactly(c, a, b);

        session.tabs.move(c, 99);
        assertThat(tabs().order()).containsExactly(a, b, c);
    }

    @Test
    void findsTheTabsAgainAfterARestart() {
        open(a, b, c);
        session.tabs.move(a, 2);
        session.tabs.select(b);

        assertThat(new ScriptedSession(session).tabs.tabs().get())
                .isEqualTo(new OpenTabs(List.of(b, c, a), Optional.of(b)));
    }

    @Test
    void reopensWhereItWas() {
        open(a, b, c);
        session.tabs.close(b);
        session.tabs.reopenClosed();

        assertThat(tabs()).isEqualTo(new OpenTabs(List.of(a, b, c), Optional.of(b)));
    }

    @Test
    void closesAllOthersButThePinned() {
        open(a, b, c);
        session.tabs.pin(c);
        session.tabs.closeOthers(b);
        assertThat(tabs().order()).containsExactly(c, b);
        assertThat(tabs().selected()).contains(b);

        session.tabs.reopenClosed();
        assertThat(tabs().order()).containsExactly(c, a, b);
    }

    @Test
    void aChatGetsAWindowInPlaceOfItsTabAndATabAgain() {
        open(a, b, c);
        session.tabs.openWindow(b, Chat.Kind.CONTACT, Optional.of("there"));
        assertThat(tabs().order()).containsExactly(a, c);
        assertThat(tabs().windows()).containsExactly(new ChatWindow(b, Optional.of("there"), 0));

        session.tabs.backToTab(b);
        assertThat(tabs()).isEqualTo(new OpenTabs(List.of(a, c, b), Optional.of(b)));
    }

    @Test
    void aWindowIsAskedForWhereTheTabWouldBeOpened() {
        open(a);
        session.tabs.openWindow(b, Chat.Kind.CONTACT, Optional.empty());
        open(b);
        session.tabs.openWindow(b, Chat.Kind.CONTACT, Optional.of("elsewhere"));
        session.tabs.openInBackground(b, Chat.Kind.CONTACT);
        assertThat(tabs().windows()).containsExactly(new ChatWindow(b, Optional.empty(), 2));
        assertThat(tabs().order()).containsExactly(a);
    }

    @Test
    void aClosedWindowIsReopenedWhereItStood() {
        session.tabs.openWindow(b, Chat.Kind.CONTACT, Optional.empty());
        session.tabs.keepBounds(b, "there");
        session.tabs.close(b);
        assertThat(tabs()).isEqualTo(OpenTabs.NONE);

        session.tabs.reopenClosed();
        assertThat(tabs().windows()).containsExactly(new ChatWindow(b, Optional.of("there"), 0));
    }

    @Test
    void whatIsOpenAgainInAnotherWayIsOnlyShown() {
        open(a, b);
        session.tabs.close(a);
        session.tabs.openWindow(a, Chat.Kind.CONTACT, Optional.empty());
        session.tabs.reopenClosed();
        assertThat(tabs().order()).containsExactly(b);
        assertThat(tabs().windows()).containsExactly(new ChatWindow(a, Optional.empty(), 1));
    }

    @Test
    void findsPinnedTabsAndWindowsAgainAfterARestart() {
        open(a, b, c);
        session.tabs.pin(c);
        session.tabs.openWindow(b, Chat.Kind.CONTACT, Optional.empty());
        session.tabs.keepBounds(b, "there");

        var again = new ScriptedSession(session).tabs.tabs().get();
        assertThat(again).isEqualTo(tabs());
        assertThat(again.pinned()).containsExactly(c);
    }

    @Test
    void windowsAreGoneWithTheirAccount() {
        session.tabs.openWindow(b, Chat.Kind.CONTACT, Optional.empty());
        session.accounts.remove(account);
        assertThat(tabs()).isEqualTo(OpenTabs.NONE);
    }

    private OpenTabs tabs() {
        return session.tabs.tabs().get();
    }

    private void open(ChatKey... chats) {
        for (var chat : chats) {
            session.tabs.open(chat, Chat.Kind.CONTACT);
        }
    }

    private ChatKey chat(String name) {
        return new ChatKey(account, JidCreate.bareFromOrThrowUnchecked(name + "@birke.example"));
    }
}
