package kith.xmpp.xep;

import kith.base.PictureSize;
import kith.model.Content;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.door.OpenDoors;

import java.util.List;
import java.util.Optional;

/// The photo that the examples of XEP-0447 share, and what a message with such is to Kith.
abstract class Xep0447FileSharingFixture {

    static final String URL =
            "https://download.montague.lit/4a771ac1-f0b2-4a4a-9700-f2a26fa2bb67/summit.jpg";

    static final String SOURCE =
            "<url-data xmlns='http://jabber.org/protocol/url-data' target='" + URL + "' />";

    static final String JINGLE =
            """
            <jinglepub xmlns='urn:xmpp:jinglepub:1' from='romeo@montague.lit/resource'
                id='9559976B-3FBF-4E7E-B457-2DAA225972BB'>
              <description xmlns='urn:xmpp:jingle:apps:file-transfer:5' />
            </jinglepub>
            """;

    static final String METADATA =
            """
            <file xmlns='urn:xmpp:file:metadata:0'>
              <media-type>image/jpeg</media-type>
              <name>summit.jpg</name>
              <size>3032449</size>
              <width>4096</width>
              <height>2160</height>
              <hash xmlns='urn:xmpp:hashes:2'
                  algo='sha3-256'>2XarmwTlNxDAMkvymloX3S5+VbylNrJt/l5QyPa+YoU=</hash>
              <hash xmlns='urn:xmpp:hashes:2'
                  algo='id-blake2b256'>2AfMGH8O7UNPTvUVAM9aK13mpCY=</hash>
              <desc>Photo from the summit.</desc>
              <thumbnail xmlns='urn:xmpp:thumbs:1'
                  uri='cid:sha1+ffd7c8d28e9c5e82afea41f97108c6b4@bob.xmpp.org'
                  media-type='image/png' width='128' height='96'/>
            </file>
            """;

    static final String SUMMIT = sharing(METADATA, SOURCE + JINGLE);
    static final String FALLBACK =
            "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:sfs:0'><body/></fallback>";
    static final String BODY = "<body>" + URL + "</body>";
    static final String OOB = "<x xmlns='jabber:x:oob'><url>" + URL + "</url></x>";
    static final String STORE = "<store xmlns='urn:xmpp:hints' />";

    static final Content READ =
            new Content.File(
                    Optional.of(URL),
                    "summit.jpg",
                    Optional.of(3_032_449L),
                    Optional.of(new PictureSize(4_096, 2_160)),
                    Optional.empty());

    static final Content BY_ADDRESS_ALONE =
            new Content.File(Optional.of(URL), "summit.jpg", Optional.empty(), Optional.empty());

    private final OpenDoors doors = new OpenDoors();

    static String sharing(String metadata, String sources) {
        return "<file-sharing xmlns='urn:xmpp:sfs:0' disposition='inline'>"
                + metadata
                + "<sources>"
                + sources
                + "</sources></file-sharing>";
    }

    static String source(String target) {
        return "<url-data xmlns='http://jabber.org/protocol/url-data' target='" + target + "'/>";
    }

    Content.File file(String inside) {
        return (Content.File) read(inside).getFirst();
    }

    List<Content> read(String inside) {
        return contents(
                "<message to='juliet@shakespeare.lit' from='romeo@montague.lit/resource'"
                        + " id='sharing-a-file'>"
                        + inside
                        + "</message>");
    }

    List<Content> contents(String message) {
        return doors.read(message).stream()
                .filter(MessageArrived.class::isInstance)
                .map(each -> ((MessageArrived) each).message().content())
                .toList();
    }
}
