package kith.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.model.AccountId;
import kith.model.Author;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.Presence;
import kith.model.PresenceSubscription;
import kith.model.SearchHit;
import kith.session.search.SearchPage;
import kith.session.search.SearchState;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

class SearchViewModelTest {

    private static final BareJid LAYLA = JidCreate.bareFromOrThrowUnchecked("layla@cedar.example");
    private static final ChatKey CHAT = new ChatKey(new AccountId(1), LAYLA);

    private final ImmediateLane lane = new ImmediateLane();
    private final Cell<SearchState> state = new Cell<>(lane, SearchState.READY);
    private final List<Integer> skips = new ArrayList<>();
    private final List<CompletableFuture<SearchPage>> answers = new ArrayList<>();
    private final List<ChatKey> opened = new ArrayList<>();
    private final SearchViewModel model =
            new SearchViewModel(
                    state,
                    (query, skip, limit) -> {
                        skips.add(skip);
                        answers.add(new CompletableFuture<>());
                        return answers.getLast();
                    },
                    new NoServer(),
                    new Cell<>(lane, List.of(layla())),
                    new Cell<>(lane, List.of()),
                    (chat, kind) -> opened.add(chat),
                    ZoneOffset.UTC,
                    lane);

    @Test
    void showsWhatIsFound() {
        assertThat(outcome()).isEqualTo(SearchViewModel.Outcome.NOTHING_ASKED);
        model.textProperty().set("paper");
        assertThat(outcome()).isEqualTo(SearchViewModel.Outcome.ASKING);
        answer(page(2, 2, 1));
        assertThat(outcome()).isEqualTo(SearchViewModel.Outcome.FOUND);
        assertThat(model.totalProperty().get()).isEqualTo(2);
        assertThat(model.rows()).hasSize(2);
        assertThat(model.rows().getFirst().sender()).isEqualTo("Layla Haddad");
        assertThat(model.rows().getFirst().chat()).isEqualTo("layla@cedar.example");
    }

    @Test
    void saysWhenThereIsNothing() {
        model.textProperty().set("paper");
        answer(page(0, 0, 0));
        assertThat(outcome()).isEqualTo(SearchViewModel.Outcome.NOTHING_FOUND);
    }

    @Test
    void anAnswerToAnOlderQuestionIsNotShown() {
        model.textProperty().set("pap");
        model.textProperty().set("paper");
        answers.get(1).complete(page(1, 1, 1));
        answers.get(0).complete(page(9, 9, 1));
        assertThat(model.rows()).hasSize(1);
        model.textProperty().set("");
        assertThat(model.rows()).isEmpty();
        assertThat(outcome()).isEqualTo(SearchViewModel.Outcome.NOTHING_ASKED);
    }

    @Test
    void asksForMoreOnceAndShowsNothingTwice() {
        model.textProperty().set("paper");
        answer(page(50, 60, 1));
        model.more();
        model.more();
        assertThat(skips).containsExactly(0, 50);
        answer(new SearchPage(hits(50, 59), 60, 60, SearchState.READY));
        assertThat(model.rows()).hasSize(59);
        model.more();
        assertThat(skips).hasSize(2);
    }

    @Test
    void saysWhenItCantBeSearched() {
        var unavailable = new SearchState.Unavailable(SearchState.Reason.DISK_FULL);
        lane.execute(() -> state.set(unavailable));
        model.textProperty().set("paper");
        answer(new SearchPage(List.of(), 0, 0, unavailable));
        assertThat(outcome()).isEqualTo(SearchViewModel.Outcome.DISK_FULL);
        model.textProperty().set("paper o");
        answers.getLast().completeExceptionally(new IllegalStateException("broken"));
        assertThat(outcome()).isEqualTo(SearchViewModel.Outcome.UNAVAILABLE);
    }

    @Test
    void asksAgainWhenAllOfTheHistoryIsThere() {
        lane.execute(() -> state.set(new SearchState.Filling(1, 2)));
        assertThat(model.percentProperty().get()).isEqualTo(50);
        model.textProperty().set("paper");
        answer(page(1, 1, 1));
        lane.execute(() -> state.set(SearchState.READY));
        answer(page(2, 2, 1));
        assertThat(model.rows()).hasSize(2);
    }

    @Test
    void theFirstIsSelectedAndOneCanGoOn() {
        model.textProperty().set("paper");
        answer(page(3, 3, 1));
        assertThat(model.selectedProperty().get()).contains(model.rows().get(0));
        model.move(1);
        model.move(5);
        assertThat(model.selectedProperty().get()).contains(model.rows().get(2));
        model.textProperty().set("paper o");
        answer(page(2, 2, 2));
        assertThat(model.selectedProperty().get()).contains(model.rows().get(1));
        model.textProperty().set("paper or");
        answer(page(1, 1, 9));
        assertThat(model.selectedProperty().get()).contains(model.rows().getFirst());
        model.textProperty().set("");
        assertThat(model.selectedProperty().get()).isEmpty();
    }

    @Test
    void opensTheChat() {
        model.textProperty().set("paper");
        answer(page(1, 1, 1));
        model.open(model.rows().getFirst());
        assertThat(opened).containsExactly(CHAT);
    }

    @Test
    void closedItShowsNothingMore() {
        model.textProperty().set("paper");
        model.close();
        answer(page(1, 1, 1));
        assertThat(model.rows()).isEmpty();
    }

    private SearchViewModel.Outcome outcome() {
        return model.outcomeProperty().get();
    }

    private void answer(SearchPage page) {
        answers.getLast().complete(page);
    }

    private static SearchPage page(int count, int total, long first) {
        return new SearchPage(hits(first, first + count - 1), total, count, SearchState.READY);
    }

    private static List<SearchHit> hits(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(row -> new SearchHit(message(row), List.of()))
                .toList();
    }

    private static Message message(long row) {
        return new Message(
                new MessageKey(row),
                CHAT,
                MessageIds.own("id-" + row),
                new Author(LAYLA, Optional.empty(), false),
                Instant.parse("2026-09-01T10:00:00Z"),
                row,
                new Content.Text("paper"),
                Delivery.RECEIVED);
    }

    private static Contact layla() {
        return new Contact(
                CHAT.account(),
                LAYLA,
                "Layla Haddad",
                List.of(),
                PresenceSubscription.BOTH,
                Presence.UNKNOWN);
    }
}
