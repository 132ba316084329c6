package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.xmpp.TransferException.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// What a server can do to us that was asked for a file: take no more room than was given,
/// and lead us nowhere else (H53).
class HttpDownloadHostileTest extends HttpDownloadFixture {

    /// More than any buffer on the way holds.
    private static final int ENDLESS = 100_000_000;

    @Test
    void h53WhatIsTooLargeIsNotEvenBegun() throws Exception {
        var asksForIt = new CountDownLatch(1);
        talk(
                out -> {
                    out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 1000001\r\n\r\n"));
                    awaitQuietly(asksForIt);
                });
        var download = get();
        assertThat(failure(download.done())).contains(Kind.TOO_LARGE);
        assertThat(download.size()).as("to tell how large it is").hasValue(MOST + 1);
        asksForIt.countDown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775807",
                "9223372036854775808",
                "99999999999999999999999999999999999999999999999999"
            })
    void h53ASizeBeyondCountingIsTooLarge(String size) throws Exception {
        talk("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\ncat");
        assertThat(failure(get().done())).contains(Kind.TOO_LARGE);
    }

    @Test
    void h53WhatIsAsLargeAsItMayBeIsFetched() throws Exception {
        serve(bytes((int) MOST));
        assertThat(fetched(get())).isEqualTo(bytes((int) MOST));
        talk(
                out -> {
                    out.write(ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
                    out.write(ascii(Long.toHexString(MOST) + "\r\n"));
                    out.write(bytes((int) MOST));
                    out.write(ascii("\r\n0\r\n\r\n"));
                });
        assertThat(fetched(get())).isEqualTo(bytes((int) MOST));
        talk("HTTP/1.1 200 OK\r\n\r\n");
        assertThat(fetched(get(PICTURE, 0))).isEmpty();
        talk("HTTP/1.1 200 OK\r\n\r\nx");
        assertThat(failure(get(PICTURE, 0).done())).contains(Kind.TOO_LARGE);
    }

    /// Of the size that a server names nothing is set aside.
    @Test
    void h53ASizeThatNeverComesTakesNoRoom() throws Exception {
        talk("HTTP/1.1 200 OK\r\nContent-Length: 2000000000000000\r\n\r\ncat");
        assertThat(failure(get(PICTURE, Long.MAX_VALUE).done())).contains(Kind.INTERRUPTED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void h53ABodyWithoutEndEnds(boolean isChunked) throws Exception {
        var said = new AtomicLong();
        talk(
                out -> {
                    out.write(ascii("HTTP/1.1 200 OK\r\n"));
                    out.write(ascii(isChunked ? "Transfer-Encoding: chunked\r\n\r\n" : "\r\n"));
                    var piece = ascii((isChunked ? "4000\r\n" : "") + "x".repeat(0x4000));
                    while (said.addAndGet(piece.length) < ENDLESS) {
                        out.write(piece);
                        out.write(ascii(isChunked ? "\r\n" : ""));
                    }
                });
        var download = get();
        assertThat(failure(download.done())).contains(Kind.TOO_LARGE);
        awaitQuietly(hungUp);
        assertThat(said).hasValueLessThan(ENDLESS);
        assertThat(download.size()).isEmpty();
    }

    /// @param more what it says then, on and on
    @ParameterizedTest
    @MethodSource("endlessHeads")
    void h53AHeadWithoutEndEnds(String start, String more) throws Exception {
        var said = new AtomicLong();
        var piece = ascii(more.repeat(1_000));
        talk(
                out -> {
                    out.write(ascii(start));
                    while (said.addAndGet(piece.length) < ENDLESS) {
                        out.write(piece);
                    }
                });
        assertThat(failure(get().done())).contains(Kind.INTERRUPTED);
        awaitQuietly(hungUp);
        assertThat(said).hasValueLessThan(ENDLESS);
    }

    static Stream<Arguments> endlessHeads() {
        return Stream.of(
                Arguments.of("", "HTTP"),
                Arguments.of("", "\r"),
                Arguments.of("", "HTTP/1.1 100 Continue\r\n\r\n"),
                Arguments.of("HTTP/1.1 200 OK\r\n", "X: y\r\n"),
                Arguments.of("HTTP/1.1 200 OK\r\nX: ", "yyyy"),
                Arguments.of("HTTP/1.1 200 OK\r\nX:\r\n", " and so on\r\n"),
                Arguments.of("HTTP/1.1 302 Found\r\nLocation: ", "/x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "220 mail.example ESMTP\r\n",
                "HTTP/2 200\r\n\r\ncat",
                "HTTP/1.1 2000 OK\r\n\r\ncat",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ncat",
                "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -3\r\n\r\ncat",
                "HTTP/1.1 200 OK\r\nContent-Length: +3\r\n\r\ncat",
                "HTTP/1.1 200 OK\r\nContent-Length: 3.0\r\n\r\ncat",
                "HTTP/1.1 200 OK\r\nContent-Length: 0x3\r\n\r\ncat",
                "HTTP/1.1 200 OK\r\nContent-Length: 3, 2\r\n\r\ncat",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 2\r\n\r\ncat"
            })
    void h53WhatIsNoWholeAnswerIsNone(String answer) throws Exception {
        talk(answer);
        assertThat(failure(get().done())).contains(Kind.INTERRUPTED);
    }

    @Test
    void h53WhatFollowsTheFileIsNotPartOfIt() throws Exception {
        talk("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ncat<script>");
        assertThat(fetched(get())).isEqualTo(ascii("cat"));
        talk(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3"
                        + "\r\ncat\r\n0\r\n\r\n8\r\n<script>\r\n0\r\n\r\n");
        assertThat(fetched(get())).isEqualTo(ascii("cat"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-3\r\ncat\r\n0\r\n\r\n",
                "+3\r\ncat\r\n0\r\n\r\n",
                " 3\r\ncat\r\n0\r\n\r\n",
                "0x3\r\ncat\r\n0\r\n\r\n",
                "three\r\ncat\r\n0\r\n\r\n",
                "\r\ncat\r\n0\r\n\r\n",
                "3 3\r\ncat\r\n0\r\n\r\n",
                "2\r\ncat\r\n0\r\n\r\n",
                "4\r\ncat\r\n0\r\n\r\n",
                "3\r\ncat0\r\n\r\n",
                "3\r\ncat\r\n",
                "3\r\nca",
                "7fffffffffffffff\r\ncat\r\n0\r\n\r\n",
                "ffffffffffffffff\r\ncat\r\n0\r\n\r\n",
                "fffffffffffffff\r\ncat",
                "10000000000000003\r\ncat\r\n0\r\n\r\n",
                "80000000\r\ncat",
                ""
            })
    void h53ChunksThatAreNone(String body) throws Exception {
        talk("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body);
        assertThat(failure(get().done())).contains(Kind.INTERRUPTED);
    }

    @Test
    void h53AChunkWithMuchToSayIsNone() throws Exception {
        talk(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;"
                        + "x".repeat(10_000)
                        + "\r\ncat\r\n0\r\n\r\n");
        assertThat(failure(get().done())).contains(Kind.INTERRUPTED);
    }

    /// A bomb is not even taken in.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Encoding: gzip",
                "content-encoding: GZIP",
                "Content-Encoding:\r\n gzip",
                "Content-Encoding: identity, br",
                "Content-Encoding: identity\r\nContent-Encoding: deflate",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip"
            })
    void h53WhatIsPackedIsNotTaken(String header) throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var packs = new GZIPOutputStream(packed)) {
            packs.write(new byte[10_000_000]);
        }
        talk(
                out -> {
                    out.write(ascii("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n"));
                    packed.writeTo(out);
                });
        assertThat(failure(get().done())).contains(Kind.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pictures.hearth.example/cat.png",
                "file:///etc/passwd",
                "ftp://pictures.hearth.example/cat.png",
                "jar:https://pictures.hearth.example/a.jar!/cat.png",
                "javascript:alert(1)",
                "data:image/png;base64,AAAA",
                "https:cat.png",
                "https:///cat.png",
                "https://mara:pass@pictures.hearth.example/cat.png",
                "https://pictures.hearth.example:0/",
                "https://pictures.hearth.example:65536/",
                "https://localhost/",
                "https://printer.local/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://0.0.0.0/",
                "https://10.0.0.1/",
                "https://192.168.1.1:8443/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25lo]/",
                "https://[fd00::1]/",
                "//10.0.0.1/cat.png"
            })
    void h53NothingLeadsAnywhereElse(String location) throws Exception {
        dns = host -> host.equals(HOST) ? List.of(FAR) : List.of(LOOPBACK);
        talk("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\n\r\n");
        assertThat(failure(get().done())).contains(Kind.UNSAFE);
        assertThat(connected).as("but once").hasSize(1);
        assertThat(heads).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Location: \r\n",
                "Location: https://\r\n",
                "Location: https://a b/\r\n",
                "Location: :\r\n"
            })
    void h53WhatLeadsNowhereIsRefused(String header) throws Exception {
        talk("HTTP/1.1 302 Found\r\n" + header + "\r\n");
        assertThat(failure(get().done())).contains(Kind.REFUSED);
        assertThat(heads).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 50})
    void h53ItLeadsOnThreeTimesAtMost(int times) throws Exception {
        talk(
                out -> {
                    boolean isThere = heads.size() > times;
                    out.write(
                            ascii(
                                    isThere
                                            ? "HTTP/1.1 200 OK\r\n\r\ncat"
                                            : "HTTP/1.1 301 Moved\r\nLocation: /%d\r\n\r\n"
                                                    .formatted(heads.size())));
                });
        var download = get();
        if (times == 3) {
            assertThat(fetched(download)).isEqualTo(ascii("cat"));
        } else {
            assertThat(failure(download.done())).contains(Kind.UNSAFE);
        }
        assertThat(heads).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://pictures.hearth.example/\ud83d", "https://\udc31/"})
    void h53APlaceThatIsNoTextIsNone(String place) {
        assertThat(failure(get(URI.create(place)).done())).contains(Kind.UNSAFE);
    }
}
