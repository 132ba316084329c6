package kith.xmpp.xep;

import kith.model.Content;
import kith.model.Emoji;
import kith.xmpp.Envelope;
import kith.xmpp.IncomingMessage;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// XEP-0444 Message Reactions, version 0.2. Whose count at which message, the store decides.
///
/// What comes with words is a message, unless the words are said to stand for the reactions
/// (XEP-0428); nobody's words are lost. Not done: restrictions that the other side announces
/// (§2.2); its refusal takes ours back.
final class Xep0444Reactions implements XmppExtension {

    private static final String NAMESPACE = "urn:xmpp:reactions:0";

    @Override
    public Set<String> features() {
        return Set.of(NAMESPACE);
    }

    /// @param target the id of the message that they are put to
    /// @param emoji all that are to stand there of ours
    static StandardExtensionElement of(String target, List<String> emoji) {
        var reactions =
                StandardExtensionElement.builder("reactions", NAMESPACE).addAttribute("id", target);
        emoji.forEach(each -> reactions.addElement("reaction", each));
        return reactions.build();
    }

    /// Whether it brings reactions and no words of its own. Words beside what is no emoji are a
    /// message: they may be all that says something.
    static boolean isAlone(Envelope in) {
        return content(in)
                .filter(
                        it ->
                                in.body().isEmpty()
                                        || (!it.emoji().isEmpty()
                                                && Xep0428Fallback.isWhole(in, NAMESPACE)))
                .isPresent();
    }

    @Override
    public List<XmppEvent> read(Envelope in) {
        return !in.isError() && isAlone(in) && !Xep0424Retraction.isIn(in)
                ? content(in).map(it -> List.of(arrived(in, it))).orElse(List.of())
                : List.of();
    }

    private static XmppEvent arrived(Envelope in, Content reaction) {
        return new XmppEvent.MessageArrived(
                new IncomingMessage(
                        in.peer(),
                        in.isRoom(),
                        in.ids(),
                        in.author(),
                        in.at(),
                        reaction,
                        in.way()));
    }

    /// Of two elements, neither counts (§4).
    private static Optional<Content.Reaction> content(Envelope in) {
        var all = Tree.allIn(in.message(), "reactions", NAMESPACE);
        return all.size() == 1
                ? Tree.attribute(all.getFirst(), "id")
                        .filter(id -> !id.isEmpty())
                        .map(id -> new Content.Reaction(id, emoji(all.getFirst())))
                : Optional.empty();
    }

    private static List<String> emoji(StandardExtensionElement reactions) {
        return Emoji.accepted(
                Tree.children(reactions, "reaction").stream().map(Tree::text).toList());
    }
}
