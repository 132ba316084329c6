package kith;

import static org.assertj.core.api.Assertions.assertThat;

import kith.lab.Refuses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// By which error a room doesn't let us in (XEP-0045 §7.2), and which server says so in which test.
/// The tests of real servers say so themselves, and fail where it isn't so ([Refuses]); the
/// scripted one brings all.
///
/// | error | test | by |
/// | --- | --- | --- |
/// | bad-request | RoomRefusalsTest.aNickThatTheRoomCanNotHave | ejabberd |
/// | bad-request | Xep0045RoomsTest.refusalsSayWhy | scripted |
/// | conflict | RoomRefusalsTest.aNickThatSomeoneElseHas | Prosody, ejabberd |
/// | conflict | Xep0045RoomsTest.refusalsSayWhy | scripted |
/// | forbidden | RoomRefusalsTest.aRoomThatHasBannedUs | Prosody, ejabberd |
/// | forbidden | Xep0045RoomsTest.refusalsSayWhy | scripted |
/// | gone | Xep0045RoomsTest.refusalsSayWhy | scripted |
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

    private static final List<String> TESTS =
            List.of(
                    "kith.RoomRefusalsTest",
                    "kith.StrictRoomsTest",
                    "kith.xmpp.xep.Xep0045RoomsTest");

    @Test
    void theTableIsWhatTheTestsSay() throws IOException {
        var source = Files.readString(Path.of("src/test/java/kith/RoomErrorsTableTest.java"));
        assertThat(
                        source.lines()
                                .filter(
                                        line ->
                                                line.matches(
                                                        "/// \\| [a-z]+-?[a-z-]* \\| .*\\..*")))
                .containsExactlyElementsOf(rows().map(row -> "/// " + row).toList());
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
        return rows().filter(row -> Stream.of(by).anyMatch(row::contains))
                .map(row -> row.split(" ", 3)[1])
                .toList();
    }

    private static Stream<String> rows() {
        return TESTS.stream()
                .flatMap(RoomErrorsTableTest::methods)
                .flatMap(RoomErrorsTableTest::rows)
                .sorted();
    }

    private static Stream<Method> methods(String name) {
        try {
            return Arrays.stream(Class.forName(name).getDeclaredMethods());
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }

    private static Stream<String> rows(Method test) {
        var by = new TreeMap<String, List<String>>();
        scripted(test).forEach(it -> add(by, it, "scripted"));
        Stream.ofNullable(test.getAnnotation(Refuses.class))
                .forEach(
                        refuses -> {
                            List.of(refuses.prosody()).forEach(it -> add(by, it, "Prosody"));
                            List.of(refuses.ejabberd()).forEach(it -> add(by, it, "ejabberd"));
                        });
        var name = test.getDeclaringClass().getSimpleName() + "." + test.getName();
        return by.entrySet().stream()
                .map(
                        it ->
                                "| %s | %s | %s |"
                                        .formatted(
                                                it.getKey(),
                                                name,
                                                String.join(", ", it.getValue())));
    }

    private static void add(Map<String, List<String>> by, String condition, String who) {
        by.computeIfAbsent(condition, _ -> new ArrayList<>()).add(who);
    }

    private static Stream<String> scripted(Method test) {
        return test.getName().equals("refusalsSayWhy")
                ? Stream.ofNullable(test.getAnnotation(CsvSource.class))
                        .flatMap(source -> Arrays.stream(source.value()))
                        .map(line -> line.replaceFirst(",.*", ""))
                        .filter(it -> !it.equals("of-the-moon"))
                : Stream.empty();
    }
}
