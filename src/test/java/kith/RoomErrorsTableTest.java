package kith;

import static org.assertj.core.api.Assertions.assertThat;

import kith.TableOfTests.Source;
import kith.lab.Refuses;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// By which error a room doesn't let us in (XEP-0045 §7.2), and which server says so in which test.
/// The tests of real servers say so themselves, and fail where it isn't so ([Refuses]); the
/// scripted one brings all. What stands for a room that is no more (`gone`) is no refusal:
/// `Xep0045RoomsTest.oneThatIsNoMoreSaysWhereToGo`, and of Prosody
/// `MakingRoomsTest.aRoomThatEndsTellsWhyAndWhereToGo`.
///
/// | error | test | by |
/// | --- | --- | --- |
/// | bad-request | RoomRefusalsTest.aNickThatTheRoomCanNotHave | ejabberd |
/// | bad-request | Xep0045RoomsTest.refusalsSayWhy | scripted |
/// | conflict | RoomRefusalsTest.aNickThatSomeoneElseHas | Prosody, ejabberd |
/// | conflict | Xep0045RoomsTest.refusalsSayWhy | scripted |
/// | forbidden | RoomRefusalsTest.aRoomThatHasBannedUs | Prosody, ejabberd |
/// | forbidden | Xep0045RoomsTest.refusalsSayWhy | scripted |
/// | internal-server-error | Xep0045RoomsTest.refusalsSayWhy | scripted |
/// | item-not-found | RoomRefusalsTest.aRoomThatIsNotOpenYet | Prosody |
/// | item-not-found | Xep0045RoomsTest.refusalsSayWhy | scripted |
/// | jid-malformed | RoomRefusalsTest.aNickThatTheRoomCanNotHave | Prosody |
/// | jid-malformed | Xep0045RoomsTest.refusalsSayWhy | scripted |
/// | not-acceptable | Xep0045RoomsTest.refusalsSayWhy | scripted |
/// | not-allowed | RoomRefusalsTest.aRoomWhoseRulesDoNotLetUsIn | Prosody |
/// | not-allowed | StrictRoomsTest.aRoomThatWeMayNotMake | Prosody |
/// | not-allowed | Xep0045RoomsTest.refusalsSayWhy | scripted |
/// | not-authorized | RoomRefusalsTest.aPasswordThatIsMissing | Prosody, ejabberd |
/// | not-authorized | RoomRefusalsTest.aPasswordThatIsWrong | Prosody, ejabberd |
/// | not-authorized | Xep0045RoomsTest.refusalsSayWhy | scripted |
/// | registration-required | RoomRefusalsTest.aRoomForMembersOnly | Prosody, ejabberd |
/// | registration-required | Xep0045RoomsTest.refusalsSayWhy | scripted |
/// | remote-server-not-found | Xep0045RoomsTest.refusalsSayWhy | scripted |
/// | resource-constraint | StrictRoomsTest.aRoomThatIsFull | ejabberd |
/// | resource-constraint | Xep0045RoomsTest.refusalsSayWhy | scripted |
/// | service-unavailable | Xep0045RoomsTest.refusalsSayWhy | scripted |
class RoomErrorsTableTest {

    /// Who enters without the password (§7.2.5), is no member (§7.2.6), is banned (§7.2.7), has
    /// somebody else's nick (§7.2.8), comes to a full room (§7.2.9), to one that is locked or isn't
    /// there (§7.2.10, §10.1.1), where they may not make it (§10.1.1), not by the nick that is
    /// registered for them (§7.10), or without one (§7.2.1).
    private static final List<String> ALL =
            List.of(
                    "not-authorized",
                    "registration-required",
                    "forbidden",
                    "conflict",
                    "service-unavailable",
                    "item-not-found",
                    "not-allowed",
                    "not-acceptable",
                    "jid-malformed");

    private static final TableOfTests TABLE =
            new TableOfTests(
                    List.of(
                            "kith.RoomRefusalsTest",
                            "kith.StrictRoomsTest",
                            "kith.xmpp.xep.Xep0045RoomsTest"),
                    List.of(
                            new Source("scripted", RoomErrorsTableTest::scripted),
                            new Source("Prosody", test -> real(test, Refuses::prosody)),
                            new Source("ejabberd", test -> real(test, Refuses::ejabberd))));

    @Test
    void theTableIsWhatTheTestsSay() throws IOException {
        TABLE.assertStandsIn(RoomErrorsTableTest.class);
    }

    /// Of real ones all but two: by another nick than the one that is registered for us, Prosody
    /// has us come by ours (210), and only refuses to change it ([RegisteredNicksTest]); of a room
    /// that is full, ejabberd says something else.
    @Test
    void everyErrorIsInIt() {
        assertThat(conditions("scripted")).containsAll(ALL);
        assertThat(conditions("Prosody", "ejabberd"))
                .contains("resource-constraint")
                .containsAll(
                        ALL.stream()
                                .filter(it -> !it.equals("not-acceptable"))
                                .filter(it -> !it.equals("service-unavailable"))
                                .toList());
    }

    private static List<String> conditions(String... by) {
        return TABLE.rows()
                .filter(row -> Stream.of(by).anyMatch(row::contains))
                .map(row -> row.split(" ", 3)[1])
                .toList();
    }

    private static Stream<String> real(Method test, Function<Refuses, String[]> by) {
        return Stream.ofNullable(test.getAnnotation(Refuses.class)).map(by).flatMap(Arrays::stream);
    }

    private static Stream<String> scripted(Method test) {
        return test.getName().equals("refusalsSayWhy")
                ? TableOfTests.firstValues(test).filter(it -> !it.equals("of-the-moon"))
                : Stream.empty();
    }
}
