package kith.session.picture;

import kith.model.AccountId;
import kith.model.MessageKey;
import kith.session.account.Links;
import kith.xmpp.Download;
import kith.xmpp.TransferException;
import kith.xmpp.TransferException.Kind;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Pictures on their way: a few at once, those that were wanted last first. One that nobody looks
/// at any more makes room for one that somebody does. Core lane only.
final class Fetches {

    private static final int AT_ONCE = 3;

    private final Links links;
    private final Outcome outcome;

    /// What was wanted last at the end.
    private final LinkedHashMap<MessageKey, Fetch> waiting = new LinkedHashMap<>();

    private final Map<MessageKey, Download> running = new HashMap<>();

    /// Of those that run.
    private final Set<MessageKey> unseen = new HashSet<>();

    /// A picture to be fetched.
    ///
    /// @param most bytes
    record Fetch(MessageKey message, AccountId account, URI place, long most) {}

    /// What is asked about each before it is begun, and told of it then, unless it was given up.
    interface Outcome {

        /// Whether it may be fetched yet: it may have waited for long.
        boolean isAllowed(Fetch fetch);

        void came(Fetch fetch, byte[] file);

        /// It can't be had.
        ///
        /// @param size as its server said
        void failed(Fetch fetch, Kind why, OptionalLong size);
    }

    Fetches(Links links, Outcome outcome) {
        this.links = links;
        this.outcome = outcome;
    }

    /// Somebody looks at a message whose picture isn't here.
    void want(Fetch fetch) {
        var message = fetch.message();
        if (running.containsKey(message)) {
            unseen.remove(message);
        } else {
            waiting.putLast(message, fetch);
            next();
        }
    }

    /// Nobody looks at it any more.
    void leave(MessageKey message) {
        waiting.remove(message);
        if (running.containsKey(message)) {
            unseen.add(message);
            next();
        }
    }

    /// It is not to be fetched any more.
    void stop(MessageKey message) {
        waiting.remove(message);
        giveUp(message);
        next();
    }

    /// The account is gone.
    void forget(AccountId account) {
        waiting.values().removeIf(it -> it.account().equals(account));
    }

    private void next() {
        makeRoom();
        while (running.size() < AT_ONCE && !waiting.isEmpty()) {
            begin(waiting.pollLastEntry().getValue());
        }
    }

    private void makeRoom() {
        if (!waiting.isEmpty() && running.size() >= AT_ONCE) {
            unseen.stream().findAny().ifPresent(this::giveUp);
        }
    }

    /// Its end, of which is heard later, is nobody's any more: it may be wanted anew before.
    private void giveUp(MessageKey message) {
        unseen.remove(message);
        Optional.ofNullable(running.remove(message)).ifPresent(Download::cancel);
    }

    private void begin(Fetch fetch) {
        if (!outcome.isAllowed(fetch)) {
            return;
        }
        var link = links.online(fetch.account());
        if (link.isEmpty()) {
            outcome.failed(fetch, Kind.INTERRUPTED, OptionalLong.empty());
            return;
        }
        var download = link.get().get(fetch.place(), fetch.most());
        running.put(fetch.message(), download);
        var _ =
                download.done()
                        .whenComplete(
                                (file, failure) -> {
                                    if (running.remove(fetch.message(), download)) {
                                        boolean isSeen = !unseen.remove(fetch.message());
                                        if (file != null) {
                                            outcome.came(fetch, file);
                                        } else if (isSeen) {
                                            outcome.failed(fetch, kind(failure), download.size());
                                        }
                                        next();
                                    }
                                });
    }

    private static Kind kind(Throwable failure) {
        return TransferException.in(failure)
                .map(TransferException::kind)
                .orElseThrow(() -> new IllegalStateException(failure));
    }
}
