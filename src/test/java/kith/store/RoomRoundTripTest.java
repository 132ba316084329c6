package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.BookmarkedRoom;
import kith.model.ChatKey;
import kith.model.Continuation;
import kith.model.ContinuedChat;
import kith.model.Invitation;
import kith.model.Inviter;
import kith.model.Room;
import kith.model.RoomState;
import kith.model.RoomWish;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Every component of every stored record about rooms comes back after a restart.
class RoomRoundTripTest extends RoundTripFixture {

    @Test
    void rooms() {
        var balcony =
                new StoredRoom(
                        new Room(
                                profile.chat(Profile.ROOM),
                                "The balcony",
                                "juliet",
                                RoomState.LEFT,
                                "Wherefore",
                                0),
                        true,
                        true);
        var tomb =
                new StoredRoom(
                        new Room(
                                profile.chat(Profile.entity("tomb@rooms.example")),
                                "",
                                "j",
                                RoomState.LEFT,
                                "",
                                0),
                        false,
                        false);
        profile.run(
                db -> {
                    new RoomStore(db).put(tomb);
                    new RoomStore(db).put(balcony);
                });
        profile.reopen();
        assertThat(profile.in(() -> new RoomStore(profile.db()).all(profile.account())))
                .containsExactly(balcony, tomb);
        differInEverything(balcony, tomb);
        // Who is there now, whether we are, and what it last said of itself is not kept.
        differInEverything(
                balcony.room(), tomb.room(), "state", "occupants", "traits", "isReached");
    }

    @Test
    void bookmarks() {
        var key = profile.chat(Profile.ROOM);
        var tomb = profile.chat(Profile.entity("tomb@rooms.example"));
        var one =
                new StoredBookmark(
                        key,
                        Optional.of(
                                new BookmarkedRoom(
                                        key, Optional.of("Balcony"), Optional.of("Jule"), true)),
                        RoomWish.NONE);
        var other =
                new StoredBookmark(
                        tomb,
                        Optional.of(
                                new BookmarkedRoom(
                                        tomb, Optional.empty(), Optional.empty(), false)),
                        RoomWish.FORGET);
        var unknown = new StoredBookmark(tomb, Optional.empty(), RoomWish.LEAVE);
        differInEverything(one, other);
        differInEverything(one.kept().orElseThrow(), other.kept().orElseThrow());
        profile.run(
                db -> {
                    new BookmarkStore(db).put(other);
                    new BookmarkStore(db).put(one);
                    new BookmarkStore(db).convert(profile.account());
                    new BookmarkStore(db).convert(profile.account());
                });
        profile.reopen();
        assertThat(bookmarksStored()).containsExactlyInAnyOrder(one, other);
        assertThat(profile.in(() -> new BookmarkStore(profile.db()).converted()))
                .containsExactly(profile.account());

        profile.run(
                db -> {
                    new BookmarkStore(db).put(unknown);
                    new BookmarkStore(db)
                            .put(new StoredBookmark(key, Optional.empty(), RoomWish.NONE));
                });
        profile.reopen();
        assertThat(bookmarksStored()).containsExactly(unknown);

        profile.run(db -> new BookmarkStore(db).replaceAll(List.of(one), Set.of()));
        profile.reopen();
        assertThat(bookmarksStored()).containsExactly(one);
    }

    private List<StoredBookmark> bookmarksStored() {
        return profile.in(() -> new BookmarkStore(profile.db()).all());
    }

    @Test
    void invitations() {
        var account = profile.chat(Profile.ROOM).account();
        var one =
                new Invitation(
                        Profile.ROOM,
                        new Inviter.Person(Profile.ROMEO),
                        "",
                        Optional.empty(),
                        Optional.of(new Continuation(Optional.of("e0ffe42b"))),
                        NOON);
        var other =
                new Invitation(
                        Profile.ROMEO,
                        new Inviter.ByRoom(
                                Optional.of(JidCreate.fromOrThrowUnchecked("nurse@a.example/x"))),
                        "Come 🌅",
                        Optional.of("ink"),
                        NOON.plusSeconds(1));
        var third =
                new Invitation(
                        Profile.ROOM,
                        new Inviter.ByRoom(Optional.empty()),
                        "",
                        Optional.empty(),
                        Optional.of(new Continuation(Optional.empty())),
                        NOON.plusSeconds(2));
        differInEverything(one, other);
        profile.run(
                db -> {
                    new InvitationStore(db).put(account, one);
                    new InvitationStore(db).put(account, other);
                });
        profile.reopen();
        assertThat(storedInvitations(account)).containsExactly(one, other);

        profile.run(db -> new InvitationStore(db).put(account, third));
        profile.reopen();
        assertThat(storedInvitations(account)).containsExactly(other, third);

        var room = new ChatKey(account, Profile.ROOM);
        profile.run(db -> new InvitationStore(db).close(room, NOON));
        profile.reopen();
        assertThat(storedInvitations(account)).containsExactly(other);
        assertThat(profile.in(() -> new InvitationStore(profile.db()).last(room)))
                .contains(third.at());

        profile.run(
                db -> new InvitationStore(db).forgetAnswered(account, third.at().plusSeconds(1)));
        profile.reopen();
        assertThat(storedInvitations(account)).containsExactly(other);
        assertThat(profile.in(() -> new InvitationStore(profile.db()).last(room))).isEmpty();
    }

    @Test
    void continuations() {
        var romeo = profile.chat(Profile.ROMEO);
        var room = profile.chat(Profile.ROOM);
        var one = new ContinuedChat(romeo, Profile.ROOM, "Verona 🌅", NOON.plusSeconds(1));
        var other = new ContinuedChat(room, Profile.ROMEO, "", NOON);
        differInEverything(one, other);
        profile.run(
                db -> {
                    new ContinuationStore(db).put(one.named("Verona"));
                    new ContinuationStore(db).put(other);
                    new ContinuationStore(db).put(one);
                });
        profile.reopen();
        assertThat(profile.in(() -> new ContinuationStore(profile.db()).all(romeo.account())))
                .containsExactly(other, one);
        profile.run(db -> new AccountStore(db).remove(romeo.account()));
        profile.reopen();
        assertThat(profile.in(() -> new ContinuationStore(profile.db()).all(romeo.account())))
                .isEmpty();
    }

    private List<Invitation> storedInvitations(AccountId account) {
        return profile.in(() -> new InvitationStore(profile.db()).open(account));
    }
}
