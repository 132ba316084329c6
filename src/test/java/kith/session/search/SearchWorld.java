package kith.session.search;

import kith.base.Cell;
import kith.base.Lanes;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.Content;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.PasswordKeeping;
import kith.model.SearchHit;
import kith.model.ServerAddress;
import kith.session.feed.EventFeed;
import kith.session.feed.SessionEvent;
import kith.store.AccountStore;
import kith.store.ArrivingMessage;
import kith.store.ChatStore;
import kith.store.Db;
import kith.store.MessageStore;
import kith.store.SettingStore;
import kith.store.search.IndexFolder;

import org.awaitility.Awaitility;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A store in a folder, real lanes, and a search over it.
final class SearchWorld implements AutoCloseable {

    static final AccountId ACCOUNT = new AccountId(1);
    static final BareJid LAYLA = JidCreate.bareFromOrThrowUnchecked("layla@birke.example");

    final List<Throwable> failures = new CopyOnWriteArrayList<>();
    final Lanes lanes = new Lanes(failures::add);
    final Db db;
    final MessageStore store;
    final SearchService search;
    final Cell<List<Contact>> contacts = new Cell<>(lanes.core(), List.of());
    final Cell<List<Chat>> chats = new Cell<>(lanes.core(), List.of());
    private final EventFeed feed;

    SearchWorld(Path folder) {
        this(folder, new IndexFolder(folder), Optional.empty());
    }

    /// @param timer instead of the real one
    SearchWorld(Path folder, IndexFolder index, Optional<Timer> timer) {
        var core = lanes.core();
        db = Db.open(folder, core, InstantSource.system());
        store = new MessageStore(db);
        feed = new EventFeed(db::afterCommit);
        search =
                new SearchService(
                        index,
                        store,
                        new SettingStore(db),
                        contacts,
                        chats,
                        db::committed,
                        core,
                        lanes.io(),
                        timer.orElse(lanes));
        search.start(feed);
        on(this::makeAccount);
    }

    private Optional<AccountId> makeAccount() {
        var accounts = new AccountStore(db);
        if (accounts.all().isEmpty()) {
            accounts.add(
                    JidCreate.entityBareFromOrThrowUnchecked("mara@hearth.example"),
                    new ServerAddress.ByDomain(),
                    Optional.empty(),
                    PasswordKeeping.ASK,
                    "Kith.bench");
        }
        return Optional.of(ACCOUNT);
    }

    /// Runs the work on the core lane and waits until it is committed.
    <T> T on(Supplier<T> work) {
        var result = new CompletableFuture<T>();
        lanes.core()
                .execute(
                        () -> {
                            var value = work.get();
                            var _ =
                                    db.committed()
                                            .whenComplete(
                                                    (_, failure) -> {
                                                        if (failure == null) {
                                                            result.complete(value);
                                                        } else {
                                                            result.completeExceptionally(failure);
                                                        }
                                                    });
                        });
        return result.join();
    }

    /// Takes in messages from Layla, in one batch.
    List<Message> add(String... bodies) {
        return on(() -> Stream.of(bodies).map(body -> added(LAYLA, body)).toList());
    }

    Message addIn(BareJid peer, String body) {
        return on(() -> added(peer, body));
    }

    private Message added(BareJid peer, String body) {
        var message = store(peer, body);
        feed.tell(new SessionEvent.MessageAdded(message));
        return message;
    }

    /// Without telling anybody.
    Message store(BareJid peer, String body) {
        var id = java.util.UUID.randomUUID().toString();
        return store.add(
                        new ArrivingMessage(
                                new ChatKey(ACCOUNT, peer),
                                Chat.Kind.CONTACT,
                                MessageIds.own(id),
                                new Author(peer, Optional.empty(), false),
                                Instant.parse("2026-09-01T10:00:00Z"),
                                new Content.Text(body)))
                .message();
    }

    void change(MessageKey key, String body) {
        on(
                () -> {
                    db.update("UPDATE message SET body = ? WHERE id = ?", body, key.row());
                    var now = store.find(key).orElseThrow();
                    feed.tell(new SessionEvent.MessageChanged(now));
                    return now;
                });
    }

    void remove(Message message) {
        on(
                () -> {
                    db.update("DELETE FROM message WHERE id = ?", message.key().row());
                    feed.tell(new SessionEvent.MessageRemoved(message));
                    return message;
                });
    }

    void removeChat(ChatKey chat) {
        on(
                () -> {
                    new ChatStore(db).remove(chat);
                    return chat;
                });
    }

    SearchPage page(String text) {
        return search.search(
                        QueryText.read(text, ZoneOffset.UTC), SearchOrder.NEWEST_FIRST, 0, 1_000)
                .toCompletableFuture()
                .join();
    }

    /// The words that are found, newest first.
    List<String> found(String text) {
        return page(text).hits().stream().map(SearchWorld::body).toList();
    }

    static String body(SearchHit hit) {
        return ((Content.Text) hit.message().content()).body();
    }

    /// Waits until all of the history can be searched.
    void awaitReady() {
        page("nothing");
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> search.state().get() instanceof SearchState.Ready);
    }

    /// All that the store has.
    List<Message> all() {
        var all = new ArrayList<Message>();
        on(
                () -> {
                    store.each(Optional.empty(), all::add);
                    return all;
                });
        return all;
    }

    @Override
    public void close() {
        search.close().toCompletableFuture().join();
        lanes.close(db::close);
        search.leave();
    }
}
