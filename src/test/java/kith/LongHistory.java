package kith;

import kith.base.Lanes;
import kith.model.AccountId;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.MessageIds;
import kith.model.PasswordKeeping;
import kith.model.ServerAddress;
import kith.store.AccountStore;
import kith.store.ArrivingMessage;
import kith.store.Db;
import kith.store.MessageStore;
import kith.store.MessageStore.Direction;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// A history of many years: one chat of a fifth of all messages, and hundreds of others.
///
/// As a program it makes one in an empty folder; [LongHistoryWindow] uses it.
final class LongHistory {

    /// In messages. The chats beside the long one are all as long as each other.
    static final int OTHER = 2_000;

    /// A word that stands in one message in ten thousand, and one that stands in most.
    static final String RARE = "needle17";

    static final String COMMON = "w0";

    /// What an archive brings at once.
    private static final int PAGE = 1_000;

    private static final EntityBareJid ME =
            JidCreate.entityBareFromOrThrowUnchecked("mara@hearth.example");
    private static final Instant BEGINNING = Instant.parse("2016-01-01T00:00:00Z");
    private static final AccountId ACCOUNT = new AccountId(1);

    private final Random words = new Random(11);
    private final int messages;

    /// @param messages of all chats together
    LongHistory(int messages) {
        this.messages = messages;
    }

    /// Fills a folder.
    ///
    /// @param arguments the folder, and how many messages
    public static void main(String[] arguments) {
        new LongHistory(Integer.parseInt(arguments[1])).fill(Path.of(arguments[0]));
    }

    int messages() {
        return messages;
    }

    ChatKey longest() {
        return new ChatKey(ACCOUNT, JidCreate.bareFromOrThrowUnchecked("layla@birke.example"));
    }

    int lengthOfLongest() {
        return messages / 5;
    }

    /// @param number from 0
    ChatKey other(int number) {
        return new ChatKey(ACCOUNT, person(number));
    }

    /// What is said last in a chat, and nowhere else.
    static String last(ChatKey chat) {
        return "last of " + chat.peer().getLocalpartOrNull();
    }

    /// With what each message of a chat begins.
    ///
    /// @param number from 0
    static String beginning(int number) {
        return "#" + number + " ";
    }

    void fill(Path folder) {
        var failures = new CopyOnWriteArrayList<Throwable>();
        var lanes = new Lanes(failures::add);
        var db = Db.open(folder, lanes.core(), InstantSource.system());
        var store = new MessageStore(db);
        on(lanes, () -> addAccount(db));
        var archive = new ChatKey(ACCOUNT, ME);
        long begin = System.nanoTime();
        var direction = Direction.NEWEST;
        for (int chat = -1; chat < (messages - lengthOfLongest()) / OTHER; chat++) {
            for (var page : pages(chat)) {
                var way = direction;
                on(lanes, () -> store.addPage(archive, page, way));
                direction = Direction.NEWER;
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        lanes.close(db::close);
        if (!failures.isEmpty()) {
            throw new IllegalStateException("not filled", failures.getFirst());
        }
        Measurement.report(
                "a page of 1,000 archived messages is stored", "s", 0.1, seconds * PAGE / messages);
    }

    private static void addAccount(Db db) {
        new AccountStore(db)
                .add(
                        ME,
                        new ServerAddress.ByDomain(),
                        Optional.empty(),
                        PasswordKeeping.ASK,
                        "Kith.bench");
    }

    private static void on(Lanes lanes, Runnable work) {
        CompletableFuture.runAsync(work, lanes.core()).join();
    }

    /// @param number -1 for the longest chat
    private List<List<ArrivingMessage>> pages(int number) {
        var chat = number < 0 ? longest() : other(number);
        int length = number < 0 ? lengthOfLongest() : OTHER;
        var from = BEGINNING.plus(Duration.ofDays(number < 0 ? 0 : number));
        var pages = new ArrayList<List<ArrivingMessage>>();
        var page = new ArrayList<ArrivingMessage>();
        for (int i = 0; i < length; i++) {
            page.add(message(chat, i, from.plusSeconds(60L * i), i == length - 1));
            if (page.size() == PAGE || i == length - 1) {
                pages.add(List.copyOf(page));
                page.clear();
            }
        }
        return pages;
    }

    private ArrivingMessage message(ChatKey chat, int number, Instant at, boolean isLast) {
        boolean isMine = number % 3 == 0;
        var id = chat.peer().getLocalpartOrNull() + "-" + number;
        var text = new StringBuilder(beginning(number));
        for (int word = 0; word < 12; word++) { // most of them common, as words are
            text.append('w').append((int) (30_000 * Math.pow(words.nextDouble(), 4))).append(' ');
        }
        if (words.nextInt(10_000) == 0) {
            text.append(RARE);
        }
        return new ArrivingMessage(
                chat,
                Chat.Kind.CONTACT,
                new MessageIds(id, Optional.of(id), Optional.of(id)),
                new Author(isMine ? ME : chat.peer(), Optional.empty(), isMine),
                at,
                new Content.Text(isLast ? text + last(chat) : text.toString()));
    }

    private static BareJid person(int number) {
        return JidCreate.bareFromOrThrowUnchecked("person" + number + "@birke.example");
    }
}
