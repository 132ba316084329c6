package kith.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a [ScriptedConnection] answers when its script doesn't: stream management as XEP-0198 wants
/// it, an empty roster, next to nothing on discovery, and an error to every other question, so that
/// no client waits for an answer in vain.
final class DefaultAnswers {

    private static final String REFUSAL =
            """
            <iq type='error' id='{id}' from='{to}' to='{jid}'><error type='cancel'>\
            <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>\
            """;

    private static final String DISCO = "http://jabber.org/protocol/disco#info";

    private final Map<String, String> standing = new LinkedHashMap<>();
    private final StreamCounters counters;
    private boolean acknowledging = true;

    DefaultAnswers(StreamCounters counters) {
        this.counters = counters;
        whenever(
                "/iq[@type='get']/query[@xmlns='jabber:iq:roster']",
                "<iq type='result' id='{id}' to='{jid}'><query xmlns='jabber:iq:roster'/></iq>");
        whenever(
                "/iq[@type='get']/query[@xmlns='%s']".formatted(DISCO),
                """
                <iq type='result' id='{id}' from='{to}' to='{jid}'><query xmlns='%s'>\
                <identity category='server' type='im'/></query></iq>\
                """
                        .formatted(DISCO));
        whenever("/iq[@type='get']/ping", "<iq type='result' id='{id}' from='{to}' to='{jid}'/>");
    }

    /// The newest answer that fits is given.
    synchronized void whenever(String xpath, String reply) {
        standing.remove(xpath);
        standing.put(xpath, reply);
    }

    synchronized void acknowledge(boolean now) {
        acknowledging = now;
    }

    /// What to reply, as a template; empty for nothing.
    synchronized Optional<String> to(Heard heard) {
        if (heard.matches("/enable")) {
            counters.enable();
            return Optional.of("<enabled xmlns='urn:xmpp:sm:3' id='lab' resume='true' max='600'/>");
        }
        if (heard.matches("/a")) {
            counters.acknowledge(Long.parseLong(heard.attribute("h")));
            return Optional.empty();
        }
        if (heard.matches("/r")) {
            return Optional.of("<a xmlns='urn:xmpp:sm:3' h='{h}'/>").filter(_ -> acknowledging);
        }
        return standing(heard).or(() -> Optional.of(REFUSAL).filter(_ -> isQuestion(heard)));
    }

    private Optional<String> standing(Heard heard) {
        return standing.entrySet().stream()
                .filter(each -> heard.matches(each.getKey()))
                .map(Map.Entry::getValue)
                .reduce((_, newer) -> newer);
    }

    private static boolean isQuestion(Heard heard) {
        return heard.matches("/iq[@type='get' or @type='set']");
    }
}
