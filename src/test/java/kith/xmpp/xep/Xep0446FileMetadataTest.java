package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.PictureSize;
import kith.model.Content;
import kith.xmpp.link.StanzaReaderAccess;
import kith.xmpp.xep.Xep0446FileMetadata.Metadata;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

/// What is said of a file, with the examples of XEP-0446 and XEP-0447; H50 of the reliability
/// rules.
class Xep0446FileMetadataTest {

    /// XEP-0446 §2.
    @Test
    void whatIsKnownIsReadAndAllElseIsLeft() {
        assertThat(
                        read(
                                """
                                <media-type>text/plain</media-type>
                                <name>test.txt</name>
                                <date>2015-07-26T21:46:00+01:00</date>
                                <size>6144</size>
                                <hash xmlns='urn:xmpp:hashes:2'
                                      algo='sha-1'>w0mcJylzCn+AfvuGdqkty2+KP48=</hash>
                                """))
                .isEqualTo(
                        new Metadata(
                                Optional.of("test.txt"), Optional.of(6_144L), Optional.empty()));
    }

    @Test
    void whatIsNotThereIsNotSaid() {
        assertThat(read("")).isEqualTo(Metadata.NONE);
        assertThat(Xep0446FileMetadata.in(StanzaReaderAccess.read("<x xmlns='urn:x'/>")))
                .isEqualTo(Metadata.NONE);
        assertThat(read("<name xmlns='urn:x'>a</name><size xmlns='urn:x'>1</size>"))
                .isEqualTo(Metadata.NONE);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "' 6144 ',6144", "007,7", "999999999999999,999999999999999"})
    void sizesThatAFileCanHave(String said, long size) {
        assertThat(read("<size>" + said + "</size>").size()).contains(size);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "+1",
                "1.5",
                "1e9",
                "0x10",
                "1 000",
                "many",
                "\u0661\u0662",
                "1000000000000000",
                "9223372036854775808",
                "99999999999999999999999999999999999999999999"
            })
    void otherSizesAreAsIfTheyWereNotThere(String said) {
        assertThat(read("<name>a</name><size>" + said + "</size>"))
                .isEqualTo(new Metadata(Optional.of("a"), Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"4096,2160", "1,1", "46340,46340", "999999999,2", "1,999999999"})
    void picturesHaveTwoSides(int width, int height) {
        assertThat(picture(String.valueOf(width), String.valueOf(height)))
                .contains(new PictureSize(width, height));
    }

    @ParameterizedTest
    @CsvSource({
        "0,2160",
        "4096,0",
        "-1,2160",
        "4096,-2160",
        "4096,''",
        "'',2160",
        "4096,tall",
        "4096,2160.5",
        "4294967297,1",
        "2147483648,1",
        "1000000000,1",
        "46341,46341",
        "65536,65536",
        "999999999,999999999"
    })
    void otherSidesAreAsIfTheyWereNotThere(String width, String height) {
        assertThat(picture(width, height)).isEmpty();
    }

    @Test
    void oneSideIsNone() {
        assertThat(read("<width>4096</width>").picture()).isEmpty();
        assertThat(read("<height>4096</height>").picture()).isEmpty();
    }

    /// XEP-0446 §2: films have a width and a height, too.
    @Test
    void whatIsSaidToBeNoPictureIsNone() {
        var sides = "<width>1920</width><height>1080</height>";
        var size = new PictureSize(1_920, 1_080);
        assertThat(read(sides).picture()).contains(size);
        for (var type : new String[] {"image/jpeg", "IMAGE/PNG", " image/webp "}) {
            assertThat(read("<media-type>" + type + "</media-type>" + sides).picture())
                    .as(type)
                    .contains(size);
        }
        for (var type : new String[] {"video/mp4", "application/octet-stream", "images/x", ""}) {
            assertThat(read("<media-type>" + type + "</media-type>" + sides).picture())
                    .as(type)
                    .isEmpty();
        }
    }

    /// XEP-0446 §3.
    @ParameterizedTest
    @CsvSource({
        "../../x,x",
        "../../private.txt,private.txt",
        "/etc/passwd,passwd",
        "..\\..\\x,x",
        "C:\\Users\\x.txt,x.txt",
        "\\\\host\\share\\x,x",
        "a/b\\c/d.txt,d.txt",
        "test_\u202efdp.exe,test_fdp.exe",
        "\u2066a\u2069.png,a.png",
        "a\u200b\u200e\ufeff.png,a.png",
        "a\u0085b\u2028c\u2029d,abcd",
        "'  a.png  ',a.png",
        "NUL.txt,NUL.txt",
        ".bashrc,.bashrc",
        "%2e%2e%2fx,%2e%2e%2fx",
        "très cool 🎉.jpg,très cool 🎉.jpg"
    })
    void h50ANameIsNoPathAndHidesNothing(String said, String name) {
        assertThat(read("<name>" + said + "</name>").name()).contains(name);
    }

    @Test
    void h50LinesAndTabsAreNoPartOfAName() {
        assertThat(read("<name>a&#10;b&#13;c&#9;d</name>").name()).contains("abcd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "/", "x/", "..", "../..", ".", "a\\", "\u202e", "\u200b/\u200b"})
    void h50WhatIsNoNameIsNotSaid(String said) {
        assertThat(read("<name>" + said + "</name><size>1</size>"))
                .isEqualTo(new Metadata(Optional.empty(), Optional.of(1L), Optional.empty()));
    }

    /// Cut, it would end otherwise than it does.
    @Test
    void h50ANameThatNoFileCanHaveIsNotSaid() {
        assertThat(read("<name>" + "a".repeat(251) + ".exe</name>").name())
                .contains("a".repeat(251) + ".exe");
        assertThat(read("<name>" + "a".repeat(252) + ".exe</name>").name()).isEmpty();
        assertThat(read("<name>a.jpg" + " ".repeat(4_000) + ".exe</name>").name()).isEmpty();
    }

    @Test
    void whatIsKnownOfAFileIsSaid() {
        assertThat(written(file("film.mov", Optional.of(6L), Optional.empty())))
                .isEqualTo(
                        "<file xmlns='urn:xmpp:file:metadata:0'><name>film.mov</name>"
                                + "<size>6</size></file>");
        assertThat(written(file("a < b", Optional.empty(), Optional.empty())))
                .isEqualTo("<file xmlns='urn:xmpp:file:metadata:0'><name>a &lt; b</name></file>");
        assertThat(
                        written(
                                file(
                                        "summit.JPG",
                                        Optional.of(3_032_449L),
                                        Optional.of(new PictureSize(4_096, 2_160)))))
                .isEqualTo(
                        "<file xmlns='urn:xmpp:file:metadata:0'>"
                                + "<media-type>image/jpeg</media-type><name>summit.JPG</name>"
                                + "<size>3032449</size><width>4096</width>"
                                + "<height>2160</height></file>");
    }

    /// What kind of picture it is, its name may not say.
    @ParameterizedTest
    @ValueSource(strings = {"summit", "summit.x", "summit.mp4", "summit.jpg.exe"})
    void whatIsNotKnownIsNotSaid(String name) {
        var picture = Optional.of(new PictureSize(4, 2));
        var file = file(name, Optional.of(1L), picture);
        assertThat(written(file)).doesNotContain("media-type").contains("<width>4</width>");
        assertThat(read(inside(written(file))))
                .isEqualTo(new Metadata(Optional.of(name), Optional.of(1L), picture));
    }

    @Test
    void weSayThatWeKnowIt() {
        assertThat(new XmppExtensions().features()).contains("urn:xmpp:file:metadata:0");
    }

    private static Content.File file(
            String name, Optional<Long> size, Optional<PictureSize> picture) {
        return new Content.File(
                Optional.of("https://d.example/x"), name, size, picture, Optional.empty());
    }

    private static String written(Content.File file) {
        return Xep0446FileMetadata.of(file).toXML().toString();
    }

    private static String inside(String file) {
        return file.replaceFirst("^<file[^>]*>", "").replaceFirst("</file>$", "");
    }

    private static Optional<PictureSize> picture(String width, String height) {
        return read("<width>%s</width><height>%s</height>".formatted(width, height)).picture();
    }

    private static Metadata read(String inside) {
        return Xep0446FileMetadata.in(
                StanzaReaderAccess.read(
                        "<x xmlns='urn:x'><file xmlns='urn:xmpp:file:metadata:0'>"
                                + inside
                                + "</file></x>"));
    }
}
