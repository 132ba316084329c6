package kith.ui.room.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

import kith.model.Hat;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.ui.fx.Boxes;
import kith.ui.fx.FxThread;
import kith.ui.fx.Hints;
import kith.ui.room.OccupantRow;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How the people in the room are told apart, picked and searched.
class ModerationPanePeopleTest extends ModerationPaneFixture {

    /// To whoever listens, each thing once and nothing that is empty.
    @Test
    void whoSomebodyIsIsSpoken() {
        open(true);
        assertThat(person("Mara").getAccessibleText())
                .isEqualTo("Mara, you, Available, Owner, mara@hearth.example");
        assertThat(person("Samuel Otieno").getAccessibleText())
                .isEqualTo("Samuel Otieno, Available, samuel@hearth.example");
    }

    @Test
    void severalArePickedByTheKeyboardAndShiftF10OpensTheirMenu() {
        open(true);
        FxThread.run(() -> robot.lookup(".occupants").query().requestFocus());
        robot.type(KeyCode.END, KeyCode.UP, KeyCode.UP); // over the head of the visitors
        robot.press(KeyCode.SHIFT).type(KeyCode.UP).type(KeyCode.F10).release(KeyCode.SHIFT);
        settle();
        picture("moderation-several");
        choose("Make moderator");
        settle();
        assertThat(coop.changes)
                .singleElement()
                .satisfies(
                        changes ->
                                assertThat(changes)
                                        .extracting(RoomChange::nick)
                                        .containsExactlyInAnyOrder("Samuel Otieno", "Tom Okafor"));
    }

    @Test
    void h20WhoComesByANickIsNotPickedForWhoHadIt() {
        open(true);
        FxThread.run(() -> robot.lookup(".occupants").query().requestFocus());
        robot.type(KeyCode.END, KeyCode.UP, KeyCode.UP, KeyCode.UP, KeyCode.SPACE);
        var me = Coop.who("Mara", "mara", Role.MODERATOR, Affiliation.OWNER, true);
        var other = Coop.who("Samuel Otieno", "other", Role.PARTICIPANT, Affiliation.NONE, false);
        FxThread.run(
                () -> coop.lane.execute(() -> coop.occupants.set(List.of(me, Coop.TOM, other))));
        settle();
        robot.type(KeyCode.END, KeyCode.SPACE);
        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        settle();
        choose("Make moderator");
        settle();
        assertThat(coop.changes)
                .containsExactly(List.of(RoomChange.of(RoomAct.MAKE_MODERATOR, Coop.TOM, "")));
    }

    @Test
    void aClickAndEnterOpenTheMenuOfAPerson() {
        open(true);
        robot.clickOn(person("paperplane"));
        settle();
        assertThat(names()).contains("Let write");
        robot.clickOn(person("Tom Okafor")); // goes on to who is under it
        settle();
        choose("Make moderator");
        FxThread.run(() -> robot.lookup(".occupants").query().requestFocus());
        robot.type(KeyCode.ENTER);
        settle();
        choose("Make moderator");
        assertThat(coop.changes)
                .containsExactly(
                        List.of(RoomChange.of(RoomAct.MAKE_MODERATOR, Coop.TOM, "")),
                        List.of(RoomChange.of(RoomAct.MAKE_MODERATOR, Coop.TOM, "")));
    }

    /// Their address, where the room shows it, and all that they wear where the line shows one.
    @Test
    void whatALineHasNoRoomForIsInItsTooltip() {
        coop.lane.execute(
                () ->
                        coop.occupants.set(
                                List.of(
                                        Coop.wearing(
                                                Coop.TOM,
                                                new Hat("urn:hats:host", "Host"),
                                                new Hat("urn:hats:dj", "Speaker 🎤")),
                                        new Occupant(
                                                "paperplane",
                                                Role.VISITOR,
                                                Affiliation.NONE,
                                                Optional.empty(),
                                                Coop.TOM.presence(),
                                                false))));
        open(true);
        assertThat(Hints.made(person("Tom Okafor"))).as("before the pointer comes").isEmpty();
        assertThat(FxThread.call(() -> Hints.pointAt(person("Tom Okafor"))))
                .isEqualTo("tom@hearth.example\nHost\nSpeaker 🎤");
        assertThat(FxThread.call(() -> Boxes.in((Parent) person("Tom Okafor")))).isEmpty();
        assertThat(person("Tom Okafor").getAccessibleText()).contains("Host", "Speaker");
        assertThat(FxThread.call(() -> Hints.comeTo(person("paperplane")))).isEmpty();
    }

    @Test
    void thePeopleOfALargeRoomAreSearched() {
        var crowd = new ArrayList<>(coop.occupants.get());
        IntStream.range(0, 20)
                .mapToObj(
                        i ->
                                Coop.who(
                                        "Guest " + i,
                                        "guest" + i,
                                        Role.VISITOR,
                                        Affiliation.NONE,
                                        false))
                .forEach(crowd::add);
        coop.lane.execute(() -> coop.occupants.set(List.copyOf(crowd)));
        open(true);
        robot.clickOn(".people-search .search-field");
        robot.write("tom", 0);
        settle();
        assertThat(persons()).containsExactly("Tom Okafor");
        picture("room-people-search");
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.SPACE);
        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        settle();
        choose("Make moderator");
        settle();
        assertThat(coop.changes)
                .containsExactly(List.of(RoomChange.of(RoomAct.MAKE_MODERATOR, Coop.TOM, "")));
        robot.clickOn(".people-search .search-field");
        robot.write("my", 0);
        settle();
        assertThat(persons()).isEmpty();
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(persons()).contains("Mara", "Priya Natarajan");
    }

    private List<String> persons() {
        return robot.lookup(".occupants").<ListView<?>>tryQuery().stream()
                .flatMap(list -> list.getItems().stream())
                .filter(OccupantRow.Person.class::isInstance)
                .map(row -> ((OccupantRow.Person) row).occupant().nick())
                .toList();
    }
}
