package kith.ui.room.moderation;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.model.Affiliated;
import kith.model.Occupant;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.model.RoomListing;
import kith.model.RoomRights;
import kith.ui.fx.Narrowing;
import kith.ui.fx.Narrowing.Keyed;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The lists of one room: one at a time, whole, filtered as one types.
///
/// A list is read and sorted elsewhere, all at once, when it is chosen and after each change; here
/// it is only filtered. Of each that was read it stays known how many are on it: a change may take
/// somebody from one list to another, so after one they are all read again. FX thread only.
public final class RolesViewModel {

    /// The longest first.
    private static final List<RoomList> ORDER =
            List.of(RoomList.MEMBERS, RoomList.ADMINS, RoomList.OWNERS, RoomList.BANNED);

    private static final Keyed<Affiliated> NOBODY = new Keyed<>(List.of(), List.of());

    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");

    private final ModerationCommands commands;
    private final Optional<Occupant> me;
    private final List<RoomList> lists;
    private final Lane fx;
    private final ObservableList<Affiliated> rows = FXCollections.observableArrayList();
    private final ObservableList<Affiliated> shown = FXCollections.unmodifiableObservableList(rows);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyObjectWrapper<RoomList> list;
    private final ReadOnlyObjectWrapper<State> state;
    private final ReadOnlyObjectWrapper<Map<RoomList, Integer>> counts =
            new ReadOnlyObjectWrapper<>(this, "counts", Map.of());
    private final Narrowing<Affiliated> narrowing = new Narrowing<>();

    /// How many are on the list that is shown.
    private int all;

    /// Which reading of each list is the last: only its answer counts.
    private final Map<RoomList, Integer> readings = new EnumMap<>(RoomList.class);

    /// How far the list has come.
    public sealed interface State {

        /// The room was asked.
        record Loading() implements State {}

        /// It is here.
        ///
        /// @param count how many are on it
        record Known(int count) implements State {}

        /// It can't be seen.
        ///
        /// @param complaint says why
        record Refused(Complaint complaint) implements State {}
    }

    /// @param me ourselves in the room
    /// @param visible the lists that may be looked at, at least one
    RolesViewModel(
            ModerationCommands commands, Optional<Occupant> me, Set<RoomList> visible, Lane fx) {
        this.commands = commands;
        this.me = me;
        this.fx = fx;
        lists = ORDER.stream().filter(visible::contains).toList();
        list = new ReadOnlyObjectWrapper<>(this, "list", lists.getFirst());
        state = new ReadOnlyObjectWrapper<>(this, "state", new State.Loading());
        filter.subscribe((before, now) -> show());
        load();
    }

    /// Those that may be looked at.
    public List<RoomList> lists() {
        return lists;
    }

    /// The one that is shown.
    public ReadOnlyObjectProperty<RoomList> listProperty() {
        return list.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How many are on each list that was read; immutable.
    public ReadOnlyObjectProperty<Map<RoomList, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /// What address, nick or reason has to contain.
    public StringProperty filterProperty() {
        return filter;
    }

    /// Who is on the list, as far as they match. Read-only.
    public ObservableList<Affiliated> rows() {
        return shown;
    }

    /// Shows another list.
    public void choose(RoomList chosen) {
        if (chosen != list.get()) {
            list.set(chosen);
            know(NOBODY);
            rows.clear();
            load();
        }
    }

    /// Reads the list again.
    public void load() {
        if (!(state.get() instanceof State.Known) || all == 0) {
            state.set(new State.Loading());
        }
        read(list.get());
    }

    private void read(RoomList wanted) {
        int reading = readings.merge(wanted, 1, Integer::sum);
        commands.list()
                .apply(wanted)
                .thenApply(Listed::of) // before the FX thread has to do with it
                .thenAcceptAsync(
                        listed -> {
                            if (Integer.valueOf(reading).equals(readings.get(wanted))) {
                                take(wanted, listed);
                            }
                        },
                        fx);
    }

    /// An answer, ready to be searched.
    private record Listed(RoomListing listing, Keyed<Affiliated> keyed) {

        static Listed of(RoomListing listing) {
            return new Listed(
                    listing,
                    switch (listing) {
                        case RoomListing.Known(var entries) ->
                                Keyed.of(entries, RolesViewModel::words);
                        case RoomListing.Refused _ -> NOBODY;
                    });
        }
    }

    private static String words(Affiliated entry) {
        return String.join("\n", entry.address(), entry.nick(), entry.reason());
    }

    private void know(Keyed<Affiliated> entries) {
        all = entries.things().size();
        narrowing.of(entries);
    }

    /// What can be done to all of some people on the list.
    public Set<RoomAct> acts(List<Affiliated> chosen) {
        var acts = EnumSet.allOf(RoomAct.class);
        for (var entry : chosen) {
            acts.retainAll(
                    me.map(
                                    it ->
                                            RoomRights.on(
                                                    it.affiliation(),
                                                    Optional.of(entry.list()),
                                                    isMe(entry)))
                            .orElse(Set.of()));
        }
        return chosen.isEmpty() ? Set.of() : acts;
    }

    /// Whether somebody can be put on the list that is shown.
    public boolean mayAdd() {
        return me.filter(
                        it ->
                                RoomRights.on(it.affiliation(), Optional.empty(), false)
                                        .contains(RoomAct.putting(list.get())))
                .isPresent();
    }

    /// Does something to people on the list.
    ///
    /// @param told what came of it
    public void act(RoomAct act, List<Affiliated> chosen, String reason, Consumer<Complaint> told) {
        change(chosen.stream().map(each -> RoomChange.of(act, each, reason)).toList(), told);
    }

    /// Puts people on the list.
    ///
    /// @param typed their addresses, with blanks or commas between
    /// @param told what came of it
    public void add(String typed, String reason, Consumer<Complaint> told) {
        var changes = new ArrayList<RoomChange>();
        for (var each : SEPARATOR.splitAsStream(typed.strip()).toList()) {
            var address = address(each);
            if (address.isEmpty()) {
                told.accept(new Complaint.NoAddress(each));
                return;
            }
            changes.add(RoomChange.adding(address.get(), list.get(), reason));
        }
        change(changes, told);
    }

    private void change(List<RoomChange> changes, Consumer<Complaint> told) {
        commands.change()
                .apply(changes)
                .thenAcceptAsync(
                        refusal -> {
                            told.accept(Complaint.of(changes, refusal));
                            load();
                            counts.get().keySet().stream()
                                    .filter(each -> each != list.get())
                                    .forEach(this::read);
                        },
                        fx);
    }

    /// A whole server can be banned, but nothing else.
    private Optional<BareJid> address(String typed) {
        return Optional.ofNullable(JidCreate.fromOrNull(typed))
                .filter(jid -> jid.isEntityBareJid() || isServer(jid))
                .map(Jid::asBareJid);
    }

    private boolean isServer(Jid jid) {
        return list.get() == RoomList.BANNED
                && jid.isDomainBareJid()
                && jid.toString().contains(".");
    }

    private boolean isMe(Affiliated entry) {
        return me.flatMap(Occupant::address).filter(entry.address()::equals).isPresent();
    }

    private void take(RoomList wanted, Listed listed) {
        count(wanted, listed.listing());
        if (wanted == list.get()) {
            show(wanted, listed);
        }
    }

    private void count(RoomList wanted, RoomListing listing) {
        var known = new EnumMap<RoomList, Integer>(RoomList.class);
        known.putAll(counts.get());
        switch (listing) {
            case RoomListing.Known(var entries) -> known.put(wanted, entries.size());
            case RoomListing.Refused _ -> known.remove(wanted);
        }
        counts.set(Map.copyOf(known));
    }

    private void show(RoomList wanted, Listed listed) {
        know(listed.keyed());
        show(); // first: what is known, and not there, would be nobody
        switch (listed.listing()) {
            case RoomListing.Known known -> state.set(new State.Known(all));
            case RoomListing.Refused(var refusal) ->
                    state.set(new State.Refused(new Complaint.Listing(wanted, refusal)));
        }
    }

    private void show() {
        rows.setAll(narrowing.matching(filter.get()));
    }
}
