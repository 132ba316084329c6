package kith.ui.composer;

import kith.model.RoomAct;

import java.util.Optional;
import java.util.stream.Stream;

/// What can be asked for in the composer by a word behind a slash; `composer.command.<value>` in
/// the texts.
public enum SlashCommand {
    /// Says what the user does; sent as it is typed, for that is how it is written (XEP-0245).
    ME(true, "me", "me"),
    /// Says something to one person in the room alone.
    MSG(true, "msg", "whisper"),
    NICK(true, "nick", "name"),
    TOPIC(true, "topic", "subject"),
    INVITE(true, "invite", "invite"),
    KICK(RoomAct.KICK, "kick", "kick"),
    BAN(RoomAct.BAN, "ban", "ban"),
    VOICE(RoomAct.GIVE_VOICE, "voice", "voice"),
    MUTE(RoomAct.TAKE_VOICE, "mute", "devoice"),
    OP(RoomAct.MAKE_MODERATOR, "op", "moderator"),
    DEOP(RoomAct.UNMAKE_MODERATOR, "deop", "deop"),
    MEMBER(RoomAct.MAKE_MEMBER, "member", "member"),
    ADMIN(RoomAct.MAKE_ADMIN, "admin", "admin"),
    OWNER(RoomAct.MAKE_OWNER, "owner", "owner"),
    LEAVE(false, "leave", "part"),
    HELP(false, "help", "help");

    private final Optional<RoomAct> act;
    private final boolean takesWords;
    private final String word;
    private final String elsewhere;

    /// @param elsewhere what other clients call it
    SlashCommand(boolean takesWords, String word, String elsewhere) {
        this.act = Optional.empty();
        this.takesWords = takesWords;
        this.word = word;
        this.elsewhere = elsewhere;
    }

    /// @param act what is done to the one whose nick stands behind it
    SlashCommand(RoomAct act, String word, String elsewhere) {
        this.act = Optional.of(act);
        this.takesWords = true;
        this.word = word;
        this.elsewhere = elsewhere;
    }

    /// What is done to somebody in the room; empty where it is about nobody.
    Optional<RoomAct> act() {
        return act;
    }

    /// How it is typed, without the slash.
    public String word() {
        return word;
    }

    /// How it is typed in other clients.
    String elsewhere() {
        return elsewhere;
    }

    /// Whether something has to stand behind it.
    boolean takesWords() {
        return takesWords;
    }

    /// Whether it, or another name of it, begins with these letters.
    boolean beginsWith(String letters) {
        return word.startsWith(letters) || elsewhere.startsWith(letters);
    }

    /// The one that is typed so, without the slash; also under the names other clients have for it.
    static Optional<SlashCommand> of(String word) {
        return Stream.of(values())
                .filter(each -> word.equals(each.word) || word.equals(each.elsewhere))
                .findFirst();
    }
}
