package kith.session;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.SendKey;
import kith.session.spelling.Choices;
import kith.store.SettingStore;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What the user chose, over restarts: how they write, and, as names and values, what the window
/// remembers. Any thread.
public final class Preferences implements Choices {

    private static final String SEND_KEY = "writing.sendKey";
    private static final String ROOM_DIRECTORY = "findRooms.directory";
    private static final String TELLS_TYPING = "writing.tellsTyping";
    private static final String NOTIFIES = "notifications.shown";
    private static final String NOTIFIES_WORDS = "notifications.words";
    private static final String SHOWS_PICTURES = "pictures.shown";

    private final SettingStore store;
    private final Lane core;
    private final Map<String, String> values = new ConcurrentHashMap<>();

    /// What was chosen since the start. The store keeps values of others, too, which change there.
    private final Set<String> chosen = ConcurrentHashMap.newKeySet();

    private final Cell<SendKey> sendKey;
    private final Cell<Boolean> tellsTyping;
    private final Cell<Boolean> notifies;
    private final Cell<Boolean> notifiesWords;
    private final Cell<Boolean> showsPictures;

    public Preferences(SettingStore store, Lane core) {
        this.store = store;
        this.core = core;
        sendKey = new Cell<>(core, SendKey.ENTER);
        tellsTyping = new Cell<>(core, true);
        notifies = new Cell<>(core, true);
        notifiesWords = new Cell<>(core, true);
        showsPictures = new Cell<>(core, true);
    }

    /// The key that sends what is written.
    public Live<SendKey> sendKey() {
        return sendKey;
    }

    public void setSendKey(SendKey key) {
        set(SEND_KEY, key.name());
        core.execute(() -> sendKey.set(key));
    }

    /// Whether others are told that the user is writing (XEP-0085 §5.2).
    public Live<Boolean> tellsTyping() {
        return tellsTyping;
    }

    public void setTellsTyping(boolean isTold) {
        set(TELLS_TYPING, Boolean.toString(isTold));
        core.execute(() -> tellsTyping.set(isTold));
    }

    /// Whether the desktop shows notices of what comes while the user looks elsewhere.
    public Live<Boolean> notifies() {
        return notifies;
    }

    public void setNotifies(boolean isShown) {
        set(NOTIFIES, Boolean.toString(isShown));
        core.execute(() -> notifies.set(isShown));
    }

    /// Whether these show what others wrote.
    public Live<Boolean> notifiesWords() {
        return notifiesWords;
    }

    public void setNotifiesWords(boolean isShown) {
        set(NOTIFIES_WORDS, Boolean.toString(isShown));
        core.execute(() -> notifiesWords.set(isShown));
    }

    /// Whether pictures of contacts, and in private rooms, are fetched by themselves.
    public Live<Boolean> showsPictures() {
        return showsPictures;
    }

    public void setShowsPictures(boolean isShown) {
        set(SHOWS_PICTURES, Boolean.toString(isShown));
        core.execute(() -> showsPictures.set(isShown));
    }

    /// The service that is asked which rooms there are (XEP-0433), as it was typed; empty for none.
    public String roomDirectory() {
        return get(ROOM_DIRECTORY).orElse("");
    }

    public void setRoomDirectory(String address) {
        set(ROOM_DIRECTORY, address);
    }

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public void set(String name, String value) {
        if (!value.equals(values.put(name, value))) {
            chosen.add(name);
            core.execute(() -> store.put(name, value));
        }
    }

    /// Reads what was chosen; what a later version wrote and this one doesn't know is as if it had
    /// not been. Core lane only.
    public void load() {
        values.putAll(store.all());
        get(SEND_KEY).flatMap(Preferences::sendKey).ifPresent(sendKey::set);
        tellsTyping.set(isOn(TELLS_TYPING));
        notifies.set(isOn(NOTIFIES));
        notifiesWords.set(isOn(NOTIFIES_WORDS));
        showsPictures.set(isOn(SHOWS_PICTURES));
    }

    /// The store may have lost what it was given: it is given all again. Core lane only.
    public void storeLost() {
        chosen.forEach(name -> get(name).ifPresent(value -> store.put(name, value)));
    }

    /// Whether something is on that is unless it was turned off.
    private boolean isOn(String name) {
        return get(name).filter("false"::equals).isEmpty();
    }

    private static Optional<SendKey> sendKey(String name) {
        return Stream.of(SendKey.values()).filter(key -> key.name().equals(name)).findFirst();
    }
}
