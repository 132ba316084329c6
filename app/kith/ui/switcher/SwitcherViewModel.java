package kith.ui.switcher;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.base.Subscription;
import kith.base.Timer;
import kith.model.ChatKey;
import kith.ui.fx.ListPatch;
import kith.ui.switcher.SwitcherRow.Head;
import kith.ui.switcher.SwitcherRow.Messages;
import kith.ui.switcher.SwitcherRow.Place;
import kith.ui.text.NameFilter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Finds chats, contacts and rooms of all accounts by a few letters, and opens them; or chooses
/// some for something else, where it is made for that.
///
/// One of the places found is the current one, which Enter opens. It begins with the first, or,
/// while nothing is typed, with the newest chat that isn't in front already; it stays with its
/// place while the rows change.
///
/// FX thread only.
public final class SwitcherViewModel implements AutoCloseable {

    /// Between two looks at the roster, where everyone may come online at once.
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final SwitcherSources sources;
    private final SwitcherCommands commands;
    private final boolean isChoosing;
    private final Timer timer;
    private final Lane fx;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ListPatch<SwitcherRow> patch = new ListPatch<>(SwitcherRow::key);
    private final ObservableList<SwitcherRow> rows = FXCollections.observableArrayList();
    private final ObservableList<SwitcherRow> shown =
            FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyIntegerWrapper currentRow = new ReadOnlyIntegerWrapper(-1);
    private final Consumer<List<Place>> chosen;
    private final ObservableList<Place> picked = FXCollections.observableArrayList();
    private final ObservableList<Place> shownPicked =
            FXCollections.unmodifiableObservableList(picked);
    private final Subscription subscription;
    private List<Place> places = List.of();
    private Optional<ChatKey> current = Optional.empty();
    private boolean isSearchCurrent;
    private Optional<Subscription> pause = Optional.empty();

    public SwitcherViewModel(
            SwitcherSources sources, SwitcherCommands commands, Timer timer, Lane fx) {
        this(sources, commands, false, _ -> {}, timer, fx);
    }

    private SwitcherViewModel(
            SwitcherSources sources,
            SwitcherCommands commands,
            boolean isChoosing,
            Consumer<List<Place>> chosen,
            Timer timer,
            Lane fx) {
        this.sources = sources;
        this.commands = commands;
        this.isChoosing = isChoosing;
        this.chosen = chosen;
        this.timer = timer;
        this.fx = fx;
        this.subscription =
                Subscription.all(
                        sources.chats().watch(fx, newest -> show()),
                        sources.rooms().watch(fx, newest -> show()),
                        sources.tabs().watch(fx, newest -> show()),
                        sources.contacts().watch(fx, newest -> showSoon()));
        typed.subscribe(newest -> showAnew());
    }

    /// One that opens nothing, and searches no messages: one or several places are chosen.
    ///
    /// @param chosen is told which, in the order they were picked
    public static SwitcherViewModel choosing(
            SwitcherSources sources, Consumer<List<Place>> chosen, Timer timer, Lane fx) {
        var none = new SwitcherCommands((_, _) -> {}, (_, _) -> {});
        return new SwitcherViewModel(sources, none, true, chosen, timer, fx);
    }

    /// The rows. Read-only.
    public ObservableList<SwitcherRow> rows() {
        return shown;
    }

    /// What the user typed.
    public StringProperty typedProperty() {
        return typed;
    }

    /// Which of the rows is the current one, counted from 0; -1 where nothing was found.
    public ReadOnlyIntegerProperty currentRowProperty() {
        return currentRow.getReadOnlyProperty();
    }

    /// What Enter is for; none where nothing was found.
    public Optional<Place> current() {
        return current.flatMap(this::place);
    }

    /// Whether Enter searches all messages for what was typed.
    public boolean isSearchCurrent() {
        return isSearchCurrent;
    }

    /// Goes some rows down, round and round.
    ///
    /// @param steps negative for up
    public void move(int steps) {
        int count = places.size() + (hasSearch() ? 1 : 0);
        if (count > 0) {
            goTo(Math.floorMod(currentPlace() + steps, count));
        }
    }

    /// Goes many places down, as far as there are any.
    ///
    /// @param steps negative for up
    public void leap(int steps) {
        if (!places.isEmpty()) {
            goTo(Math.clamp(currentPlace() + (long) steps, 0, places.size() - 1));
        }
    }

    /// Opens the place's tab, or goes to it. A room the user is not in is not entered by that: its
    /// page offers it.
    public void open(Place place) {
        commands.open().accept(place.key(), place.kind());
    }

    /// Opens the place's tab and leaves the user where they are.
    public void openInBackground(Place place) {
        commands.openInBackground().accept(place.key(), place.kind());
    }

    /// What is picked, in that order; it stays so while other places are looked for, and as long as
    /// it can be chosen. Read-only.
    public ObservableList<Place> picked() {
        return shownPicked;
    }

    /// Picks a place, or leaves one that is picked.
    public void pick(Place place) {
        if (!picked.removeIf(each -> each.key().equals(place.key()))) {
            picked.add(place);
        }
        current = Optional.of(place.key());
        show();
    }

    /// Chooses what is picked; where nothing is, the current place.
    ///
    /// @return whether there was something to choose
    public boolean choose() {
        var wanted = picked.isEmpty() ? current().stream().toList() : List.copyOf(picked);
        if (!wanted.isEmpty()) {
            chosen.accept(wanted);
        }
        return !wanted.isEmpty();
    }

    @Override
    public void close() {
        subscription.close();
        pause.ifPresent(Subscription::close);
    }

    /// Counted from 0, with the search after the last.
    private int currentPlace() {
        return isSearchCurrent ? places.size() : current().map(places::indexOf).orElse(0);
    }

    private void goTo(int place) {
        isSearchCurrent = place == places.size();
        current = isSearchCurrent ? Optional.empty() : Optional.of(places.get(place).key());
        show();
    }

    private boolean hasSearch() {
        return !isChoosing && !typed.get().isBlank();
    }

    private void showSoon() {
        if (pause.isEmpty()) {
            pause = Optional.of(timer.after(PAUSE, () -> fx.execute(this::showAfterPause)));
        }
    }

    private void showAfterPause() {
        pause = Optional.empty();
        show();
    }

    /// What was typed is another search: a new list, to be read from its top.
    private void showAnew() {
        current = Optional.empty();
        isSearchCurrent = false;
        rows.setAll(newest());
        showCurrent();
    }

    private void show() {
        dropPicked();
        patch.apply(rows, newest());
        showCurrent();
    }

    /// A room may be left, an account removed, while the user chooses.
    private void dropPicked() {
        if (!picked.isEmpty()) {
            var all = new HashSet<ChatKey>();
            sources.chats().get().forEach(chat -> all.add(chat.key()));
            sources.rooms().get().forEach(room -> all.add(room.key()));
            sources.contacts().get().forEach(contact -> all.add(contact.chat()));
            picked.removeIf(place -> !all.contains(place.key()));
        }
    }

    private List<SwitcherRow> newest() {
        var wanted = new NameFilter(typed.get());
        var found = new Finding(sources, wanted).places();
        found.replaceAll((_, members) -> members.stream().map(this::marked).toList());
        places = found.values().stream().flatMap(List::stream).toList();
        isSearchCurrent = hasSearch() && (isSearchCurrent || places.isEmpty());
        current =
                isSearchCurrent
                        ? Optional.empty()
                        : current()
                                .map(Place::key)
                                .or(() -> first(wanted.isEmpty()).map(Place::key));
        var next = new ArrayList<SwitcherRow>();
        found.forEach(
                (section, members) -> {
                    next.add(new Head(section));
                    members.forEach(
                            place -> next.add(isCurrent(place) ? place.asCurrent() : place));
                });
        if (hasSearch()) {
            next.add(new Messages(typed.get().strip(), isSearchCurrent));
        }
        return next;
    }

    private void showCurrent() {
        currentRow.set(
                isSearchCurrent
                        ? rows.size() - 1
                        : current().map(Place::asCurrent).map(rows::indexOf).orElse(-1));
    }

    private Optional<Place> first(boolean isElsewhere) {
        return places.stream()
                .filter(place -> !isElsewhere || !place.isSelected())
                .findFirst()
                .or(() -> places.stream().findFirst());
    }

    private Place marked(Place place) {
        boolean isPicked = picked.stream().anyMatch(each -> each.key().equals(place.key()));
        return isPicked ? place.asPicked() : place;
    }

    private boolean isCurrent(Place place) {
        return current.filter(place.key()::equals).isPresent();
    }

    private Optional<Place> place(ChatKey key) {
        return places.stream().filter(place -> place.key().equals(key)).findFirst();
    }
}
