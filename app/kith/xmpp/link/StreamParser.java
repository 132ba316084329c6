package kith.xmpp.link;

import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongConsumer;

import javax.xml.namespace.QName;

/// Smack's parser, which also tells how many stanzas the server had handled of a session that it
/// won't resume (XEP-0198 §5): Smack reads over that.
///
/// Reader thread only.
final class StreamParser implements XmlPullParser {

    private static final String STREAM_MANAGEMENT = "urn:xmpp:sm:3";

    /// Of a stream's children the root is the parent.
    private static final int TOP = 2;

    private final XmlPullParser parser;
    private LongConsumer refused = handled -> {};

    StreamParser(XmlPullParser parser) {
        this.parser = parser;
    }

    /// Who is told `h` of a `<failed/>`, before Smack reads it.
    void onRefused(LongConsumer listener) {
        refused = listener;
    }

    private void look(Event event) {
        if (event == Event.START_ELEMENT
                && parser.getDepth() == TOP
                && parser.getName().equals("failed")
                && parser.getNamespace().equals(STREAM_MANAGEMENT)) {
            handled().ifPresent(refused::accept);
        }
    }

    private Optional<Long> handled() {
        var handled = Optional.ofNullable(parser.getAttributeValue("h")); // Smack's way of none
        try {
            return handled.map(Integer::parseUnsignedInt).map(Integer::toUnsignedLong);
        } catch (NumberFormatException noNumber) {
            return Optional.empty(); // and it says nothing
        }
    }

    @Override
    public Event next() throws IOException, XmlPullParserException {
        var event = parser.next();
        look(event);
        return event;
    }

    @Override
    public TagEvent nextTag() throws IOException, XmlPullParserException {
        return parser.nextTag();
    }

    @Override
    public String nextText() throws IOException, XmlPullParserException {
        return parser.nextText();
    }

    @Override
    public Event getEventType() throws XmlPullParserException {
        return parser.getEventType();
    }

    @Override
    public Object getProperty(String name) {
        return parser.getProperty(name);
    }

    @Override
    public String getInputEncoding() {
        return parser.getInputEncoding();
    }

    @Override
    public int getNamespaceCount() throws XmlPullParserException {
        return parser.getNamespaceCount();
    }

    @Override
    public String getNamespacePrefix(int position) throws XmlPullParserException {
        return parser.getNamespacePrefix(position);
    }

    @Override
    public String getNamespaceUri(int position) throws XmlPullParserException {
        return parser.getNamespaceUri(position);
    }

    @Override
    public String getNamespace(String prefix) {
        return parser.getNamespace(prefix);
    }

    @Override
    public int getDepth() {
        return parser.getDepth();
    }

    @Override
    public String getPositionDescription() {
        return parser.getPositionDescription();
    }

    @Override
    public int getLineNumber() {
        return parser.getLineNumber();
    }

    @Override
    public int getColumnNumber() {
        return parser.getColumnNumber();
    }

    @Override
    public boolean isWhiteSpace() throws XmlPullParserException {
        return parser.isWhiteSpace();
    }

    @Override
    public String getText() {
        return parser.getText();
    }

    @Override
    public String getNamespace() {
        return parser.getNamespace();
    }

    @Override
    public String getName() {
        return parser.getName();
    }

    @Override
    public QName getQName() {
        return parser.getQName();
    }

    @Override
    public String getPrefix() {
        return parser.getPrefix();
    }

    @Override
    public int getAttributeCount() {
        return parser.getAttributeCount();
    }

    @Override
    public String getAttributeNamespace(int index) {
        return parser.getAttributeNamespace(index);
    }

    @Override
    public String getAttributeName(int index) {
        return parser.getAttributeName(index);
    }

    @Override
    public QName getAttributeQName(int index) {
        return parser.getAttributeQName(index);
    }

    @Override
    public String getAttributePrefix(int index) {
        return parser.getAttributePrefix(index);
    }

    @Override
    public String getAttributeType(int index) {
        return parser.getAttributeType(index);
    }

    @Override
    public String getAttributeValue(int index) {
        return parser.getAttributeValue(index);
    }

    @Override
    public String getAttributeValue(String namespace, String name) {
        return parser.getAttributeValue(namespace, name);
    }

    @Override
    public boolean supportsRoundtrip() {
        return parser.supportsRoundtrip();
    }
}
