package kith.xmpp.xep;

import kith.model.Alerts;
import kith.model.Mute;
import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One setting in a `notify` element (XEP-0492 §2): how to notify, and which clients.
///
/// What the XEP has no word for stands in its `advanced`, in elements of ours: `until`, when a mute
/// ends, and `before`, what had stood in its place when we muted, to be put back.
record NotifySetting(StandardExtensionElement element) {

    static final String NAMESPACE = "urn:xmpp:notification-settings:1";
    static final String NEVER = "never";
    static final String ALWAYS = "always";
    static final String ON_MENTION = "on-mention";

    /// How closely a setting is meant for us (§3); 0: it isn't.
    static final int FOR_ALL = 1;

    static final int FOR_CLIENTS = 2;
    static final int FOR_OUR_KIND = 3;

    /// Had there been nothing.
    static final String NOTHING = "";

    private static final Set<String> NAMES = Set.of(ALWAYS, ON_MENTION, NEVER);
    private static final String ADVANCED = "advanced";
    private static final String CATEGORY = "identity-category";
    private static final String TYPE = "identity-type";
    private static final String UNTIL = "until";
    private static final String AT = "at";
    private static final String BEFORE = "before";
    private static final String SETTING = "setting";

    /// Beyond this the database has no times.
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /// In the same order each time, as what is written is compared.
    static Map<String, String> ourKind() {
        var kind = new LinkedHashMap<String, String>();
        kind.put(CATEGORY, Xep0030Disco.CATEGORY);
        kind.put(TYPE, Xep0030Disco.TYPE);
        return kind;
    }

    /// @param foreign what others have in its `advanced`
    /// @param before what it stands in place of; none: that isn't ours to put back
    static NotifySetting of(
            String name,
            Map<String, String> attributes,
            List<StandardExtensionElement> foreign,
            Optional<String> before,
            Mute mute) {
        var advanced = StandardExtensionElement.builder(ADVANCED, NAMESPACE);
        foreign.forEach(advanced::addElement);
        before.map(NotifySetting::before).ifPresent(advanced::addElement);
        if (mute instanceof Mute.Until(var end)) {
            advanced.addElement(until(end));
        }
        var setting = StandardExtensionElement.builder(name, NAMESPACE).addAttributes(attributes);
        boolean isPlain = foreign.isEmpty() && before.isEmpty() && !(mute instanceof Mute.Until);
        if (!isPlain) {
            setting.addElement(advanced.build()); // never an empty one (§2.3)
        }
        return new NotifySetting(setting.build());
    }

    int fit() {
        if (!NAMES.contains(name()) || !element.getNamespace().equals(NAMESPACE)) {
            return 0;
        }
        var category = Tree.attribute(element, CATEGORY);
        var type = Tree.attribute(element, TYPE);
        if (category.isEmpty()) {
            return type.isEmpty() ? FOR_ALL : 0;
        }
        if (!category.get().equals(Xep0030Disco.CATEGORY)) {
            return 0;
        }
        return type.map(it -> it.equals(Xep0030Disco.TYPE) ? FOR_OUR_KIND : 0).orElse(FOR_CLIENTS);
    }

    String name() {
        return element.getElementName();
    }

    boolean isNever() {
        return name().equals(NEVER);
    }

    Map<String, String> attributes() {
        return element.getAttributes();
    }

    /// How it mutes.
    Mute mute() {
        if (!isNever()) {
            return new Mute.Off();
        }
        return our(UNTIL)
                .flatMap(it -> time(Tree.attribute(it, AT).orElse("")))
                .<Mute>map(Mute.Until::new)
                .orElseGet(Mute.Always::new);
    }

    /// What it has the user told of, where it doesn't mute.
    Optional<Alerts> alerts() {
        return switch (name()) {
            case ALWAYS -> Optional.of(Alerts.ALL);
            case ON_MENTION -> Optional.of(Alerts.MENTIONS);
            default -> Optional.empty();
        };
    }

    /// What it stands in place of, or [#NOTHING]; none where it is no mute that we have put there.
    Optional<String> before() {
        return our(BEFORE)
                .filter(_ -> isNever())
                .map(it -> Tree.attribute(it, SETTING).orElse(NOTHING))
                .filter(it -> it.equals(NOTHING) || (NAMES.contains(it) && !it.equals(NEVER)));
    }

    /// Whether nothing is left of it without our mute.
    boolean isOnlyOurs() {
        return before().equals(Optional.of(NOTHING)) && foreign().isEmpty();
    }

    /// What others have in its `advanced`.
    List<StandardExtensionElement> foreign() {
        return advanced().stream().filter(it -> !isOurs(it)).toList();
    }

    private Optional<StandardExtensionElement> our(String name) {
        return advanced().stream()
                .filter(NotifySetting::isOurs)
                .filter(it -> it.getElementName().equals(name))
                .findFirst();
    }

    private List<StandardExtensionElement> advanced() {
        return Tree.children(element, ADVANCED).stream()
                .flatMap(it -> it.getElements().stream())
                .toList();
    }

    private static boolean isOurs(StandardExtensionElement element) {
        return element.getNamespace().equals(Xep0402Bookmarks.OUR_NODE);
    }

    private static StandardExtensionElement until(Instant end) {
        return StandardExtensionElement.builder(UNTIL, Xep0402Bookmarks.OUR_NODE)
                .addAttribute(AT, end.truncatedTo(ChronoUnit.MILLIS).toString())
                .build();
    }

    private static StandardExtensionElement before(String setting) {
        var before = StandardExtensionElement.builder(BEFORE, Xep0402Bookmarks.OUR_NODE);
        return setting.equals(NOTHING)
                ? before.build()
                : before.addAttribute(SETTING, setting).build();
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
}
