package kith.lab;

import org.w3c.dom.Element;

import java.util.regex.Pattern;

/// An element of a stream, or its opening or closing tag, that a [ScriptedServer] got from a
/// client.
///
/// Paths are XPaths without namespaces: `/iq[@type='set']/query[@xmlns='jabber:iq:roster']`.
///
/// @param connection the number of the connection, from 0
/// @param underTls whether it came under TLS
public record Heard(int connection, boolean underTls, String xml) {

    private static final Pattern DECLARATION = Pattern.compile("<\\?.*?\\?>\\s*");

    /// Whether a path finds anything in it. The stream's opening tag is an element without children
    /// here, its closing tag matches nothing.
    public boolean matches(String xpath) {
        return !isStreamEnd() && LabXml.matches(element(), xpath);
    }

    /// What a path finds in it as text; empty if nothing.
    public String value(String xpath) {
        return LabXml.value(element(), xpath);
    }

    /// An attribute; empty if there is none.
    public String attribute(String name) {
        return element().getAttribute(name);
    }

    /// Whether it is a message, a presence or an IQ, the things that are counted (XEP-0198 §2).
    boolean isStanza() {
        return matches("/message | /presence | /iq");
    }

    boolean isStreamEnd() {
        return xml.startsWith("</");
    }

    private Element element() {
        String bare = DECLARATION.matcher(xml).replaceFirst("");
        return LabXml.parse(bare.startsWith("<stream:stream") ? bare + "</stream:stream>" : bare);
    }
}
