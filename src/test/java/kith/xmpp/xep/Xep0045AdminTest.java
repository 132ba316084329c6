package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Affiliated;
import kith.model.Refusal;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.xmpp.CapturingLink;
import kith.xmpp.RefusedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What people may do in rooms, with the examples of XEP-0045 §§8 to 10.
class Xep0045AdminTest {

    private static final BareJid ROOM = JidCreate.bareFromOrThrowUnchecked("coven@chat.example");

    private final CapturingLink link = new CapturingLink();
    private final Xep0045Admin admin = new Xep0045Admin();

    /// §§8.2 to 8.4, 9.6, 9.7.
    @ParameterizedTest
    @CsvSource({
        "KICK, none",
        "GIVE_VOICE, participant",
        "TAKE_VOICE, visitor",
        "MAKE_MODERATOR, moderator",
        "UNMAKE_MODERATOR, participant"
    })
    void rolesGoByNick(RoomAct act, String role) {
        admin.change(link, ROOM, List.of(role(act, "pistol", "Avaunt, you cullion!")));
        assertThat(link.lastXml())
                .isEqualTo(
                        set(
                                "<item nick='pistol' role='%s'>".formatted(role)
                                        + "<reason>Avaunt, you cullion!</reason></item>"));
    }

    /// §§9.1, 9.3, 9.4, 10.3, 10.6.
    @ParameterizedTest
    @CsvSource({
        "BAN, outcast",
        "MAKE_MEMBER, member",
        "UNLIST, none",
        "MAKE_OWNER, owner",
        "MAKE_ADMIN, admin"
    })
    void listsGoByAddress(RoomAct act, String affiliation) {
        admin.change(link, ROOM, List.of(list(act, "earlofcambridge@shakespeare.example", "")));
        assertThat(link.lastXml())
                .isEqualTo(
                        set(
                                "<item affiliation='%s' jid='earlofcambridge@shakespeare.example'>"
                                                .formatted(affiliation)
                                        + "</item>"));
    }

    /// §9.2.
    @Test
    void severalGoInOneRequestEachWithItsReason() {
        admin.change(
                link,
                ROOM,
                List.of(
                        list(RoomAct.BAN, "lordscroop@shakespeare.example", "Treason"),
                        list(RoomAct.UNLIST, "sirthomasgrey@shakespeare.example", "")));
        assertThat(link.lastXml())
                .isEqualTo(
                        set(
                                "<item affiliation='outcast' jid='lordscroop@shakespeare.example'>"
                                        + "<reason>Treason</reason></item>"
                                        + "<item affiliation='none'"
                                        + " jid='sirthomasgrey@shakespeare.example'></item>"));
    }

    /// §9.5.
    @Test
    void aListIsAskedForAndRead() {
        var asked = admin.list(link, ROOM, RoomList.MEMBERS);
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' to='coven@chat.example' type='get'>"
                                + "<query xmlns='http://jabber.org/protocol/muc#admin'>"
                                + "<item affiliation='member'></item></query></iq>");
        answer(
                "<item affiliation='member' jid='hag66@shakespeare.example' nick='thirdwitch'"
                        + " role='participant'/>");
        assertThat(asked.toCompletableFuture().join())
                .containsExactly(
                        entry(RoomList.MEMBERS, "hag66@shakespeare.example", "thirdwitch", ""));
    }

    @Test
    void whoIsBannedHasAReasonAndMayBeAWholeServer() {
        var asked = admin.list(link, ROOM, RoomList.BANNED);
        answer(
                "<item affiliation='outcast' jid='shakespeare.example'/>"
                        + "<item affiliation='outcast' jid='earl@shakespeare.example'>"
                        + "<reason>Treason</reason></item>");
        assertThat(asked.toCompletableFuture().join())
                .containsExactly(
                        entry(RoomList.BANNED, "earl@shakespeare.example", "", "Treason"),
                        entry(RoomList.BANNED, "shakespeare.example", "", ""));
    }

    /// What isn't asked for, or is nobody, doesn't get on the list; nobody is on it twice.
    @Test
    void aListThatIsNoneIsReadAsFarAsItIs() {
        var asked = admin.list(link, ROOM, RoomList.OWNERS);
        answer(
                "<item affiliation='member' jid='hag66@shakespeare.example'/><item/>"
                        + "<item jid='hag66@shakespeare.example'/>"
                        + "<item affiliation='owner'/><item affiliation='owner' jid='@@'/>"
                        + "<item affiliation='owner' jid='bard@shakespeare.example/globe'/>"
                        + "<item affiliation='owner' jid='bard@shakespeare.example'/><other/>");
        assertThat(asked.toCompletableFuture().join())
                .containsExactly(entry(RoomList.OWNERS, "bard@shakespeare.example", "", ""));
    }

    @Test
    void aHugeListEnds() {
        var asked = admin.list(link, ROOM, RoomList.BANNED);
        answer(
                IntStream.range(0, Xep0045Admin.MOST + 10)
                        .mapToObj("<item affiliation='outcast' jid='a%d@b.example'/>"::formatted)
                        .collect(Collectors.joining()));
        assertThat(asked.toCompletableFuture().join()).hasSize(Xep0045Admin.MOST);
    }

    @Test
    void anEmptyAnswerIsAnEmptyList() {
        var asked = admin.list(link, ROOM, RoomList.BANNED);
        link.answer("<iq from='coven@chat.example' type='result' id='1'/>");
        assertThat(asked.toCompletableFuture().join()).isEmpty();
    }

    @Test
    void aRefusalIsPassedOn() {
        var asked = admin.list(link, ROOM, RoomList.OWNERS).toCompletableFuture();
        link.refuse(Refusal.of(Refusal.Reason.FORBIDDEN));
        assertThat(RefusedException.in(asked.exceptionNow()))
                .contains(Refusal.of(Refusal.Reason.FORBIDDEN));
    }

    private static RoomChange role(RoomAct act, String nick, String reason) {
        return new RoomChange(act, nick, Optional.empty(), Optional.empty(), reason);
    }

    private static RoomChange list(RoomAct act, String address, String reason) {
        return new RoomChange(act, "", Optional.of(jid(address)), Optional.empty(), reason);
    }

    private static Affiliated entry(RoomList list, String address, String nick, String reason) {
        return new Affiliated(list, jid(address), nick, reason);
    }

    private static BareJid jid(String address) {
        return JidCreate.bareFromOrThrowUnchecked(address);
    }

    private static String set(String items) {
        return "<iq xmlns='jabber:client' to='coven@chat.example' type='set'>"
                + "<query xmlns='http://jabber.org/protocol/muc#admin'>"
                + items
                + "</query></iq>";
    }

    private void answer(String items) {
        link.answer(
                """
                <iq from='coven@chat.example' type='result' id='1'>
                <query xmlns='http://jabber.org/protocol/muc#admin'>%s</query></iq>
                """
                        .formatted(items));
    }
}
