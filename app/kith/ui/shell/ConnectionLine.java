package kith.ui.shell;

import kith.model.AccountId;
import kith.model.ConnectionState;
import kith.model.SyncState;
import kith.ui.text.Texts;
import kith.ui.text.Times;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The one line in the footer that says how the accounts are, the worst one first.
///
/// @param health how bad it is
/// @param text one sentence without a full stop
record ConnectionLine(Health health, String text) {

    /// From good to bad.
    enum Health {
        CONNECTED,
        /// Connected, and reading what is not here yet.
        READING,
        CONNECTING,
        OFFLINE,
        NEEDS_ATTENTION
    }

    /// The line for these accounts; empty where there is none.
    ///
    /// @param syncs how many of their messages are here
    static Optional<ConnectionLine> of(
            List<OwnAccount> accounts, Map<AccountId, SyncState> syncs, Texts texts, Times times) {
        return accounts.stream()
                .max(Comparator.comparing(ConnectionLine::health))
                .map(
                        worst ->
                                health(worst) == Health.CONNECTED
                                        ? connected(worst, accounts, syncs, texts, times)
                                        : new ConnectionLine(
                                                health(worst),
                                                text(worst, accounts, syncs, texts, times)));
    }

    private static ConnectionLine connected(
            OwnAccount any,
            List<OwnAccount> all,
            Map<AccountId, SyncState> syncs,
            Texts texts,
            Times times) {
        return syncs.values().stream()
                .flatMap(sync -> reading(sync, texts, times).stream())
                .findFirst()
                .map(text -> new ConnectionLine(Health.READING, text))
                .orElseGet(
                        () ->
                                new ConnectionLine(
                                        Health.CONNECTED, text(any, all, syncs, texts, times)));
    }

    private static Optional<String> reading(SyncState sync, Texts texts, Times times) {
        return switch (sync) {
            case SyncState.CatchingUp(var until) ->
                    Optional.of(texts.say("connection.catchingUp", times.brief(until)));
            case SyncState.ReadingBack(var since) ->
                    Optional.of(texts.say("connection.readingBack", times.brief(since)));
            case SyncState.Whole _, SyncState.Behind _ -> Optional.empty();
        };
    }

    static Health health(OwnAccount account) {
        return switch (account.connection()) {
            case ConnectionState.Online online -> Health.CONNECTED;
            case ConnectionState.Connecting connecting -> Health.CONNECTING;
            case ConnectionState.Offline offline -> Health.OFFLINE;
            case ConnectionState.Waiting waiting -> Health.OFFLINE;
            case ConnectionState.Stopped stopped -> Health.NEEDS_ATTENTION;
        };
    }

    private static String text(
            OwnAccount worst,
            List<OwnAccount> all,
            Map<AccountId, SyncState> syncs,
            Texts texts,
            Times times) {
        var name = shortName(worst, all);
        long alike = all.stream().filter(each -> health(each) == health(worst)).count();
        boolean isAll = alike > 1 && alike == all.size();
        return switch (health(worst)) {
            case NEEDS_ATTENTION -> texts.say("connection.needsAttention", name);
            case OFFLINE ->
                    isAll
                            ? allOffline(alike, syncs, texts, times)
                            : offline(name, syncs.get(worst.account().id()), texts, times);
            case CONNECTING -> texts.say("connection.connecting", name);
            case READING, CONNECTED ->
                    isAll
                            ? texts.count("connection.allConnected", alike)
                            : texts.say("connection.connected", name);
        };
    }

    private static String offline(String name, @Nullable SyncState sync, Texts texts, Times times) {
        return sync instanceof SyncState.Behind(var until)
                ? texts.say("connection.offlineSince", name, times.brief(until))
                : texts.say("connection.offline", name);
    }

    private static String allOffline(
            long accounts, Map<AccountId, SyncState> syncs, Texts texts, Times times) {
        var offline =
                accounts == 2
                        ? texts.say("connection.bothOffline")
                        : texts.count("connection.allOffline", accounts);
        return syncs.values().stream()
                .flatMap(
                        sync ->
                                sync instanceof SyncState.Behind(var until)
                                        ? Stream.of(until)
                                        : Stream.of())
                .min(Comparator.naturalOrder())
                .map(until -> texts.say("connection.allOfflineSince", offline, times.brief(until)))
                .orElse(offline);
    }

    /// The server's name will do, unless two accounts are there.
    static String shortName(OwnAccount account, List<OwnAccount> all) {
        var domain = account.account().address().getDomain();
        long there =
                all.stream()
                        .filter(each -> each.account().address().getDomain().equals(domain))
                        .count();
        return there > 1 ? account.account().address().toString() : domain.toString();
    }
}
