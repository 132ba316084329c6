package kith.ui.shell;

import kith.model.ConnectionState;
import kith.ui.text.Texts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The one line in the footer that says how the accounts are, the worst one first.
///
/// @param health how bad it is
/// @param text one sentence without a full stop
record ConnectionLine(Health health, String text) {

    /// From good to bad.
    enum Health {
        CONNECTED,
        CONNECTING,
        OFFLINE,
        NEEDS_ATTENTION
    }

    /// The line for these accounts; empty where there is none.
    static Optional<ConnectionLine> of(List<OwnAccount> accounts, Texts texts) {
        return accounts.stream()
                .max(Comparator.comparing(ConnectionLine::health))
                .map(worst -> new ConnectionLine(health(worst), text(worst, accounts, texts)));
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

    private static String text(OwnAccount worst, List<OwnAccount> all, Texts texts) {
        var name = shortName(worst, all);
        long alike = all.stream().filter(each -> health(each) == health(worst)).count();
        boolean isAll = alike > 1 && alike == all.size();
        return switch (health(worst)) {
            case NEEDS_ATTENTION -> texts.say("connection.needsAttention", name);
            case OFFLINE ->
                    isAll ? allOffline(alike, texts) : texts.say("connection.offline", name);
            case CONNECTING -> texts.say("connection.connecting", name);
            case CONNECTED ->
                    isAll
                            ? texts.count("connection.allConnected", alike)
                            : texts.say("connection.connected", name);
        };
    }

    private static String allOffline(long accounts, Texts texts) {
        return accounts == 2
                ? texts.say("connection.bothOffline")
                : texts.count("connection.allOffline", accounts);
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
