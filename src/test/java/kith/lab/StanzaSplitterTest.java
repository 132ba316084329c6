package kith.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class StanzaSplitterTest {

    private static final List<String> SESSION =
            List.of(
                    "<?xml version='1.0'?><stream:stream to='a' xmlns='jabber:client'>",
                    "<stream:features><starttls xmlns='t'><required/></starttls></stream:features>",
                    "<success xmlns='s'/>",
                    "<?xml version='1.0'?><stream:stream to='a'>",
                    " ",
                    "<message to='b>c' id=\"/>'\"><body>1 &lt; 2 ≠ 3</body><x/></message>",
                    "<r xmlns='urn:xmpp:sm:3'/>",
                    "<presence></presence>",
                    "\n",
                    "</stream:stream>");

    @Test
    void partsEndWhereTheirElementsEnd() {
        assertThat(split(Integer.MAX_VALUE)).isEqualTo(SESSION);
    }

    @Test
    void howTheBytesComeMakesNoDifference() {
        for (int size = 1; size < 20; size++) {
            assertThat(split(size)).isEqualTo(SESSION);
        }
    }

    @Test
    void whatIsUnfinishedWaits() {
        var splitter = new StanzaSplitter();
        assertThat(split(splitter, "<stream:stream><message><body>half")).hasSize(1);
        assertThat(split(splitter, "</body></message>"))
                .containsExactly("<message><body>half</body></message>");
    }

    private static List<String> split(int chunk) {
        var splitter = new StanzaSplitter();
        byte[] all = String.join("", SESSION).getBytes(StandardCharsets.UTF_8);
        var parts = new ArrayList<String>();
        for (int from = 0; from < all.length; from += Math.min(chunk, all.length)) {
            byte[] next =
                    Arrays.copyOfRange(all, from, (int) Math.min(all.length, (long) from + chunk));
            splitter.split(next, next.length).forEach(part -> parts.add(StanzaSplitter.text(part)));
        }
        return parts;
    }

    private static List<String> split(StanzaSplitter splitter, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return splitter.split(bytes, bytes.length).stream().map(StanzaSplitter::text).toList();
    }
}
