package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.MessageRecord;
import kith.model.Refusal;
import kith.model.Step;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.timeline.MessageDetails.Detail;
import kith.ui.timeline.MessageDetails.Version;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class MessageDetailsTest {

    private static final Instant AT = Instant.parse("2026-11-20T09:31:00Z");

    private final Talk talk = new Talk("layla@hearth.example");
    private final Texts texts = Texts.of(Locale.ENGLISH);
    private final TimelineWords words =
            new TimelineWords(
                    texts,
                    new Times(InstantSource.fixed(AT), ZoneOffset.UTC, texts),
                    () -> "Layla Haddad",
                    false);

    @Test
    void saysAllThatIsKnownAndNothingTwice() {
        var ids = new MessageIds("s1", Optional.of("s1"), Optional.of("a1"));
        var details =
                MessageDetails.of(kept(List.of(mine(ids, text("thursday"), Delivery.READ))), words);
        assertThat(details.details())
                .containsExactly(
                        new Detail("From", "mara@hearth.example"),
                        new Detail("Time", words.fullTime(AT)),
                        new Detail("Delivery", "Read"),
                        new Detail("Encryption", "To your server; not end to end"),
                        new Detail("Id", "s1"),
                        new Detail("Archive id", "a1"));
        assertThat(details.versions()).isEmpty();
    }

    @Test
    void anIdThatItsSenderKeptIsNamedAndOneThatIsMissingIsNot() {
        var ids = new MessageIds("", Optional.of("o1"), Optional.empty());
        var details =
                MessageDetails.of(kept(List.of(mine(ids, text("a"), Delivery.QUEUED))), words);
        assertThat(details.details())
                .contains(new Detail("Origin id", "o1"))
                .noneMatch(each -> each.name().equals("Id") || each.name().equals("Archive id"));
    }

    @Test
    void eachStepHasItsTimeAndWhoSaysSo() {
        var phone = JidCreate.fromOrThrowUnchecked("layla@hearth.example/Conversations.vTb4");
        var refused = Optional.of(Refusal.of(Refusal.Reason.NOT_FOUND));
        var steps =
                List.of(
                        new Step(Step.Kind.QUEUED, Optional.empty(), AT),
                        new Step(Step.Kind.FAILED, Optional.empty(), AT.plusSeconds(5), refused),
                        new Step(Step.Kind.READ, Optional.of(phone), AT.plusSeconds(65)));
        var message = mine(MessageIds.own("1"), text("a"), Delivery.READ);
        var details = MessageDetails.of(new MessageRecord(List.of(message), steps), words);
        assertThat(details.steps())
                .containsExactly(
                        new Detail("Written", "20 Nov 2026, 09:31:00"),
                        new Detail(
                                "Refused",
                                "20 Nov 2026, 09:31:05 · "
                                        + words.failure(Refusal.of(Refusal.Reason.NOT_FOUND))),
                        new Detail("Read", "20 Nov 2026, 09:32:05 · Conversations.vTb4"));
    }

    @Test
    void theThreadIsNamed() {
        var words = new Content.Text("a", Optional.empty(), Optional.of("t-1"));
        var message = mine(MessageIds.own("1"), words, Delivery.READ);
        assertThat(MessageDetails.of(kept(List.of(message)), this.words).details())
                .contains(new Detail("Thread", "t-1"));
    }

    @Test
    void eachVersionHasItsOwnWordsAndState() {
        var first = mine(MessageIds.own("1"), text("thursday"), Delivery.READ);
        var second =
                mine(
                        MessageIds.own("2"),
                        new Content.Correction("1", "friday"),
                        Delivery.ON_SERVER);
        assertThat(MessageDetails.of(kept(List.of(first, second)), words).versions())
                .containsExactly(
                        new Version(words.fullTime(AT), "thursday", Optional.of("Read")),
                        new Version(words.fullTime(AT), "friday", Optional.of("Sent")));
    }

    /// H56: a version may be as long as any message.
    @Test
    void h56AVersionWithoutEndIsFolded() {
        var first = mine(MessageIds.own("1"), text("word ".repeat(20_000)), Delivery.READ);
        var second = mine(MessageIds.own("2"), new Content.Correction("1", "short"), Delivery.READ);
        assertThat(MessageDetails.of(kept(List.of(first, second)), words).versions())
                .first()
                .satisfies(version -> assertThat(version.words().length()).isLessThan(20_000));
    }

    private static MessageRecord kept(List<Message> versions) {
        return new MessageRecord(versions, List.of());
    }

    private static Content text(String body) {
        return new Content.Text(body);
    }

    private Message mine(MessageIds ids, Content content, Delivery delivery) {
        var author =
                new Author(
                        JidCreate.fromOrThrowUnchecked("mara@hearth.example"),
                        Optional.empty(),
                        true);
        return new Message(new MessageKey(1), talk.chat(), ids, author, AT, 1, content, delivery);
    }
}
