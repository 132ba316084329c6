package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Account;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.PasswordKeeping;
import kith.model.PresenceSubscription;
import kith.model.Proxy;
import kith.model.RosterItem;
import kith.model.ServerAddress;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every component of every stored record about accounts comes back after a restart.
class AccountRoundTripTest extends RoundTripFixture {

    @Test
    void accounts() {
        var one = new AccountId(1);
        var given = new ServerAddress.Given("xmpp.capulet.example", 5223);
        var byDomain = new ServerAddress.ByDomain();
        var proxy = new Proxy(Proxy.Kind.SOCKS5, "127.0.0.1", 9050, Optional.of("nurse"));
        var juliet =
                new Account(one, Profile.JULIET, given, Optional.of(proxy), PasswordKeeping.FILE);
        profile.run(db -> new AccountStore(db).change(juliet));
        var romeo =
                profile.in(
                        () ->
                                new AccountStore(profile.db())
                                        .add(
                                                Profile.ROMEO,
                                                byDomain,
                                                Optional.empty(),
                                                PasswordKeeping.KEY_RING,
                                                "Kith.street"));
        profile.reopen();
        assertThat(profile.in(() -> new AccountStore(profile.db()).all()))
                .containsExactly(juliet, romeo);
        assertThat(profile.in(() -> new AccountStore(profile.db()).resource(romeo.id())))
                .isEqualTo("Kith.street");
        differInEverything(juliet, romeo);
    }

    @Test
    void rosterItems() {
        var nurse =
                new RosterItem(
                        Profile.entity("nurse@capulet.example"),
                        "Nurse",
                        List.of("Family", "Household, Verona's"),
                        PresenceSubscription.BOTH,
                        true);
        var romeo = new RosterItem(Profile.ROMEO, "", List.of(), PresenceSubscription.FROM, false);
        profile.run(
                db ->
                        new RosterStore(db)
                                .replaceAll(
                                        profile.account(),
                                        Optional.of("v7"),
                                        List.of(nurse, romeo)));
        profile.reopen();
        var store = new RosterStore(profile.db());
        assertThat(profile.in(() -> store.all(profile.account()))).containsExactly(nurse, romeo);
        assertThat(profile.in(() -> store.version(profile.account()))).contains("v7");
        differInEverything(nurse, romeo);
    }

    @Test
    void spelling() {
        var romeo = profile.chat(Profile.ROMEO);
        var room = profile.chat(Profile.ROOM);
        var chosen = Map.of(romeo, Optional.of("en_GB"), room, Optional.<String>empty());
        profile.run(
                db -> {
                    new ChatStore(db).ensure(romeo, Chat.Kind.CONTACT);
                    new ChatStore(db).ensure(room, Chat.Kind.ROOM);
                    var store = new SpellingStore(db);
                    store.add("Verona");
                    store.add("l’amour");
                    store.add("Verona");
                    store.add("Padua");
                    store.remove("Padua");
                    store.choose(romeo, Optional.empty());
                    store.choose(romeo, Optional.of("en_GB"));
                    store.choose(room, Optional.of("it_IT"));
                    store.choose(room, Optional.empty());
                    store.choose(profile.chat(Profile.JULIET), Optional.of("it_IT"));
                });
        profile.reopen();
        var store = new SpellingStore(profile.db());
        assertThat(profile.in(store::words)).containsExactlyInAnyOrder("Verona", "l’amour");
        assertThat(profile.in(store::chosen)).isEqualTo(chosen);

        profile.run(db -> new SpellingStore(db).replaceAll(Set.of("Mantua"), chosen));
        profile.run(db -> new ChatStore(db).remove(room));
        profile.reopen();
        var after = new SpellingStore(profile.db());
        assertThat(profile.in(after::words)).containsExactly("Mantua");
        assertThat(profile.in(after::chosen)).containsOnlyKeys(romeo);
    }

    @Test
    void pictures() {
        var romeo = profile.chat(Profile.ROMEO);
        var room = profile.chat(Profile.ROOM);
        var one = "a".repeat(40);
        var other = "b".repeat(40);
        profile.run(
                db -> {
                    var pictures = new PictureStore(db);
                    pictures.put(room, other, new byte[] {3});
                    pictures.put(room, one, new byte[] {1, 2});
                    pictures.put(romeo, one, new byte[] {1, 2});
                });
        profile.reopen();
        var pictures = new PictureStore(profile.db());
        assertThat(profile.in(pictures::all))
                .containsOnly(Map.entry(romeo, one), Map.entry(room, one));
        assertThat(profile.in(() -> pictures.image(one))).contains(new byte[] {1, 2});
        assertThat(profile.in(() -> pictures.image(other))).isEmpty(); // nobody has it any more

        profile.run(_ -> pictures.remove(room));
        assertThat(profile.in(() -> pictures.image(one))).isPresent();
        profile.run(_ -> pictures.remove(romeo));
        assertThat(profile.in(() -> pictures.image(one))).isEmpty();
    }
}
