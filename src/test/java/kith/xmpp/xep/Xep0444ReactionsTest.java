package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.xmpp.CapturingLink;
import kith.xmpp.Wishes;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

class Xep0444ReactionsTest {

    private static final BareJid BOB = JidCreate.bareFromOrThrowUnchecked("bob@far.example");

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final Rfc6121Messages messages = new Rfc6121Messages();

    /// XEP-0444 §3.1, and §4 for the hint.
    @Test
    void oursNameTheMessageAskToBeKeptAndForNoReceipt() {
        var chat = new ChatKey(new AccountId(1), BOB);
        var reaction = new Content.Reaction("m-1", List.of("👋", "🐢"));
        assertThat(messages.send(link, chat, Chat.Kind.CONTACT, "u-1", reaction)).isTrue();
        assertThat(link.last().toXML().toString())
                .isEqualTo(
                        "<message xmlns='jabber:client' to='bob@far.example' id='u-1' type='chat'>"
                                + "<reactions xmlns='urn:xmpp:reactions:0' id='m-1'>"
                                + "<reaction>👋</reaction><reaction>🐢</reaction></reactions>"
                                + "<store xmlns='urn:xmpp:hints'></store>"
                                + "<origin-id xmlns='urn:xmpp:sid:0' id='u-1'></origin-id>"
                                + "</message>");
    }

    @Test
    void whatComesIsReadAndWantsNoReceipt() {
        var read =
                read(
                        "<reactions xmlns='urn:xmpp:reactions:0' id='m-1'><reaction>👋</reaction>"
                                + "<reaction>no</reaction><reaction>👋</reaction></reactions>"
                                + "<request xmlns='urn:xmpp:receipts'/>"
                                + "<markable xmlns='urn:xmpp:chat-markers:0'/>");
        assertThat(read.orElseThrow().message().content())
                .isEqualTo(new Content.Reaction("m-1", List.of("👋")));
        assertThat(read.orElseThrow().message().wishes()).isEqualTo(Wishes.NONE);
        assertThat(content("<reactions xmlns='urn:xmpp:reactions:0' id='m-1'/>"))
                .contains(new Content.Reaction("m-1", List.of()));
    }

    @Test
    void weSayThatWeKnowThem() {
        assertThat(new XmppExtensions().features()).contains("urn:xmpp:reactions:0");
    }

    /// What comes back is ours, refused; it is no reaction of theirs.
    @Test
    void anErrorPutsNothingAnywhere() {
        var events =
                doors.read(
                        "<message from='bob@far.example/x' type='error' id='u-2'>"
                                + "<reactions xmlns='urn:xmpp:reactions:0' id='m-1'>"
                                + "<reaction>👋</reaction></reactions><error type='modify'>"
                                + "<not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
                                + "</error></message>");
        assertThat(events).noneMatch(MessageArrived.class::isInstance);
        assertThat(events).hasAtLeastOneElementOfType(XmppEvent.MessageRefused.class);
    }

    /// Of a room's message the name is the room's; who it is says the room, too (XEP-0421).
    @Test
    void oursInARoomNameTheRoomsIdAndHaveNoWords() {
        var room = JidCreate.bareFromOrThrowUnchecked("den@rooms.example");
        var reaction = new Content.Reaction("s-1", List.of());
        var chat = new ChatKey(new AccountId(1), room);
        assertThat(messages.send(link, chat, Chat.Kind.ROOM, "u-1", reaction)).isTrue();
        assertThat(link.last().toXML().toString())
                .contains("type='groupchat'")
                .contains("<reactions xmlns='urn:xmpp:reactions:0' id='s-1'></reactions>")
                .contains("<store xmlns='urn:xmpp:hints'></store>")
                .doesNotContain("<body", "fallback");
    }

    @Test
    void twoOrWithoutAnIdCountForNothing() {
        var one = "<reactions xmlns='urn:xmpp:reactions:0' id='m-1'/>";
        assertThat(content(one + one)).isEmpty();
        assertThat(content("<reactions xmlns='urn:xmpp:reactions:0'/>")).isEmpty();
        assertThat(content("<reactions xmlns='urn:xmpp:reactions:0' id=''/>")).isEmpty();
        assertThat(content("<reactions xmlns='urn:xmpp:other' id='m-1'/>")).isEmpty();
    }

    /// Nobody's words are lost, unless they only say the same (XEP-0428).
    @Test
    void withWordsItIsAMessage() {
        var both =
                "<body>hi</body><reactions xmlns='urn:xmpp:reactions:0' id='m-1'>"
                        + "<reaction>👋</reaction></reactions>";
        assertThat(content(both)).contains(new Content.Text("hi"));
        assertThat(content(both + "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:other'/>"))
                .contains(new Content.Text("hi"));
        var fallback = "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reactions:0'/>";
        assertThat(content(both + fallback)).contains(new Content.Reaction("m-1", List.of("👋")));
    }

    /// A part of the words may be all that stands for it.
    @Test
    void theWordsBehindTheFallbackAreNotLost() {
        var reaction =
                "<body>👋 and the keys</body><reactions xmlns='urn:xmpp:reactions:0' id='m-1'>"
                        + "<reaction>👋</reaction></reactions>";
        assertThat(content(reaction + fallback("<body start='0' end='1'/>")))
                .contains(new Content.Text("👋 and the keys"));
        assertThat(content(reaction + fallback("<subject/>")))
                .contains(new Content.Text("👋 and the keys"));
        for (var whole : List.of("<body/>", "<body start='0' end='14'/>")) {
            assertThat(content(reaction + fallback(whole)))
                    .contains(new Content.Reaction("m-1", List.of("👋")));
        }
        assertThat(content(reaction.replace("<reaction>👋", "<reaction>:wave:") + fallback("")))
                .as("nothing of it is an emoji that we know")
                .contains(new Content.Text("👋 and the keys"));
    }

    private static String fallback(String parts) {
        return "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reactions:0'>"
                + parts
                + "</fallback>";
    }

    private Optional<Content> content(String inside) {
        return read(inside).map(it -> it.message().content());
    }

    private Optional<MessageArrived> read(String inside) {
        var events =
                doors.read(
                        "<message from='bob@far.example/x' type='chat' id='u-2'>"
                                + inside
                                + "</message>");
        var arrived =
                events.stream()
                        .filter(MessageArrived.class::isInstance)
                        .map(MessageArrived.class::cast)
                        .toList();
        assertThat(arrived).hasSizeLessThan(2);
        return arrived.stream().findFirst();
    }
}
