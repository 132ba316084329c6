package kith.ui.composer;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.model.Spelling;
import kith.model.TextRange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A speller that knows a few words that are wrong, and what is meant by them.
public final class FakeSpelling {

    private static final Pattern WORD = Pattern.compile("[\\p{L}’]+");

    /// The texts that were to be checked.
    public final List<String> asked = new ArrayList<>();

    /// What was chosen, added and ignored.
    public final List<String> done = new ArrayList<>();

    private final ImmediateLane core = new ImmediateLane();
    private final Cell<Spelling> state =
            new Cell<>(
                    core,
                    new Spelling(
                            List.of("de_DE", "en_GB", "en_US"),
                            Optional.of("en_GB"),
                            Set.of(),
                            Set.of(),
                            Set.of()));
    private final Map<String, List<String>> wrong;
    private final Deque<Runnable> held = new ArrayDeque<>();
    private final Deque<Runnable> heldSuggestions = new ArrayDeque<>();
    private boolean isHeld;
    private boolean isHoldingSuggestions;

    /// @param wrong words, and what may be meant by each
    public FakeSpelling(Map<String, List<String>> wrong) {
        this.wrong = wrong;
    }

    public SpellingCommands commands() {
        return new SpellingCommands(
                state,
                this::misspelt,
                this::suggest,
                dictionary -> {
                    done.add("choose " + dictionary.orElse("none"));
                    change(it -> with(it, it.installed(), dictionary));
                },
                word -> right("add", word),
                this::remove,
                word -> right("ignore", word),
                () -> done.add("look"),
                "/home/mara/.local/share/kith/dictionaries");
    }

    /// These dictionaries are installed, and the first is used.
    public void install(String... names) {
        var all = List.of(names);
        change(it -> with(it, all, all.stream().findFirst()));
    }

    /// One can't be read.
    public void damage(String name) {
        change(
                it ->
                        new Spelling(
                                it.installed(),
                                it.dictionary(),
                                Set.of(name),
                                it.right(),
                                it.own()));
    }

    /// From now on it takes its time.
    void hold() {
        isHeld = true;
    }

    /// Answers the oldest question.
    void answer() {
        held.remove().run();
    }

    /// From now on it takes its time to suggest.
    void holdSuggestions() {
        isHoldingSuggestions = true;
    }

    /// Answers the oldest question for suggestions.
    void suggestNow() {
        heldSuggestions.remove().run();
    }

    private CompletionStage<List<String>> suggest(String word) {
        var answer = new CompletableFuture<List<String>>();
        Runnable find = () -> answer.complete(wrong.getOrDefault(word, List.of()));
        if (isHoldingSuggestions) {
            heldSuggestions.add(find);
        } else {
            find.run();
        }
        return answer;
    }

    private void remove(String word) {
        done.add("remove " + word);
        change(
                it ->
                        new Spelling(
                                it.installed(),
                                it.dictionary(),
                                it.unreadable(),
                                without(it.right(), word),
                                without(it.own(), word)));
    }

    private static Set<String> without(Set<String> words, String word) {
        var left = new HashSet<>(words);
        left.remove(word);
        return Set.copyOf(left);
    }

    private static Set<String> with(Set<String> words, String word) {
        var all = new HashSet<>(words);
        all.add(word);
        return Set.copyOf(all);
    }

    private void right(String how, String word) {
        done.add(how + " " + word);
        change(
                it ->
                        new Spelling(
                                it.installed(),
                                it.dictionary(),
                                it.unreadable(),
                                with(it.right(), word),
                                how.equals("add") ? with(it.own(), word) : it.own()));
    }

    private CompletionStage<List<TextRange>> misspelt(String text) {
        asked.add(text);
        var answer = new CompletableFuture<List<TextRange>>();
        Runnable check = () -> answer.complete(found(text));
        if (isHeld) {
            held.add(check);
        } else {
            check.run();
        }
        return answer;
    }

    private List<TextRange> found(String text) {
        return WORD.matcher(text)
                .results()
                .filter(it -> wrong.containsKey(it.group()))
                .filter(it -> !state.get().right().contains(it.group()))
                .map(it -> new TextRange(it.start(), it.end()))
                .toList();
    }

    private void change(UnaryOperator<Spelling> change) {
        core.execute(() -> state.update(change));
    }

    private static Spelling with(
            Spelling before, List<String> installed, Optional<String> dictionary) {
        return new Spelling(
                installed, dictionary, before.unreadable(), before.right(), before.own());
    }
}
