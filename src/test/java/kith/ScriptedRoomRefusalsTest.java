package kith;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Answer;
import kith.model.DataForm;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.model.RoomListing;
import kith.model.RoomSettings;
import kith.model.RoomState;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

/// A room that refuses what its people ask of it, in each way that XEP-0045 names.
class ScriptedRoomRefusalsTest extends ScriptedRoomFixture {

    /// XEP-0045 §§7.10, 8, 9, 10: whatever is asked of a room, whichever way it may refuse.
    @ParameterizedTest
    @CsvSource({
        "bad-request, OTHER",
        "conflict, NICK_TAKEN",
        "feature-not-implemented, NOT_SUPPORTED",
        "forbidden, FORBIDDEN",
        "item-not-found, NOT_FOUND",
        "jid-malformed, BAD_ADDRESS",
        "not-acceptable, NOT_ACCEPTABLE",
        "not-allowed, NOT_ALLOWED",
        "not-authorized, PASSWORD_NEEDED",
        "registration-required, MEMBERS_ONLY",
        "service-unavailable, UNAVAILABLE",
    })
    void xep0045WhatARoomRefusesItsPeople(String condition, Reason reason) {
        for (var what : List.of("muc#admin", "muc#owner")) {
            server.whenever(
                    "/iq/query[@xmlns='http://jabber.org/protocol/%s']".formatted(what),
                    ERROR.formatted(condition));
        }
        server.whenever("/iq/query[@xmlns='jabber:iq:register']", ERROR.formatted(condition));
        enter();
        var services = kith.session().roomServices();
        var people = services.moderation().people();
        var bob = Optional.<BareJid>of(JidCreate.bareFromOrThrowUnchecked("bob@birke.example"));
        for (var act : RoomAct.values()) {
            var change = new RoomChange(act, "Bob", bob, Optional.empty(), "");
            assertThat(done(people.change(room, List.of(change))).map(Refusal::reason))
                    .as("%s", act)
                    .contains(reason);
        }
        var refused = Refusal.of(reason);
        for (var list : RoomList.values()) {
            assertThat(done(people.list(room, list))).isEqualTo(new RoomListing.Refused(refused));
        }
        assertThat(done(services.owners().settings(room)))
                .isEqualTo(new RoomSettings.Refused(refused));
        assertThat(done(services.owners().set(room, DataForm.EMPTY))).contains(refused);
        assertThat(done(services.owners().destroy(room, "", Optional.empty()))).contains(refused);
        assertThat(done(services.membership().form(room))).isEqualTo(new Answer.Refused<>(refused));
        assertThat(done(services.membership().submit(room, DataForm.EMPTY))).contains(refused);
        assertThat(kith.session().rooms().room(room).get().map(Room::state))
                .contains(RoomState.JOINED);
    }
}
