package kith.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read from the links that lead to chats.
class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xmpp:print@rooms.hearth.example?join",
                "XMPP:print@rooms.hearth.example?join;password=word",
                " xmpp:print@rooms.hearth.example?join;node=hall "
            })
    void aLinkThatWantsARoomJoined(String link) {
        assertThat(Addresses.isToJoin(link)).isTrue();
        assertThat(Addresses.parse(link).orElseThrow().toString())
                .isEqualTo("print@rooms.hearth.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xmpp:print@rooms.hearth.example",
                "xmpp:print@rooms.hearth.example?",
                "xmpp:print@rooms.hearth.example?message;body=join",
                "xmpp:print@rooms.hearth.example?joined",
                "print@rooms.hearth.example?join",
                "https://hearth.example/?join",
                ""
            })
    void anyOther(String link) {
        assertThat(Addresses.isToJoin(link)).isFalse();
    }
}
