package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kith.model.DataForm;
import kith.model.FoundRoom;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;
import kith.xmpp.CapturingLink;
import kith.xmpp.RefusedException;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finding rooms, and what they say of themselves and of becoming a member: the examples of
/// XEP-0045, and lists that mean harm.
class Xep0045SearchTest {

    private static final DomainBareJid SERVER = domain("shakespeare.lit");
    private static final DomainBareJid SERVICE = domain("chat.shakespeare.lit");
    private static final EntityBareJid COVEN = room("coven@chat.shakespeare.lit");

    private static final String SERVICE_INFO =
            """
            <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'>
            <identity category='conference' name='Chat' type='text'/>
            <feature var='http://jabber.org/protocol/muc'/></query></iq>
            """;
    private static final String NO_SERVICE =
            """
            <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'>
            <identity category='server' type='im'/></query></iq>
            """;

    private final CapturingLink link = new CapturingLink();
    private final XmppExtensions extensions = new XmppExtensions();
    private final Xep0045Services services = extensions.xep0045Services();
    private final Xep0045Search search = extensions.xep0045Search();
    private final Xep0045Registration registration = extensions.xep0045Registration();

    @Test
    void findsTheServiceAmongTheServersItems() {
        var found = services.listing(link, SERVER);
        link.answer(NO_SERVICE);
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' to='shakespeare.lit' type='get'>"
                                + "<query xmlns='http://jabber.org/protocol/disco#items'/></iq>");
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#items'>
                <item jid='upload.shakespeare.lit'/><item jid='dead.shakespeare.lit'/>
                <item jid='chat.shakespeare.lit' name='Chatroom Service'/>
                <item jid='coven@chat.shakespeare.lit'/></query></iq>
                """);
        link.answer(SERVICE_INFO);
        link.refuse(Refusal.of(Reason.TIMED_OUT));
        link.answer(NO_SERVICE);
        assertThat(now(found)).containsExactly(SERVICE);
    }

    @Test
    void aServiceIsOneItself() {
        var found = services.listing(link, SERVICE);
        link.answer(SERVICE_INFO);
        assertThat(now(found)).containsExactly(SERVICE);
    }

    @Test
    void aServerThatSaysNothingIsARefusal() {
        var found = services.listing(link, SERVER);
        link.refuse(Refusal.of(Reason.SERVER_NOT_REACHED));
        link.refuse(Refusal.of(Reason.SERVER_NOT_REACHED));
        assertRefused(found, Reason.SERVER_NOT_REACHED);
    }

    /// That it has none can't be said of a server whose service is silent.
    @Test
    void aServiceThatSaysNothingIsARefusal() {
        var found = services.listing(link, SERVER);
        link.answer(NO_SERVICE);
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#items'>
                <item jid='chat.shakespeare.lit'/></query></iq>
                """);
        link.refuse(Refusal.of(Reason.TIMED_OUT));
        assertRefused(found, Reason.TIMED_OUT);
    }

    @Test
    void listsTheRooms() {
        var page = search.rooms(link, SERVICE, Optional.empty());
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' to='chat.shakespeare.lit' type='get'>"
                                + "<query xmlns='http://jabber.org/protocol/disco#items'>"
                                + "<set xmlns='http://jabber.org/protocol/rsm'>"
                                + "<max>100</max></set></query></iq>");
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#items'>
                <item jid='heath@chat.shakespeare.lit' name='A Lonely Heath'/>
                <item jid='coven@chat.shakespeare.lit'/>
                <item jid='heath@chat.shakespeare.lit' name='Again'/>
                <item jid='chat.shakespeare.lit' name='No room'/><item name='Nowhere'/>
                </query></iq>
                """);
        assertThat(now(page).rooms())
                .containsExactly(
                        new FoundRoom(
                                room("heath@chat.shakespeare.lit"),
                                "A Lonely Heath",
                                Optional.empty()),
                        new FoundRoom(COVEN, "coven", Optional.empty()));
        assertThat(now(page).next()).isEmpty();
    }

    @Test
    void asksForThePageAfterTheLast() {
        var page = search.rooms(link, SERVICE, Optional.empty());
        link.answer(limited("0", "alls-well@chat.shakespeare.lit"));
        assertThat(now(page).next()).contains("alls-well@chat.shakespeare.lit");
        assertThat(now(page).total()).hasValue(2);
        var last = search.rooms(link, SERVICE, now(page).next());
        assertThat(link.lastXml()).contains("<after>alls-well@chat.shakespeare.lit</after>");
        link.answer(limited("1", "as-you-like-it@chat.shakespeare.lit"));
        assertThat(now(last).next()).isEmpty();
    }

    @Test
    void anEmptyPageIsTheLast() {
        var page = search.rooms(link, SERVICE, Optional.of("x"));
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#items'>
                <set xmlns='http://jabber.org/protocol/rsm'><last>x</last></set></query></iq>
                """);
        assertThat(now(page).next()).isEmpty();
    }

    @Test
    void aServiceThatKnowsNoPagesAndHasTooManyIsCut() {
        var page = search.rooms(link, SERVICE, Optional.empty());
        var items =
                IntStream.range(0, Xep0045Search.MAX_ROOMS + 5)
                        .mapToObj(i -> "<item jid='r" + i + "@chat.shakespeare.lit' name='n'/>")
                        .collect(Collectors.joining());
        link.answer(
                "<iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#items'>"
                        + items
                        + "</query></iq>");
        assertThat(now(page).rooms()).hasSize(Xep0045Search.MAX_ROOMS);
    }

    @Test
    void aRoomSaysWhatItIs() {
        var described = search.describe(link, COVEN);
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' to='coven@chat.shakespeare.lit' type='get'>"
                                + "<query xmlns='http://jabber.org/protocol/disco#info'/></iq>");
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'>
                <identity category='conference' name='A Dark Cave' type='text'/>
                <feature var='http://jabber.org/protocol/muc'/>
                <feature var='muc_passwordprotected'/><feature var='muc_hidden'/>
                <feature var='muc_temporary'/><feature var='muc_open'/>
                <feature var='muc_unmoderated'/><feature var='muc_nonanonymous'/>
                <x xmlns='jabber:x:data' type='result'>
                <field var='FORM_TYPE' type='hidden'>
                <value>http://jabber.org/protocol/muc#roominfo</value></field>
                <field var='muc#roominfo_description' label='Description'>
                <value>The place for all good witches!</value></field>
                <field var='muc#roominfo_subject'><value>Spells</value></field>
                <field var='muc#roominfo_occupants'><value>3</value></field>
                <field var='muc#roominfo_lang'><value>en</value></field></x></query></iq>
                """);
        assertThat(now(described))
                .contains(
                        new FoundRoom(
                                COVEN,
                                "A Dark Cave",
                                Optional.of(
                                        new RoomTraits(
                                                Set.of(
                                                        Trait.PASSWORD,
                                                        Trait.HIDDEN,
                                                        Trait.TEMPORARY,
                                                        Trait.NON_ANONYMOUS),
                                                "The place for all good witches!",
                                                "Spells",
                                                "en",
                                                OptionalInt.of(3)))));
    }

    @Test
    void aNumberThatIsNoneIsNotBelieved() {
        var described = search.describe(link, COVEN);
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'>
                <feature var='http://jabber.org/protocol/muc'/>
                <x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE'>
                <value>http://jabber.org/protocol/muc#roominfo</value></field>
                <field var='muc#roominfo_occupants'><value>-9999999999</value></field>
                </x></query></iq>
                """);
        assertThat(now(described).orElseThrow().traits().orElseThrow().people()).isEmpty();
    }

    @Test
    void somebodyIsNoRoom() {
        var described = search.describe(link, COVEN);
        link.answer(NO_SERVICE);
        assertThat(now(described)).isEmpty();
    }

    @Test
    void aRoomHasAFormForItsMembers() {
        var form = registration.form(link, COVEN);
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' to='coven@chat.shakespeare.lit' type='get'>"
                                + "<query xmlns='jabber:iq:register'/></iq>");
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='jabber:iq:register'>
                <instructions>To register on the web, visit http://shakespeare.lit/</instructions>
                <x xmlns='jabber:x:data' type='form'><title>Dark Cave Registration</title>
                <field type='hidden' var='FORM_TYPE'>
                <value>http://jabber.org/protocol/muc#register</value></field>
                <field label='Desired Nickname' type='text-single' var='muc#register_roomnick'>
                <required/></field></x></query></iq>
                """);
        assertThat(now(form).nick()).isEmpty();
        var filled = now(form).form().with(Map.of("muc#register_roomnick", List.of("thirdwitch")));
        registration.submit(link, COVEN, filled);
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' to='coven@chat.shakespeare.lit' type='set'>"
                                + "<query xmlns='jabber:iq:register'>"
                                + "<x xmlns='jabber:x:data' type='submit'>"
                                + "<field type='hidden' var='FORM_TYPE'>"
                                + "<value>http://jabber.org/protocol/muc#register</value></field>"
                                + "<field type='text-single' var='muc#register_roomnick'>"
                                + "<value>thirdwitch</value></field></x></query></iq>");
    }

    @Test
    void whoIsAMemberHasANick() {
        var form = registration.form(link, COVEN);
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='jabber:iq:register'><registered/>
                <username>thirdwitch</username></query></iq>
                """);
        assertThat(now(form).nick()).contains("thirdwitch");
        assertThat(now(form).form()).isEqualTo(DataForm.EMPTY);
    }

    @Test
    void aRoomWithoutAFormSaysWhereElse() {
        var form = registration.form(link, COVEN);
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='jabber:iq:register'>
                <instructions>Visit http://shakespeare.lit/</instructions></query></iq>
                """);
        assertThatThrownBy(() -> now(form))
                .hasCause(
                        new RefusedException(
                                new Refusal(
                                        Reason.NOT_SUPPORTED, "Visit http://shakespeare.lit/")));
    }

    /// XEP-0077 §3.2.
    @Test
    void aNickIsGivenUp() {
        registration.remove(link, COVEN);
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' to='coven@chat.shakespeare.lit'"
                                + " type='set'><query"
                                + " xmlns='jabber:iq:register'><remove></remove></query></iq>");
    }

    @Test
    void aRoomKeepsANick() {
        var nick = registration.reservedNick(link, COVEN);
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' to='coven@chat.shakespeare.lit' type='get'>"
                                + "<query xmlns='http://jabber.org/protocol/disco#info'"
                                + " node='x-roomuser-item'/></iq>");
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'
                node='x-roomuser-item'>
                <identity category='conference' name='thirdwitch' type='text'/></query></iq>
                """);
        assertThat(now(nick)).contains("thirdwitch");
    }

    @Test
    void aRoomThatKeepsNoneSaysNothing() {
        var nick = registration.reservedNick(link, COVEN);
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'
                node='x-roomuser-item'/></iq>
                """);
        assertThat(now(nick)).isEmpty();
    }

    private static String limited(String index, String room) {
        return """
        <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#items'>
        <item jid='%s'/><set xmlns='http://jabber.org/protocol/rsm'>
        <first index='%s'>%s</first><last>%s</last><count>2</count></set></query></iq>
        """
                .formatted(room, index, room, room);
    }

    private static void assertRefused(CompletionStage<?> stage, Reason reason) {
        assertThatThrownBy(() -> now(stage))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        it -> assertThat(it.refusal().reason()).isEqualTo(reason));
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static DomainBareJid domain(String text) {
        return JidCreate.fromOrThrowUnchecked(text).asDomainBareJid();
    }

    private static EntityBareJid room(String text) {
        return JidCreate.entityBareFromOrThrowUnchecked(text);
    }
}
