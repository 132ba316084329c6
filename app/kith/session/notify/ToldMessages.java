package kith.session.notify;

import kith.model.MessageKey;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/// Of which unread messages of one chat the user was told, or is about to be.
final class ToldMessages {

    /// The newest are known one by one, those before them are counted.
    private static final int MOST = 20;

    private final Deque<Told> newest = new ArrayDeque<>();
    private int count;
    private int unread;

    /// @param nowUnread how many of the chat are unread now
    void add(MessageKey message, boolean isMention, int nowUnread) {
        newest.addLast(new Told(message, isMention));
        if (newest.size() > MOST) {
            newest.removeFirst();
        }
        count++;
        unread = nowUnread;
    }

    /// Forgets what the user has read since, or others have taken back.
    ///
    /// @param nowUnread how many of the chat are unread now
    /// @param isCertain whether each is looked at, also where no fewer are unread: one may have
    ///   gone as another came
    /// @param isOver of a message, whether there is nothing to tell of it any more
    void forget(int nowUnread, boolean isCertain, Predicate<MessageKey> isOver) {
        if (isCertain || nowUnread < unread) {
            int before = newest.size();
            newest.removeIf(told -> isOver.test(told.message));
            count = Math.min(count - (before - newest.size()), nowUnread);
        }
        unread = nowUnread;
    }

    boolean isEmpty() {
        return newest.isEmpty();
    }

    Told last() {
        return newest.getLast();
    }

    int count() {
        return count;
    }

    record Told(MessageKey message, boolean isMention) {}
}
