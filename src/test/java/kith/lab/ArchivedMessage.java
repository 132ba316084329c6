package kith.lab;

import org.w3c.dom.Element;

import java.time.Instant;

/// One message as it lies in a server's archive.
///
/// @param archiveId the archive's name for it (XEP-0359 stanza-id), never the sender's
/// @param at when the archive took it, UTC
/// @param from the sender, as the stanza says; in a room's archive the address in the room
/// @param to the recipient, as the stanza says; empty in a room's archive
/// @param messageId the stanza's id; empty for none
/// @param originId the sender's own id (XEP-0359 §3); empty for none
/// @param body empty for none
/// @param xml the whole stanza
public record ArchivedMessage(
        String archiveId,
        Instant at,
        String from,
        String to,
        String messageId,
        String originId,
        String body,
        String xml) {

    static ArchivedMessage parse(String archiveId, Instant at, String xml) {
        Element stanza = LabXml.parse(xml);
        return new ArchivedMessage(
                archiveId,
                at,
                stanza.getAttribute("from"),
                stanza.getAttribute("to"),
                stanza.getAttribute("id"),
                LabXml.child(stanza, "origin-id").map(id -> id.getAttribute("id")).orElse(""),
                LabXml.child(stanza, "body").map(Element::getTextContent).orElse(""),
                xml);
    }
}
