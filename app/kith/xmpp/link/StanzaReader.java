package kith.xmpp.link;

import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import javax.xml.namespace.QName;

/// Reads the XML of one stanza into a plain tree. Nothing a peer can write makes it fail: what is
/// nested too deep is left out, and nothing is interpreted. What is no XML at all ends the stream.
///
/// An element that would not be the same if the tree were written again has a mark
/// ([Tree#isChanged]).
///
/// In place of Smack's providers, one of which throwing loses the whole stanza, and which are
/// shared by all of the process.
final class StanzaReader {

    /// No extension nests as deep. Each level costs stack, here and in who walks the tree.
    private static final int MAX_DEPTH = 100;

    /// The prefix that needs no declaration (Namespaces in XML §3).
    private static final String XML = "xml";

    private StanzaReader() {}

    /// @param parser at the stanza's start; at its end afterwards
    static StandardExtensionElement read(XmlPullParser parser)
            throws XmlPullParserException, IOException {
        return element(parser, MAX_DEPTH);
    }

    private static StandardExtensionElement element(XmlPullParser parser, int levels)
            throws XmlPullParserException, IOException {
        QName name = parser.getQName();
        var element = StandardExtensionElement.builder(name.getLocalPart(), name.getNamespaceURI());
        attributes(parser, element);
        var text = new StringBuilder(0);
        var children = new ArrayList<StandardExtensionElement>(0);
        boolean isAll = true;
        int depth = parser.getDepth();
        while (true) {
            switch (parser.next()) {
                case START_ELEMENT -> isAll &= child(parser, levels - 1, element, children);
                case TEXT_CHARACTERS -> text.append(parser.getText());
                case END_ELEMENT -> {
                    if (parser.getDepth() == depth) {
                        return built(element.setText(text.toString()), children, isAll);
                    }
                }
                case END_DOCUMENT -> throw new IOException("the stream ended inside a stanza");
                default -> {
                    // comments and the like say nothing
                }
            }
        }
    }

    /// The tree keeps children of one name together.
    private static StandardExtensionElement built(
            StandardExtensionElement.Builder element,
            List<StandardExtensionElement> children,
            boolean isAll) {
        var built = element.build();
        boolean isSame = isAll && (children.size() < 3 || built.getElements().equals(children));
        return isSame ? built : element.addAttribute(Tree.CHANGED, "true").build();
    }

    /// @return whether it could be taken
    private static boolean child(
            XmlPullParser parser,
            int levels,
            StandardExtensionElement.Builder parent,
            List<StandardExtensionElement> children)
            throws XmlPullParserException, IOException {
        // without a namespace it can't mean anything (RFC 6120 §4.8.4)
        if (levels > 0 && !parser.getQName().getNamespaceURI().isEmpty()) {
            var child = element(parser, levels);
            parent.addElement(child);
            children.add(child);
            return true;
        }
        skip(parser);
        return false;
    }

    private static void skip(XmlPullParser parser) throws XmlPullParserException, IOException {
        int depth = parser.getDepth();
        while (parser.next() != XmlPullParser.Event.END_ELEMENT || parser.getDepth() > depth) {
            if (parser.getEventType() == XmlPullParser.Event.END_DOCUMENT) {
                throw new IOException("the stream ended inside a stanza");
            }
        }
    }

    private static void attributes(XmlPullParser parser, StandardExtensionElement.Builder element) {
        int count = parser.getAttributeCount();
        if (count == 0) {
            return;
        }
        var attributes = LinkedHashMap.<String, String>newLinkedHashMap(count);
        for (int at = 0; at < count; at++) {
            var prefix = parser.getAttributePrefix(at);
            var name = parser.getAttributeName(at);
            boolean isPlain = prefix == null || prefix.isEmpty();
            attributes.put(isPlain ? name : prefix + ":" + name, parser.getAttributeValue(at));
            if (!isPlain && !prefix.equals(XML)) { // or who writes the tree again couldn't
                attributes.put("xmlns:" + prefix, parser.getAttributeNamespace(at));
            }
        }
        element.addAttributes(attributes);
    }
}
