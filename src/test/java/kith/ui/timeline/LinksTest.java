package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class LinksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    See https://hearth.example/a, then come | https://hearth.example/a
                    (https://hearth.example/a)              | https://hearth.example/a
                    https://hearth.example/a_(b)            | https://hearth.example/a_(b)
                    HTTP://HEARTH.example!                  | HTTP://HEARTH.example
                    xmpp:room@rooms.example?join            | xmpp:room@rooms.example?join
                    “https://hearth.example/?q=1&r=2”       | https://hearth.example/?q=1&r=2
                    """)
    void findsLinksWithoutTheSentenceAround(String text, String link) {
        assertThat(shown(text)).containsExactly(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "javascript:alert(1)",
                "smb://host/share",
                "jar:https://evil.example/a.jar!/",
                "ahttps://hearth.example",
                "https://bank.example@evil.example/",
                "https://",
                "https:///path",
                "no link at all"
            })
    void leavesEverythingElseAsText(String text) {
        assertThat(shown(text)).isEmpty();
    }

    @Test
    void anOverrideOfDirectionEndsALink() {
        assertThat(shown("https://hearth.example/\u202Egnp.exe"))
                .containsExactly("https://hearth.example/");
    }

    @Test
    void aHostThatOnlyLooksLikeAnotherOpensAsWhatItIs() {
        var links = Links.in("https://аpple.example/x"); // the first letter is Cyrillic
        assertThat(links.getFirst().target()).hasToString("https://xn--pple-43d.example/x");
    }

    @Test
    void h58FindsThousandsOfLinks() {
        assertThat(Links.in("http://a.example ".repeat(5_000))).hasSize(5_000);
    }

    private static List<String> shown(String text) {
        return Links.in(text).stream()
                .map(link -> text.substring(link.start(), link.end()))
                .toList();
    }
}
