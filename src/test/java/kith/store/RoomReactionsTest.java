package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.MessageIds;
import kith.model.ReactionSet;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Reactions in rooms: by the ids that the room gives to messages and occupants (H16 and H21 of the
/// reliability rules; XEP-0421, XEP-0444).
class RoomReactionsTest extends ReactionsFixture {

    @Test
    void h16InARoomTheRoomsIdCountsAndTheOccupantNotTheNick() {
        addArchived(room, occupant("romeo", "o-1"), "a", "s-1", new Content.Text("I love you"));
        react(room, occupant("tybalt", "o-2"), "b", "a", "👋");
        react(room, occupant("tybalt", ""), "c", "s-1", "👋");
        react(room, withOurNick(""), "d", "s-1", "👋");
        assertThat(shown(room)).isEmpty();
        react(room, occupant("tybalt", "o-2"), "e", "s-1", "👋");
        react(room, occupant("tybalt", "o-3"), "f", "s-1", "🐢");
        react(room, occupant("someone", "o-2"), "g", "s-1", "👍");
        react(room, withOurNick("o-9"), "h", "s-1", "🎉");
        assertThat(shown(room)).containsExactly("someone 👍", "tybalt 🐢", "juliet 🎉");
    }

    /// The room says who we are when it sends back what was written here, whichever message that is
    /// about; then it is known of what came under another nick. Who has our nick is not us for that
    /// (H21).
    @Test
    void inARoomOursAreThoseOfOurOccupant() {
        addArchived(room, occupant("romeo", "o-1"), "a", "s-1", text("I love you"));
        react(room, withOurNick("o-7"), "b", "s-1", "👋");
        react(room, occupant("juliet on the phone", "o-9"), "c", "s-1", "👍");
        assertThat(shown(room)).containsExactly("juliet 👋", "juliet on the phone 👍");
        profile.now = profile.now.plusSeconds(1);
        profile.in(
                () ->
                        store.queue(
                                room,
                                Chat.Kind.ROOM,
                                "1",
                                Profile.ME,
                                reaction("s-1", "🎉"),
                                profile.now));
        var reflected = new MessageIds("1", Optional.of("1"), Optional.of("s-2"));
        add(room, withOurNick("o-9"), reflected, reaction("s-1", "🎉"));
        assertThat(shown(room)).containsExactly("juliet 👋", "me 🎉");
        addArchived(room, occupant("romeo", "o-1"), "d", "s-3", text("Farewell"));
        react(room, occupant("juliet on the phone", "o-9"), "e", "s-3", "👍");
        react(room, withOurNick("o-7"), "f", "s-3", "👋");
        assertThat(at(newest(room).getLast())).containsExactly("me 👍", "juliet 👋");
    }

    /// Before a room has said what it can do, nobody has an id there; its archive gives it later.
    @Test
    void whoseItIsIsLearntFromTheArchive() {
        var id = "0123456789012345678901";
        addArchived(room, occupant("romeo", "o-1"), "a", "s-1", text("I love you"));
        add(room, occupant("tybalt", ""), ids(id), reaction("s-1", "👋"));
        assertThat(shown(room)).isEmpty();
        add(room, occupant("tybalt", "o-3"), ids(id), reaction("s-1", "👋"));
        assertThat(shown(room)).as("another under the nick, who says the same").isEmpty();
        var inArchive = new MessageIds(id, Optional.empty(), Optional.of("s-2"));
        page(
                Direction.NEWEST,
                room,
                arriving(room, occupant("tybalt", "o-2"), inArchive, reaction("s-1", "👋")));
        assertThat(shown(room)).containsExactly("tybalt 👋");
        assertThat(reactions(room).getFirst().author().occupantId()).contains("o-2");
    }

    /// A room of whose messages one has two names.
    @Test
    void anyNameThatTheRoomGaveNamesIt() {
        addArchived(room, occupant("romeo", "o-1"), "0123456789012345678901", "s-1", text("hi"));
        addArchived(room, occupant("romeo", "o-1"), "0123456789012345678901", "s-2", text("hi"));
        assertThat(newest(room)).hasSize(1);
        react(room, occupant("tybalt", "o-2"), "b", "s-2", "👋");
        react(room, occupant("mercutio", "o-3"), "c", "s-1", "🐢");
        assertThat(shown(room)).containsExactly("tybalt 👋", "mercutio 🐢");
    }

    private List<ReactionSet> reactions(ChatKey of) {
        return profile.in(() -> store.reactions(store.newest(of, 1).getFirst()));
    }
}
