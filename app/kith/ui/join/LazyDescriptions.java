package kith.ui.join;

import kith.base.Lane;
import kith.model.Answer;
import kith.model.FoundRoom;

import org.jxmpp.jid.EntityBareJid;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/// Asks rooms what they are as they come in sight: each once, few at a time, and the newest wish
/// first, as the eye has left the others behind. FX thread only.
final class LazyDescriptions {

    /// So many questions are open at once.
    static final int MAX_OPEN = 8;

    /// So many wishes wait; the oldest are forgotten, and come again when they come in sight again.
    static final int MAX_WAITING = 60;

    private final Function<EntityBareJid, CompletionStage<Answer<FoundRoom>>> ask;
    private final Consumer<FoundRoom> told;
    private final Lane fx;
    private final Set<EntityBareJid> known = new HashSet<>();
    private final Deque<EntityBareJid> waiting = new ArrayDeque<>();
    private int open;

    /// Which list the wishes are of.
    private int list;

    LazyDescriptions(
            Function<EntityBareJid, CompletionStage<Answer<FoundRoom>>> ask,
            Consumer<FoundRoom> told,
            Lane fx) {
        this.ask = ask;
        this.told = told;
        this.fx = fx;
    }

    void want(EntityBareJid room) {
        if (!known.add(room)) {
            return;
        }
        waiting.push(room);
        if (waiting.size() > MAX_WAITING) {
            known.remove(waiting.removeLast());
        }
        begin();
    }

    /// Another list is shown.
    void forget() {
        list++;
        open = 0;
        known.clear();
        waiting.clear();
    }

    private void begin() {
        while (open < MAX_OPEN && !waiting.isEmpty()) {
            int wished = list;
            open++;
            ask.apply(waiting.pop())
                    .thenAcceptAsync(
                            answer -> {
                                if (wished == list) {
                                    ended(answer);
                                }
                            },
                            fx);
        }
    }

    private void ended(Answer<FoundRoom> answer) {
        open--;
        answer.given().ifPresent(told);
        begin();
    }
}
