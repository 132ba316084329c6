package kith.ui.composer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.Confidant;
import kith.model.Occupant;
import kith.ui.composer.Whisper.Standing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/// Whom what is written is for alone, as long as it says so itself by `/msg` and a nick: so it is
/// kept with the draft, and seen.
///
/// The user means who was called so when they began, not who takes the nick while they write: then
/// it goes nowhere until they have been told. FX thread only.
final class Whispering implements AutoCloseable {

    private final Optional<WhisperCommands> commands;
    private final Subscription watch;
    private final ReadOnlyObjectWrapper<Optional<Whisper>> whisper =
            new ReadOnlyObjectWrapper<>(this, "whisper", Optional.empty());
    private List<Occupant> people = List.of();
    private Optional<Meant> meant = Optional.empty();

    /// Whom the user means.
    ///
    /// @param visit the [Occupant#visit] of theirs; empty where they were not seen to be there
    private record Meant(Confidant to, OptionalInt visit) {

        static Meant of(Occupant occupant) {
            return new Meant(Confidant.of(occupant), OptionalInt.of(occupant.visit()));
        }

        String nick() {
            return to.nick();
        }

        boolean isKnown() {
            return to.who().isPresent();
        }

        /// Whether it is they who are called so now. Where the room doesn't say, nobody who came
        /// after them is: that one left and another came need not show between.
        boolean is(Occupant called) {
            return isKnown()
                    ? called.is(to.who())
                    : visit.isEmpty() || visit.getAsInt() == called.visit();
        }
    }

    /// @param commands empty where nothing is private
    Whispering(Optional<WhisperCommands> commands, Lane fx) {
        this.commands = commands;
        this.watch =
                commands.map(it -> it.people().watch(fx, this::peopleChanged)).orElse(() -> {});
    }

    ReadOnlyObjectProperty<Optional<Whisper>> property() {
        return whisper.getReadOnlyProperty();
    }

    /// Whether a text is for one person alone, or has lines that would be.
    boolean isPrivate(String text) {
        return commands.isPresent() && (PrivateLine.begins(text) || PrivateLine.isWithin(text));
    }

    /// Another text is written.
    void changed(String text) {
        var line = line(text).filter(it -> isNamed(it, text));
        if (line.isEmpty()) {
            meant = Optional.empty();
        } else if (!isMeant(line.get())) {
            meant = Optional.of(named(line.get().nick()));
        }
        show();
    }

    /// What is to be written in front of a text, in place of whom that was for.
    ///
    /// @param visit in which they were there; empty where nobody knows
    Edit begin(Confidant to, OptionalInt visit, String text) {
        var now =
                people.stream()
                        .filter(each -> to.who().isPresent() && each.is(to.who()))
                        .map(Occupant::nick)
                        .findFirst()
                        .orElse(to.nick());
        meant = Optional.of(new Meant(new Confidant(now, to.who()), visit));
        return new Edit(0, head(text), "/" + SlashCommand.MSG.word() + " " + now + " ");
    }

    /// What makes a text one for all.
    Edit end(String text) {
        return new Edit(0, head(text), "");
    }

    /// What a text is to one person alone.
    Optional<PrivateLine> line(String text) {
        if (commands.isEmpty() || !PrivateLine.begins(text)) {
            return Optional.empty(); // without looking at everybody in the room
        }
        var nicks =
                Stream.concat(people.stream().map(Occupant::nick), meant.stream().map(Meant::nick))
                        .toList();
        return PrivateLine.of(text, nicks);
    }

    /// Why it must not be sent now. Who has been told that somebody else is called so may mean
    /// them.
    Optional<Complaint> obstacle(PrivateLine line) {
        var nick = line.nick();
        var standing = isMeant(line) ? standing() : Standing.SOMEBODY_ELSE;
        if (standing == Standing.SOMEBODY_ELSE) {
            meant = Optional.of(named(nick));
            show();
        }
        return standing == Standing.THERE
                ? Optional.empty()
                : Optional.of(new Complaint.NotPrivate(new Whisper(nick, standing)));
    }

    /// Sends what nothing hinders.
    CompletionStage<?> send(String words) {
        var there = occupant(meant.orElseThrow().nick()).orElseThrow();
        return commands.orElseThrow().send().apply(there, words);
    }

    @Override
    public void close() {
        watch.close();
    }

    private void peopleChanged(List<Occupant> now) {
        people = now;
        show();
    }

    private int head(String text) {
        return line(text).map(PrivateLine::wordsAt).orElse(0);
    }

    /// A nick that nobody has may be one that is still being typed.
    private boolean isNamed(PrivateLine line, String text) {
        return !line.nick().isEmpty()
                && (isMeant(line)
                        || occupant(line.nick()).isPresent()
                        || Character.isWhitespace(text.charAt(line.wordsAt() - 1)));
    }

    private boolean isMeant(PrivateLine line) {
        return meant.filter(it -> it.nick().equals(line.nick())).isPresent();
    }

    private Meant named(String nick) {
        return occupant(nick)
                .map(Meant::of)
                .orElseGet(() -> new Meant(new Confidant(nick), OptionalInt.empty()));
    }

    private void show() {
        whisper.set(meant.map(it -> new Whisper(it.nick(), standing())));
    }

    private Standing standing() {
        var to = meant.orElseThrow();
        var there = occupant(to.nick());
        if (there.isEmpty()) {
            return Standing.GONE;
        }
        if (there.get().isMe()) {
            return Standing.ONESELF;
        }
        if (!to.is(there.get())) {
            return Standing.SOMEBODY_ELSE;
        }
        if (!to.isKnown()) {
            meant = Optional.of(Meant.of(there.get())); // the room may say it only now
        }
        return Standing.THERE;
    }

    private Optional<Occupant> occupant(String nick) {
        return people.stream().filter(each -> each.nick().equals(nick)).findFirst();
    }
}
