package kith.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LabXmlTest {

    private static final String STANZA =
            "<iq xmlns='jabber:client' type='get'><query"
                    + " xmlns='jabber:iq:roster'/><stream:x>a&amp;b</stream:x></iq>";

    @Test
    void pathsSeeNamespacesAndPrefixesAsTheyAreWritten() {
        var iq = LabXml.parse(STANZA.replace("<stream:x", "<stream:x xmlns:stream='s'"));
        assertThat(LabXml.matches(iq, "/iq[@type='get']/query[@xmlns='jabber:iq:roster']"))
                .isTrue();
        assertThat(LabXml.matches(iq, "/iq/query[@xmlns='other']")).isFalse();
        assertThat(LabXml.matches(iq, "/message")).isFalse();
        assertThat(LabXml.value(iq, "/iq/query/@xmlns")).isEqualTo("jabber:iq:roster");
    }

    @Test
    void aChildIsFoundByItsName() {
        assertThat(LabXml.child(LabXml.parse(STANZA), "query")).isPresent();
        assertThat(LabXml.child(LabXml.parse(STANZA), "body")).isEmpty();
        assertThat(LabXml.child(LabXml.parse(STANZA), "stream:x").orElseThrow().getTextContent())
                .isEqualTo("a&b");
    }

    @Test
    void whatIsEscapedReadsBackTheSame() {
        String text = "<a href='x'>\"&amp;\"</a>";
        String xml = "<x y='%1$s'>%1$s</x>".formatted(LabXml.escape(text));
        assertThat(LabXml.parse(xml).getTextContent()).isEqualTo(text);
        assertThat(LabXml.parse(xml).getAttribute("y")).isEqualTo(text);
    }

    @Test
    void halfAStanzaIsNone() {
        assertThatThrownBy(() -> LabXml.parse("<iq><query></iq>"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
