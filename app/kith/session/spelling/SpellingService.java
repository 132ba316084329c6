package kith.session.spelling;

import kith.base.BatchLane;
import kith.base.Cell;
import kith.base.Live;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Spelling;
import kith.model.TextRange;
import kith.store.SpellingStore;
import kith.store.dictionary.DictionaryFolders;
import kith.store.dictionary.WordBook;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/// Says which words are misspelt, in each chat by the dictionary that was chosen for it. What is
/// chosen and the words the user adds are kept over restarts; nothing of it leaves this computer.
///
/// Commands and questions may be asked on any thread.
public final class SpellingService {

    private static final String LAST = "spelling.dictionary";

    /// As many as one looks through at a glance.
    private static final int MOST_SUGGESTIONS = 5;

    private final SpellingStore store;
    private final Choices choices;
    private final DictionaryFolders folders;
    private final BookShelf shelf;
    private final BatchLane core;
    private final Executor io;
    private final Cell<SpellingState> state;

    public SpellingService(
            SpellingStore store,
            Choices choices,
            DictionaryFolders folders,
            Timer timer,
            BatchLane core,
            Executor io) {
        this.store = store;
        this.choices = choices;
        this.folders = folders;
        this.core = core;
        this.io = io;
        this.shelf = new BookShelf(folders::open, timer, io, core);
        this.state = new Cell<>(core, SpellingState.EMPTY);
    }

    /// How a chat is checked.
    public Live<Spelling> in(ChatKey chat) {
        return state.map(it -> it.of(chat, Locale.getDefault()));
    }

    /// Which words of a text are misspelt.
    ///
    /// @return in order; none where nothing is checked
    public CompletionStage<List<TextRange>> misspelt(ChatKey chat, String text) {
        return ask(chat, List.of(), (book, spelling) -> misspelt(text, book, spelling));
    }

    /// What may have been meant by a misspelt word, the likeliest first; at most five.
    public CompletionStage<List<String>> suggest(ChatKey chat, String word) {
        return ask(chat, List.of(), (book, _) -> book.suggest(word, MOST_SUGGESTIONS));
    }

    /// Checks a chat by a dictionary from now on, or not at all; and those chats for which nothing
    /// was chosen and in which nothing was checked yet.
    public void choose(ChatKey chat, Optional<String> dictionary) {
        core.execute(
                () -> {
                    dictionary
                            .filter(it -> state.get().unreadable().contains(it))
                            .ifPresent(this::tryAgain);
                    store.choose(chat, dictionary);
                    choices.set(LAST, dictionary.orElse(""));
                    state.update(it -> it.withChosen(chat, dictionary));
                });
    }

    /// From now on the word is right, in every language.
    public void add(String word) {
        core.execute(
                () -> {
                    store.add(word);
                    state.update(it -> it.withOwn(with(it.own(), word)));
                });
    }

    /// A word that was added is not the user's own any more.
    public void remove(String word) {
        core.execute(
                () -> {
                    store.remove(word);
                    state.update(it -> it.withOwn(without(it.own(), word)));
                });
    }

    /// Where the user can put dictionaries.
    public Path folder() {
        return folders.first();
    }

    /// The word is right as long as Kith runs.
    public void ignore(String word) {
        core.execute(() -> state.update(it -> it.withIgnored(with(it.ignored(), word))));
    }

    /// Looks which dictionaries there are now.
    public void lookAgain() {
        io.execute(
                () -> {
                    var names = folders.names();
                    core.execute(() -> found(names));
                });
    }

    /// Begins with what is in the store. Core lane only.
    public void load() {
        var words = store.words();
        var chosen = store.chosen();
        state.update(it -> it.withOwn(words).withChosen(chosen).withLast(last()));
        lookAgain();
    }

    /// The account is gone, and its chats with it. Core lane only.
    public void forget(AccountId account) {
        state.update(
                it -> {
                    var chosen = new HashMap<>(it.chosen());
                    chosen.keySet().removeIf(chat -> chat.account().equals(account));
                    return it.withChosen(chosen);
                });
    }

    /// The store may have lost what it was given: it is given all again. Core lane only.
    public void storeLost() {
        store.replaceAll(state.get().own(), state.get().chosen());
    }

    private Optional<Optional<String>> last() {
        var name = choices.get(LAST);
        return name.isPresent() ? Optional.of(name.filter(it -> !it.isEmpty())) : Optional.empty();
    }

    private void found(List<String> names) {
        if (!names.equals(state.get().installed())) {
            state.update(it -> it.withInstalled(names));
        }
    }

    private void tryAgain(String name) {
        shelf.putAway(name);
        state.update(it -> it.withTried(name, true));
    }

    private <T> CompletionStage<T> ask(ChatKey chat, T nothing, Question<T> question) {
        var answer = new CompletableFuture<T>();
        core.execute(
                () -> {
                    var spelling = state.get().of(chat, Locale.getDefault());
                    if (!spelling.isOn()) {
                        answer.complete(nothing);
                        return;
                    }
                    var name = spelling.dictionary().orElseThrow();
                    var book = shelf.take(name);
                    var _ =
                            book.thenAcceptAsync(
                                    it -> {
                                        tried(name, it);
                                        it.ifPresent(_ -> keep(chat, name));
                                    },
                                    core);
                    var _ =
                            book.thenApplyAsync(
                                            it -> it.map(read -> question.put(read, spelling)), io)
                                    .whenComplete(
                                            (answered, failure) -> {
                                                var _ =
                                                        book.thenAcceptAsync(
                                                                it -> tried(name, it), core);
                                                if (failure == null) {
                                                    answer.complete(answered.orElse(nothing));
                                                } else {
                                                    answer.completeExceptionally(failure);
                                                    core.execute(() -> fail(failure));
                                                }
                                            });
                });
        return answer;
    }

    /// For the lane's guard: whoever asked may have turned away.
    private static void fail(Throwable failure) {
        throw new CompletionException(failure);
    }

    /// What was checked stays checked so, whatever is chosen elsewhere.
    private void keep(ChatKey chat, String name) {
        if (!state.get().chosen().containsKey(chat)) {
            store.choose(chat, Optional.of(name));
            state.update(it -> it.withKept(chat, Optional.of(name)));
        }
    }

    /// One that is too slow is as good as none.
    private void tried(String name, Optional<WordBook> book) {
        boolean isReadable = book.filter(it -> !it.isTooSlow()).isPresent();
        state.update(it -> it.withTried(name, isReadable));
    }

    private static List<TextRange> misspelt(String text, WordBook book, Spelling spelling) {
        return WrittenWords.of(text).stream()
                .filter(
                        range -> {
                            var word = text.substring(range.start(), range.end());
                            return !isRight(word, spelling.right()) && book.isMisspelt(word);
                        })
                .toList();
    }

    /// Words that are written small may begin a sentence.
    private static boolean isRight(String word, Set<String> right) {
        return right.contains(word) || right.contains(word.toLowerCase(Locale.ROOT));
    }

    private static Set<String> with(Set<String> words, String word) {
        var all = new HashSet<>(words);
        all.add(word);
        return Set.copyOf(all);
    }

    private static Set<String> without(Set<String> words, String word) {
        var left = new HashSet<>(words);
        left.remove(word);
        return Set.copyOf(left);
    }

    /// What is asked of a dictionary, on io.
    @FunctionalInterface
    private interface Question<T> {

        T put(WordBook book, Spelling spelling);
    }
}
