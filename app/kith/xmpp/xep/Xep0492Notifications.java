package kith.xmpp.xep;

import kith.model.Mute;
import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// XEP-0492 Chat Notification Settings, version 0.2.0: whether a chat is muted, among the
/// extensions of what is kept of it.
///
/// Muted is `never` for the kind of client that we are. The XEP knows no end of it: that stands in
/// an `advanced` setting of ours, so that others, who don't know it, take the chat for muted until
/// one of our devices sees that it isn't any more. All else counts as not muted; it is left as it
/// is where nothing changes. Not done: being told of mentions only.
final class Xep0492Notifications {

    private static final String NAME = "notify";
    private static final String NAMESPACE = "urn:xmpp:notification-settings:1";
    private static final String NEVER = "never";
    private static final String ALWAYS = "always";
    private static final Set<String> SETTINGS = Set.of(ALWAYS, "on-mention", NEVER);
    private static final String ADVANCED = "advanced";
    private static final String CATEGORY = "identity-category";
    private static final String TYPE = "identity-type";

    /// How closely a setting is meant for us (§3); 0: it isn't.
    private static final int FOR_ALL = 1;

    private static final int FOR_CLIENTS = 2;
    private static final int FOR_OUR_KIND = 3;

    private static final String UNTIL = "until";
    private static final String AT = "at";

    /// Beyond this the database has no times.
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Xep0492Notifications() {}

    static Mute in(List<StandardExtensionElement> extensions) {
        return notify(extensions)
                .flatMap(it -> ours(it.getElements()).stream().findFirst())
                .filter(it -> it.getElementName().equals(NEVER))
                .map(Xep0492Notifications::muted)
                .orElseGet(Mute.Off::new);
    }

    /// The same extensions of a chat that is muted so. Who unmutes a chat for which nothing else is
    /// said leaves nothing: then it is as usual, whatever each client takes for that.
    static List<StandardExtensionElement> put(
            List<StandardExtensionElement> extensions, Mute mute) {
        if (in(extensions).equals(mute)) {
            return extensions;
        }
        var all = new ArrayList<StandardExtensionElement>();
        var old = notify(extensions);
        for (var each : extensions) {
            if (old.filter(it -> it == each).isEmpty()) {
                all.add(each);
            } else {
                changed(each, mute).ifPresent(all::add);
            }
        }
        if (old.isEmpty()) {
            changed(new StandardExtensionElement(NAME, NAMESPACE), mute).ifPresent(all::add);
        }
        return all;
    }

    private static Optional<StandardExtensionElement> notify(
            List<StandardExtensionElement> extensions) {
        return extensions.stream()
                .filter(it -> it.getElementName().equals(NAME))
                .filter(it -> it.getNamespace().equals(NAMESPACE))
                .findFirst();
    }

    private static Mute muted(StandardExtensionElement never) {
        return advanced(never).stream()
                .filter(Xep0492Notifications::isEnd)
                .findFirst()
                .flatMap(it -> time(Tree.attribute(it, AT).orElse("")))
                .<Mute>map(Mute.Until::new)
                .orElseGet(Mute.Always::new);
    }

    private static Optional<Instant> time(String text) {
        try {
            var time = Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
            boolean isThinkable = time.isAfter(Instant.EPOCH) && time.isBefore(LATEST);
            return isThinkable ? Optional.of(time) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<StandardExtensionElement> changed(
            StandardExtensionElement notify, Mute mute) {
        var ours = ours(notify.getElements());
        var others = notify.getElements().stream().filter(it -> !ours.contains(it)).toList();
        var foreign = foreign(ours);
        if (mute instanceof Mute.Off && others.isEmpty() && foreign.isEmpty()) {
            return Optional.empty();
        }
        var name = mute instanceof Mute.Off ? ALWAYS : NEVER;
        var attributes =
                ours.stream().findFirst().map(it -> it.getAttributes()).orElseGet(Map::of);
        var setting = setting(name, attributes, foreign, mute);
        var changed =
                StandardExtensionElement.builder(NAME, NAMESPACE)
                        .addAttributes(notify.getAttributes());
        others.forEach(changed::addElement);
        changed.addElement(setting);
        if (fit(setting) != FOR_ALL && others.stream().noneMatch(it -> fit(it) == FOR_ALL)) {
            changed.addElement(setting(name, Map.of(), List.of(), mute)); // §3
        }
        return Optional.of(changed.build());
    }

    /// The advanced settings of others.
    private static List<StandardExtensionElement> foreign(List<StandardExtensionElement> settings) {
        return settings.stream()
                .flatMap(it -> advanced(it).stream())
                .filter(it -> !isEnd(it))
                .toList();
    }

    private static StandardExtensionElement setting(
            String name,
            Map<String, String> attributes,
            List<StandardExtensionElement> foreign,
            Mute mute) {
        var setting = StandardExtensionElement.builder(name, NAMESPACE).addAttributes(attributes);
        var advanced = StandardExtensionElement.builder(ADVANCED, NAMESPACE);
        foreign.forEach(advanced::addElement);
        if (mute instanceof Mute.Until(var end)) {
            advanced.addElement(
                    StandardExtensionElement.builder(UNTIL, Xep0402Bookmarks.OUR_NODE)
                            .addAttribute(AT, end.truncatedTo(ChronoUnit.MILLIS).toString())
                            .build());
        }
        if (mute instanceof Mute.Until || !foreign.isEmpty()) {
            setting.addElement(advanced.build()); // never an empty one (§2.3)
        }
        return setting.build();
    }

    /// Those that are meant for us most closely; there should be one.
    private static List<StandardExtensionElement> ours(List<StandardExtensionElement> settings) {
        int best = settings.stream().mapToInt(Xep0492Notifications::fit).max().orElse(0);
        return best == 0 ? List.of() : settings.stream().filter(it -> fit(it) == best).toList();
    }

    private static int fit(StandardExtensionElement setting) {
        if (!SETTINGS.contains(setting.getElementName())
                || !setting.getNamespace().equals(NAMESPACE)) {
            return 0;
        }
        var category = Tree.attribute(setting, CATEGORY);
        var type = Tree.attribute(setting, TYPE);
        if (category.isEmpty()) {
            return type.isEmpty() ? FOR_ALL : 0;
        }
        if (!category.get().equals(Xep0030Disco.CATEGORY)) {
            return 0;
        }
        return type.map(it -> it.equals(Xep0030Disco.TYPE) ? FOR_OUR_KIND : 0).orElse(FOR_CLIENTS);
    }

    private static List<StandardExtensionElement> advanced(StandardExtensionElement setting) {
        return Tree.children(setting, ADVANCED).stream()
                .flatMap(it -> it.getElements().stream())
                .toList();
    }

    private static boolean isEnd(StandardExtensionElement element) {
        return element.getElementName().equals(UNTIL)
                && element.getNamespace().equals(Xep0402Bookmarks.OUR_NODE);
    }
}
