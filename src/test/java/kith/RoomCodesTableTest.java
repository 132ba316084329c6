package kith;

import static org.assertj.core.api.Assertions.assertThat;

import kith.TableOfTests.Source;
import kith.lab.Sends;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which status code of XEP-0045 §15.6 is sent by whom in which test. The tests of real servers
/// say so themselves, and fail where it isn't sent ([Sends]); what no real one here sends, the
/// scripted ones bring.
///
/// | code | test | by |
/// | --- | --- | --- |
/// | 100 | RoomCodesTest.aRoomThatShowsAddresses | Prosody, ejabberd |
/// | 100 | RoomStatusCodesTest.whateverComesWithOurPresenceWeAreIn | scripted |
/// | 100 | RoomStatusCodesTest.whateverTheRoomTellsInAMessageWeAreInStill | scripted |
/// | 101 | RoomStatusCodesTest.whateverTheRoomTellsInAMessageWeAreInStill | scripted |
/// | 102 | RoomStatusCodesTest.whateverTheRoomTellsInAMessageWeAreInStill | scripted |
/// | 103 | RoomStatusCodesTest.whateverTheRoomTellsInAMessageWeAreInStill | scripted |
/// | 104 | RoomCodesTest.whatTheOwnerChanges | Prosody, ejabberd |
/// | 104 | RoomStatusCodesTest.whateverTheRoomTellsInAMessageWeAreInStill | scripted |
/// | 110 | RegisteredNicksTest.whoeverComesByAnotherIsCalledByTheirs | Prosody |
/// | 110 | RoomCodesTest.aRoomThatIsNew | Prosody, ejabberd |
/// | 110 | RoomCodesTest.aRoomThatShowsAddresses | Prosody, ejabberd |
/// | 110 | RoomCodesTest.anotherNick | Prosody, ejabberd |
/// | 110 | RoomStatusCodesTest.h18WhatBelongsToAPresenceSaysNothingInAMessage | scripted |
/// | 110 | RoomStatusCodesTest.whateverComesWithOurPresenceWeAreIn | scripted |
/// | 170 | RoomCodesTest.whetherItIsWrittenDown | Prosody, ejabberd |
/// | 170 | RoomStatusCodesTest.whateverComesWithOurPresenceWeAreIn | scripted |
/// | 170 | RoomStatusCodesTest.whateverTheRoomTellsInAMessageWeAreInStill | scripted |
/// | 171 | RoomCodesTest.whetherItIsWrittenDown | Prosody, ejabberd |
/// | 171 | RoomStatusCodesTest.whateverTheRoomTellsInAMessageWeAreInStill | scripted |
/// | 172 | RoomCodesTest.whatTheOwnerChanges | Prosody, ejabberd |
/// | 172 | RoomStatusCodesTest.whateverTheRoomTellsInAMessageWeAreInStill | scripted |
/// | 173 | RoomCodesTest.whatTheOwnerChanges | Prosody, ejabberd |
/// | 173 | RoomStatusCodesTest.whateverTheRoomTellsInAMessageWeAreInStill | scripted |
/// | 174 | RoomStatusCodesTest.whateverTheRoomTellsInAMessageWeAreInStill | scripted |
/// | 201 | RoomCodesTest.aRoomThatIsNew | Prosody, ejabberd |
/// | 201 | RoomStatusCodesTest.h18WhatBelongsToAPresenceSaysNothingInAMessage | scripted |
/// | 201 | RoomStatusCodesTest.whateverComesWithOurPresenceWeAreIn | scripted |
/// | 210 | RegisteredNicksTest.whoeverComesByAnotherIsCalledByTheirs | Prosody |
/// | 210 | RoomStatusCodesTest.h18WhatBelongsToAPresenceSaysNothingInAMessage | scripted |
/// | 210 | RoomStatusCodesTest.whateverComesWithOurPresenceWeAreIn | scripted |
/// | 301 | RoomCodesTest.aBan | Prosody, ejabberd |
/// | 301 | RoomStatusCodesTest.h18WhatBelongsToAPresenceSaysNothingInAMessage | scripted |
/// | 301 | RoomStatusCodesTest.whoIsPutOutIsToldApartFromWhoLeaves | scripted |
/// | 303 | RoomCodesTest.anotherNick | Prosody, ejabberd |
/// | 303 | RoomStatusCodesTest.h18WhatBelongsToAPresenceSaysNothingInAMessage | scripted |
/// | 307 | RoomCodesTest.aKick | Prosody, ejabberd |
/// | 307 | RoomStatusCodesTest.h18WhatBelongsToAPresenceSaysNothingInAMessage | scripted |
/// | 307 | RoomStatusCodesTest.whoIsPutOutIsToldApartFromWhoLeaves | scripted |
/// | 321 | RoomCodesTest.noMemberAnyMore | Prosody, ejabberd |
/// | 321 | RoomStatusCodesTest.h18WhatBelongsToAPresenceSaysNothingInAMessage | scripted |
/// | 321 | RoomStatusCodesTest.whoIsPutOutIsToldApartFromWhoLeaves | scripted |
/// | 322 | RoomCodesTest.forMembersOnlyNow | Prosody, ejabberd |
/// | 322 | RoomStatusCodesTest.h18WhatBelongsToAPresenceSaysNothingInAMessage | scripted |
/// | 322 | RoomStatusCodesTest.whoIsPutOutIsToldApartFromWhoLeaves | scripted |
/// | 332 | LostRoomsTest.aServiceThatWasAwayHasAllThatWasWrittenOnce | ejabberd |
/// | 332 | RoomStatusCodesTest.h18WhatBelongsToAPresenceSaysNothingInAMessage | scripted |
/// | 332 | RoomStatusCodesTest.whoIsPutOutIsToldApartFromWhoLeaves | scripted |
/// | 333 | RoomCodesTest.aDeviceThatIsNotReached | Prosody |
/// | 333 | RoomStatusCodesTest.h18WhatBelongsToAPresenceSaysNothingInAMessage | scripted |
/// | 333 | RoomStatusCodesTest.whoIsPutOutIsToldApartFromWhoLeaves | scripted |
class RoomCodesTableTest {

    private static final TableOfTests TABLE =
            new TableOfTests(
                    List.of(
                            "kith.LostRoomsTest",
                            "kith.RegisteredNicksTest",
                            "kith.RoomCodesTest",
                            "kith.ScriptedRoomTest",
                            "kith.xmpp.xep.RoomStatusCodesTest"),
                    List.of(
                            new Source("scripted", RoomCodesTableTest::scripted),
                            new Source("Prosody", test -> real(test, Sends::prosody)),
                            new Source("ejabberd", test -> real(test, Sends::ejabberd))));

    @Test
    void theTableIsWhatTheTestsSay() throws IOException {
        TABLE.assertStandsIn(RoomCodesTableTest.class);
    }

    /// And each is heard by Kith's own doors, whatever real servers do.
    @Test
    void everyCodeThatTheRegistrarKnowsIsInIt() throws IOException {
        var known = new TreeSet<>(registered());
        assertThat(known).hasSizeGreaterThan(15);
        assertThat(codes(TABLE.rows())).containsAll(known);
        assertThat(codes(TABLE.rows().filter(row -> row.endsWith("| scripted |"))))
                .containsAll(known);
    }

    private static List<String> codes(Stream<String> rows) {
        return rows.map(row -> row.substring(2, 5)).toList();
    }

    private static Stream<String> real(Method test, Function<Sends, String[]> by) {
        return Stream.ofNullable(test.getAnnotation(Sends.class)).map(by).flatMap(Arrays::stream);
    }

    /// What such a test is run with is what it brings.
    private static Stream<String> scripted(Method test) {
        var values =
                Stream.ofNullable(test.getAnnotation(ValueSource.class))
                        .flatMap(source -> Arrays.stream(source.strings()));
        return Stream.concat(values, TableOfTests.firstValues(test))
                .filter(code -> code.matches("[1-3]\\d{2}"));
    }

    private static List<String> registered() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        RoomCodesTableTest.class.getResourceAsStream(
                                "xep-0045-status-codes.xml"))) {
            var xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(xml.split("<number>"))
                    .skip(1)
                    .map(each -> each.substring(0, 3))
                    .toList();
        }
    }
}
