package kith.session.chat;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Mentions;
import kith.model.Message;
import kith.model.MessageKey;
import kith.store.Arrival;
import kith.store.ArrivingMessage;
import kith.store.MessageStore;
import kith.store.MessageStore.Direction;
import kith.xmpp.IncomingMessage;
import kith.xmpp.MessageMark;

import org.jxmpp.jid.BareJid;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Takes in messages, by whatever way they come: into the store, then to whoever shows them. Core
/// lane only.
///
/// One that is known already, by whatever way it came first, stays one.
public final class Inbox {

    private final MessageStore store;
    private final ChatList chats;
    private final Marks marks;
    private final Timelines timelines;
    private final ShownMessages shown;
    private final Attention attention;
    private final Function<ChatKey, Optional<String>> nick;
    private final Heard heard;
    private final Consumer<Unread> news;

    /// @param nick ours in a room, to know when it speaks of us
    /// @param heard is told of each message in a room that came as it was sent, before it shows
    /// @param news is told what comes by itself and is unread
    public Inbox(
            MessageStore store,
            ChatList chats,
            Marks marks,
            Timelines timelines,
            ShownMessages shown,
            Attention attention,
            Function<ChatKey, Optional<String>> nick,
            Heard heard,
            Consumer<Unread> news) {
        this.store = store;
        this.chats = chats;
        this.marks = marks;
        this.timelines = timelines;
        this.shown = shown;
        this.attention = attention;
        this.nick = nick;
        this.heard = heard;
        this.news = news;
    }

    /// Is told what was said in a room as we were there.
    public interface Heard {

        /// Somebody has said something.
        void said(ChatKey room, MessageKey message, Author author);
    }

    /// Takes in one message that came by itself.
    ///
    /// @param isAhead whether its archive may have others before it that we still lack; then it
    ///   stands after whatever comes, until [#settle]
    public void arrived(AccountId account, IncomingMessage in, boolean isAhead) {
        var message = arriving(account, in);
        var arrival = isAhead ? store.addAhead(message) : store.add(message);
        if (in.isRoom()
                && in.way() == IncomingMessage.Way.LIVE
                && arrival instanceof Arrival.Added) {
            heard.said(message.chat(), arrival.message().key(), in.author());
        }
        var unread = tell(arrival, message.kind(), in.wishes().notice());
        shown.showRetracted();
        marks.received(message.chat(), in);
        attention.readIfSeen(message.chat());
        unread.filter(_ -> !attention.isOn(message.chat())).ifPresent(news);
    }

    /// Takes in word of how far a message has come.
    public void marked(AccountId account, MessageMark mark) {
        marks.arrived(account, mark);
    }

    /// Takes in a page of an archive, all of it or nothing.
    ///
    /// @param archive the account's own address, or a room's
    /// @param page oldest first
    /// @param word what it says of how far messages have come, those of the page among them
    public void page(
            AccountId account,
            BareJid archive,
            List<IncomingMessage> page,
            List<MessageMark> word,
            Direction direction) {
        var messages = page.stream().map(in -> arriving(account, in)).toList();
        var arrivals = store.addPage(new ChatKey(account, archive), messages, direction);
        var touched = new LinkedHashSet<ChatKey>();
        for (int i = 0; i < messages.size(); i++) {
            var _ = tell(arrivals.get(i), messages.get(i).kind(), page.get(i).wishes().notice());
            if (isNews(direction) && arrivals.get(i) instanceof Arrival.Added) {
                marks.received(messages.get(i).chat(), page.get(i));
            }
            touched.add(messages.get(i).chat());
        }
        shown.showRetracted();
        word.forEach(mark -> marks.arrived(account, mark));
        touched.forEach(attention::readIfSeen);
        timelines.archiveRead(account);
    }

    /// Whether it brings what this account has just missed, not what was before.
    private static boolean isNews(Direction direction) {
        return switch (direction) {
            case OVERLAP, NEWER, AFTER_HOLE -> true;
            case NEWEST, OLDER -> false;
        };
    }

    /// An archive has no more to say of what was missed: what came ahead takes its place.
    ///
    /// @param archive the account's own address, or a room's
    public void settle(AccountId account, BareJid archive) {
        var settled = store.settle(account, archive);
        settled.forEach(marks::changed);
        shown.changed(settled);
        timelines.archiveRead(account);
    }

    private static ArrivingMessage arriving(AccountId account, IncomingMessage in) {
        return new ArrivingMessage(
                new ChatKey(account, in.peer()),
                in.isRoom() ? Chat.Kind.ROOM : Chat.Kind.CONTACT,
                in.ids(),
                in.author(),
                in.at(),
                in.content(),
                in.wishes().marker());
    }

    /// Those it has taken back, or is taken back with, are shown once all that came with it are.
    ///
    /// @return what of it is unread
    private Optional<Unread> tell(Arrival arrival, Chat.Kind kind, boolean mentionsUs) {
        return switch (arrival) {
            case Arrival.Added(var taken, boolean isUnread) -> {
                var message = store.current(taken);
                yield added(message, kind, isUnread && !message.isRetracted(), mentionsUs);
            }
            case Arrival.Changed(var message) -> {
                marks.changed(message);
                shown.oneChanged(message);
                yield Optional.empty();
            }
            case Arrival.Known _ -> Optional.empty();
        };
    }

    private Optional<Unread> added(
            Message message, Chat.Kind kind, boolean isUnread, boolean mentionsUs) {
        if (message.isAboutAnother()) {
            shown.oneAdded(message, kind, false, false);
            return Optional.empty();
        }
        var key = message.chat();
        boolean isMention =
                isUnread
                        && (mentionsUs
                                || message.isPrivate()
                                || names(message)
                                || answersUs(message, kind));
        chats.typing(key, message.author().address().getResourceOrEmpty().toString(), false);
        shown.oneAdded(message, kind, isUnread, isMention);
        return isUnread ? Optional.of(new Unread(message, kind, isMention)) : Optional.empty();
    }

    /// In a room, which is not about us.
    private boolean answersUs(Message message, Chat.Kind kind) {
        return kind == Chat.Kind.ROOM
                && store.answered(message).filter(Message::isMine).isPresent();
    }

    private boolean names(Message message) {
        return nick.apply(message.chat()).filter(it -> names(message, it)).isPresent();
    }

    private static boolean names(Message message, String nick) {
        return message.content() instanceof Content.Text text
                && !Mentions.of(nick, text.words()).isEmpty();
    }
}
