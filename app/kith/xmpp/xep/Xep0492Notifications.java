package kith.xmpp.xep;

import kith.model.Alerts;
import kith.model.Mute;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// XEP-0492 Chat Notification Settings, version 0.2.0: whether a chat is muted and of what the user
/// is told where it isn't, among the extensions of what is kept of it.
///
/// What is chosen for good, `never` too, takes the place of what all clients had in common, or of
/// what was said for our kind of client; beside what is said for more kinds it stands for ours. So
/// what is said for other kinds stays.
///
/// A mute is `never`, which remembers what it stands in place of; that comes back when the chat is
/// unmuted. One with an end stands beside what all have in common, if there is such a thing. The
/// XEP knows no end: that is in an `advanced` setting of ours, so that others, who don't know it,
/// take the chat for muted until one of our devices sees that it isn't any more. What nothing is
/// changed of is left as it is.
final class Xep0492Notifications {

    private static final String NAME = "notify";
    private static final String NAMESPACE = NotifySetting.NAMESPACE;
    private static final Mute OFF = new Mute.Off();

    private Xep0492Notifications() {}

    static Mute in(List<StandardExtensionElement> extensions) {
        return notify(extensions).map(it -> mute(settings(it))).orElse(OFF);
    }

    /// Of what the user is told where the chat isn't muted; empty: as usual.
    static Optional<Alerts> alertsIn(List<StandardExtensionElement> extensions) {
        return notify(extensions).flatMap(it -> alerts(unmuted(settings(it))));
    }

    /// The same extensions of a chat that is muted so, or no more.
    static List<StandardExtensionElement> put(
            List<StandardExtensionElement> extensions, Mute mute) {
        return put(extensions, mute, alertsIn(extensions));
    }

    /// The same extensions of a chat that is muted so, and else has these alerts. Who unmutes a
    /// chat for which nothing else is said leaves nothing: then it is as usual, whatever each
    /// client takes for that.
    static List<StandardExtensionElement> put(
            List<StandardExtensionElement> extensions, Mute mute, Optional<Alerts> alerts) {
        if (in(extensions).equals(mute) && alertsIn(extensions).equals(alerts)) {
            return extensions;
        }
        var all = new ArrayList<StandardExtensionElement>();
        var old = notify(extensions);
        for (var each : extensions) {
            if (old.filter(it -> it == each).isEmpty()) {
                all.add(each);
            } else {
                changed(each, mute, alerts).ifPresent(all::add);
            }
        }
        if (old.isEmpty()) {
            changed(new StandardExtensionElement(NAME, NAMESPACE), mute, alerts)
                    .ifPresent(all::add);
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

    private static Optional<Alerts> alerts(List<NotifySetting> settings) {
        return ours(settings).stream().findFirst().flatMap(NotifySetting::alerts);
    }

    private static Optional<StandardExtensionElement> changed(
            StandardExtensionElement notify, Mute mute, Optional<Alerts> alerts) {
        var settings = changed(settings(notify), mute, alerts);
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        var changed =
                StandardExtensionElement.builder(NAME, NAMESPACE)
                        .addAttributes(notify.getAttributes());
        settings.forEach(it -> changed.addElement(it.element()));
        return Optional.of(changed.build());
    }

    private static List<NotifySetting> changed(
            List<NotifySetting> old, Mute mute, Optional<Alerts> alerts) {
        var unmuted = unmuted(old);
        boolean isTold = alerts(unmuted).equals(alerts);
        if (mute instanceof Mute.Until && isTold) {
            return muted(old, mute);
        }
        var told = isTold ? unmuted : told(unmuted, alerts);
        return mute instanceof Mute.Off ? told : muted(told, mute);
    }

    /// @param old without a mute
    private static List<NotifySetting> told(List<NotifySetting> old, Optional<Alerts> alerts) {
        return alerts.map(it -> told(old, it)).orElseGet(() -> untold(old));
    }

    private static List<NotifySetting> told(List<NotifySetting> old, Alerts alerts) {
        var name = alerts == Alerts.ALL ? NotifySetting.ALWAYS : NotifySetting.ON_MENTION;
        var ours = ours(old);
        var settings = new ArrayList<>(old);
        var best = ours.stream().findFirst();
        if (best.filter(it -> it.fit() == NotifySetting.FOR_CLIENTS).isPresent()) {
            settings.add(said(name, NotifySetting.ourKind(), List.of()));
        } else if (best.isPresent()) {
            settings.removeAll(ours);
            settings.add(said(name, best.get().attributes(), foreign(ours)));
        }
        if (isWithoutFallback(settings)) {
            settings.add(said(name, Map.of(), List.of())); // §3
        }
        return settings;
    }

    /// Nothing is said for us any more, but where others have something of theirs in it.
    private static List<NotifySetting> untold(List<NotifySetting> old) {
        var settings = new ArrayList<>(old);
        var ours = ours(settings);
        while (!ours.isEmpty() && foreign(ours).isEmpty()) {
            settings.removeAll(ours);
            ours = ours(settings);
        }
        return settings;
    }

    private static List<NotifySetting> muted(List<NotifySetting> old, Mute mute) {
        var ours = ours(old);
        if (old.isEmpty()) {
            return List.of(never(Map.of(), List.of(), Optional.empty(), mute));
        }
        var nothing = Optional.of(NotifySetting.NOTHING);
        var settings = new ArrayList<>(old);
        var best = ours.stream().findFirst().filter(it -> isOurPlace(it, mute));
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

    /// Beside what others say for more than our kind of client we put a mute of our own; but what
    /// all have in common the user chooses for all.
    private static boolean isOurPlace(NotifySetting best, Mute mute) {
        boolean isForGood = mute instanceof Mute.Always;
        return best.isNever()
                || best.fit() == NotifySetting.FOR_OUR_KIND
                || (isForGood && best.fit() == NotifySetting.FOR_ALL);
    }

    private static List<NotifySetting> unmuted(List<NotifySetting> old) {
        if (mute(old) instanceof Mute.Off) {
            return old;
        }
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
        return said(NotifySetting.ALWAYS, attributes, foreign);
    }

    private static NotifySetting said(
            String name, Map<String, String> attributes, List<StandardExtensionElement> foreign) {
        return NotifySetting.of(name, attributes, foreign, Optional.empty(), OFF);
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
