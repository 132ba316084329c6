package kith.store;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Continuation;
import kith.model.Invitation;
import kith.model.Inviter;

import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Invitations to rooms, the last of each: table `invitation`.
///
/// Core lane only.
public final class InvitationStore {

    private static final String OPEN =
            """
            SELECT account, room, is_direct, inviter, reason, password, continues, thread, at
            FROM invitation
            WHERE account = ? AND is_open ORDER BY at, room
            """;

    private static final String LAST = "SELECT at FROM invitation WHERE account = ? AND room = ?";

    private static final String PUT =
            """
            MERGE INTO invitation
            (account, room, is_direct, inviter, reason, password, continues, thread, at, is_open)
            KEY (account, room) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, TRUE)
            """;

    /// Its words and its password are of no use any more.
    private static final String CLOSE =
            """
            UPDATE invitation
            SET is_open = FALSE, reason = '', password = NULL, at = GREATEST(at, ?)
            WHERE account = ? AND room = ?
            """;

    private static final String FORGET =
            "DELETE FROM invitation WHERE account = ? AND NOT is_open AND at < ?";

    private final Db db;

    public InvitationStore(Db db) {
        this.db = db;
    }

    /// Those of an account that wait for an answer, oldest first.
    ///
    /// @return immutable
    public List<Invitation> open(AccountId account) {
        return db.query(OPEN, InvitationStore::invitation, account);
    }

    /// When the last to a room was sent or answered; empty where none is known.
    public Optional<Instant> last(ChatKey room) {
        return db
                .query(LAST, row -> row.getObject("at", Instant.class), room.account(), room.peer())
                .stream()
                .findFirst();
    }

    /// Keeps one that waits for an answer, in place of what was known of the room.
    public void put(AccountId account, Invitation invitation) {
        var inviter =
                switch (invitation.inviter()) {
                    case Inviter.Person(var address) -> Optional.of(address.toString());
                    case Inviter.ByRoom(var named) -> named.map(Jid::toString);
                };
        db.update(
                PUT,
                account,
                invitation.room(),
                invitation.inviter() instanceof Inviter.Person,
                inviter,
                invitation.reason(),
                invitation.password(),
                invitation.continues().isPresent(),
                invitation.continues().flatMap(Continuation::thread),
                invitation.at());
    }

    /// One is answered; nothing where there is none.
    ///
    /// @param at when
    public void close(ChatKey room, Instant at) {
        db.update(CLOSE, at, room.account(), room.peer());
    }

    /// Forgets answered ones that were sent before then.
    public void forgetAnswered(AccountId account, Instant before) {
        db.update(FORGET, account, before);
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        var inviter = Optional.ofNullable(row.getString("inviter"));
        return new Invitation(
                Jids.bare(row, "room"),
                row.getBoolean("is_direct")
                        ? new Inviter.Person(Jids.bare(row, "inviter"))
                        : new Inviter.ByRoom(inviter.map(JidCreate::fromOrThrowUnchecked)),
                row.getString("reason"),
                Optional.ofNullable(row.getString("password")),
                row.getBoolean("continues")
                        ? Optional.of(
                                new Continuation(Optional.ofNullable(row.getString("thread"))))
                        : Optional.empty(),
                row.getObject("at", Instant.class));
    }
}
