package kith.xmpp.xep;

import kith.xmpp.AnswerEnvelope;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.SlowModeTold;
import kith.xmpp.XmppExtension;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// XEP-0500 MUC Slow Mode, version 0.1.1: how long somebody has to wait in a room between two
/// messages, as the room says it among its information (§5.2). Not here: the waiting.
final class Xep0500SlowMode implements XmppExtension {

    private static final String ROOM_INFO = Xep0045Rooms.NAMESPACE + "#roominfo";
    private static final String FIELD = "muc#roominfo_slow_mode_duration";

    /// A room that wants more means never, and nobody would wait for it.
    private static final long MOST_SECONDS = Duration.ofDays(1).toSeconds();

    @Override
    public List<XmppEvent> read(AnswerEnvelope in) {
        return RoomAnswer.in(in)
                .<List<XmppEvent>>map(
                        info -> List.of(new SlowModeTold(info.room(), duration(info.info()))))
                .orElse(List.of());
    }

    private static Duration duration(DiscoInfo info) {
        return info.field(ROOM_INFO, FIELD).flatMap(Xep0500SlowMode::seconds).orElse(Duration.ZERO);
    }

    /// What is no positive number counts as none (§5.2).
    private static Optional<Duration> seconds(String said) {
        boolean isNumber = said.matches("\\+?0*[1-9][0-9]{0,8}");
        return isNumber
                ? Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(said), MOST_SECONDS)))
                : Optional.empty();
    }
}
