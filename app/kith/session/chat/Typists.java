package kith.session.chat;

import kith.base.Subscription;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who is writing now in which chat, as their clients say (XEP-0085).
///
/// A client says once that somebody writes, and once that they don't any more. One whose line broke
/// says nothing: so nobody writes for longer than [#PATIENCE], nor when they are gone. Core lane
/// only.
final class Typists {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    /// So many in one chat; those who come then are not shown anyway.
    static final int MOST = 50;

    private final Timer timer;
    private final Runnable changed;
    private final Map<ChatKey, Map<String, Subscription>> writing = new HashMap<>();

    /// @param changed runs whenever somebody begins or stops
    Typists(Timer timer, Runnable changed) {
        this.timer = timer;
        this.changed = changed;
    }

    /// Who writes, the first that began first: in a room their nicks, else their devices.
    List<String> in(ChatKey chat) {
        return List.copyOf(writing.getOrDefault(chat, Map.of()).keySet());
    }

    void begins(ChatKey chat, String who) {
        var inChat = writing.computeIfAbsent(chat, _ -> new LinkedHashMap<>());
        var alarm = inChat.get(who);
        if (alarm != null) {
            alarm.close();
        } else if (inChat.size() == MOST) {
            return;
        }
        inChat.put(who, timer.after(PATIENCE, () -> stops(chat, who)));
        if (alarm == null) {
            changed.run();
        }
    }

    /// Whether they have said so, or are gone.
    void stops(ChatKey chat, String who) {
        var inChat = writing.get(chat);
        if (inChat == null || !inChat.containsKey(who)) {
            return;
        }
        inChat.get(who).close();
        inChat.remove(who);
        if (inChat.isEmpty()) {
            writing.remove(chat);
        }
        changed.run();
    }

    /// Nobody is heard of there any more.
    void forget(ChatKey chat) {
        var inChat = writing.remove(chat);
        if (inChat != null) {
            inChat.values().forEach(Subscription::close);
            changed.run();
        }
    }

    /// Nobody of the account's chats is heard of any more.
    void forget(AccountId account) {
        writing.keySet().stream()
                .filter(chat -> chat.account().equals(account))
                .toList()
                .forEach(this::forget);
    }
}
