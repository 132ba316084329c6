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

    /// Three times what reading the largest may take.
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final Function<String, Optional<WordBook>> open;
    private final Timer timer;
    private final Executor io;
    private final Lane core;
    private final Map<String, Book> books = new HashMap<>();

    /// @param open reads one; on io
    BookShelf(Function<String, Optional<WordBook>> open, Timer timer, Executor io, Lane core) {
        this.open = open;
        this.timer = timer;
        this.io = io;
        this.core = core;
    }

    /// The dictionary of that name, which is read if it isn't yet; empty where it can't be, or
    /// takes too long. One that can't is tried again once it was put away; one whose reading
    /// failed for another reason, when it is asked for next.
    CompletableFuture<Optional<WordBook>> take(String name) {
        core.check();
        var book = Optional.ofNullable(books.get(name)).orElseGet(() -> read(name));
        book.unused.close();
        book.unused = timer.after(UNUSED, () -> books.remove(name, book));
        return book.read;
    }

    private Book read(String name) {
        var book = new Book(CompletableFuture.supplyAsync(() -> open.apply(name), io));
        books.put(name, book);
        var late = timer.after(LONGEST, () -> book.read.complete(Optional.empty()));
        var _ =
                book.read.whenCompleteAsync(
                        (_, failure) -> {
                            late.close();
                            if (failure != null && books.remove(name, book)) {
                                book.unused.close();
                            }
                        },
                        core);
        return book;
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
