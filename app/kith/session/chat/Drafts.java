package kith.session.chat;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.store.DraftStore;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What the user has begun to write to each chat; kept over restarts.
///
/// It is stored when they pause, turn away or quit. One page at a time writes to a chat: it is told
/// what was there before it, and what comes back. Commands may be called on any thread.
public final class Drafts {

    /// After so long without a change the user pauses.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DraftStore store;
    private final Timer timer;
    private final Lane core;
    private final Map<ChatKey, String> newest = new HashMap<>();
    private final Map<ChatKey, Subscription> unsaved = new HashMap<>();
    private final Map<ChatKey, Writer> writers = new HashMap<>();
    private final Cell<Map<ChatKey, String>> drafts;

    public Drafts(DraftStore store, Timer timer, Lane core) {
        this.store = store;
        this.timer = timer;
        this.core = core;
        this.drafts = new Cell<>(core, Map.of());
    }

    /// Whoever shows the draft of a chat.
    private record Writer(Lane lane, Predicate<String> given) {}

    /// What is stored: immutable, no blank texts. It lags behind while the user types.
    public Live<Map<ChatKey, String>> drafts() {
        return drafts;
    }

    /// Begins to write to a chat.
    ///
    /// @param given is told, on the lane, each text that is to stand before what was written
    ///   meanwhile: first the draft, if there is one, later what came back; and answers whether it
    ///   took it. It then says by [#write] what there is together
    /// @return ends it, and stores the draft
    public Subscription open(ChatKey chat, Lane lane, Predicate<String> given) {
        var writer = new Writer(lane, given);
        core.execute(
                () -> {
                    writers.put(chat, writer);
                    var draft = newest.get(chat);
                    if (draft != null) {
                        lane.execute(
                                () -> {
                                    var _ = given.test(draft); // not taken, it stays here
                                });
                    }
                });
        return () ->
                core.execute(
                        () -> {
                            writers.remove(chat, writer);
                            save(chat);
                        });
    }

    /// What is written to a chat is now this; blank is nothing.
    public void write(ChatKey chat, String text) {
        core.execute(() -> written(chat, text));
    }

    /// The user turns away from the chat: what was written is stored now.
    public void settle(ChatKey chat) {
        core.execute(() -> save(chat));
    }

    /// The program ends: what was written is stored now.
    public void settleAll() {
        core.execute(() -> List.copyOf(unsaved.keySet()).forEach(this::save));
    }

    /// Puts a text that was sent, and could not be kept, back before what was written meanwhile.
    public void giveBack(ChatKey chat, String text) {
        core.execute(
                () -> {
                    var writer = writers.get(chat);
                    if (writer != null) {
                        writer.lane.execute(
                                () -> {
                                    if (!writer.given.test(text)) {
                                        giveBack(chat, text);
                                    }
                                });
                    } else {
                        var now = newest.get(chat);
                        written(chat, now == null ? text : text + "\n" + now);
                        save(chat);
                    }
                });
    }

    /// Begins with what is in the store. Core lane only.
    public void load() {
        newest.putAll(store.all());
        drafts.set(Map.copyOf(newest));
    }

    /// The account is gone, and what was written in it. Core lane only.
    public void forget(AccountId account) {
        newest.keySet().removeIf(chat -> chat.account().equals(account));
        List.copyOf(unsaved.keySet()).stream()
                .filter(chat -> chat.account().equals(account))
                .map(unsaved::remove)
                .forEach(Subscription::close);
        drafts.set(Map.copyOf(newest));
    }

    /// The store may have lost what it was given: it is given all again. Core lane only.
    public void storeLost() {
        store.replaceAll(newest);
        drafts.set(Map.copyOf(newest));
    }

    private void written(ChatKey chat, String text) {
        boolean isSame =
                text.isBlank() ? newest.remove(chat) == null : text.equals(newest.put(chat, text));
        if (isSame) {
            return;
        }
        Optional.ofNullable(unsaved.remove(chat)).ifPresent(Subscription::close);
        unsaved.put(chat, timer.after(PAUSE, () -> save(chat)));
        if (text.isBlank()) {
            save(chat); // together with the message that it has become
        }
    }

    private void save(ChatKey chat) {
        var waiting = unsaved.remove(chat);
        if (waiting == null) {
            return;
        }
        waiting.close();
        var text = newest.get(chat);
        if (text == null) {
            store.remove(chat);
        } else {
            store.put(chat, text);
        }
        var now = new HashMap<>(drafts.get());
        if (text == null) {
            now.remove(chat);
        } else {
            now.put(chat, text);
        }
        drafts.set(Map.copyOf(now));
    }
}
