package kith.gallery;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.Author;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.SearchHit;
import kith.model.SearchQuery;
import kith.session.chat.Timeline;
import kith.session.search.SearchPage;
import kith.session.search.SearchService;
import kith.session.search.SearchState;
import kith.store.search.SearchIndex;

import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// What a search in the sample world finds: messages that have any of the words in them.
final class SampleSearch {

    private static final ChatKey PRINT = SampleWorld.key("print@rooms.hearth.example");
    private static final ChatKey LAYLA = SampleWorld.key("layla@cedar.example");

    private final List<Message> messages = new ArrayList<>();

    SampleSearch() {
        room("Henrik Dahl", 0, "Paper order closes on Friday. A3 Munken is back.");
        mine(PRINT, 8, "I added two reams to the paper order, please check the weights");
        room(
                "Samuel Otieno",
                20,
                "Is there still time to join the paper order? We need 300 sheets of 120 g for the"
                        + " calendar, and if somebody goes there anyway, a box of the thin envelopes"
                        + " that we had in spring, the ones with the grey lining and the long flap");
        room("Émile Fournier", 32, "The order arrived, all paper is on the top shelf 🎉");
        them(LAYLA, 33, "شكرًا يا مارا! أين paper order؟");
        room("Jonas Weber", 45, "Wer macht die nächste Paper-Order? Ich hätte am Mittwoch Zeit");
        room("Priya Natarajan", 53, "Moving the paper order to the last Friday of each month");
    }

    SearchPage found(SearchQuery query, SearchState state) {
        var hits =
                messages.stream()
                        .map(
                                each ->
                                        new SearchHit(
                                                each, SearchIndex.marks(body(each), query.terms())))
                        .filter(hit -> !hit.marks().isEmpty())
                        .toList();
        return new SearchPage(hits, hits.size(), hits.size(), state);
    }

    /// All of one chat.
    Live<Timeline> timeline(ChatKey chat, Lane lane) {
        var there = messages.reversed().stream().filter(each -> each.chat().equals(chat)).toList();
        return new Cell<>(
                lane, new Timeline(there, true, true, false, Optional.empty(), List.of()));
    }

    /// What of a chat has the words, or belongs to the thread, the newest first.
    static CompletionStage<SearchPage> in(Timeline timeline, SearchQuery query) {
        var hits =
                timeline.messages().reversed().stream()
                        .map(
                                each ->
                                        new SearchHit(
                                                each,
                                                SearchService.marks(body(each), query.terms())))
                        .filter(
                                hit ->
                                        query.thread().isPresent()
                                                ? hit.message().thread().equals(query.thread())
                                                : !hit.marks().isEmpty())
                        .toList();
        return CompletableFuture.completedStage(
                new SearchPage(hits, hits.size(), hits.size(), SearchState.READY));
    }

    private static String body(Message message) {
        return message.content() instanceof Content.Text text ? text.body() : "";
    }

    private void room(String nick, int days, String body) {
        var address = JidCreate.fromOrThrowUnchecked(PRINT.peer() + "/" + nick);
        add(PRINT, address, false, days, body);
    }

    private void them(ChatKey chat, int days, String body) {
        add(chat, chat.peer(), false, days, body);
    }

    private void mine(ChatKey chat, int days, String body) {
        add(chat, JidCreate.fromOrThrowUnchecked("mara@hearth.example"), true, days, body);
    }

    private void add(ChatKey chat, Jid sender, boolean isMine, int days, String body) {
        messages.add(
                new Message(
                        new MessageKey(1_000 - messages.size()),
                        chat,
                        MessageIds.own("found-" + messages.size()),
                        new Author(sender, Optional.empty(), isMine),
                        SampleWorld.NOW.minus(Duration.ofDays(days)),
                        0,
                        new Content.Text(body),
                        isMine ? Delivery.READ : Delivery.RECEIVED));
    }
}
