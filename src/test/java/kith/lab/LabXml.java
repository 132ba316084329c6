package kith.lab;

import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;

/// Reads single stanzas with the JDK's own parser, so that the lab's judgement doesn't hang on
/// Smack.
///
/// Namespaces are left alone: `xmlns` is an attribute like others and a prefix part of the name,
/// which keeps paths short: `/iq/query[@xmlns='jabber:iq:roster']`.
final class LabXml {

    /// XPath doesn't see an attribute named `xmlns`, so it gets a second name.
    private static final String NAMESPACE = "namespace";

    private LabXml() {}

    /// A stanza's element.
    ///
    /// @throws IllegalArgumentException if it isn't well-formed
    static Element parse(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null); // it would print what is thrown anyway
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException e) {
            throw new IllegalArgumentException("Not well-formed: " + xml, e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The first child of that name.
    static Optional<Element> child(Element parent, String name) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getNodeName())) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /// Whether an XPath finds anything in the element's document.
    static boolean matches(Element element, String xpath) {
        return value(element, "boolean(" + xpath + ")").equals("true");
    }

    /// What an XPath says as text; empty if it finds nothing.
    static String value(Element element, String xpath) {
        showNamespaces(element);
        String path = xpath.replace("@xmlns", "@" + NAMESPACE);
        try {
            return XPathFactory.newInstance().newXPath().evaluate(path, element);
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(xpath, e);
        }
    }

    private static void showNamespaces(Element element) {
        if (element.hasAttribute("xmlns")) {
            element.setAttribute(NAMESPACE, element.getAttribute("xmlns"));
        }
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                showNamespaces(child);
            }
        }
    }

    /// Text as it stands in an attribute or between tags.
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&apos;")
                .replace("\"", "&quot;");
    }
}
