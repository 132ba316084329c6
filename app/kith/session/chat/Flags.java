package kith.session.chat;

import kith.base.BatchLane;
import kith.base.Cell;
import kith.base.Live;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.Alerts;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Mute;
import kith.model.SharedFlags;
import kith.store.FlagStore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What the user has chosen for each chat: pinned, muted, told of all or of mentions, archived,
/// marked unread; kept over restarts.
///
/// A mute that is over is off here, at most a minute late. An archived chat comes back by itself
/// with its next message, unless it is muted then. Pins, mutes and alerts are those of all devices
/// of the user's ([FlagSharing]); the places of pins, what is archived and marked unread stay here.
///
/// Commands may be called on any thread.
public final class Flags {

    private static final Comparator<ChatKey> BY_PEER =
            Comparator.comparing(chat -> chat.peer().toString());

    private final FlagStore store;
    private final ChatList chats;
    private final InstantSource clock;
    private final BatchLane core;
    private final MuteAlarm alarm;
    private final Map<ChatKey, ChatFlags> newest = new HashMap<>();
    private final Cell<Map<ChatKey, ChatFlags>> flags;

    public Flags(
            FlagStore store, ChatList chats, Timer timer, InstantSource clock, BatchLane core) {
        this.store = store;
        this.chats = chats;
        this.clock = clock;
        this.core = core;
        this.alarm = new MuteAlarm(timer, clock, this::endMutes);
        this.flags = new Cell<>(core, Map.of());
        chats.chats().watch(core, this::chatsChanged);
    }

    /// What was chosen, by chat; nothing for one where all is as usual. Immutable.
    public Live<Map<ChatKey, ChatFlags>> flags() {
        return flags;
    }

    /// Pins a chat after those that are; an archived one comes back by that.
    public void pin(ChatKey chat) {
        core.execute(() -> pinLast(chat));
    }

    public void unpin(ChatKey chat) {
        core.execute(() -> change(chat, it -> it.withPinned(Optional.empty())));
    }

    /// Moves a pinned chat among the pinned.
    ///
    /// @param index from 0, counted without the chat itself; cut to what there is
    public void movePinned(ChatKey chat, int index) {
        core.execute(
                () -> {
                    var order = new ArrayList<>(pinned());
                    if (order.remove(chat)) {
                        order.add(Math.clamp(index, 0, order.size()), chat);
                        for (int i = 0; i < order.size(); i++) {
                            int place = i;
                            change(order.get(i), it -> it.withPinned(Optional.of(place)));
                        }
                    }
                });
    }

    /// Mutes a chat.
    ///
    /// @param length how long from now; none: until the user says otherwise
    public void mute(ChatKey chat, Optional<Duration> length) {
        core.execute(
                () -> {
                    Mute mute =
                            length.<Mute>map(it -> new Mute.Until(end(it)))
                                    .orElseGet(Mute.Always::new);
                    change(chat, it -> it.withMute(mute));
                });
    }

    public void unmute(ChatKey chat) {
        core.execute(() -> change(chat, it -> it.withMute(new Mute.Off())));
    }

    /// Chooses of which messages of a chat the user is told ([ChatFlags#choosing]).
    public void choose(ChatKey chat, Alerts choice) {
        core.execute(() -> change(chat, it -> it.choosing(choice)));
    }

    /// Leaves a chat out of the list, pinned or not, until something newer comes.
    public void archive(ChatKey chat) {
        core.execute(
                () -> {
                    var archived = new ChatFlags.Archived(chats.newest(chat));
                    change(
                            chat,
                            it ->
                                    it.withArchived(Optional.of(archived))
                                            .withPinned(Optional.empty()));
                });
    }

    /// Puts a chat back into the list.
    public void unarchive(ChatKey chat) {
        core.execute(() -> change(chat, it -> it.withArchived(Optional.empty())));
    }

    /// Shows a chat as unread until the user looks at it again.
    public void markUnread(ChatKey chat) {
        core.execute(() -> change(chat, it -> it.withMarkedUnread(true)));
    }

    /// The user looks at a chat.
    public void seen(ChatKey chat) {
        core.execute(() -> change(chat, it -> it.withMarkedUnread(false)));
    }

    /// Begins with what is in the store. Core lane only.
    public void load() {
        newest.putAll(store.all());
        publish();
    }

    /// The account is gone, and its chats with it. Core lane only.
    public void forget(AccountId account) {
        newest.keySet().removeIf(chat -> chat.account().equals(account));
        publish();
    }

    /// The store may have lost what it was given: it is given all again. Core lane only.
    public void storeLost() {
        store.replaceAll(newest);
    }

    /// What all devices are to know of a chat. Core lane only.
    SharedFlags shared(ChatKey chat) {
        return new SharedFlags(of(chat).isPinned(), of(chat).mute(), of(chat).alerts());
    }

    /// What is to be of a chat whose flags others may have changed as well ([SharedFlags#over]).
    /// Core lane only.
    SharedFlags merged(ChatKey chat, SharedFlags before, SharedFlags theirs) {
        return shared(chat).over(before, theirs, clock.instant());
    }

    /// The chats for which something was chosen. Core lane only.
    ///
    /// @return immutable
    Set<ChatKey> chosen() {
        return Set.copyOf(newest.keySet());
    }

    /// Takes over what was chosen on other devices, in the order of their addresses. Core lane
    /// only.
    void takeAll(Map<ChatKey, SharedFlags> theirs) {
        int place = nextPlace();
        boolean isChanged = false;
        var inOrder = theirs.entrySet().stream().sorted(Map.Entry.comparingByKey(BY_PEER)).toList();
        for (var each : inOrder) {
            int next = place++;
            isChanged |= changed(each.getKey(), it -> taken(it, each.getValue(), next));
        }
        if (isChanged) {
            publish();
        }
    }

    private static ChatFlags taken(ChatFlags before, SharedFlags theirs, int place) {
        var muted = before.withMute(theirs.mute()).withAlerts(theirs.alerts());
        if (theirs.isPinned() == muted.isPinned()) {
            return muted;
        }
        return theirs.isPinned()
                ? muted.withPinned(Optional.of(place)).withArchived(Optional.empty())
                : muted.withPinned(Optional.empty());
    }

    private void pinLast(ChatKey chat) {
        int place = nextPlace();
        if (!of(chat).isPinned()) {
            change(chat, it -> it.withPinned(Optional.of(place)).withArchived(Optional.empty()));
        }
    }

    private int nextPlace() {
        return newest.values().stream()
                .flatMap(it -> it.pinned().stream())
                .max(Comparator.naturalOrder())
                .map(last -> last + 1)
                .orElse(0);
    }

    /// To the millisecond, as it is stored and told.
    private Instant end(Duration length) {
        return clock.instant().plus(length).truncatedTo(ChronoUnit.MILLIS);
    }

    private ChatFlags of(ChatKey chat) {
        return newest.getOrDefault(chat, ChatFlags.NONE);
    }

    private List<ChatKey> pinned() {
        return newest.keySet().stream()
                .filter(chat -> of(chat).isPinned())
                .sorted(Comparator.comparing(chat -> of(chat).pinned().orElseThrow()))
                .toList();
    }

    private void change(ChatKey chat, UnaryOperator<ChatFlags> change) {
        if (changed(chat, change)) {
            publish();
        }
    }

    private boolean changed(ChatKey chat, UnaryOperator<ChatFlags> change) {
        var before = of(chat);
        var after = change.apply(before);
        if (after.equals(before)) {
            return false;
        }
        if (after.equals(ChatFlags.NONE)) {
            newest.remove(chat);
        } else {
            newest.put(chat, after);
        }
        store.put(chat, after);
        return true;
    }

    private void publish() {
        flags.set(Map.copyOf(newest));
        alarm.set(newest.values());
    }

    private void chatsChanged(List<Chat> all) {
        if (newest.values().stream().noneMatch(ChatFlags::isArchived)) {
            return;
        }
        for (var chat : all) {
            of(chat.key())
                    .archived()
                    .filter(archived -> isNewer(chat, archived))
                    .ifPresent(_ -> cameAgain(chat));
        }
    }

    /// By their rows, which grow; where the newest was taken back, an older one is the newest.
    private static boolean isNewer(Chat chat, ChatFlags.Archived archived) {
        long known = archived.newest().map(MessageKey::row).orElse(0L);
        return chat.last().map(Message::key).filter(last -> last.row() > known).isPresent();
    }

    private void cameAgain(Chat chat) {
        var still = new ChatFlags.Archived(chat.last().map(Message::key));
        change(
                chat.key(),
                it -> it.withArchived(it.isMuted() ? Optional.of(still) : Optional.empty()));
    }

    private void endMutes() {
        List.copyOf(newest.keySet()).stream()
                .filter(chat -> alarm.isOver(of(chat).mute()))
                .forEach(chat -> change(chat, it -> it.withMute(new Mute.Off())));
        alarm.set(newest.values());
    }
}
