package kith.session;

import kith.model.Account;
import kith.store.AccountStore;
import kith.store.Journal;
import kith.store.RoomStore;
import kith.xmpp.RoomStanding;
import kith.xmpp.XmppEvent;
import kith.xmpp.link.KeptStanza;
import kith.xmpp.xep.XmppExtensions;

import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

import java.util.List;
import java.util.Optional;

/// What an entry of the journal says, read as the session would have read it that got it: by the
/// address we had and the rooms we were in, as far as the store knows them.
public final class Recollection {

    private Recollection() {}

    /// Core lane only.
    ///
    /// @return nothing where its account is gone
    public static List<XmppEvent> of(
            Journal.Entry entry,
            AccountStore accounts,
            RoomStore rooms,
            XmppExtensions extensions) {
        return accounts.all().stream()
                .filter(account -> account.id().equals(entry.account()))
                .findFirst()
                .map(
                        account ->
                                KeptStanza.read(
                                        entry.xml(),
                                        self(account, accounts),
                                        standings(account, rooms),
                                        entry.at(),
                                        extensions.all()))
                .orElse(List.of());
    }

    private static EntityFullJid self(Account account, AccountStore accounts) {
        var resource = Resourcepart.fromOrThrowUnchecked(accounts.resource(account.id()));
        return JidCreate.entityFullFrom(account.address(), resource);
    }

    private static List<RoomStanding> standings(Account account, RoomStore rooms) {
        return rooms.all(account.id()).stream()
                .filter(stored -> stored.isAutojoin())
                .map(
                        stored ->
                                new RoomStanding(
                                        stored.room().key().peer(),
                                        stored.room().nick(),
                                        true,
                                        Optional.of(stored.room().subject())))
                .toList();
    }
}
