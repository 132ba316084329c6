package kith.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.jivesoftware.smack.packet.Stanza;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The status codes of XEP-0045 that somebody hears from rooms, as they are on the wire.
///
/// Any thread.
public final class HeardCodes {

    private static final Pattern CODE = Pattern.compile("<status code=['\"](\\d+)['\"]");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Set<String> heard = new ConcurrentSkipListSet<>();

    private HeardCodes() {}

    /// From now on.
    public static HeardCodes of(LabUser user) {
        var codes = new HeardCodes();
        user.connection().addSyncStanzaListener(codes::hear, _ -> true);
        return codes;
    }

    private void hear(Stanza stanza) {
        heard.addAll(
                CODE.matcher(stanza.toXML())
                        .results()
                        .map(MatchResult::group)
                        .map(it -> it.replaceAll("\\D", ""))
                        .collect(Collectors.toSet()));
    }

    /// Fails unless all that a test says a server sends has come.
    public void assertSent(Method test, ServerKind kind) {
        var said = test.getAnnotation(Sends.class);
        var wanted = Set.of(kind == ServerKind.PROSODY ? said.prosody() : said.ejabberd());
        await(kind + " to send " + new TreeSet<>(wanted))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(heard).containsAll(wanted));
    }
}
