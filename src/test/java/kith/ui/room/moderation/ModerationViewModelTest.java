package kith.ui.room.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import kith.model.MessageKey;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Removal;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.ui.room.moderation.ModerationViewModel.VoiceState;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// What one may do to the people of a room, and what is said where the room doesn't have it.
class ModerationViewModelTest {

    private final Coop coop = new Coop();
    private final ModerationViewModel model = coop.model();
    private final RoleWords words = new RoleWords(Texts.of(Locale.UK));

    @Test
    void onlyWhatCanBeDoneToAllIsOffered() {
        coop.with(Role.MODERATOR, Affiliation.ADMIN);
        assertThat(model.acts(List.of(Coop.SAMUEL)))
                .containsExactlyInAnyOrder(
                        RoomAct.TAKE_VOICE,
                        RoomAct.MAKE_MODERATOR,
                        RoomAct.KICK,
                        RoomAct.MAKE_MEMBER,
                        RoomAct.BAN);
        assertThat(model.acts(List.of(Coop.SAMUEL, Coop.PAPERPLANE)))
                .containsExactlyInAnyOrder(
                        RoomAct.MAKE_MODERATOR, RoomAct.KICK, RoomAct.MAKE_MEMBER, RoomAct.BAN);
        assertThat(model.acts(List.of(Coop.SAMUEL, Coop.PRIYA))).isEmpty();
        assertThat(model.acts(List.of())).isEmpty();
    }

    @Test
    void nothingIsOfferedToWhoMayNothing() {
        coop.with(Role.PARTICIPANT, Affiliation.NONE);
        assertThat(model.acts(List.of(Coop.SAMUEL))).isEmpty();
        assertThat(model.listsProperty().get()).isEmpty();
        coop.lane.execute(() -> coop.occupants.set(List.of(Coop.SAMUEL))); // we have left
        assertThat(model.acts(List.of(Coop.SAMUEL))).isEmpty();
    }

    @Test
    void severalAreAskedForAtOnceEachWithTheReason() {
        coop.with(Role.MODERATOR, Affiliation.OWNER);
        var told = new ArrayList<Complaint>();
        model.act(RoomAct.BAN, List.of(Coop.SAMUEL, Coop.TOM), "off topic", told::add);
        assertThat(coop.changes)
                .containsExactly(
                        List.of(
                                RoomChange.of(RoomAct.BAN, Coop.SAMUEL, "off topic"),
                                RoomChange.of(RoomAct.BAN, Coop.TOM, "off topic")));
        assertThat(told).containsExactly(Complaint.NONE);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyRefusalIsASentence(Reason reason) {
        coop.with(Role.MODERATOR, Affiliation.OWNER);
        coop.refuse(reason);
        var told = new ArrayList<Complaint>();
        for (var chosen : List.of(List.of(Coop.HENRIK), List.of(Coop.TOM, Coop.HENRIK))) {
            model.act(RoomAct.KICK, chosen, "", told::add);
            model.act(RoomAct.BAN, chosen, "", told::add);
        }
        model.remove(List.of(), "", told::add);
        told.add(new Complaint.Listing(RoomList.OWNERS, Refusal.of(reason)));
        told.add(new Complaint.Voice(Refusal.of(reason)));
        assertThat(told)
                .hasSize(7)
                .extracting(words::sentence)
                .allSatisfy(sentence -> assertThat(sentence).isNotBlank().doesNotContain("{", "  "))
                .noneMatch(sentence -> sentence.startsWith(" "));
    }

    @Test
    void theLastOwnerIsToldWhy() {
        var me = Coop.who("Mara", "mara", Role.MODERATOR, Affiliation.OWNER, true);
        coop.refuse(Reason.NICK_TAKEN);
        var told = new ArrayList<Complaint>();
        model.act(RoomAct.MAKE_ADMIN, List.of(me), "", told::add);
        assertThat(words.sentence(told.getFirst()))
                .isEqualTo("A room needs an owner: make somebody else one first.");
    }

    @Test
    void whoAsksForVoiceIsShownToModeratorsWhileTheyHaveNone() {
        coop.lane.execute(
                () -> coop.requests.set(List.of(Coop.request("paperplane"), Coop.request("gone"))));
        coop.with(Role.PARTICIPANT, Affiliation.MEMBER);
        assertThat(model.requestsProperty().get()).isEmpty();
        coop.with(Role.MODERATOR, Affiliation.NONE);
        assertThat(model.requestsProperty().get()).containsExactly(Coop.request("paperplane"));
        model.answer(Coop.request("paperplane"), true);
        assertThat(coop.answers).containsExactly("paperplane true");
        coop.refuse(Reason.NOT_ALLOWED);
        model.answer(Coop.request("paperplane"), false);
        assertThat(words.sentence(model.complaintProperty().get()))
                .isEqualTo("The room doesn’t let you do that to paperplane.");
    }

    @Test
    void aVisitorAsksForVoiceUntilTheyHaveIt() {
        assertThat(model.voiceProperty().get()).isEqualTo(VoiceState.HAS);
        coop.with(Role.VISITOR, Affiliation.NONE);
        assertThat(model.voiceProperty().get()).isEqualTo(VoiceState.LACKS);
        model.askForVoice();
        assertThat(model.voiceProperty().get()).isEqualTo(VoiceState.ASKED);
        coop.with(Role.VISITOR, Affiliation.NONE); // somebody else came
        assertThat(model.voiceProperty().get()).isEqualTo(VoiceState.ASKED);
        coop.with(Role.PARTICIPANT, Affiliation.NONE);
        assertThat(model.voiceProperty().get()).isEqualTo(VoiceState.HAS);
        coop.with(Role.VISITOR, Affiliation.NONE);
        assertThat(model.voiceProperty().get()).isEqualTo(VoiceState.LACKS);
    }

    @Test
    void aRefusedRequestForVoiceSaysWhyAndCanBeMadeAgain() {
        coop.with(Role.VISITOR, Affiliation.NONE);
        coop.refuse(Reason.LIMIT);
        model.askForVoice();
        assertThat(model.voiceProperty().get()).isEqualTo(VoiceState.LACKS);
        assertThat(words.sentence(model.complaintProperty().get()))
                .isEqualTo("You asked a short time ago. Ask again later.");
    }

    @Test
    void whoHasVoiceByNowIsNotToldWhyItCouldNotBeAskedFor() {
        coop.with(Role.VISITOR, Affiliation.NONE);
        coop.refuse(Reason.LIMIT);
        model.askForVoice();
        coop.with(Role.VISITOR, Affiliation.NONE); // somebody else came
        assertThat(model.complaintProperty().get()).isInstanceOf(Complaint.Voice.class);
        coop.with(Role.PARTICIPANT, Affiliation.NONE);
        assertThat(model.complaintProperty().get()).isEqualTo(Complaint.NONE);
    }

    @Test
    void messagesAreRemovedByModeratorsWhereTheRoomCan() {
        coop.with(Role.MODERATOR, Affiliation.NONE);
        assertThat(model.mayRemove()).isFalse();
        coop.lane.execute(() -> coop.removal.set(Removal.CURRENT));
        assertThat(model.mayRemove()).isTrue();
        coop.with(Role.PARTICIPANT, Affiliation.OWNER);
        assertThat(model.mayRemove()).isFalse();
        model.remove(List.of(new MessageKey(7)), "spam", told -> {});
        assertThat(coop.removed).containsExactly("[7] spam");
    }

    @Test
    void ownersAndAdminsNeedNotWait() {
        assertThat(model.isExemptFromPause()).isFalse();
        coop.with(Role.MODERATOR, Affiliation.MEMBER);
        assertThat(model.isExemptFromPause()).isFalse();
        coop.with(Role.MODERATOR, Affiliation.ADMIN);
        assertThat(model.isExemptFromPause()).isTrue();
    }

    /// H18, H20: what may be done hangs on what the room says of us, whatever others are called.
    @Test
    void h20ANickLikeOursGivesNobodyOurRights() {
        var other = Coop.who("Mara", "mallory", Role.MODERATOR, Affiliation.OWNER, false);
        coop.lane.execute(() -> coop.occupants.set(List.of(other, Coop.SAMUEL)));
        assertThat(model.acts(List.of(Coop.SAMUEL))).isEmpty();
        assertThat(model.listsProperty().get()).isEmpty();
    }

    @Test
    void addressesThatAllSeeShowMembersTheirList() {
        var plain =
                new Occupant(
                        "hag",
                        Role.PARTICIPANT,
                        Affiliation.NONE,
                        Optional.empty(),
                        Coop.TOM.presence(),
                        false);
        var me = Coop.who("Mara", "mara", Role.PARTICIPANT, Affiliation.MEMBER, true);
        coop.lane.execute(() -> coop.occupants.set(List.of(me, plain)));
        assertThat(model.listsProperty().get()).isEmpty();
        coop.lane.execute(() -> coop.occupants.set(List.of(me, plain, Coop.TOM)));
        assertThat(model.listsProperty().get()).containsExactly(RoomList.MEMBERS);
    }

    @Test
    void h20WhoHasTakenTheNickOfSomebodyChosenIsNotPutOutForThem() {
        coop.with(Role.MODERATOR, Affiliation.OWNER);
        var me = Coop.who("Mara", "mara", Role.MODERATOR, Affiliation.OWNER, true);
        var other = Coop.who("Samuel Otieno", "other", Role.PARTICIPANT, Affiliation.NONE, false);
        coop.lane.execute(() -> coop.occupants.set(List.of(me, Coop.TOM, other)));
        var told = new ArrayList<Complaint>();
        model.act(RoomAct.KICK, List.of(Coop.SAMUEL), "", told::add);
        assertThat(coop.changes).isEmpty();
        model.act(RoomAct.KICK, List.of(Coop.SAMUEL, Coop.TOM), "", told::add);
        assertThat(coop.changes)
                .containsExactly(List.of(RoomChange.of(RoomAct.KICK, Coop.TOM, "")));
        var notFound =
                new Complaint.Acts(
                        List.of(RoomChange.of(RoomAct.KICK, Coop.SAMUEL, "")),
                        Refusal.of(Reason.NOT_FOUND));
        assertThat(told).containsExactly(notFound, notFound);
        model.act(RoomAct.BAN, List.of(Coop.SAMUEL), "", told::add); // goes by their address
        assertThat(coop.changes.getLast())
                .containsExactly(RoomChange.of(RoomAct.BAN, Coop.SAMUEL, ""));
    }

    @Test
    void h20WithoutAddressesItGoesByWhatStaysWhateverTheNick() {
        var me = Coop.who("Mara", "mara", Role.MODERATOR, Affiliation.OWNER, true);
        coop.lane.execute(() -> coop.occupants.set(List.of(me, unnamed("b"))));
        model.act(RoomAct.KICK, List.of(unnamed("a")), "", told -> {});
        assertThat(coop.changes).isEmpty();
        model.act(RoomAct.KICK, List.of(unnamed("b")), "", told -> {});
        assertThat(coop.changes).hasSize(1);
    }

    /// All of a large room can be chosen.
    @Test
    void manyAreFoundWithoutLookingThroughAllForEach() {
        int many = 5_000;
        var looked = new AtomicInteger();
        var people = new ArrayList<Occupant>();
        people.add(Coop.who("Mara", "mara", Role.MODERATOR, Affiliation.OWNER, true));
        for (int i = 0; i < many; i++) {
            people.add(Coop.who("p" + i, "p" + i, Role.PARTICIPANT, Affiliation.NONE, false));
        }
        coop.lane.execute(() -> coop.occupants.set(new Counting<>(people, looked)));
        looked.set(0);
        model.act(RoomAct.KICK, people.subList(1, many + 1), "", told -> {});
        assertThat(coop.changes).singleElement().asInstanceOf(LIST).hasSize(many);
        assertThat(looked).as("looked at").hasValueLessThan(3 * many);
    }

    /// A list that counts how often one of it is looked at.
    private static final class Counting<T> extends AbstractList<T> {

        private final List<T> all;
        private final AtomicInteger looked;

        Counting(List<T> all, AtomicInteger looked) {
            this.all = all;
            this.looked = looked;
        }

        @Override
        public T get(int index) {
            looked.incrementAndGet();
            return all.get(index);
        }

        @Override
        public int size() {
            return all.size();
        }
    }

    private static Occupant unnamed(String occupantId) {
        return new Occupant(
                "hag",
                Role.PARTICIPANT,
                Affiliation.NONE,
                Optional.empty(),
                Coop.TOM.presence(),
                false,
                Optional.of(occupantId),
                List.of());
    }
}
