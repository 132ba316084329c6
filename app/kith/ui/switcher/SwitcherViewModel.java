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
import kith.ui.keys.KeyAction;
import kith.ui.switcher.SwitcherRow.Action;
import kith.ui.switcher.SwitcherRow.Choice;
import kith.ui.switcher.SwitcherRow.Found;
import kith.ui.switcher.SwitcherRow.Head;
import kith.ui.switcher.SwitcherRow.Messages;
import kith.ui.switcher.SwitcherRow.Place;
import kith.ui.switcher.SwitcherRow.Section;
import kith.ui.text.NameFilter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Finds chats, contacts and rooms of all accounts, and things to do, by a few letters; or chooses
/// some chats for something else, where it is made for that.
///
/// One of the choices found is the current one, which Enter opens. It begins with the first, or,
/// while nothing is typed, with the newest chat that isn't in front already; it stays
/// the same while the rows change.
///
/// FX thread only.
public final class SwitcherViewModel implements AutoCloseable {

    /// What is to be found beside chats. The names of the keys' work say what it is.
    private static final List<KeyAction> ACTIONS =
            List.of(
                    KeyAction.NEW_CHAT,
                    KeyAction.JOIN_ROOM,
                    KeyAction.NEW_ROOM,
                    KeyAction.SETTINGS,
                    KeyAction.SHORTCUTS);

    /// Between two looks at the roster, where everyone may come online at once.
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final SwitcherSources sources;
    private final SwitcherCommands commands;
    private final Function<KeyAction, String> name;
    private final boolean isChoosing;
    private final Consumer<List<Place>> chosen;
    private final Timer timer;
    private final Lane fx;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ListPatch<SwitcherRow> patch = new ListPatch<>(SwitcherRow::key);
    private final ObservableList<SwitcherRow> rows = FXCollections.observableArrayList();
    private final ObservableList<SwitcherRow> shown =
            FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyIntegerWrapper currentRow = new ReadOnlyIntegerWrapper(-1);
    private final ObservableList<Place> picked = FXCollections.observableArrayList();
    private final ObservableList<Place> shownPicked =
            FXCollections.unmodifiableObservableList(picked);
    private final Subscription subscription;
    private List<Choice> choices = List.of();

    /// The key of the current one.
    private Optional<Object> current = Optional.empty();

    private Optional<Subscription> pause = Optional.empty();

    /// @param name what an action is called
    public SwitcherViewModel(
            SwitcherSources sources,
            SwitcherCommands commands,
            Function<KeyAction, String> name,
            Timer timer,
            Lane fx) {
        this(sources, commands, name, false, _ -> {}, timer, fx);
    }

    private SwitcherViewModel(
            SwitcherSources sources,
            SwitcherCommands commands,
            Function<KeyAction, String> name,
            boolean isChoosing,
            Consumer<List<Place>> chosen,
            Timer timer,
            Lane fx) {
        this.sources = sources;
        this.commands = commands;
        this.name = name;
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

    /// One that opens nothing, has nothing to do and searches no messages: one or several places
    /// are chosen.
    ///
    /// @param chosen is told which, in the order they were picked
    public static SwitcherViewModel choosing(
            SwitcherSources sources, Consumer<List<Place>> chosen, Timer timer, Lane fx) {
        var none = new SwitcherCommands((_, _) -> {}, (_, _) -> {});
        return new SwitcherViewModel(sources, none, KeyAction::name, true, chosen, timer, fx);
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

    /// The place that Enter is for; none where it is for something else.
    public Optional<Place> current() {
        return current(Place.class);
    }

    /// The action that Enter is for; none where it is for something else.
    public Optional<Action> currentAction() {
        return current(Action.class);
    }

    /// Whether Enter searches all messages for what was typed.
    public boolean isSearchCurrent() {
        return current(Messages.class).isPresent();
    }

    /// Goes some rows down, round and round.
    ///
    /// @param steps negative for up
    public void move(int steps) {
        if (!choices.isEmpty()) {
            goTo(Math.floorMod(currentChoice() + steps, choices.size()));
        }
    }

    /// Goes many rows down, as far as something was found.
    ///
    /// @param steps negative for up
    public void leap(int steps) {
        int last = choices.size() - (hasSearch() ? 2 : 1);
        if (last >= 0) {
            goTo(Math.clamp(currentChoice() + (long) steps, 0, last));
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

    /// Counted from 0.
    private int currentChoice() {
        return current(Choice.class).map(choices::indexOf).orElse(0);
    }

    private void goTo(int choice) {
        current = Optional.of(choices.get(choice).key());
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
        var found = new EnumMap<Section, List<? extends Choice>>(Section.class);
        new Finding(sources, wanted)
                .places()
                .forEach(
                        (section, places) ->
                                found.put(section, places.stream().map(this::marked).toList()));
        var actions = actions(wanted);
        if (!actions.isEmpty()) {
            found.put(Section.ACTIONS, actions);
        }
        var all = new ArrayList<Choice>();
        found.values().forEach(all::addAll);
        var next = new ArrayList<SwitcherRow>();
        found.forEach(
                (section, members) -> {
                    next.add(new Head(section));
                    next.addAll(members);
                });
        if (hasSearch()) {
            var search = new Messages(typed.get().strip(), false);
            all.add(search);
            next.add(search);
        }
        choices = List.copyOf(all);
        current = current(Choice.class).or(() -> first(wanted.isEmpty())).map(SwitcherRow::key);
        next.replaceAll(row -> row instanceof Choice it && isCurrent(it) ? it.asCurrent() : row);
        return next;
    }

    /// While nothing is typed there are none: chats are what one comes for.
    private List<Action> actions(NameFilter wanted) {
        return ACTIONS.stream()
                .filter(_ -> !isChoosing && !wanted.isEmpty())
                .filter(action -> wanted.beginsWordsOf(name.apply(action)))
                .map(action -> new Action(action, found(wanted, name.apply(action)), false))
                .toList();
    }

    private static Found found(NameFilter wanted, String words) {
        return new Found(words, wanted.found(words));
    }

    private void showCurrent() {
        currentRow.set(current(Choice.class).map(Choice::asCurrent).map(rows::indexOf).orElse(-1));
    }

    private Optional<Choice> first(boolean isElsewhere) {
        return choices.stream()
                .filter(choice -> !(isElsewhere && isInFront(choice)))
                .findFirst()
                .or(() -> choices.stream().findFirst());
    }

    private static boolean isInFront(Choice choice) {
        return choice instanceof Place place && place.isSelected();
    }

    private Place marked(Place place) {
        boolean isPicked = picked.stream().anyMatch(each -> each.key().equals(place.key()));
        return isPicked ? place.asPicked() : place;
    }

    private boolean isCurrent(Choice choice) {
        return current.filter(choice.key()::equals).isPresent();
    }

    private <T extends Choice> Optional<T> current(Class<T> kind) {
        return choices.stream()
                .filter(this::isCurrent)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
