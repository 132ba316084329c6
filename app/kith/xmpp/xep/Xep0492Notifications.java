package kith.xmpp.xep;

import kith.model.Mute;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// XEP-0492 Chat Notification Settings, version 0.2.0: whether a chat is muted, among the
/// extensions of what is kept of it.
///
/// Muted is `never` for the kind of client that we are: for all clients where nothing else is said,
/// and else beside what is, which comes back when the chat is unmuted. The XEP knows no end of it:
/// that stands in an `advanced` setting of ours, so that others, who don't know it, take the chat
/// for muted until one of our devices sees that it isn't any more. All else counts as not muted; it
/// is left as it is where nothing changes. Not done: being told of mentions only.
final class Xep0492Notifications {

    private static final String NAME = "notify";
    private static final String NAMESPACE = NotifySetting.NAMESPACE;
    private static final Mute OFF = new Mute.Off();

    private Xep0492Notifications() {}

    static Mute in(List<StandardExtensionElement> extensions) {
        return notify(extensions).map(it -> mute(settings(it))).orElse(OFF);
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

    private static List<NotifySetting> settings(StandardExtensionElement notify) {
        return notify.getElements().stream().map(NotifySetting::new).toList();
    }

    private static Mute mute(List<NotifySetting> settings) {
        return ours(settings).stream().findFirst().map(NotifySetting::mute).orElse(OFF);
    }

    private static Optional<StandardExtensionElement> changed(
            StandardExtensionElement notify, Mute mute) {
        var old = settings(notify);
        var settings = mute instanceof Mute.Off ? unmuted(old) : muted(old, mute);
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        var changed =
                StandardExtensionElement.builder(NAME, NAMESPACE)
                        .addAttributes(notify.getAttributes());
        settings.forEach(it -> changed.addElement(it.element()));
        return Optional.of(changed.build());
    }

    private static List<NotifySetting> muted(List<NotifySetting> old, Mute mute) {
        var ours = ours(old);
        if (old.isEmpty()) {
            return List.of(never(Map.of(), List.of(), Optional.empty(), mute));
        }
        var nothing = Optional.of(NotifySetting.NOTHING);
        var settings = new ArrayList<>(old);
        var best = ours.stream().findFirst().filter(Xep0492Notifications::isOurPlace);
        if (best.isPresent()) {
            var there = best.get();
            var before = there.isNever() ? there.before() : Optional.of(there.name());
            settings.removeAll(ours);
            settings.add(never(best.get().attributes(), foreign(ours), before, mute));
        } else if (!ours.isEmpty()) {
            settings.add(never(NotifySetting.ourKind(), List.of(), nothing, mute));
        }
        if (isWithoutFallback(settings)) {
            settings.add(never(Map.of(), List.of(), nothing, mute)); // §3
        }
        return settings;
    }

    /// Beside what others say for more than our kind of client we put a mute of our own.
    private static boolean isOurPlace(NotifySetting best) {
        return best.isNever() || best.fit() == NotifySetting.FOR_OUR_KIND;
    }

    private static List<NotifySetting> unmuted(List<NotifySetting> old) {
        var ours = ours(old);
        var settings = new ArrayList<>(old);
        settings.removeAll(ours);
        settings.removeIf(NotifySetting::isOnlyOurs);
        boolean isAlone = settings.isEmpty() && foreign(ours).isEmpty();
        ours.stream()
                .findFirst()
                .flatMap(best -> without(best, foreign(ours), isAlone))
                .ifPresent(settings::add);
        if (!(mute(settings) instanceof Mute.Off)) {
            settings.add(always(NotifySetting.ourKind(), List.of()));
        }
        boolean isAsBefore = ours.stream().allMatch(it -> it.before().isPresent());
        if (!isAsBefore && !ours(settings).isEmpty() && isWithoutFallback(settings)) {
            settings.add(always(Map.of(), List.of())); // §3
        }
        return settings;
    }

    /// What is left of a mute; nothing, where there had been nothing.
    ///
    /// @param isAlone whether nothing else is said at all
    private static Optional<NotifySetting> without(
            NotifySetting mute, List<StandardExtensionElement> foreign, boolean isAlone) {
        var before = mute.before().orElse(isAlone ? NotifySetting.NOTHING : NotifySetting.ALWAYS);
        if (!before.equals(NotifySetting.NOTHING)) {
            return Optional.of(
                    NotifySetting.of(before, mute.attributes(), foreign, Optional.empty(), OFF));
        }
        return foreign.isEmpty()
                ? Optional.empty()
                : Optional.of(always(mute.attributes(), foreign));
    }

    private static boolean isWithoutFallback(List<NotifySetting> settings) {
        return settings.stream().noneMatch(it -> it.fit() == NotifySetting.FOR_ALL);
    }

    private static NotifySetting never(
            Map<String, String> attributes,
            List<StandardExtensionElement> foreign,
            Optional<String> before,
            Mute mute) {
        return NotifySetting.of(NotifySetting.NEVER, attributes, foreign, before, mute);
    }

    private static NotifySetting always(
            Map<String, String> attributes, List<StandardExtensionElement> foreign) {
        return NotifySetting.of(NotifySetting.ALWAYS, attributes, foreign, Optional.empty(), OFF);
    }

    /// The advanced settings of others.
    private static List<StandardExtensionElement> foreign(List<NotifySetting> settings) {
        return settings.stream().flatMap(it -> it.foreign().stream()).toList();
    }

    /// Those that are meant for us most closely; there should be one.
    private static List<NotifySetting> ours(List<NotifySetting> settings) {
        int best = settings.stream().mapToInt(NotifySetting::fit).max().orElse(0);
        return best == 0 ? List.of() : settings.stream().filter(it -> it.fit() == best).toList();
    }
}
