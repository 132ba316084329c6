package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/// Whatever somebody writes, what is sent is XML (F27).
class XmlSafeWriterTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "tab\tline\nreturn\r", "\uD83D\uDE00 ok", "\uFFFD\uE000"})
    void keepsWhatXmlCanCarry(String text) throws IOException {
        assertThat(written(text)).isEqualTo(text);
    }

    @Test
    void replacesWhatItCant() throws IOException {
        assertThat(written("a\u0000b\u0001c\u001Fd")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
        assertThat(written("\uFFFE\uFFFF")).isEqualTo("\uFFFD\uFFFD");
        assertThat(written("lone \uD83D high")).isEqualTo("lone \uFFFD high");
        assertThat(written("lone \uDE00 low")).isEqualTo("lone \uFFFD low");
        assertThat(written("\uD83D")).isEqualTo("\uFFFD");
    }

    /// XML 1.0 §2.4
    @Test
    void whatWouldEndASectionIsEscapedInWhateverPieces() throws IOException {
        assertThat(written("a]]>b]]]>c]>d]] >e>f")).isEqualTo("a]]&gt;b]]]&gt;c]>d]] >e>f");
        var out = new StringWriter();
        var writer = new XmlSafeWriter(out);
        for (var piece : List.of("]", "]", ">", "]]", "", ">", "]", "]>", "x>", "]]x", ">")) {
            writer.write(piece);
        }
        writer.flush();
        assertThat(out.toString()).isEqualTo("]]&gt;]]&gt;]]&gt;x>]]x>");
    }

    @Test
    void inWhateverWayItIsWritten() throws IOException {
        var out = new StringWriter();
        var writer = new XmlSafeWriter(out);
        writer.write('\u0000');
        writer.write("x\u0001y".toCharArray());
        writer.write("\u0002 in the middle \u0003", 1, 15);
        writer.append("z\u0004");
        writer.flush();
        assertThat(out.toString()).isEqualTo("\uFFFDx\uFFFDy in the middle z\uFFFD");
    }

    private static String written(String text) throws IOException {
        var out = new StringWriter();
        try (var writer = new XmlSafeWriter(out)) {
            writer.write(text);
        }
        return out.toString();
    }
}
