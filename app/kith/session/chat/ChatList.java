package kith.session.chat;

import kith.base.BatchLane;
import kith.base.Cell;
import kith.base.Live;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Room;
import kith.store.ChatStore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// All chats with their newest message, what is unread in them and who is typing. Core lane only,
/// but for [#chats].
public final class ChatList {

    private static final Comparator<Chat> NEWEST_FIRST =
            Comparator.comparing(ChatList::lastAt).reversed().thenComparing(Chat::title);

    private final ChatStore store;
    private final BatchLane core;
    private final Map<ChatKey, Chat> chats = new LinkedHashMap<>();
    private final Typists typists;
    private final Set<ChatKey> mentioned = new HashSet<>();
    private final Map<ChatKey, String> titles = new HashMap<>();
    private final Cell<List<Chat>> shown;
    private boolean isStale;

    /// @param contacts gives chats with contacts their titles
    /// @param rooms gives rooms theirs
    public ChatList(
            ChatStore store,
            Live<List<Contact>> contacts,
            Live<List<Room>> rooms,
            Timer timer,
            BatchLane core) {
        this.store = store;
        this.core = core;
        this.typists = new Typists(timer, this::publish);
        this.shown = new Cell<>(core, List.of());
        contacts.watch(core, this::contactsNamed);
        rooms.watch(core, this::roomsNamed);
    }

    /// All chats, the newest message first.
    public Live<List<Chat>> chats() {
        return shown;
    }

    /// One chat; empty where there is none with it.
    public Live<Optional<Chat>> chat(ChatKey key) {
        return shown.map(all -> all.stream().filter(each -> each.key().equals(key)).findFirst());
    }

    /// Reads the chats that the store has.
    public void load() {
        chats.clear();
        mentioned.clear();
        for (var chat : store.all()) {
            chats.put(chat.key(), chat);
            if (chat.isMentioned()) {
                mentioned.add(chat.key());
            }
        }
        publish();
    }

    /// Makes sure that there is such a chat.
    public void ensure(ChatKey key, Chat.Kind kind) {
        if (!chats.containsKey(key)) {
            store.ensure(key, kind);
            chats.put(
                    key,
                    new Chat(
                            key,
                            kind,
                            key.peer().toString(),
                            Optional.empty(),
                            0,
                            false,
                            List.of()));
            publish();
        }
    }

    /// How many messages of the chat came since the user last read.
    public int unread(ChatKey key) {
        var chat = chats.get(key);
        return chat == null ? 0 : chat.unread();
    }

    /// What kind of chat it is; a contact where there is none yet.
    public Chat.Kind kind(ChatKey key) {
        var chat = chats.get(key);
        return chat == null ? Chat.Kind.CONTACT : chat.kind();
    }

    /// What kind of chat there is; empty where there is none.
    public Optional<Chat.Kind> known(ChatKey key) {
        return Optional.ofNullable(chats.get(key)).map(Chat::kind);
    }

    /// Whether there is such a chat, of this kind.
    boolean has(ChatKey key, Chat.Kind kind) {
        var chat = chats.get(key);
        return chat != null && chat.kind() == kind;
    }

    /// When its newest message was sent.
    public Optional<Instant> lastMessageAt(ChatKey key) {
        return Optional.ofNullable(chats.get(key)).flatMap(Chat::last).map(Message::at);
    }

    /// Its newest message.
    Optional<MessageKey> newest(ChatKey key) {
        return Optional.ofNullable(chats.get(key)).flatMap(Chat::last).map(Message::key);
    }

    /// The account is gone, and its chats with it.
    public void forget(AccountId account) {
        chats.keySet().removeIf(key -> key.account().equals(account));
        mentioned.removeIf(key -> key.account().equals(account));
        publish();
    }

    /// Follows the store, which counts what is unread (`Arrivals`). Who wrote on another device has
    /// read what was there; who wrote here has done so if they read it here ([#read]).
    void added(Message message, Chat.Kind kind, boolean isUnread, boolean isMention) {
        var key = message.chat();
        ensure(key, kind);
        if (isMention && mentioned.add(key)) {
            store.mention(key);
        }
        boolean isAnswered = message.isMine() && !Delivery.isOutstanding(message.delivery());
        if (isAnswered) {
            mentioned.remove(key);
        }
        chats.computeIfPresent(
                key,
                (same, chat) ->
                        chat.with(
                                isNewer(message, chat) ? Optional.of(message) : chat.last(),
                                isAnswered ? 0 : chat.unread() + (isUnread ? 1 : 0)));
        publish();
    }

    /// @param newest reads the newest of the chat, where this one was it and has moved back
    void changed(Message message, Supplier<List<Message>> newest) {
        var chat = chats.get(message.chat());
        if (chat == null) {
            return;
        }
        var last = chat.last().filter(it -> it.key().equals(message.key()));
        if (last.filter(it -> message.position() < it.position()).isPresent()) {
            replaceLast(chat, newest.get().stream().findFirst());
        } else if (last.isPresent() || isNewer(message, chat)) {
            replaceLast(chat, Optional.of(message));
        }
    }

    /// @param newest reads the newest of the chat, where this one was it
    void removed(ChatKey key, MessageKey message, Supplier<List<Message>> newest) {
        var chat = chats.get(key);
        if (chat != null && chat.last().filter(last -> last.key().equals(message)).isPresent()) {
            replaceLast(chat, newest.get().stream().findFirst());
        }
    }

    /// The user has read everything in a chat.
    ///
    /// @param isSeen whether they have it before them; else they only say so
    /// @return whether there was anything to read
    boolean read(ChatKey key, boolean isSeen) {
        boolean isUnread = unread(key) > 0;
        if (isUnread) {
            store.markRead(key, isSeen);
            readElsewhere(key, 0);
        }
        return isUnread;
    }

    /// Follows the store.
    ///
    /// @param left how many are unread now
    void readElsewhere(ChatKey key, int left) {
        chats.computeIfPresent(
                key, (same, chat) -> chat.with(chat.last(), Math.min(left, chat.unread())));
        if (unread(key) == 0) {
            mentioned.remove(key);
        }
        publish();
    }

    /// Someone on the other side of a chat begins to write, or stops. Where there is no chat it
    /// isn't shown, and strangers could go on for ever.
    ///
    /// @param who in a room their nick, else their device
    void typing(ChatKey key, String who, boolean isTyping) {
        if (!isTyping) {
            typists.stops(key, who);
        } else if (chats.containsKey(key)) {
            typists.begins(key, who);
        }
    }

    /// Nobody in the room is known to be typing any more.
    void out(ChatKey room) {
        typists.forget(room);
    }

    /// Nobody of the account's is known to be typing any more.
    public void disconnected(AccountId account) {
        typists.forget(account);
    }

    private void replaceLast(Chat chat, Optional<Message> last) {
        chats.put(chat.key(), chat.with(last, chat.unread()));
        publish();
    }

    private void contactsNamed(List<Contact> all) {
        all.forEach(contact -> titles.put(contact.chat(), contact.name()));
        publish();
    }

    private void roomsNamed(List<Room> all) {
        for (var room : all) {
            titles.put(room.key(), room.name());
            ensure(room.key(), Chat.Kind.ROOM); // from here on what is written there is for a room
        }
        publish();
    }

    private void publish() {
        if (!isStale) {
            isStale = true;
            core.atBatchEnd(this::show);
        }
    }

    private void show() {
        isStale = false;
        var all = new ArrayList<Chat>(chats.size());
        for (var chat : chats.values()) {
            all.add(shown(chat));
        }
        all.sort(NEWEST_FIRST);
        shown.set(List.copyOf(all));
    }

    private Chat shown(Chat chat) {
        var key = chat.key();
        return new Chat(
                key,
                chat.kind(),
                titles.getOrDefault(key, chat.title()),
                chat.last(),
                chat.unread(),
                chat.unread() > 0 && mentioned.contains(key),
                typists.in(key));
    }

    private static boolean isNewer(Message message, Chat chat) {
        return chat.last().isEmpty() || chat.last().get().position() <= message.position();
    }

    private static Instant lastAt(Chat chat) {
        return chat.last().map(Message::at).orElse(Instant.EPOCH);
    }
}
