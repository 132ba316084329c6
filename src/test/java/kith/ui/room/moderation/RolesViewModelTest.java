package kith.ui.room.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Affiliated;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Refusal;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.model.RoomListing;
import kith.ui.room.moderation.RolesViewModel.State;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// A room's lists: read, searched, changed.
class RolesViewModelTest {

    private static final Affiliated TOM =
            Coop.entry(RoomList.MEMBERS, "tom@hearth.example", "Tom Okafor", "");
    private static final Affiliated LAYLA =
            Coop.entry(RoomList.MEMBERS, "layla@birke.example", "", "Does the riso");

    private final Coop coop = new Coop().with(Role.MODERATOR, Affiliation.OWNER);
    private final List<Complaint> told = new ArrayList<>();

    private RolesViewModel open() {
        return coop.model().openRoles();
    }

    @Test
    void membersComeFirst() {
        coop.list(RoomList.MEMBERS, TOM, LAYLA);
        var model = open();
        assertThat(model.lists())
                .containsExactly(
                        RoomList.MEMBERS, RoomList.ADMINS, RoomList.OWNERS, RoomList.BANNED);
        assertThat(model.rows()).containsExactly(TOM, LAYLA);
        assertThat(model.stateProperty().get()).isEqualTo(new State.Known(2));
    }

    @Test
    void isSearchedByAddressNickAndReason() {
        coop.list(RoomList.MEMBERS, TOM, LAYLA);
        var model = open();
        model.filterProperty().set("o");
        assertThat(model.rows()).containsExactly(TOM, LAYLA);
        model.filterProperty().set(" OKAF");
        assertThat(model.rows()).containsExactly(TOM);
        model.filterProperty().set("birke");
        assertThat(model.rows()).containsExactly(LAYLA);
        model.filterProperty().set("riso");
        assertThat(model.rows()).containsExactly(LAYLA);
        model.filterProperty().set("nobody");
        assertThat(model.rows()).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo(new State.Known(2));
    }

    @Test
    void anotherListIsReadOnceItIsChosen() {
        coop.list(RoomList.MEMBERS, TOM);
        var model = open();
        model.choose(RoomList.BANNED);
        assertThat(model.rows()).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo(new State.Loading());
        coop.lists.put(
                RoomList.BANNED, new RoomListing.Refused(Refusal.of(Refusal.Reason.FORBIDDEN)));
        model.load();
        var state = (State.Refused) model.stateProperty().get();
        assertThat(new RoleWords(Texts.of(Locale.UK)).sentence(state.complaint()))
                .isEqualTo("This room doesn’t let you see this list: Banned.");
    }

    @Test
    void whatIsChangedIsReadAgain() {
        coop.list(RoomList.MEMBERS, TOM, LAYLA);
        var model = open();
        coop.list(RoomList.MEMBERS, LAYLA);
        model.act(RoomAct.UNLIST, List.of(TOM), "moved away", told::add);
        assertThat(coop.changes)
                .containsExactly(List.of(RoomChange.of(RoomAct.UNLIST, TOM, "moved away")));
        assertThat(told).containsExactly(Complaint.NONE);
        assertThat(model.rows()).containsExactly(LAYLA);
    }

    @Test
    void howManyAreOnEachListStaysKnownOnceItWasRead() {
        coop.list(RoomList.MEMBERS, TOM, LAYLA);
        coop.list(RoomList.ADMINS);
        var model = open();
        assertThat(model.countsProperty().get()).isEqualTo(Map.of(RoomList.MEMBERS, 2));
        model.choose(RoomList.ADMINS);
        assertThat(model.countsProperty().get())
                .isEqualTo(Map.of(RoomList.MEMBERS, 2, RoomList.ADMINS, 0));
        model.filterProperty().set("nobody");
        assertThat(model.countsProperty().get()).containsEntry(RoomList.MEMBERS, 2);
        coop.lists.put(
                RoomList.ADMINS, new RoomListing.Refused(Refusal.of(Refusal.Reason.FORBIDDEN)));
        model.load();
        assertThat(model.countsProperty().get()).isEqualTo(Map.of(RoomList.MEMBERS, 2));
    }

    /// Whoever becomes an admin is a member no more.
    @Test
    void aChangeCountsOnTheListsThatAreNotShownToo() {
        coop.list(RoomList.MEMBERS, TOM, LAYLA);
        coop.list(RoomList.ADMINS);
        var model = open();
        model.choose(RoomList.ADMINS);
        model.choose(RoomList.MEMBERS);
        int before = coop.readings;
        coop.list(RoomList.MEMBERS, LAYLA);
        coop.list(
                RoomList.ADMINS,
                Coop.entry(RoomList.ADMINS, "tom@hearth.example", "Tom Okafor", ""));
        model.act(RoomAct.MAKE_ADMIN, List.of(TOM), "", told::add);
        assertThat(model.countsProperty().get())
                .isEqualTo(Map.of(RoomList.MEMBERS, 1, RoomList.ADMINS, 1));
        assertThat(model.rows()).containsExactly(LAYLA);
        assertThat(coop.readings - before).as("only what was read before").isEqualTo(2);
    }

    @Test
    void severalAreAddedAtOnce() {
        coop.list(RoomList.MEMBERS);
        open().add(" priya@hearth.example, henrik@hearth.example ", "new", told::add);
        assertThat(coop.changes)
                .containsExactly(
                        List.of(
                                RoomChange.adding(
                                        Coop.jid("priya@hearth.example"), RoomList.MEMBERS, "new"),
                                RoomChange.adding(
                                        Coop.jid("henrik@hearth.example"),
                                        RoomList.MEMBERS,
                                        "new")));
    }

    @Test
    void whatIsNoAddressIsSaidAndNothingIsDone() {
        coop.list(RoomList.MEMBERS);
        var model = open();
        model.add("priya@hearth.example hearth.example", "", told::add);
        model.add("  ", "", told::add);
        model.add("priya@hearth.example/phone", "", told::add);
        assertThat(told)
                .containsExactly(
                        new Complaint.NoAddress("hearth.example"),
                        new Complaint.NoAddress(""),
                        new Complaint.NoAddress("priya@hearth.example/phone"));
        assertThat(coop.changes).isEmpty();
    }

    @Test
    void aWholeServerCanBeBanned() {
        coop.list(RoomList.MEMBERS);
        coop.list(RoomList.BANNED);
        var model = open();
        model.choose(RoomList.BANNED);
        model.add("spam.example", "", told::add);
        assertThat(coop.changes.getFirst().getFirst().address()).contains(Coop.jid("spam.example"));
    }

    @Test
    void anAdminChangesMembersAndBansOnly() {
        coop.with(Role.MODERATOR, Affiliation.ADMIN);
        coop.list(RoomList.MEMBERS, TOM);
        coop.list(RoomList.ADMINS);
        var model = open();
        assertThat(model.lists())
                .containsExactly(RoomList.MEMBERS, RoomList.ADMINS, RoomList.BANNED);
        assertThat(model.mayAdd()).isTrue();
        assertThat(model.acts(List.of(TOM))).containsExactlyInAnyOrder(RoomAct.UNLIST, RoomAct.BAN);
        model.choose(RoomList.ADMINS);
        assertThat(model.mayAdd()).isFalse();
    }

    /// Ourselves we can't ban; as an owner we can step down.
    @Test
    void ourOwnEntry() {
        var mara = Coop.entry(RoomList.OWNERS, "mara@hearth.example", "Mara", "");
        coop.list(RoomList.MEMBERS);
        coop.list(RoomList.OWNERS, mara);
        var model = open();
        model.choose(RoomList.OWNERS);
        assertThat(model.acts(List.of(mara)))
                .containsExactlyInAnyOrder(RoomAct.MAKE_MEMBER, RoomAct.MAKE_ADMIN, RoomAct.UNLIST);
    }

    @Test
    void theAnswerToAnOlderReadingIsNotShown() {
        coop.list(RoomList.MEMBERS, TOM);
        coop.list(RoomList.ADMINS);
        var model = open();
        model.choose(RoomList.ADMINS);
        assertThat(model.rows()).isEmpty();
        model.choose(RoomList.MEMBERS);
        assertThat(model.rows()).containsExactly(TOM);
        assertThat(coop.readings).isEqualTo(3);
    }

    /// A list of 20,000 is filtered with each letter faster than anybody types.
    @Test
    void twentyThousandAreSearchedAtOnce() {
        coop.list(
                RoomList.MEMBERS,
                IntStream.range(0, 20_000)
                        .mapToObj(
                                i ->
                                        Coop.entry(
                                                RoomList.MEMBERS,
                                                "user" + i + "@hearth.example",
                                                "User " + i,
                                                ""))
                        .toArray(Affiliated[]::new));
        var model = open();
        assertThat(model.rows()).hasSize(20_000);
        long before = System.nanoTime();
        for (var typed : List.of("u", "us", "user1", "user19", "user1999")) {
            model.filterProperty().set(typed);
        }
        assertThat(model.rows()).hasSize(11);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        assertThat(coop.readings).isEqualTo(1);
    }
}
