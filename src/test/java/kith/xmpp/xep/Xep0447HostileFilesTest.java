package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Content;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Files that would lead elsewhere, or look like something else: H50 and H53 of the reliability
/// rules. What hostile names are made of, and numbers, [Xep0446FileMetadataTest] has.
class Xep0447HostileFilesTest extends Xep0447FileSharingFixture {

    /// XEP-0447 §6, XEP-0448.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "http://d.example/a.jpg",
                "HTTP://d.example/a.jpg",
                "aesgcm://d.example/a.jpg",
                "https://bank.example@d.example/a.jpg",
                "https://bank.example:443@d.example/a.jpg",
                "https://@d.example/a.jpg",
                "https:",
                "https:///a.jpg",
                "//d.example/a.jpg",
                "a.jpg",
                "https://d.example/a b"
            })
    void h53WhatIsNoPlainAddressByHttpsIsNoSource(String target) {
        var sharing = sharing(METADATA, source(target));
        assertThat(read(sharing)).isEmpty();
        var body = "<body>" + target + "</body>";
        assertThat(read(sharing + body)).containsExactly(new Content.Text(target));
        assertThat(read(sharing + body + FALLBACK)).containsExactly(new Content.Text(target));
        assertThat(read(sharing(METADATA, source(target) + SOURCE)))
                .as("the next is one")
                .containsExactly(READ);
        assertThat(read(sharing(METADATA, source(target) + SOURCE) + body))
                .as("but these are words")
                .containsExactly(new Content.Text(target));
    }

    @Test
    void h53WhatIsNotOnTheWebOrNeedsAKeyIsNoSource() {
        var encrypted =
                """
                <encrypted xmlns='urn:xmpp:esfs:0'
                    cipher='urn:xmpp:ciphers:aes-128-gcm-nopadding:0'>
                  <key>SuRJ2agVm/pQbJQlPq/B23Xt1YOOJCcEGJA5HrcYOGQ=</key>
                  <iv>T8RDMBaiqn6Ci4Nw</iv>
                  <sources xmlns='urn:xmpp:sfs:0'>%s</sources>
                </encrypted>
                """
                        .formatted(SOURCE);
        var elsewhere = SOURCE.replace("protocol/url-data", "protocol/other");
        var nowhere = "<url-data xmlns='http://jabber.org/protocol/url-data'/>";
        for (var other : List.of(JINGLE, encrypted, elsewhere, nowhere)) {
            assertThat(read(sharing(METADATA, other))).isEmpty();
            assertThat(read(sharing(METADATA, other) + "<body>x</body>" + FALLBACK))
                    .containsExactly(new Content.Text("x"));
        }
    }

    @Test
    void h53OfThousandsOfSourcesTheFirstThatIsOneCounts() {
        var all = source("http://d.example/a").repeat(2_000) + SOURCE;
        var more = source("https://d.example/b").repeat(2_000);
        assertThat(read(sharing(METADATA, all + more))).containsExactly(READ);
    }

    @Test
    void h50AFileThatIsCalledNothingIsCalledAsItsAddress() {
        for (var name : List.of("", "../..", "\u202e", "a".repeat(4_000))) {
            assertThat(file(sharing(named(name), SOURCE)).name()).isEqualTo("summit.jpg");
        }
        assertThat(file(sharing("", SOURCE)).name()).isEqualTo("summit.jpg");
        assertThat(file(sharing("", source("https://d.example/a%00%E2%80%AEgpj.exe"))).name())
                .isEqualTo("agpj.exe");
        assertThat(file(sharing("", source("https://d.example/..%5C..%5Cx"))).name())
                .isEqualTo("x");
        assertThat(file(sharing("", source("https://d.example/%2e%2e"))).name())
                .isEqualTo("d.example");
    }

    @Test
    void h50AFileIsCalledWhatItIsSaidToBeCalled() {
        assertThat(file(sharing(named("../../x"), SOURCE)).name()).isEqualTo("x");
        assertThat(file(sharing(named("test_\u202efdp.exe"), SOURCE)).name())
                .isEqualTo("test_fdp.exe");
    }

    private static String named(String name) {
        return "<file xmlns='urn:xmpp:file:metadata:0'><name>" + name + "</name></file>";
    }
}
