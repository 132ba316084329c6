package kith.lab.world;

import kith.base.Subscription;
import kith.base.Timer;
import kith.lab.LabUser;

import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smackx.chatstates.ChatState;
import org.jxmpp.jid.Jid;

import java.time.Duration;

/// Somebody who begins to write to a friend now and then, thinks better of it, and goes for a
/// coffee after a while.
///
/// Lives on the timer's thread.
final class RestlessWriter implements AutoCloseable {

    static final Duration THINKING = Duration.ofSeconds(25);
    static final Duration WRITING = Duration.ofSeconds(7);
    static final Duration COFFEE = Duration.ofMinutes(4);

    static final String AT_COFFEE = "за кавою ☕";

    private final LabUser user;
    private final Jid friend;
    private final Timer timer;
    private final Subscription coffee;
    private volatile Subscription next;

    RestlessWriter(LabUser user, Jid friend, Timer timer) {
        this.user = user;
        this.friend = friend;
        this.timer = timer;
        coffee = timer.after(COFFEE, this::leave);
        next = timer.after(THINKING, this::write);
    }

    @Override
    public void close() {
        coffee.close();
        next.close();
    }

    private void write() {
        user.showTyping(friend, ChatState.composing);
        next = timer.after(WRITING, this::think);
    }

    private void think() {
        user.showTyping(friend, ChatState.active);
        next = timer.after(THINKING, this::write);
    }

    private void leave() {
        next.close();
        user.showTyping(friend, ChatState.active);
        user.show(Presence.Mode.away, AT_COFFEE, 5);
    }
}
