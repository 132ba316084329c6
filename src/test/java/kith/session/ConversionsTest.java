package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.Continuation;
import kith.model.Invitation;
import kith.model.Inviter;
import kith.model.NewRoom;
import kith.model.Occupant;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.RoomMaking;
import kith.model.RoomNotice;
import kith.xmpp.PayloadIq;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Chats of two that become groups (XEP-0045 §7.9), at servers which say yes or no.
class ConversionsTest {

    private static final BareJid GROUP = bare("k3x@rooms.hearth.example");
    private static final BareJid TOMAS = bare("tomas@birke.example");
    private static final Occupant ME =
            new Occupant(
                    "mara",
                    Occupant.Role.MODERATOR,
                    Occupant.Affiliation.OWNER,
                    Optional.empty(),
                    Presence.AVAILABLE,
                    true);

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey chat = new ChatKey(account, LAYLA);
    private final ChatKey group = new ChatKey(account, GROUP);
    private final ScriptedRoomService service = new ScriptedRoomService("rooms.hearth.example");

    /// What the group was asked to make of whom, in order.
    private final List<String> members = new ArrayList<>();

    private final Map<String, Refusal.Reason> refused = new HashMap<>();

    /// What waits for an answer of somebody's server.
    private final List<CompletableFuture<IQ>> waiting = new ArrayList<>();

    private boolean isSlow;

    ConversionsTest() {
        session.on(account, server -> server.answer(this::answer));
    }

    @Test
    void theChatStaysAndSaysWhereItGoesOn() {
        session.say(account, session.incoming.from(LAYLA, "m1", "Shall we ask Tomás?"));
        make();
        assertThat(lines(session)).containsExactly("Print night at " + GROUP);
        assertThat(session.bodies(chat)).containsExactly("Shall we ask Tomás?");
        assertThat(lines(new ScriptedSession(session))).isEqualTo(lines(session));

        session.say(account, new XmppEvent.RoomNamed(GROUP, "Riso night"));
        assertThat(lines(session)).containsExactly("Riso night at " + GROUP);
        assertThat(lines(new ScriptedSession(session))).isEqualTo(lines(session));
    }

    @Test
    void nothingOfTheChatIsShownToWhoComes() {
        session.say(account, session.incoming.from(LAYLA, "m1", "Don't tell Tomás"));
        make();
        var _ = invite(TOMAS);
        assertThat(sent()).isNotEmpty().noneMatch(it -> it.toXML().toString().contains("tell"));
    }

    @Test
    void whoIsInvitedBecomesAMemberFirstAndIsToldThatTheChatGoesOn() {
        session.say(
                account,
                session.incoming.arrived(
                        LAYLA,
                        "m1",
                        new Content.Text("Hi", Optional.empty(), Optional.of("e0ffe42b"))),
                session.incoming.from(LAYLA, "m2", "Shall we ask Tomás?"));
        make();
        sent();
        assertThat(invite(TOMAS)).isCompletedWithValue(Optional.empty());
        assertThat(members).containsExactly("member tomas@birke.example");
        assertThat(sent())
                .singleElement()
                .extracting(it -> it.toXML().toString())
                .asString()
                .contains(
                        "to='tomas@birke.example'",
                        "jid='" + GROUP + "'",
                        "reason='Print night'",
                        "continue='true'",
                        "thread='e0ffe42b'");
    }

    @Test
    void whatIsRefusedOnTheWayIsTold() {
        make();
        sent();
        isSlow = true;
        var outcome = invite(TOMAS);
        assertThat(outcome).isNotDone();
        var id = sent().getFirst().getStanzaId();
        var refusal = Refusal.of(Refusal.Reason.UNAVAILABLE);
        session.say(account, new XmppEvent.MessageRefused(LAYLA, id, refusal));
        assertThat(outcome).isNotDone(); // nobody else can refuse for them
        session.say(account, new XmppEvent.MessageRefused(TOMAS, id, refusal));
        assertThat(outcome).isCompletedWithValue(Optional.of(refusal));
        assertThat(waiting).hasSize(1);
    }

    @Test
    void silenceIsConsent() {
        make();
        isSlow = true;
        var outcome = invite(TOMAS);
        assertThat(outcome).isNotDone();
        session.core.execute(
                () ->
                        waiting.getFirst()
                                .completeExceptionally(
                                        new RefusedException(
                                                Refusal.of(Refusal.Reason.NOT_ALLOWED))));
        assertThat(outcome).isCompletedWithValue(Optional.empty());
    }

    @Test
    void whoCannotBecomeAMemberIsNotWrittenTo() {
        make();
        sent();
        refused.put(TOMAS.toString(), Refusal.Reason.FORBIDDEN);
        assertThat(invite(TOMAS))
                .isCompletedWithValue(Optional.of(Refusal.of(Refusal.Reason.FORBIDDEN)));
        assertThat(sent()).isEmpty();
        assertThat(invite(LAYLA)).isCompletedWithValue(Optional.empty());
        assertThat(sent()).hasSize(1);
    }

    @Test
    void whereThereIsNoGroupTheChatSaysNothing() {
        service.refuse("form", Refusal.Reason.NOT_ALLOWED);
        assertThat(make()).isInstanceOf(RoomMaking.Failed.class);
        assertThat(lines(session)).isEmpty();
        assertThat(invite(TOMAS))
                .isCompletedWithValue(Optional.of(Refusal.of(Refusal.Reason.OFFLINE)));
    }

    @Test
    void whileOfflineNobodyIsInvited() {
        make();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        assertThat(invite(TOMAS))
                .isCompletedWithValue(Optional.of(Refusal.of(Refusal.Reason.OFFLINE)));
        assertThat(members).isEmpty();
    }

    @Test
    void whoComesToAGroupHasItInTheChatThatGoesOn() {
        invited(new Inviter.Person(LAYLA), true);
        assertThat(lines(session)).isEmpty(); // they haven't said yes
        session.rooms.join(account, GROUP, "mara", Optional.empty());
        enter();
        assertThat(lines(session)).containsExactly(GROUP + " at " + GROUP);
        session.say(account, new XmppEvent.RoomNamed(GROUP, "Print night"));
        assertThat(lines(session)).containsExactly("Print night at " + GROUP);
    }

    @Test
    void aRoomsWordOfSomebodysChatIsNotBelieved() {
        invited(new Inviter.ByRoom(Optional.of(LAYLA)), true);
        session.rooms.join(account, GROUP, "mara", Optional.empty());
        enter();
        assertThat(lines(session)).isEmpty();
    }

    @Test
    void aRoomThatGoesOnWithNothingIsInNoChat() {
        invited(new Inviter.Person(LAYLA), false);
        session.rooms.join(account, GROUP, "mara", Optional.empty());
        enter();
        assertThat(lines(session)).isEmpty();
    }

    @Test
    void linesAreGoneWithTheirAccount() {
        make();
        session.accounts.remove(account);
        assertThat(lines(session)).isEmpty();
    }

    private void invited(Inviter inviter, boolean isContinuing) {
        session.say(
                account,
                new XmppEvent.Invited(
                        new Invitation(
                                GROUP,
                                inviter,
                                "",
                                Optional.empty(),
                                Optional.of(new Continuation(Optional.empty()))
                                        .filter(_ -> isContinuing),
                                session.tick())));
    }

    private RoomMaking make() {
        var making =
                session.conversions.make(
                        chat,
                        new NewRoom(NewRoom.Kind.PRIVATE_GROUP, "Print night", "", "k3x", "mara"));
        session.say(
                account,
                new XmppEvent.OccupantChanged(GROUP, ME),
                new XmppEvent.RoomCreated(GROUP));
        enter();
        return making.outcome()
                .toCompletableFuture()
                .getNow(RoomMaking.failed(RoomMaking.Cause.OTHER, Refusal.Reason.TIMED_OUT));
    }

    private void enter() {
        session.say(account, new XmppEvent.RoomJoined(GROUP, "mara"));
    }

    private CompletableFuture<Optional<Refusal>> invite(BareJid whom) {
        return session.conversions.invite(chat, group, whom, "Print night").toCompletableFuture();
    }

    private List<Stanza> sent() {
        return session.server(account).takeSent().stream()
                .filter(Message.class::isInstance)
                .toList();
    }

    private List<String> lines(ScriptedSession of) {
        return of.continuations.of(chat).get().stream()
                .map(RoomNotice.Continued.class::cast)
                .map(it -> it.name() + " at " + it.group())
                .toList();
    }

    private Optional<CompletionStage<IQ>> answer(IQ request) {
        boolean isForAdmins =
                request instanceof PayloadIq asked
                        && asked.payload()
                                .getNamespace()
                                .equals("http://jabber.org/protocol/muc#admin");
        if (isForAdmins) {
            return Optional.of(changed((PayloadIq) request));
        }
        if (String.valueOf(request.getTo()).equals("birke.example") && isSlow) {
            waiting.add(new CompletableFuture<>());
            return Optional.of(waiting.getLast());
        }
        return service.answer(request);
    }

    private CompletionStage<IQ> changed(PayloadIq asked) {
        var item = asked.payload().getElements().getFirst();
        var whom = item.getAttributeValue("jid");
        members.add(item.getAttributeValue("affiliation") + " " + whom);
        var why = Optional.ofNullable(refused.get(whom));
        return why.<CompletionStage<IQ>>map(
                        it -> CompletableFuture.failedStage(new RefusedException(Refusal.of(it))))
                .orElseGet(() -> CompletableFuture.completedStage(IQ.createResultIQ(asked)));
    }

    private static BareJid bare(String address) {
        return JidCreate.bareFromOrThrowUnchecked(address);
    }
}
