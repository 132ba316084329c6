package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ME;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Invitation;
import kith.model.Inviter;
import kith.model.MessageIds;
import kith.model.RoomTraits;
import kith.session.notify.Notice;
import kith.xmpp.IncomingMessage;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A session whose user looks elsewhere, and what the desktop shows them.
abstract class NotifierFixture {

    static final Duration GATHERING = Duration.ofSeconds(2);

    final ScriptedSession session = new ScriptedSession();
    final RecordedNotices desktop = new RecordedNotices();
    final AccountId account = session.signIn();
    final ChatKey layla = new ChatKey(account, LAYLA);
    final ChatKey room = new ChatKey(account, ROOM);
    int ids;

    @BeforeEach
    void begin() {
        session.notifier.begin(desktop);
    }

    @AfterEach
    void nothingFailed() {
        assertThat(session.faults.fault().get()).isEmpty();
    }

    void gather() {
        session.pass(GATHERING);
    }

    /// Of what stands of chats, how many messages and what the newest says.
    List<String> told() {
        return desktop.standing().stream()
                .filter(Notice.Messages.class::isInstance)
                .map(Notice.Messages.class::cast)
                .map(it -> it.count() + " " + it.newest().words().orElse("–"))
                .toList();
    }

    void enter() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
    }

    /// The room says that it is open to strangers.
    void open() {
        session.say(
                account,
                new XmppEvent.RoomDescribed(ROOM, RoomTraits.of(RoomTraits.Trait.SEMI_ANONYMOUS)));
    }

    void invite(BareJid to, BareJid by) {
        var inviter = new Inviter.Person(by);
        session.say(
                account,
                new XmppEvent.Invited(
                        new Invitation(to, inviter, "Riso", Optional.empty(), session.tick())));
    }

    void arrive(boolean isRoom, Jid from, BareJid peer, String id, String text) {
        session.say(
                account,
                message(isRoom, from, peer, id, new Content.Text(text), session.tick(), Way.LIVE));
    }

    void arrive(boolean isRoom, Jid from, BareJid peer, Content content, Instant at, Way way) {
        session.say(account, message(isRoom, from, peer, "n" + ids++, content, at, way));
    }

    static XmppEvent.MessageArrived message(
            boolean isRoom,
            Jid from,
            BareJid peer,
            String id,
            Content content,
            Instant at,
            Way way) {
        return new XmppEvent.MessageArrived(
                new IncomingMessage(
                        peer,
                        isRoom,
                        new MessageIds(id, Optional.of(id), Optional.of(id)),
                        new Author(from, Optional.empty(), from.equals(ME)),
                        at,
                        content,
                        way));
    }

    static Jid occupant(String nick) {
        return JidCreate.fromOrThrowUnchecked(ROOM + "/" + nick);
    }
}
