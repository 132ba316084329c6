package kith.session.room;

import kith.base.Subscription;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Refusal;
import kith.session.feed.SessionEvent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Spaces what was written for rooms in slow mode, such as several files at once (XEP-0500 §7): one
/// after the other goes out, each a pause after the room has sent the one before it back to us.
/// What has no words need not wait, nor do owners and admins. Core lane only.
public final class SlowRooms {

    private final RoomOffers offers;
    private final RoomVisits visits;
    private final Timer timer;
    private final InstantSource clock;
    private Consumer<ChatKey> goOn = _ -> {};

    /// What is on its way to each room.
    private final Map<ChatKey, MessageKey> pending = new HashMap<>();

    /// When the room had our last words.
    private final Map<ChatKey, Instant> last = new HashMap<>();

    /// Rooms for which something waits, and what will wake it.
    private final Map<ChatKey, Subscription> waking = new HashMap<>();

    public SlowRooms(RoomOffers offers, RoomVisits visits, Timer timer, InstantSource clock) {
        this.offers = offers;
        this.visits = visits;
        this.timer = timer;
        this.clock = clock;
        offers.onPause(this::pauseChanged);
    }

    /// Says who sends what waits for a room.
    public void onTurn(Consumer<ChatKey> newGoOn) {
        goOn = newGoOn;
    }

    /// Whether a message may go out now; then it is the one on its way, until the room has it. One
    /// that may not goes out by itself when it is its turn.
    public boolean admits(Message message) {
        var room = message.chat();
        var pause = offers.pause(room).get();
        if (!pause.isPositive() || !hasWords(message) || isExempt(room)) {
            return true;
        }
        if (pending.containsKey(room)) {
            return isPending(message);
        }
        if (waking.containsKey(room)) {
            return false; // also where the pause is just over: others wait longer
        }
        var left = left(room, pause);
        if (left.isPositive()) {
            wake(room, left);
            return false;
        }
        pending.put(room, message.key());
        return true;
    }

    /// Hears what has become of messages.
    public void heard(SessionEvent event) {
        switch (event) {
            case SessionEvent.MessageAdded(var message) -> heard(message);
            case SessionEvent.MessageChanged(var message) -> heard(message);
            case SessionEvent.MessageRemoved(var message) -> gone(message);
            case SessionEvent.ConnectionChanged _,
                    SessionEvent.RosterLoaded _,
                    SessionEvent.PresenceChanged _,
                    SessionEvent.RoomChanged _,
                    SessionEvent.CaughtUp _,
                    SessionEvent.Faulted _ -> {}
        }
    }

    /// The account is gone.
    public void forget(AccountId account) {
        pending.keySet().removeIf(room -> room.account().equals(account));
        last.keySet().removeIf(room -> room.account().equals(account));
        waking.keySet().stream()
                .filter(room -> room.account().equals(account))
                .toList()
                .forEach(this::sleep);
    }

    /// What waits for the end of another pause may have its turn now.
    private void pauseChanged(ChatKey room) {
        sleep(room);
        goOn.accept(room);
    }

    private void heard(Message message) {
        var room = message.chat();
        if (!message.isMine() || !hasWords(message) || visits.find(room).isEmpty()) {
            return;
        }
        switch (message.delivery()) {
            case Delivery.Queued _, Delivery.Sending _ -> {} // has not arrived
            case Delivery.Failed(Refusal refusal) -> {
                if (isPending(message) && refusal.reason() == Refusal.Reason.LIMIT) {
                    said(room, clock.instant()); // too early: the room counts otherwise
                }
                gone(message);
            }
            case Delivery.OnServer _,
                    Delivery.Delivered _,
                    Delivery.Read _,
                    Delivery.Received _ -> {
                said(room, isPending(message) ? clock.instant() : message.at());
                gone(message);
            }
        }
    }

    private void gone(Message message) {
        var room = message.chat();
        if (pending.remove(room, message.key())) {
            wake(room, left(room, offers.pause(room).get()));
        }
    }

    private void said(ChatKey room, Instant at) {
        var now = clock.instant();
        var real = at.isAfter(now) ? now : at; // the room's clock may be ahead
        last.merge(room, real, (before, newest) -> newest.isAfter(before) ? newest : before);
    }

    private Duration left(ChatKey room, Duration pause) {
        var since = last.get(room);
        return since == null
                ? Duration.ZERO
                : pause.minus(Duration.between(since, clock.instant()));
    }

    private void wake(ChatKey room, Duration left) {
        if (!waking.containsKey(room)) {
            var alarm =
                    timer.after(
                            left.isPositive() ? left : Duration.ZERO,
                            () -> {
                                waking.remove(room);
                                goOn.accept(room);
                            });
            waking.put(room, alarm);
        }
    }

    private void sleep(ChatKey room) {
        Optional.ofNullable(waking.remove(room)).ifPresent(Subscription::close);
    }

    private boolean isPending(Message message) {
        return message.key().equals(pending.get(message.chat()));
    }

    /// What the room counts (§6); what takes back a message has words for those who know nothing of
    /// that.
    private static boolean hasWords(Message message) {
        return switch (message.content()) {
            case Content.Text _, Content.File _, Content.Correction _, Content.Retraction _ -> true;
            case Content.Private _,
                    Content.Reaction _,
                    Content.Retracted _,
                    Content.Subject _,
                    Content.Unreadable _ ->
                    false;
        };
    }

    private boolean isExempt(ChatKey room) {
        return visits.find(room)
                .flatMap(visit -> visit.occupant(visit.room().nick()))
                .map(Occupant::affiliation)
                .filter(it -> it == Affiliation.OWNER || it == Affiliation.ADMIN)
                .isPresent();
    }
}
