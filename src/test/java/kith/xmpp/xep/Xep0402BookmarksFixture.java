package kith.xmpp.xep;

import kith.model.Chat;
import kith.model.Mute;
import kith.model.SharedFlags;
import kith.xmpp.CapturingLink;
import kith.xmpp.FlagPlace;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Bookmarks, with the pins and mutes that are in them or in a node of ours, at a server that the
/// test is.
abstract class Xep0402BookmarksFixture {

    static final BareJid BOB = JidCreate.bareFromOrThrowUnchecked("bob@far.example");

    static final BareJid PLAY =
            JidCreate.bareFromOrThrowUnchecked("theplay@conference.shakespeare.lit");

    static final BareJid ORCHARD =
            JidCreate.bareFromOrThrowUnchecked("orchard@conference.shakespeare.lit");

    static final SharedFlags PINNED = new SharedFlags(true, new Mute.Off());

    /// XEP-0402 example 4.
    static final String ORCHARD_ITEM =
            """
            <item id='orchard@conference.shakespeare.lit'><conference xmlns='urn:xmpp:bookmarks:1'
            name='The Orcard' autojoin='1'><nick>JC</nick><extensions>
            <state xmlns='http://myclient.example/bookmark/state' minimized='true'/>
            </extensions></conference></item>
            """;

    final CapturingLink link = new CapturingLink();
    final Xep0402Bookmarks bookmarks = new XmppExtensions().xep0402Bookmarks();

    CompletionStage<FlagPlace> change(BareJid chat, Chat.Kind kind, SharedFlags flags) {
        return bookmarks.change(link, chat, kind, _ -> flags);
    }

    static Throwable failure(CompletableFuture<?> done) {
        return done.handle((_, failure) -> failure).join();
    }

    static String pinnedItem(String id) {
        return """
        <item id='%s'><conference xmlns='urn:xmpp:bookmarks:1' autojoin='true'><extensions>
        <pinned xmlns='urn:xmpp:bookmarks-pinning:0'/></extensions></conference></item>
        """
                .formatted(id);
    }

    static String items(String items) {
        return items("urn:xmpp:bookmarks:1", items);
    }

    static String items(String node, String items) {
        return """
        <iq id='i' type='result'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
        <items node='%s'>%s</items></pubsub></iq>
        """
                .formatted(node, items);
    }

    /// What a server tells of them.
    static String event(String attributes, String items) {
        return """
        <message %s><event xmlns='http://jabber.org/protocol/pubsub#event'>
        <items node='urn:xmpp:bookmarks:1'>%s</items></event></message>
        """
                .formatted(attributes, items)
                .strip();
    }
}
