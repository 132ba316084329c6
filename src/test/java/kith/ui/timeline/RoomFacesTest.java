package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.Availability;
import kith.model.Hat;
import kith.model.MessageKey;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.OccupantPicture;
import kith.model.Presence;
import kith.model.Reader;
import kith.ui.timeline.TimelineRow.Face;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class RoomFacesTest {

    private static final Presence AWAY = new Presence(Availability.AWAY, "");

    private final RoomFaces faces = new RoomFaces();

    @Test
    void whoIsCalledOtherwiseNowIsWhoTheyWere() {
        faces.follow(List.of(occupant("Priya", "a", Role.MODERATOR)));
        var before = of(author("Priya", "a"));
        faces.follow(List.of(occupant("Priya N", "a", Role.MODERATOR)));
        assertThat(of(author("Priya", "a"))).isEqualTo(before);
        assertThat(of(author("Priya N", "a")))
                .isEqualTo(
                        new Face(
                                "Priya N",
                                before.colorKey(),
                                Optional.empty(),
                                true,
                                AWAY,
                                before.hats(),
                                Optional.empty()));
    }

    /// H20.
    @Test
    void whoTakesTheNickOfAnotherIsNotThem() {
        faces.follow(List.of(occupant("Priya", "a", Role.MODERATOR)));
        var priya = of(author("Priya", "a"));
        faces.follow(List.of(occupant("Priya", "b", Role.VISITOR)));
        var gone = of(author("Priya", "a"));
        assertThat(gone.colorKey()).isEqualTo(priya.colorKey());
        assertThat(gone.presence()).isEqualTo(Presence.UNKNOWN);
        assertThat(gone.isModerator()).isFalse();
        assertThat(gone.hats()).isEmpty();
        assertThat(of(author("Priya", "b")).colorKey()).isNotEqualTo(priya.colorKey());
    }

    /// H20. A picture stays with who announced it, also when they are gone.
    @Test
    void whoTakesTheNickOfAnotherHasNotTheirPicture() {
        var whose = JidCreate.fromOrThrowUnchecked("print@rooms.hearth.example/Priya");
        var picture = new OccupantPicture(whose, "0".repeat(40));
        faces.follow(List.of(occupant("Priya", "a", Role.PARTICIPANT).pictured(picture)));
        assertThat(of(author("Priya", "a")).picture()).contains(picture);
        assertThat(faces.follow(List.of(occupant("Priya", "b", Role.PARTICIPANT)))).isTrue();
        assertThat(of(author("Priya", "b")).picture()).isEmpty();
        assertThat(of(author("Priya", "a")).picture()).contains(picture);
        var byNick = new Author(author("Priya", "a").address(), Optional.empty(), false);
        assertThat(of(byNick).picture()).isEmpty();
    }

    /// H20. An archive may leave out who they are, and who called themselves so then may be
    /// anybody.
    @Test
    void whoIsKnownByNickAloneHasNobodysLook() {
        faces.follow(List.of(occupant("Priya", "a", Role.MODERATOR)));
        var priya = of(author("Priya", "a"));
        var other = new Author(author("Priya", "a").address(), Optional.empty(), false);
        var message = new MessageKey(1);
        var reader = new Reader("Priya", Optional.empty(), message, 1, Instant.EPOCH);
        for (var face : List.of(faces.of(other, OptionalInt.empty()), faces.of(reader))) {
            assertThat(face.colorKey()).isEqualTo("Priya").isNotEqualTo(priya.colorKey());
            assertThat(face.presence()).isEqualTo(Presence.UNKNOWN);
            assertThat(face.isModerator()).isFalse();
            assertThat(face.hats()).isEmpty();
        }
    }

    /// However many have written there, those are followed whom the rows show.
    @Test
    void whoIsShownNoMoreChangesNothing() {
        faces.follow(List.of(occupant("Priya", "a", Role.MODERATOR)));
        of(author("Priya", "a"));
        faces.showAnew();
        assertThat(faces.follow(List.of(occupant("Priya", "a", Role.VISITOR)))).isFalse();
        assertThat(of(author("Priya", "a")).isModerator()).isFalse();
        assertThat(faces.follow(List.of(occupant("Priya", "a", Role.MODERATOR)))).isTrue();
    }

    /// H20.
    @Test
    void withoutIdsWhoWasHeardInTheSameVisitIsKnown() {
        var first = occupant(Optional.empty());
        var author = new Author(author("Priya", "a").address(), Optional.empty(), false);
        faces.follow(List.of(first));
        var before = faces.of(author, OptionalInt.of(0));
        assertThat(before.presence()).isEqualTo(AWAY);
        assertThat(before.colorKey()).isEqualTo("Priya");
        faces.follow(List.of(first.inVisit(1)));
        var gone = faces.of(author, OptionalInt.of(0));
        assertThat(gone.presence()).isEqualTo(Presence.UNKNOWN);
        assertThat(gone.isModerator()).isFalse();
        assertThat(gone.colorKey()).isEqualTo("Priya");
        var other = faces.of(author, OptionalInt.of(1));
        assertThat(other.presence()).isEqualTo(AWAY);
        assertThat(other.colorKey()).isEqualTo(first.inVisit(1).colorKey()).isNotEqualTo("Priya");
        var kept = faces.of(author, OptionalInt.empty());
        assertThat(kept.presence()).as("of an archive").isEqualTo(Presence.UNKNOWN);
        assertThat(kept.isModerator()).isFalse();
    }

    @Test
    void whoHasGoneKeepsTheColourOfTheirAddress() {
        var address = JidCreate.bareFromOrThrowUnchecked("priya@hearth.example");
        var author = new Author(author("Priya", "a").address(), Optional.empty(), false);
        faces.follow(List.of(occupant(Optional.of(address))));
        faces.follow(List.of());
        assertThat(faces.of(author, OptionalInt.of(0)).colorKey())
                .isEqualTo("priya@hearth.example");
        assertThat(faces.of(author, OptionalInt.of(1)).colorKey())
                .isNotEqualTo("priya@hearth.example");
    }

    /// One of the two is gone, or says something else of herself.
    @Test
    void whoIsThereUnderTwoNicksStaysWithTheOther() {
        var desk = occupant("Priya", "a", Role.MODERATOR);
        var phone = occupant("Priya on the way", "a", Role.PARTICIPANT);
        faces.follow(List.of(desk, phone));
        assertThat(of(author("Priya", "a")).isModerator()).isFalse();
        assertThat(faces.follow(List.of(desk))).isTrue();
        assertThat(of(author("Priya", "a")).isModerator()).isTrue();
        assertThat(faces.follow(List.of())).isTrue();
        assertThat(of(author("Priya", "a")).presence()).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void whoChangesLooksOtherwise() {
        faces.follow(List.of(occupant("Priya", "a", Role.PARTICIPANT)));
        assertThat(of(author("Priya", "a")).isModerator()).isFalse();
        assertThat(faces.follow(List.of(occupant("Priya", "a", Role.MODERATOR)))).isTrue();
        assertThat(of(author("Priya", "a")).isModerator()).isTrue();
        assertThat(faces.follow(List.of(occupant("Priya", "a", Role.MODERATOR)))).isFalse();
    }

    private Face of(Author author) {
        return faces.of(author, OptionalInt.empty());
    }

    private static Occupant occupant(Optional<BareJid> address) {
        return new Occupant("Priya", Role.MODERATOR, Affiliation.NONE, address, AWAY, false);
    }

    private static Author author(String nick, String id) {
        return new Author(
                JidCreate.fromOrThrowUnchecked("print@rooms.hearth.example/" + nick),
                Optional.of(id),
                false);
    }

    private static Occupant occupant(String nick, String id, Role role) {
        return new Occupant(
                nick,
                role,
                Affiliation.NONE,
                Optional.empty(),
                AWAY,
                false,
                Optional.of(id),
                List.of(new Hat("urn:hats:host", "Host")));
    }
}
