package kith.lab;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One connection of a [ScriptedServer], in the hands of its [Script].
///
/// While a script waits for what it expects, everything else is answered by default: stream
/// management, an empty roster, an error to other questions. So scripts say what matters and no
/// more; [#whenever] adds to the defaults.
///
/// In all that is sent, `{jid}` is the client's full address, `{host}` the server's, `{h}` the
/// number of stanzas handled (XEP-0198); in replies also `{id}`, `{from}`, `{to}` and `{previd}` as
/// the client said them; left out, `{from}` is its session and `{to}` its account.
///
/// Reading is for the script's thread, the rest for any.
public final class ScriptedConnection {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BUFFER = 8_192;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern STANZA =
            Pattern.compile("^<(message|presence|iq)\\b.*", Pattern.DOTALL);

    private final int number;
    private final ScriptedServer server;
    private final WireEnd client;
    private final DefaultAnswers answers;
    private final Queue<String> unread = new ArrayDeque<>();
    private final StanzaSplitter sent = new StanzaSplitter();
    private StanzaSplitter splitter = new StanzaSplitter();
    private boolean underTls;

    ScriptedConnection(int number, ScriptedServer server, WireEnd client) {
        this.number = number;
        this.server = server;
        this.client = client;
        this.answers = new DefaultAnswers(server.counters());
    }

    /// Waits until the client says something in which a path finds something ([Heard#matches]).
    ///
    /// @throws AssertionError if it takes longer than 20 s
    public Turn expect(String xpath) throws IOException {
        return expect(heard -> heard.matches(xpath), xpath);
    }

    /// Waits until the client says something of a kind.
    ///
    /// @param description for the failure's message
    public Turn expect(Predicate<Heard> wanted, String description) throws IOException {
        client.patience(PATIENCE);
        try {
            Heard heard = next();
            while (!wanted.test(heard)) {
                answerByDefault(heard);
                heard = next();
            }
            return new Turn(heard);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("The client never said " + description, e);
        }
    }

    /// Answers by default until the client leaves.
    public void awaitEnd() throws IOException {
        client.patience(Duration.ZERO);
        Heard heard = next();
        while (!heard.isStreamEnd()) {
            answerByDefault(heard);
            heard = next();
        }
        closeStream();
    }

    /// Listens and says nothing until the client leaves.
    public void listen() throws IOException {
        client.patience(Duration.ZERO);
        Heard heard = next();
        while (!heard.isStreamEnd()) {
            heard = next();
        }
    }

    /// From now on answers by default whatever a path finds something in.
    public void whenever(String xpath, String reply) {
        answers.whenever(xpath, reply);
    }

    /// Whether to answer requests for an acknowledgement (XEP-0198 §4), as it does by default.
    public void acknowledge(boolean now) {
        answers.acknowledge(now);
    }

    /// Sends anything, well-formed or not.
    public void send(String xml) throws IOException {
        sendFilled(fill(xml, Map.of()));
    }

    /// Makes whole stanzas ready to be sent. Placeholders are filled in as things are now.
    PreparedStanzas prepare(String xml) {
        var filled = fill(xml, Map.of());
        var bytes = filled.getBytes(StandardCharsets.UTF_8);
        return new PreparedStanzas(filled, countStanzas(new StanzaSplitter(), bytes));
    }

    /// Sends what was made ready.
    synchronized void send(PreparedStanzas ready) throws IOException {
        send(ready.xml().getBytes(StandardCharsets.UTF_8), ready.count());
    }

    /// Waits for the opening of a stream and opens one in turn.
    ///
    /// @param features what is offered, as XML
    public void openStream(String features) throws IOException {
        openStream();
        send("<stream:features>" + features + "</stream:features>");
    }

    /// Waits for the opening of a stream and opens one in turn, that offers nothing yet.
    public void openStream() throws IOException {
        expect("/*[name()='stream:stream']");
        send(
                """
                <?xml version='1.0'?><stream:stream xmlns='jabber:client' \
                xmlns:stream='http://etherx.jabber.org/streams' id='lab' from='{host}' \
                version='1.0'>\
                """);
    }

    /// Opens a stream that offers TLS and nothing else, and turns to TLS.
    public void startTls() throws IOException {
        openStream("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>");
        expect("/starttls").reply("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        client.serveTls(server.certificate().serverContext());
        underTls = true;
        splitter = new StanzaSplitter();
    }

    /// Which cipher suite was agreed on; only once TLS is there. Of those that both sides have, the
    /// one that the client names first.
    public String cipherSuite() {
        return client.cipherSuite();
    }

    /// Opens a stream that offers SCRAM-SHA-1, and lets the client in if it knows the password.
    public void authenticate(LabAccount account) throws IOException {
        openStream(Sasl.mechanisms("SCRAM-SHA-1"));
        var scram = new ScramServer("SHA-1", account.password(), 4_096);
        Turn first = expect("/auth[@mechanism='SCRAM-SHA-1']");
        first.reply(Sasl.element("challenge", scram.challenge(first.saslText())));
        Turn last = expect("/response");
        var proof = scram.conclude(last.saslText());
        if (proof.isEmpty()) {
            last.reply(Sasl.failure("not-authorized"));
            throw new EOFException("The client doesn't know the password");
        }
        last.reply(Sasl.element("success", proof.get()));
    }

    /// Opens a stream that offers a session and stream management.
    public void offerSession() throws IOException {
        openStream("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/><sm xmlns='urn:xmpp:sm:3'/>");
    }

    /// Opens a stream that offers a session, and gives the client the resource it wants.
    public void bind(LabAccount account) throws IOException {
        offerSession();
        awaitBind(account);
    }

    /// Waits until the client wants a resource, and gives it.
    public void awaitBind(LabAccount account) throws IOException {
        Turn turn = expect("/iq[@type='set']/bind");
        String resource = turn.heard().value("/iq/bind/resource");
        server.bound(account.jid() + "/" + (resource.isEmpty() ? "lab" : resource));
        turn.reply(
                """
                <iq type='result' id='{id}'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>\
                <jid>{jid}</jid></bind></iq>\
                """);
    }

    /// Ends the stream with an error (RFC 6120 §4.9).
    public void streamError(String condition) throws IOException {
        send(
                "<stream:error><%s xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>"
                        .formatted(condition));
        closeStream();
    }

    /// Ends the stream and the connection in good order.
    public void closeStream() throws IOException {
        send("</stream:stream>");
        client.close();
    }

    /// Ends the connection without a word of the stream.
    public void closeConnection() throws IOException {
        client.close();
    }

    /// Ends the connection by TCP RST.
    public void reset() throws IOException {
        client.reset();
    }

    /// Leaves the client alone with a dead connection, after the script has failed.
    void abandon() {
        try {
            client.reset();
        } catch (IOException alreadyGone) {
            // As wanted.
        }
    }

    private void answerByDefault(Heard heard) throws IOException {
        var answer = answers.to(heard);
        if (answer.isPresent()) {
            new Turn(heard).reply(answer.get());
        }
    }

    /// The next thing the client says.
    private Heard next() throws IOException {
        while (unread.isEmpty()) {
            var buffer = new byte[BUFFER];
            int length = client.input().read(buffer);
            if (length < 0) {
                throw new EOFException("The client has left");
            }
            if (!underTls) {
                server.heardInClear(buffer, length);
            }
            splitter.split(buffer, length).stream()
                    .map(StanzaSplitter::text)
                    .filter(part -> !part.isBlank())
                    .forEach(unread::add);
        }
        var heard = new Heard(number, underTls, unread.remove());
        server.heard(heard);
        return heard;
    }

    private String fill(String template, Map<String, String> values) {
        var own =
                Map.of(
                        "jid",
                        server.jid(),
                        "host",
                        server.host(),
                        "h",
                        String.valueOf(server.counters().handled()));
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(
                        place -> {
                            String name = place.group(1);
                            String value =
                                    values.getOrDefault(
                                            name, own.getOrDefault(name, place.group()));
                            return Matcher.quoteReplacement(LabXml.escape(value));
                        });
    }

    private synchronized void sendFilled(String xml) throws IOException {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        send(bytes, countStanzas(sent, bytes));
    }

    private static int countStanzas(StanzaSplitter splitter, byte[] bytes) {
        return (int)
                splitter.split(bytes, bytes.length).stream()
                        .filter(part -> STANZA.matcher(StanzaSplitter.text(part)).matches())
                        .count();
    }

    private void send(byte[] bytes, int stanzas) throws IOException {
        for (int each = 0; each < stanzas; each++) {
            server.counters().countSent();
        }
        client.output().write(bytes);
        client.output().flush();
    }

    /// What the client has said, and the chance to reply to it.
    public final class Turn {

        private final Heard heard;

        private Turn(Heard heard) {
            this.heard = heard;
        }

        public Heard heard() {
            return heard;
        }

        /// Sends a reply, in which `{id}` and its like are what the client said.
        public void reply(String template) throws IOException {
            var values = new HashMap<String, String>();
            values.put("from", server.jid());
            values.put("to", server.account());
            for (String name : List.of("id", "from", "to", "previd")) {
                if (!heard.attribute(name).isEmpty()) {
                    values.put(name, heard.attribute(name));
                }
            }
            sendFilled(fill(template, values));
        }

        /// The text in what the client has said, if it is an element of SASL.
        public String saslText() {
            return Sasl.text(heard);
        }
    }
}
