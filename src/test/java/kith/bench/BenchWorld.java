package kith.bench;

import kith.lab.LabAccount;
import kith.lab.MappedWindows;
import kith.lab.RosterEntry;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;

import org.jxmpp.jid.impl.JidCreate;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What stands around a measured Kith: a real Prosody, accounts with as many contacts as asked for,
/// a [Watcher] among them, and a display.
final class BenchWorld implements AutoCloseable {

    private final KithImage image;
    private final XmppServer server = XmppServer.prosody(ServerProfile.NORMAL);
    private final LabAccount friend = server.newAccount("friend");
    private final Watcher watcher = Watcher.signIn(server, friend);
    private final VirtualDisplay display = VirtualDisplay.start();

    BenchWorld(KithImage image) {
        this.image = image;
    }

    KithImage image() {
        return image;
    }

    XmppServer server() {
        return server;
    }

    Watcher watcher() {
        return watcher;
    }

    VirtualDisplay display() {
        return display;
    }

    MappedWindows windows() {
        return display.windows();
    }

    /// Makes an account with this many contacts, all present, the watcher one of them.
    LabAccount accountWith(int contacts) {
        LabAccount account = server.newAccount("user");
        server.befriend(account, friend, "Friends");
        server.addContacts(
                account.jid(),
                IntStream.range(1, contacts)
                        .mapToObj(
                                i ->
                                        RosterEntry.both(
                                                JidCreate.bareFromOrThrowUnchecked(
                                                        "person%d@%s"
                                                                .formatted(i, server.crowdHost())),
                                                "Person " + i,
                                                "Group " + i % 10))
                        .toList());
        return account;
    }

    /// A profile in which this account is set up, but has never signed in.
    Profile profileOf(LabAccount account) {
        var profile = Profile.create();
        image.addAccount(profile, server, account);
        return profile;
    }

    /// Starts Kith with its window.
    KithProcess open(Profile profile, String... arguments) {
        return open(profile, Map.of(), arguments);
    }

    /// The same, with more in its environment.
    KithProcess open(Profile profile, Map<String, String> environment, String... arguments) {
        display.windows().forget();
        var all = new HashMap<>(KithImage.trusting(server));
        all.put("DISPLAY", display.name());
        all.putAll(environment);
        return image.start(profile, all, arguments);
    }

    /// Lets Kith start for the first time, fetch all there is, and end.
    void startOnce(Profile profile, LabAccount account, String... arguments) {
        var arrival = watcher.next(account.jid());
        var all = Stream.concat(Stream.of("--events"), Stream.of(arguments));
        try (var kith = open(profile, all.toArray(String[]::new))) {
            watcher.ping(Watcher.await(arrival).client());
            kith.await("CaughtUp", _ -> true);
        }
    }

    @Override
    public void close() {
        display.close();
        watcher.close();
        server.close();
    }
}
