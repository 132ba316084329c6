package kith.session.chat;

import kith.base.Lane;
import kith.base.Subscription;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.EditDraft;
import kith.model.Message;
import kith.model.MessageKey;
import kith.session.feed.SessionEvent;
import kith.store.DraftStore;
import kith.store.MessageStore;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Which message of ours the user has begun to change in each chat, and how far they have come;
/// kept over restarts, as what they write anew is ([Drafts]).
///
/// It is stored when they pause, turn away or quit. Commands may be called on any thread.
public final class DraftEdits {

    /// After so long without a change the user pauses.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DraftStore store;
    private final MessageStore messages;
    private final Timer timer;
    private final Lane core;
    private final Map<ChatKey, EditDraft> newest = new HashMap<>();
    private final Map<ChatKey, Subscription> unsaved = new HashMap<>();
    private final Map<ChatKey, Editor> editors = new HashMap<>();

    public DraftEdits(DraftStore store, MessageStore messages, Timer timer, Lane core) {
        this.store = store;
        this.messages = messages;
        this.timer = timer;
        this.core = core;
    }

    /// Whoever shows what is being changed in a chat.
    private record Editor(Lane lane, Consumer<MessageKey> gone) {}

    /// Begins to show a chat.
    ///
    /// @param resumed is told, on the lane, the message that was being changed when the chat was
    ///   left, and how far the user had come
    /// @param lost is told, on the lane, how far they had come where it can be changed no more;
    ///   that stays kept until something else is written, or nothing
    /// @param gone is told, on the lane, of each message of the chat that is gone, ours or not
    /// @return ends it, and stores what is there
    public Subscription open(
            ChatKey chat,
            Lane lane,
            BiConsumer<Message, String> resumed,
            Consumer<String> lost,
            Consumer<MessageKey> gone) {
        var editor = new Editor(lane, gone);
        core.execute(
                () -> {
                    editors.put(chat, editor);
                    kept(chat).ifPresent(kept -> resume(kept, lane, resumed, lost));
                });
        return () ->
                core.execute(
                        () -> {
                            editors.remove(chat, editor);
                            save(chat);
                        });
    }

    private void resume(
            EditDraft kept, Lane lane, BiConsumer<Message, String> resumed, Consumer<String> lost) {
        messages.find(kept.message())
                .map(messages::showing)
                .filter(Message::isCorrectable)
                .ifPresentOrElse(
                        message -> lane.execute(() -> resumed.accept(message, kept.text())),
                        () -> lane.execute(() -> lost.accept(kept.text())));
    }

    /// This is being changed in a chat now, or nothing.
    public void write(ChatKey chat, Optional<EditDraft> edit) {
        core.execute(() -> written(chat, edit));
    }

    /// The user turns away from the chat: what is there is stored now.
    public void settle(ChatKey chat) {
        core.execute(() -> save(chat));
    }

    /// The program ends: what is there is stored now.
    public void settleAll() {
        core.execute(() -> List.copyOf(unsaved.keySet()).forEach(this::save));
    }

    /// A message is gone, as the user wished. Core lane only.
    void gone(ChatKey chat, MessageKey message) {
        if (kept(chat).filter(edit -> edit.message().equals(message)).isPresent()) {
            written(chat, Optional.empty());
        }
        Optional.ofNullable(editors.get(chat))
                .ifPresent(editor -> editor.lane.execute(() -> editor.gone.accept(message)));
    }

    /// A message was taken back for everyone (XEP-0424), here or elsewhere: where it is being
    /// changed, its words stay nowhere. Core lane only.
    public void heard(SessionEvent event) {
        if (event instanceof SessionEvent.MessageChanged(var message) && message.isRetracted()) {
            gone(message.chat(), message.key());
        }
    }

    /// Begins with what is in the store. Core lane only.
    public void load() {
        newest.putAll(store.edits());
    }

    /// The account is gone, and what was written in it. Core lane only.
    public void forget(AccountId account) {
        newest.keySet().removeIf(chat -> chat.account().equals(account));
        List.copyOf(unsaved.keySet()).stream()
                .filter(chat -> chat.account().equals(account))
                .map(unsaved::remove)
                .forEach(Subscription::close);
    }

    /// The store may have lost what it was given: it is given all again. Core lane only.
    public void storeLost() {
        store.replaceEdits(newest);
    }

    private Optional<EditDraft> kept(ChatKey chat) {
        return Optional.ofNullable(newest.get(chat));
    }

    private void written(ChatKey chat, Optional<EditDraft> edit) {
        if (kept(chat).equals(edit)) {
            return;
        }
        edit.ifPresentOrElse(it -> newest.put(chat, it), () -> newest.remove(chat));
        Optional.ofNullable(unsaved.remove(chat)).ifPresent(Subscription::close);
        unsaved.put(chat, timer.after(PAUSE, () -> save(chat)));
        if (edit.isEmpty()) {
            save(chat); // together with the correction that it has become
        }
    }

    private void save(ChatKey chat) {
        var waiting = unsaved.remove(chat);
        if (waiting != null) {
            waiting.close();
            store.setEdit(chat, kept(chat));
        }
    }
}
