package kith.session.chat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.MessageKey;
import kith.model.Refusal.Reason;
import kith.session.account.Links;
import kith.store.Note;
import kith.store.ReadMark;
import kith.store.ReadStore;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppEvent.ReadElsewhere;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.XmppExtensions;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/// How far the user has read, here and on their other devices: what is read here is told to those
/// (XEP-0490) and to the senders who want to know (XEP-0333), what is read there is read here.
///
/// What was read without a session is told in the next one, once it is known how far the others
/// are. Strangers are told nothing. Core lane only.
public final class ReadMarks {

    private final ReadStore store;
    private final ChatList chats;
    private final Links links;
    private final XmppExtensions extensions;
    private final Notes notes;
    private final Predicate<ChatKey> maySeeUs;
    private final Executor afterCommit;

    /// Accounts that can keep read positions for their devices, in this session.
    private final Set<AccountId> shared = new HashSet<>();

    /// Accounts whose archive is here.
    private final Set<AccountId> caughtUp = new HashSet<>();

    /// Accounts of which it is known how far their other devices have read.
    private final Set<AccountId> ready = new HashSet<>();

    /// What is being published.
    private final Map<ChatKey, MessageKey> telling = new HashMap<>();

    /// What other devices have read, but is not in the store yet.
    private final Map<ChatKey, String> unknown = new HashMap<>();

    /// @param maySeeUs whether the other side of a chat may see our presence; of those in a room,
    ///   whether they may know what we have seen
    /// @param afterCommit runs work on the core lane once the present batch is committed
    public ReadMarks(
            ReadStore store,
            ChatList chats,
            Links links,
            XmppExtensions extensions,
            Notes notes,
            Predicate<ChatKey> maySeeUs,
            Executor afterCommit) {
        this.store = store;
        this.chats = chats;
        this.links = links;
        this.extensions = extensions;
        this.notes = notes;
        this.maySeeUs = maySeeUs;
        this.afterCommit = afterCommit;
    }

    /// The user says that they have read everything in a chat.
    void read(ChatKey chat) {
        read(chat, false);
    }

    /// The user has everything of a chat before them.
    void see(ChatKey chat) {
        read(chat, true);
    }

    private void read(ChatKey chat, boolean isSeen) {
        if (chats.read(chat, isSeen)) {
            tell(chat.account());
        }
    }

    /// The user has read a chat on another device.
    public void elsewhere(AccountId account, ReadElsewhere read) {
        var chat = new ChatKey(account, read.peer());
        if (store.knows(chat, read.archiveId())) {
            unknown.remove(chat);
            store.readElsewhere(chat, read.archiveId())
                    .ifPresent(left -> chats.readElsewhere(chat, left));
        } else {
            unknown.put(chat, read.archiveId());
        }
    }

    /// Another device of the user's has told a sender that it shows a message.
    void seenElsewhere(ChatKey chat, String id) {
        if (chats.unread(chat) > 0) {
            store.seenElsewhere(chat, id).ifPresent(left -> chats.readElsewhere(chat, left));
        }
    }

    /// The account's archive is here: asks how far the other devices have read it.
    public void caughtUp(AccountId account) {
        caughtUp.add(account);
        resumed(account);
    }

    /// A session goes on after an interruption: what that cut off is done again.
    public void resumed(AccountId account) {
        if (ready.contains(account)) {
            tell(account);
        } else if (caughtUp.contains(account)) {
            links.online(account).ifPresent(link -> learn(account, link));
        }
    }

    /// A room's archive is here.
    public void caughtUp(ChatKey room) {
        retry(room);
        tell(room.account());
    }

    /// The session is over, or another begins.
    public void ended(AccountId account) {
        caughtUp.remove(account);
        ready.remove(account);
        shared.remove(account);
        telling.keySet().removeIf(chat -> chat.account().equals(account));
        unknown.keySet().removeIf(chat -> chat.account().equals(account));
    }

    private void learn(AccountId account, XmppLink link) {
        extensions
                .xep0490ReadPositions()
                .supported(link, links.address(account))
                .whenComplete(
                        (isSupported, failure) -> {
                            if (failure != null) {
                                beginUnlessGone(account, failure);
                            } else if (isSupported) {
                                shared.add(account);
                                fetch(account, link);
                            } else {
                                begin(account);
                            }
                        });
    }

    private void fetch(AccountId account, XmppLink link) {
        extensions
                .xep0490ReadPositions()
                .positions(link)
                .whenComplete(
                        (positions, failure) -> {
                            if (failure != null) {
                                beginUnlessGone(account, failure); // no such node yet
                            } else {
                                positions.forEach(each -> elsewhere(account, each));
                                begin(account);
                            }
                        });
    }

    private void beginUnlessGone(AccountId account, Throwable failure) {
        if (!isOffline(failure)) {
            begin(account);
        }
    }

    private void begin(AccountId account) {
        ready.add(account);
        tell(account);
    }

    private void retry(ChatKey chat) {
        var id = unknown.get(chat);
        if (id != null) {
            elsewhere(chat.account(), new ReadElsewhere(chat.peer(), id));
        }
    }

    private void tell(AccountId account) {
        afterCommit.execute(
                () ->
                        links.online(account)
                                .filter(_ -> ready.contains(account))
                                .ifPresent(
                                        link ->
                                                store.untold(account)
                                                        .forEach(mark -> tell(link, mark))));
    }

    private void tell(XmppLink link, ReadMark mark) {
        if (telling.putIfAbsent(mark.chat(), mark.to()) != null) {
            return; // goes on when that is through
        }
        if (maySeeUs.test(mark.chat())) {
            mark.markable().ifPresent(id -> notes.send(mark.chat(), note(mark), id));
        }
        var account = mark.chat().account();
        if (shared.contains(account) && mark.archiveId().isPresent()) {
            extensions
                    .xep0490ReadPositions()
                    .publish(link, mark.chat().peer(), archive(mark), mark.archiveId().get())
                    .whenComplete((_, failure) -> published(mark, failure));
        } else {
            told(mark);
        }
    }

    private static Note.Kind note(ReadMark mark) {
        return mark.kind() == Chat.Kind.ROOM ? Note.Kind.SEEN_IN_ROOM : Note.Kind.DISPLAYED;
    }

    private void published(ReadMark mark, @Nullable Throwable failure) {
        if (failure != null && isOffline(failure)) {
            telling.remove(mark.chat());
            return;
        }
        told(mark); // if it was refused, too: it would be refused again
        tell(mark.chat().account());
    }

    private void told(ReadMark mark) {
        telling.remove(mark.chat());
        store.told(mark);
    }

    private BareJid archive(ReadMark mark) {
        return mark.kind() == Chat.Kind.ROOM
                ? mark.chat().peer()
                : links.address(mark.chat().account());
    }

    private static boolean isOffline(Throwable failure) {
        return RefusedException.in(failure)
                .filter(refusal -> refusal.reason() == Reason.OFFLINE)
                .isPresent();
    }
}
