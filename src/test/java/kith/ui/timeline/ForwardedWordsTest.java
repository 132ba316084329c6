package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Content;
import kith.model.Delivery;
import kith.model.MessageKey;
import kith.model.ShownPicture;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.timeline.TimelineRow.Attached;
import kith.ui.timeline.TimelineRow.Bubble;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is sent of messages that are forwarded.
class ForwardedWordsTest {

    private static final String HEAD = "Forwarded from layla, Sunday, 22 November 2026, 09:31:";
    private static final Instant AT = Instant.parse("2026-11-22T09:31:00Z");

    @Test
    void theWordsAreAQuotationUnderALineThatSaysWhoseTheyAre() {
        assertThat(of(said("layla", "See you on *Friday*")))
                .containsExactly(HEAD + "\n> See you on *Friday*");
    }

    @Test
    void everyLineIsMarkedHoweverItEndsSoThatNoneLooksLikeOurs() {
        var hostile = "one\ntwo\r\nthree\rForwarded from mara, today:\u2028four\u0085five\n\n> six";
        assertThat(of(said("layla", hostile)))
                .containsExactly(
                        HEAD
                                + "\n> one\n> two\n> three\n> Forwarded from mara, today:\n> four"
                                + "\n> five\n>\n> > six");
        assertThat(of(said("layla", "```\ncode\nwithout end")).getFirst().lines().skip(1))
                .allMatch(line -> line.startsWith("> "));
    }

    @Test
    void aNameIsOnlyAName() {
        assertThat(of(said("/me", "x"))).first().asString().startsWith("Forwarded from /me, ");
        assertThat(of(said("a\n> b", "x"))).first().asString().startsWith("Forwarded from a > b, ");
        assertThat(of(said("a\u202eb\u2066c\u200d", "x")))
                .first()
                .asString()
                .startsWith("Forwarded from abc\u200d, ");
        assertThat(of(said("n".repeat(5_000), "x")).getFirst().length()).isLessThan(200);
    }

    @Test
    void anActionIsTold() {
        assertThat(of(said("layla", "/me waves"))).containsExactly(HEAD + "\n> * layla waves");
    }

    /// The recipient may know none of the user's addresses, or another one.
    @Test
    void theUsersOwnAddressIsNotToldWithTheirWords() {
        var me = "Forwarded from me, Sunday, 22 November 2026, 09:31:";
        assertThat(of(mine("mara", "Friday"))).containsExactly(me + "\n> Friday");
        assertThat(of(mine("mara", "/me waves"))).containsExactly(me + "\n> * me waves");
        assertThat(inRoom(mine("", "/me waves"))).containsExactly(me + "\n> * me waves");
    }

    @Test
    void inARoomTheUserIsCalledWhatTheRoomKnows() {
        assertThat(inRoom(mine("Bob", "Friday")))
                .containsExactly(HEAD.replace("layla", "Bob") + "\n> Friday");
    }

    /// Any program opens it so.
    @Test
    void aFileIsWhereItIs() {
        var url = "https://d.hearth.example/1/film.mov";
        assertThat(of(file(Optional.of(url), "film.mov"))).containsExactly(HEAD + "\n> " + url);
    }

    @Test
    void aFileThatIsNowhereYetIsItsName() {
        assertThat(of(file(Optional.empty(), "/me.mov"))).containsExactly(HEAD + "\n> /me.mov");
        assertThat(of(file(Optional.empty(), "/me waves"))).containsExactly(HEAD + "\n> /me waves");
    }

    @Test
    void severalMessagesAreOneInTheirOrder() {
        assertThat(of(said("layla", "one"), said("layla", "two")))
                .containsExactly(HEAD + "\n> one\n\n" + HEAD + "\n> two");
    }

    @Test
    void whatIsTooLongForOneMessageIsSeveralAndNothingIsLost() {
        var long1 = "word ".repeat(3_000).strip();
        assertThat(of(said("layla", long1), said("layla", long1)))
                .containsExactly(HEAD + "\n> " + long1, HEAD + "\n> " + long1);
        var endless = "😀".repeat(30_000);
        var parts = of(said("layla", endless));
        assertThat(parts)
                .allMatch(part -> part.length() < 25_000 && part.startsWith(HEAD + "\n> "));
        var whole =
                parts.stream()
                        .map(part -> part.replace(HEAD, "").replace("\n> ", ""))
                        .reduce("", String::concat);
        assertThat(whole.strip()).isEqualTo(endless);
    }

    private static List<String> of(Bubble... messages) {
        return of(false, messages);
    }

    private static List<String> inRoom(Bubble... messages) {
        return of(true, messages);
    }

    private static List<String> of(boolean isRoom, Bubble... messages) {
        var texts = Texts.of(Locale.ENGLISH);
        var times = new Times(InstantSource.fixed(AT), ZoneOffset.UTC, texts);
        var words = new TimelineWords(texts, times, () -> "My dear Layla", isRoom);
        return ForwardedWords.of(List.of(messages), words);
    }

    private static Bubble file(Optional<String> url, String name) {
        var file = new Content.File(url, name, Optional.empty(), Optional.empty());
        return said(
                "layla", false, name, Optional.of(Attached.of(file, () -> ShownPicture.COMING)));
    }

    private static Bubble said(String author, String text) {
        return said(author, false, text, Optional.empty());
    }

    private static Bubble mine(String author, String text) {
        return said(author, true, text, Optional.empty());
    }

    private static Bubble said(
            String author, boolean isMine, String text, Optional<Attached> file) {
        return new Bubble(
                new MessageKey(1),
                author,
                isMine,
                Optional.empty(),
                TimelineRow.Place.ALONE,
                Optional.empty(),
                FoldedText.of(text, 1),
                file,
                false,
                false,
                false,
                false,
                Optional.empty(),
                List.of(),
                AT,
                Delivery.RECEIVED,
                Optional.empty(),
                Optional.empty());
    }
}
