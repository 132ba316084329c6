package kith.session;

import kith.base.Lane;
import kith.store.SettingStore;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What the user chose and the window remembers over restarts: names and values. Any thread.
public final class Preferences {

    private final SettingStore store;
    private final Lane core;
    private final Map<String, String> values = new ConcurrentHashMap<>();

    public Preferences(SettingStore store, Lane core) {
        this.store = store;
        this.core = core;
    }

    /// The value; empty where nothing was chosen.
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// Chooses another value.
    public void set(String name, String value) {
        if (!value.equals(values.put(name, value))) {
            core.execute(() -> store.put(name, value));
        }
    }

    /// Reads what was chosen. Core lane only.
    public void load() {
        values.putAll(store.all());
    }
}
