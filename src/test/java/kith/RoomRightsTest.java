package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.ServerKind;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Delivery;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Refusal.Reason;
import kith.model.RoomAct;
import kith.model.RoomList;
import kith.model.RoomListing;
import kith.model.RoomSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// What people of each standing may do in a room of a real server, and that it refuses all else
/// (XEP-0045 §5).
@ParameterizedClass
@EnumSource
class RoomRightsTest extends ModeratedRoomFixture {

    private static final List<Reason> REFUSALS = List.of(Reason.FORBIDDEN, Reason.NOT_ALLOWED);

    private final ServerKind kind;

    RoomRightsTest(ServerKind kind) {
        super(kind);
        this.kind = kind;
    }

    /// Who may not is told so, and nothing happens.
    @Test
    void whatSomebodyMayNot() {
        for (var wish : List.of(RoomAct.KICK, RoomAct.TAKE_VOICE, RoomAct.MAKE_MODERATOR)) {
            assertThat(act(bobs, wish, "", "Carol")).get().isIn(REFUSALS);
        }
        assertThat(actByAddress(bobs, RoomAct.BAN, carol.jid(), "")).get().isIn(REFUSALS);
        assertThat(actByAddress(bobs, RoomAct.MAKE_MEMBER, bob.jid(), "")).get().isIn(REFUSALS);
        assertThat(listing(bobs, RoomList.BANNED)).isInstanceOf(RoomListing.Refused.class);

        assertThat(act(annas, RoomAct.MAKE_MODERATOR, "", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.MODERATOR);
        assertThat(act(bobs, RoomAct.KICK, "", "Anna")).get().isIn(REFUSALS);
        assertThat(act(bobs, RoomAct.TAKE_VOICE, "", "Anna")).get().isIn(REFUSALS);
        assertThat(actByAddress(bobs, RoomAct.BAN, carol.jid(), "")).get().isIn(REFUSALS);

        assertThat(actByAddress(annas, RoomAct.MAKE_ADMIN, bob.jid(), "")).isEmpty();
        awaitAffiliation(bobs, "Bob", Affiliation.ADMIN);
        assertThat(act(bobs, RoomAct.KICK, "", "Anna")).get().isIn(REFUSALS);
        assertThat(actByAddress(bobs, RoomAct.BAN, anna.jid(), "")).get().isIn(REFUSALS);
        assertThat(actByAddress(bobs, RoomAct.MAKE_OWNER, bob.jid(), "")).get().isIn(REFUSALS);
        assertThat(actByAddress(annas, RoomAct.UNLIST, anna.jid(), ""))
                .as("the last owner stays")
                .get()
                .isIn(Reason.NICK_TAKEN, Reason.NOT_ALLOWED);
        assertThat(act(annas, RoomAct.KICK, "", "nobody"))
                .get()
                .isIn(Reason.NOT_FOUND, Reason.NOT_ACCEPTABLE, Reason.NOT_ALLOWED);
        awaitRole(annas, "Carol", Role.PARTICIPANT);
        awaitAffiliation(annas, "Anna", Affiliation.OWNER);
    }

    /// What Bob may do in each role and affiliation of those who are in (§5), and that all else is
    /// refused and changes nothing. Carol loses her voice where he may take it.
    @Test
    void everybodyMayDoWhatTheirStandingHasAndNothingElse() {
        assertThat(act(annas, RoomAct.TAKE_VOICE, "", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.VISITOR);
        assertThat(bobsPowers()).isEmpty();

        // the rooms of ejabberd let every participant change the subject
        var participants = kind == ServerKind.EJABBERD ? Set.of("say", "subject") : Set.of("say");
        assertThat(act(annas, RoomAct.GIVE_VOICE, "", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.PARTICIPANT);
        assertThat(bobsPowers()).isEqualTo(participants);

        assertThat(actByAddress(annas, RoomAct.MAKE_MEMBER, bob.jid(), "")).isEmpty();
        awaitAffiliation(bobs, "Bob", Affiliation.MEMBER);
        assertThat(bobsPowers()).isEqualTo(participants);

        assertThat(act(annas, RoomAct.MAKE_MODERATOR, "", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.MODERATOR);
        assertThat(bobsPowers()).containsExactlyInAnyOrder("say", "subject", "silence");

        assertThat(actByAddress(annas, RoomAct.MAKE_ADMIN, bob.jid(), "")).isEmpty();
        awaitAffiliation(bobs, "Bob", Affiliation.ADMIN);
        assertThat(bobsPowers()).containsExactlyInAnyOrder("say", "subject", "silence", "banned");

        assertThat(actByAddress(annas, RoomAct.MAKE_OWNER, bob.jid(), "")).isEmpty();
        awaitAffiliation(bobs, "Bob", Affiliation.OWNER);
        assertThat(bobsPowers())
                .containsExactlyInAnyOrder("say", "subject", "silence", "banned", "settings");
    }

    private Set<String> bobsPowers() {
        var powers = new TreeSet<String>();
        var key = bobs.chat(room);
        bobs.kith().say(key, Chat.Kind.ROOM, "words " + UUID.randomUUID());
        await("the room's answer").atMost(RunningKith.PATIENCE).until(() -> isAnswered(key));
        if (!(bobs.kith().texts(key).getLast().delivery() instanceof Delivery.Failed)) {
            powers.add("say");
        }
        var subject = bobs.kith().session().rooms().changeSubject(key, UUID.randomUUID() + "");
        if (outcome(subject).isEmpty()) {
            powers.add("subject");
        }
        if (act(bobs, RoomAct.TAKE_VOICE, "", "Carol").isEmpty()) {
            powers.add("silence");
            awaitRole(annas, "Carol", Role.VISITOR);
            assertThat(act(annas, RoomAct.GIVE_VOICE, "", "Carol")).isEmpty();
        }
        awaitRole(annas, "Carol", Role.PARTICIPANT);
        if (listing(bobs, RoomList.BANNED) instanceof RoomListing.Known) {
            powers.add("banned");
        }
        var settings =
                bobs.kith()
                        .session()
                        .roomServices()
                        .owners()
                        .settings(key)
                        .toCompletableFuture()
                        .orTimeout(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .join();
        if (settings instanceof RoomSettings.Form) {
            powers.add("settings");
        }
        return powers;
    }

    private boolean isAnswered(ChatKey key) {
        return bobs.kith().texts(key).stream()
                .noneMatch(
                        it ->
                                it.delivery() instanceof Delivery.Queued
                                        || it.delivery() instanceof Delivery.Sending);
    }
}
