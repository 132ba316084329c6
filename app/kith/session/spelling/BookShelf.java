package kith.session.spelling;

import kith.base.Lane;
import kith.base.Subscription;
import kith.base.Timer;
import kith.store.dictionary.WordBook;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// The dictionaries that are read, one copy of each. Core lane only.
final class BookShelf {

    /// Who pauses for longer than this waits a second when they write on.
    private static final Duration UNUSED = Duration.ofMinutes(20);

    private final Function<String, Optional<WordBook>> open;
    private final Timer timer;
    private final Executor io;
    private final Lane core;
    private final Map<String, Book> books = new HashMap<>();

    /// @param open reads one; on io
    BookShelf(
            Function<String, Optional<WordBook>> open, Timer timer, Executor io, Lane core) {
        this.open = open;
        this.timer = timer;
        this.io = io;
        this.core = core;
    }

    /// The dictionary of that name, which is read if it isn't yet; empty where it can't be. One
    /// that can't is tried again once it was put away.
    CompletableFuture<Optional<WordBook>> take(String name) {
        core.check();
        var book =
                books.computeIfAbsent(
                        name,
                        _ -> new Book(CompletableFuture.supplyAsync(() -> open.apply(name), io)));
        book.unused.close();
        book.unused = timer.after(UNUSED, () -> books.remove(name, book));
        return book.read;
    }

    /// Reads it anew when it is asked for next.
    void putAway(String name) {
        core.check();
        Optional.ofNullable(books.remove(name)).ifPresent(book -> book.unused.close());
    }

    /// How many there are.
    int size() {
        return books.size();
    }

    private static final class Book {

        private final CompletableFuture<Optional<WordBook>> read;
        private Subscription unused = () -> {};

        Book(CompletableFuture<Optional<WordBook>> read) {
            this.read = read;
        }
    }
}
