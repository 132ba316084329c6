package kith.ui.composer;

import kith.base.Live;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Refusal;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.model.RoomRights;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// What can be done to the people of a room by a command: whom it is about stands behind it, and
/// behind that why.
///
/// @param people who is in the room, the user among them
/// @param change does it; completes with why it is not to be, if so
public record PeopleCommands(
        Live<List<Occupant>> people,
        Function<RoomChange, CompletionStage<Optional<Refusal>>> change) {

    /// Which of them the user may use on anybody at all, by the tables of XEP-0045 §§5.1.1 and
    /// 5.2.1.
    Set<SlashCommand> known() {
        var known = EnumSet.noneOf(SlashCommand.class);
        me().ifPresent(
                        me -> {
                            boolean isOwner = me.affiliation() == Affiliation.OWNER;
                            if (me.role() == Role.MODERATOR) {
                                known.add(SlashCommand.KICK);
                                known.add(SlashCommand.VOICE);
                                known.add(SlashCommand.MUTE);
                            }
                            if (isOwner || me.affiliation() == Affiliation.ADMIN) {
                                known.add(SlashCommand.BAN);
                                known.add(SlashCommand.OP);
                                known.add(SlashCommand.DEOP);
                                known.add(SlashCommand.MEMBER);
                            }
                            if (isOwner) {
                                known.add(SlashCommand.ADMIN);
                                known.add(SlashCommand.OWNER);
                            }
                        });
        return known;
    }

    /// @param words whom it is about, and why
    CompletionStage<Optional<Refusal>> run(RoomAct act, String words) {
        var all = people.get();
        var parts = split(words, all);
        var other = all.stream().filter(each -> each.nick().equals(parts[0])).findFirst();
        if (other.isEmpty()) {
            return refused(Refusal.Reason.NOT_FOUND);
        }
        boolean isAllowed =
                me().filter(me -> RoomRights.on(me, other.get()).contains(act)).isPresent();
        return isAllowed
                ? change.apply(RoomChange.of(act, other.get(), parts[1]))
                : refused(Refusal.Reason.NOT_ALLOWED);
    }

    private Optional<Occupant> me() {
        return people.get().stream().filter(Occupant::isMe).findFirst();
    }

    /// Whom, and why. A nick may have blanks in it: it is looked for among those there are, or
    /// stands in quotation marks.
    private static String[] split(String words, List<Occupant> people) {
        int closing = words.startsWith("\"") ? words.indexOf('"', 1) : -1;
        if (closing > 0) {
            return new String[] {words.substring(1, closing), words.substring(closing + 1).strip()};
        }
        var named = PrivateLine.named(words, 0, people.stream().map(Occupant::nick).toList());
        return new String[] {named.nick(), named.words(words)};
    }

    private static CompletionStage<Optional<Refusal>> refused(Refusal.Reason reason) {
        return CompletableFuture.completedStage(Optional.of(Refusal.of(reason)));
    }
}
