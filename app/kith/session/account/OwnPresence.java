package kith.session.account;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.AccountId;
import kith.model.Availability;
import kith.model.Presence;
import kith.store.SettingStore;
import kith.xmpp.xep.XmppExtensions;

/// How reachable the user says to be, the same for all accounts and kept over restarts.
public final class OwnPresence {

    private static final String AVAILABILITY = "presence.availability";
    private static final String STATUS = "presence.status";

    private final SettingStore settings;
    private final Links links;
    private final XmppExtensions extensions;
    private final Lane core;
    private final Cell<Presence> presence;

    public OwnPresence(SettingStore settings, Links links, XmppExtensions extensions, Lane core) {
        this.settings = settings;
        this.links = links;
        this.extensions = extensions;
        this.core = core;
        this.presence = new Cell<>(core, Presence.AVAILABLE);
    }

    /// What everyone who may see it is told.
    public Live<Presence> presence() {
        return presence;
    }

    /// Tells everyone something else. Any thread.
    public void set(Presence newest) {
        core.execute(
                () -> {
                    presence.set(newest);
                    settings.put(AVAILABILITY, newest.availability().name());
                    settings.put(STATUS, newest.status());
                    links.online().forEach(link -> extensions.rfc6121Presence().send(link, newest));
                });
    }

    /// Reads what was said last. Core lane only.
    public void load() {
        var availability =
                settings.get(AVAILABILITY)
                        .map(Availability::valueOf)
                        .orElse(Availability.AVAILABLE);
        presence.set(new Presence(availability, settings.get(STATUS).orElse("")));
    }

    /// Says it to the server of an account that has just signed in (RFC 6121 §4.2). Core lane only.
    public void signedIn(AccountId account) {
        links.online(account)
                .ifPresent(link -> extensions.rfc6121Presence().send(link, presence.get()));
    }
}
