package kith.lab.world;

import kith.base.Timer;
import kith.lab.LabUser;
import kith.lab.XmppServer;

import org.jivesoftware.smack.packet.Presence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The people of the sample world who are online: signed in without a window, present, in their
/// rooms, and answering Mara.
///
/// One of them is a [RestlessWriter].
final class Inhabitants implements AutoCloseable {

    private static final Duration TYPING = Duration.ofSeconds(1);
    private static final String RESTLESS = "olena";

    private final Map<String, LabUser> users = new HashMap<>();
    private final List<LabUser> secondDevices = new ArrayList<>();
    private Optional<RestlessWriter> restless = Optional.empty();

    private Inhabitants() {}

    /// Signs everybody in who is online and lets them enter their rooms.
    ///
    /// @param timer by which they grow restless
    static Inhabitants signIn(XmppServer server, SampleWorld world, Timer timer) {
        var inhabitants = new Inhabitants();
        for (var person : world.people()) {
            if (person.isOnline()) {
                inhabitants.signIn(server, person);
            }
        }
        for (var room : world.rooms()) {
            for (var person : world.people()) {
                if (room.occupants().contains(person.user())) {
                    inhabitants
                            .user(person.user())
                            .ifPresent(user -> user.join(room.jid(), person.name()));
                }
            }
        }
        var me = SampleWorld.me().jid();
        inhabitants.restless =
                inhabitants.user(RESTLESS).map(user -> new RestlessWriter(user, me, timer));
        return inhabitants;
    }

    /// Lets some write to Mara what she has not read yet. For when she is offline.
    void leaveNews(SampleWorld world) {
        for (var row : Table.read("news.tsv", 3)) {
            var user = user(row.get(1)).orElseThrow();
            world.rooms().stream()
                    .filter(room -> room.local().equals(row.get(0)))
                    .findFirst()
                    .ifPresentOrElse(
                            room -> user.sayIn(room.jid(), row.get(2)),
                            () -> user.say(SampleWorld.me().jid(), row.get(2)));
        }
    }

    @Override
    public void close() {
        restless.ifPresent(RestlessWriter::close);
        secondDevices.forEach(LabUser::close);
        users.values().forEach(LabUser::close);
    }

    private Optional<LabUser> user(String name) {
        return Optional.ofNullable(users.get(name));
    }

    private void signIn(XmppServer server, SamplePerson person) {
        var user = LabUser.signIn(server, person.account(), server.address(), "desk");
        users.put(person.user(), user);
        user.show(Presence.Mode.valueOf(person.show()), person.status(), 5);
        var answers = person.answers();
        if (!answers.isEmpty()) {
            var next = new AtomicInteger();
            user.answer(TYPING, _ -> answers.get(next.getAndIncrement() % answers.size()));
        }
        for (int i = 1; i < person.devices(); i++) {
            var phone = LabUser.signIn(server, person.account(), server.address(), "phone" + i);
            phone.show(Presence.Mode.away, "", 0);
            secondDevices.add(phone);
        }
    }
}
