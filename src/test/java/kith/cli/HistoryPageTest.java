package kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;

import kith.model.Confidant;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.Moderation;
import kith.model.Reaction;
import kith.model.Refusal;
import kith.model.Reply;
import kith.model.Step;
import kith.session.export.HistoryEntry;
import kith.session.export.HistoryPage;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class HistoryPageTest {

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);

    @Test
    void jsonHasAllThatIsKnown() {
        var lines = write(new JsonHistory(Samples.NAMES, out), Samples.fromAna("a\n\"b\" ü <&>"));
        assertThat(lines)
                .containsExactly(
                        "{\"account\":\"mara@hearth.example\",\"chat\":\"ana@birke.example\","
                                + "\"key\":7,\"position\":42,\"at\":\"2026-11-22T10:15:30.123Z\","
                                + "\"id\":\"s1\",\"originId\":\"o1\",\"archiveId\":\"a1\","
                                + "\"sender\":\"ana@birke.example\",\"mine\":false,"
                                + "\"kind\":\"text\",\"body\":\"a\\n\\\"b\\\" ü <&>\","
                                + "\"delivery\":\"received\"}");
    }

    @Test
    void jsonLeavesOutWhatIsNotThere() {
        var subject = Samples.inRoom("Old Tom", new Content.Subject("Tea"));
        var json =
                JsonParser.parseString(
                                write(new JsonHistory(Samples.NAMES, out), subject).getFirst())
                        .getAsJsonObject();
        assertThat(json.keySet())
                .doesNotContain("originId", "archiveId", "reason")
                .contains("occupantId");
        assertThat(json.get("sender").getAsString()).isEqualTo("den@rooms.example/Old Tom");
        assertThat(json.get("kind").getAsString()).isEqualTo("subject");
        assertThat(json.get("body").getAsString()).isEqualTo("Tea");
    }

    @Test
    void jsonSaysHowFarAMessageCame() {
        var failed = new Delivery.Failed(new Refusal(Refusal.Reason.NOT_FOUND, "who?"));
        var lines =
                write(
                        new JsonHistory(Samples.NAMES, out),
                        Samples.toAna("x", Delivery.QUEUED),
                        Samples.toAna("x", Delivery.SENDING),
                        Samples.toAna("x", Delivery.ON_SERVER),
                        Samples.toAna("x", Delivery.DELIVERED),
                        Samples.toAna("x", Delivery.READ),
                        Samples.toAna("x", failed));
        assertThat(lines)
                .extracting(
                        line ->
                                JsonParser.parseString(line)
                                        .getAsJsonObject()
                                        .get("delivery")
                                        .getAsString())
                .containsExactly("queued", "sending", "on server", "delivered", "read", "failed");
        assertThat(lines.getLast()).contains("\"reason\":\"not found\",\"reasonText\":\"who?\"");
    }

    @Test
    void jsonSaysWhenWhatHappened() {
        var at = Instant.parse("2026-11-22T10:15:30.123Z");
        var refusal = new Refusal(Refusal.Reason.NOT_FOUND, "who?");
        var phone = JidCreate.fromOrThrowUnchecked("ana@birke.example/phone");
        var steps =
                List.of(
                        new Step(Step.Kind.QUEUED, Optional.empty(), at),
                        new Step(Step.Kind.FAILED, Optional.empty(), at, Optional.of(refusal)),
                        new Step(Step.Kind.READ, Optional.of(phone), at.plusSeconds(1)));
        new JsonHistory(Samples.NAMES, out)
                .message(new HistoryEntry(Samples.toAna("x", Delivery.READ), List.of(), steps));
        out.flush();
        assertThat(text.toString())
                .contains(
                        "\"steps\":[{\"step\":\"queued\",\"at\":\"2026-11-22T10:15:30.123Z\"},"
                                + "{\"step\":\"failed\",\"at\":\"2026-11-22T10:15:30.123Z\","
                                + "\"reason\":\"not found\",\"reasonText\":\"who?\"},"
                                + "{\"step\":\"read\",\"at\":\"2026-11-22T10:15:31.123Z\","
                                + "\"by\":\"ana@birke.example/phone\"}]");
    }

    @Test
    void textCannotBeForged() {
        var lines =
                write(
                        new TextHistory(Samples.NAMES, out),
                        Samples.fromAna("hi\n2026-11-22 10:15:31  mara@hearth.example: I owe you"),
                        Samples.toAna("no", Delivery.READ),
                        Samples.inRoom("Tom", new Content.Subject("Tea")));
        assertThat(lines)
                .containsExactly(
                        "== Ana <3 (mara@hearth.example)",
                        "2026-11-22 10:15:30  ana@birke.example: hi",
                        "    2026-11-22 10:15:31  mara@hearth.example: I owe you",
                        "2026-11-22 10:16:30  mara@hearth.example: no",
                        "",
                        "== The Den (mara@hearth.example)",
                        "2026-11-22 10:15:30  Tom changed the subject: Tea");
    }

    @Test
    void whatIsPrivateSaysThatItIs() {
        var message = Samples.inRoom("Tom", new Content.Private(new Confidant("Tom"), "psst\n<b>"));
        assertThat(write(new TextHistory(Samples.NAMES, out), message))
                .contains("2026-11-22 10:15:30  Tom (private): psst", "    <b>");
        assertThat(write(new HtmlHistory(Samples.NAMES, out), message))
                .anyMatch(line -> line.contains("<i>(private)</i> <span class=\"body\""));
        assertThat(write(new JsonHistory(Samples.NAMES, out), message).getLast())
                .contains("\"kind\":\"private\",\"with\":\"Tom\",\"body\":\"psst\\n<b>\"");
    }

    @Test
    void htmlIsEscaped() {
        var lines =
                write(
                        new HtmlHistory(Samples.NAMES, out),
                        Samples.fromAna("<script>alert('&')</script>\n\"two\""),
                        Samples.inRoom("<b>", new Content.Subject("</html>")));
        assertThat(lines)
                .contains(
                        "<h2>Ana &lt;3 <small>mara@hearth.example</small></h2>",
                        "<p><time datetime=\"2026-11-22T10:15:30.123Z\">2026-11-22 10:15:30</time>"
                                + " <b><bdi>ana@birke.example</bdi></b> <span class=\"body\""
                                + " dir=\"auto\">&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;",
                        "&quot;two&quot;</span></p>",
                        "<p><time datetime=\"2026-11-22T10:15:30.123Z\">2026-11-22 10:15:30</time>"
                                + " <b><bdi>&lt;b&gt;</bdi></b> <span class=\"subject\""
                                + " dir=\"auto\">&lt;/html&gt;</span></p>")
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>");
    }

    @Test
    void whatWasCorrectedSaysTheNewWords() {
        var message = Samples.correctedByAna("thursday", "friday");
        assertThat(write(new TextHistory(Samples.NAMES, out), message))
                .contains("2026-11-22 10:15:30  ana@birke.example (edited): friday");
        assertThat(write(new HtmlHistory(Samples.NAMES, out), message))
                .anyMatch(line -> line.endsWith("dir=\"auto\">friday</span> <i>(edited)</i></p>"));
        assertThat(write(new JsonHistory(Samples.NAMES, out), message).getLast())
                .contains(
                        "\"kind\":\"text\",\"body\":\"friday\",\"original\":\"thursday\","
                                + "\"editDelivery\":\"received\"");
    }

    @Test
    void reactionsStandWithTheirMessage() {
        var hers = Samples.fromAna("a\n  b");
        var mine = Samples.toAna("", Delivery.READ).author();
        var reactions =
                List.of(
                        new Reaction("👋", List.of(hers.author(), mine)),
                        new Reaction("🐢", List.of(hers.author())));
        new TextHistory(Samples.NAMES, out).message(new HistoryEntry(hers, reactions, List.of()));
        new HtmlHistory(Samples.NAMES, out).message(new HistoryEntry(hers, reactions, List.of()));
        new JsonHistory(Samples.NAMES, out).message(new HistoryEntry(hers, reactions, List.of()));
        out.flush();
        assertThat(text.toString().lines())
                .contains(
                        "2026-11-22 10:15:30  ana@birke.example: a",
                        "      b",
                        "  👋 ana@birke.example, mara@hearth.example",
                        "  🐢 ana@birke.example")
                .anyMatch(
                        line ->
                                line.endsWith(
                                        "  b</span><br><small class=\"reactions\">👋"
                                                + " <bdi>ana@birke.example</bdi>,"
                                                + " <bdi>mara@hearth.example</bdi> 🐢"
                                                + " <bdi>ana@birke.example</bdi></small></p>"))
                .last()
                .asString()
                .endsWith(
                        "\"delivery\":\"received\",\"reactions\":[{\"emoji\":\"👋\",\"count\":2,"
                                + "\"mine\":true,\"senders\":[\"ana@birke.example\","
                                + "\"mara@hearth.example\"]},{\"emoji\":\"🐢\",\"count\":1,"
                                + "\"mine\":false,\"senders\":[\"ana@birke.example\"]}]}");
    }

    @Test
    void anAnswerSaysToWhat() {
        var reply = new Reply("s-1", Optional.of(Samples.fromAna("").author().address()), 15);
        var words = new Content.Text("> what?\n> when\nnow", Optional.of(reply), Optional.of("t"));
        var message = Samples.inRoom("Tom", words);
        assertThat(write(new TextHistory(Samples.NAMES, out), message))
                .endsWith("    > when", "    now")
                .anyMatch(line -> line.endsWith("Tom: > what?"));
        assertThat(write(new HtmlHistory(Samples.NAMES, out), message))
                .anyMatch(line -> line.endsWith("<span class=\"quote\" dir=\"auto\">what?"))
                .anyMatch(
                        line ->
                                line.equals(
                                        "when</span><span class=\"body\""
                                                + " dir=\"auto\">now</span></p>"));
        assertThat(write(new JsonHistory(Samples.NAMES, out), message).getLast())
                .contains(
                        "\"body\":\"now\",\"replyTo\":\"s-1\","
                                + "\"replyAuthor\":\"ana@birke.example\","
                                + "\"quote\":\"what?\\nwhen\",\"thread\":\"t\"");
    }

    @Test
    void anEventOfAReactionSaysToWhat() {
        var reaction = Samples.inRoom("Tom", new Content.Reaction("s-1", List.of("👋", "🐢")));
        assertThat(write(new JsonHistory(Samples.NAMES, out), reaction).getFirst())
                .contains("\"kind\":\"reaction\",\"of\":\"s-1\",\"emoji\":[\"👋\",\"🐢\"]");
    }

    @Test
    void whatWasTakenBackIsCalledSoAndHasNoWords() {
        var deleted = Samples.inRoom("Tom", Content.RETRACTED);
        var removal = Optional.of(new Moderation("<Priya>", "off\ntopic"));
        var removed = Samples.inRoom("Tom", new Content.Retracted(removal));
        assertThat(write(new TextHistory(Samples.NAMES, out), deleted, removed))
                .contains(
                        "2026-11-22 10:15:30  Tom: (deleted)",
                        "2026-11-22 10:15:30  Tom: (removed by <Priya>: off",
                        "    topic)");
        assertThat(write(new HtmlHistory(Samples.NAMES, out), deleted, removed))
                .anyMatch(line -> line.endsWith("<b><bdi>Tom</bdi></b> <i>(deleted)</i></p>"))
                .anyMatch(
                        line -> line.contains("<i>(removed by <bdi>&lt;Priya&gt;</bdi>: <bdi>off"));
        assertThat(write(new JsonHistory(Samples.NAMES, out), deleted, removed))
                .anyMatch(line -> line.contains("\"kind\":\"deleted\",\"delivery\""))
                .anyMatch(
                        line ->
                                line.contains(
                                        "\"kind\":\"deleted\",\"moderated\":true,"
                                                + "\"moderator\":\"<Priya>\","
                                                + "\"why\":\"off\\ntopic\""));
    }

    @Test
    void anEventOfARetractionSaysOfWhat() {
        var retraction = Samples.inRoom("Tom", new Content.Retraction("s-1"));
        assertThat(write(new JsonHistory(Samples.NAMES, out), retraction).getFirst())
                .contains("\"kind\":\"retraction\",\"of\":\"s-1\"");
    }

    private List<String> write(HistoryPage page, Message... messages) {
        page.begin();
        for (Message message : messages) {
            page.message(new HistoryEntry(message, List.of(), List.of()));
        }
        page.end();
        out.flush();
        return text.toString().lines().toList();
    }
}
