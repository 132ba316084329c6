package kith.session.archive;

import kith.model.ChatKey;
import kith.session.account.Links;
import kith.xmpp.ArchiveQuery;
import kith.xmpp.ArchiveQuery.Paging;
import kith.xmpp.ArchiveSearch;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0313Archive;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/// Looks on servers for words in messages that are older than what is here of their archives
/// (XEP-0431), and brings here all from the oldest that they find on, so many at a time.
///
/// What an archive finds is not shown as such: what it takes for found is its own affair, and a
/// message out of its place would be a hole. So the archive is read back to there, and the search
/// over what is here finds it. Any thread, but for what says otherwise.
public final class OlderMessages {

    /// So many that an archive finds are brought here at a time.
    private static final int PAGE = 50;

    private final ArchiveSync archives;
    private final Links links;
    private final Xep0313Archive xep;
    private final Executor core;

    public OlderMessages(ArchiveSync archives, Links links, Xep0313Archive xep, Executor core) {
        this.archives = archives;
        this.links = links;
        this.xep = xep;
        this.core = core;
    }

    /// What became of a question.
    public enum Outcome {
        /// Some are here now.
        BROUGHT,
        /// No archive has older ones.
        NOTHING,
        /// An archive didn't say, or what it found could not be had.
        REFUSED
    }

    /// An archive that can be asked.
    ///
    /// @param field how it calls what it looks for
    private record Askable(ChatKey archive, XmppLink link, String field) {

        private ArchiveQuery query(String words, Optional<BareJid> with, Instant before) {
            return new ArchiveQuery(
                    archive.peer(),
                    with,
                    Optional.of(new ArchiveSearch(field, words, before)),
                    new Paging.Newest(),
                    PAGE);
        }
    }

    /// Whether any archive can be asked.
    ///
    /// @param chats where to look; empty for everywhere
    /// @return completes on the core lane
    public CompletionStage<Boolean> canAsk(Optional<Set<ChatKey>> chats) {
        return onCore(() -> askable(chats).thenApply(all -> !all.isEmpty()));
    }

    /// Asks all archives that can be asked, and reads them back to what they find.
    ///
    /// @param words what is looked for
    /// @param chats where to look; empty for everywhere
    /// @param isWanted asked on the core lane before each page: whether to read on
    /// @return completes on the core lane, when all is here
    public CompletionStage<Outcome> bring(
            String words, Optional<Set<ChatKey>> chats, BooleanSupplier isWanted) {
        return onCore(
                () ->
                        askable(chats)
                                .thenCompose(
                                        askable ->
                                                all(
                                                        askable,
                                                        it -> bring(it, words, chats, isWanted)))
                                .thenApply(OlderMessages::sum));
    }

    /// All that follows of a question is on the core lane where it begins there, as answers come on
    /// it.
    private <T> CompletionStage<T> onCore(Supplier<CompletionStage<T>> question) {
        var answer = new CompletableFuture<T>();
        core.execute(
                () ->
                        question.get()
                                .whenComplete(
                                        (value, failure) -> {
                                            if (failure == null) {
                                                answer.complete(value);
                                            } else {
                                                answer.completeExceptionally(failure);
                                            }
                                        }));
        return answer;
    }

    private static Outcome sum(List<Outcome> outcomes) {
        if (outcomes.contains(Outcome.BROUGHT)) {
            return Outcome.BROUGHT;
        }
        return outcomes.contains(Outcome.REFUSED) ? Outcome.REFUSED : Outcome.NOTHING;
    }

    private CompletionStage<List<Askable>> askable(Optional<Set<ChatKey>> chats) {
        return all(unread(chats), this::askable)
                .thenApply(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private List<ChatKey> unread(Optional<Set<ChatKey>> chats) {
        return archives.unread().stream()
                .filter(archive -> chats.map(it -> isOfAny(archive, it)).orElse(true))
                .toList();
    }

    /// Whether an archive has anything of these chats.
    private boolean isOfAny(ChatKey archive, Set<ChatKey> chats) {
        return isOwn(archive)
                ? chats.stream().anyMatch(chat -> chat.account().equals(archive.account()))
                : chats.contains(archive);
    }

    /// An account that was removed meanwhile has none.
    private boolean isOwn(ChatKey archive) {
        return links.knows(archive.account())
                && archive.peer().equals(links.address(archive.account()));
    }

    /// Empty where the archive looks for nothing, or doesn't say.
    private CompletionStage<Optional<Askable>> askable(ChatKey archive) {
        return links.online(archive.account())
                .map(link -> askable(archive, link))
                .orElse(CompletableFuture.completedStage(Optional.empty()));
    }

    private CompletionStage<Optional<Askable>> askable(ChatKey archive, XmppLink link) {
        return xep.searchField(link, archive.peer())
                .handle(
                        (field, failure) ->
                                answered(failure)
                                        ? field.map(it -> new Askable(archive, link, it))
                                        : Optional.empty());
    }

    private CompletionStage<Outcome> bring(
            Askable asked, String words, Optional<Set<ChatKey>> chats, BooleanSupplier isWanted) {
        var archive = asked.archive();
        var since = archives.wholeSince(archive);
        if (since.isEmpty()) {
            return CompletableFuture.completedStage(Outcome.NOTHING); // all is here by now
        }
        return xep.page(asked.link(), asked.query(words, with(archive, chats), since.get()))
                .thenCompose(
                        page ->
                                page.first().isEmpty()
                                        ? CompletableFuture.completedStage(Outcome.NOTHING)
                                        : readBack(archive, page.firstAt(), isWanted))
                .handle((outcome, failure) -> answered(failure) ? outcome : Outcome.REFUSED);
    }

    /// The one chat of an account's archive that is meant, where it is one.
    private Optional<BareJid> with(ChatKey archive, Optional<Set<ChatKey>> chats) {
        return chats.filter(it -> it.size() == 1 && isOwn(archive))
                .map(it -> it.iterator().next().peer());
    }

    private CompletionStage<Outcome> readBack(
            ChatKey archive, Instant goal, BooleanSupplier isWanted) {
        var since = archives.wholeSince(archive);
        if (since.filter(it -> !it.isBefore(goal)).isEmpty() || !isWanted.getAsBoolean()) {
            return CompletableFuture.completedStage(
                    archives.isThere(archive) ? Outcome.BROUGHT : Outcome.REFUSED);
        }
        var read = new CompletableFuture<@Nullable Void>();
        archives.readBack(archive, () -> read.complete(null));
        return read.thenCompose(
                _ ->
                        archives.wholeSince(archive).equals(since)
                                ? CompletableFuture.completedStage(Outcome.REFUSED)
                                : readBack(archive, goal, isWanted));
    }

    /// Whether there was an answer, not a refusal; what fails otherwise is a bug.
    private static boolean answered(@Nullable Throwable failure) {
        if (failure != null && RefusedException.in(failure).isEmpty()) {
            throw new CompletionException(failure);
        }
        return failure == null;
    }

    private static <A, T> CompletionStage<List<T>> all(
            List<A> asked, Function<A, CompletionStage<T>> question) {
        var futures =
                asked.stream().map(question).map(CompletionStage::toCompletableFuture).toList();
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .thenApply(_ -> futures.stream().map(CompletableFuture::join).toList());
    }
}
