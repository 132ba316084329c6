package kith.gallery;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.Refusal;

import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was said in the sample world, each message numbered: the chats with their newest, and what
/// the user wrote that nobody has.
final class SampleTalk {

    private long rows;

    /// The chats, as the list has them.
    List<Chat> chats() {
        return List.of(
                chat(
                        "Layla Haddad",
                        "layla@cedar.example",
                        said(
                                "layla@cedar.example",
                                "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟",
                                "2026-11-22T09:31:00Z"),
                        2,
                        false,
                        false),
                room(
                        "Harbour print co-op",
                        "print@rooms.hearth.example",
                        said(
                                "print@rooms.hearth.example/Priya",
                                "@Mara can you unlock the studio on Thursday?",
                                "2026-11-22T09:28:00Z"),
                        14,
                        true),
                chat(
                        "Jonas Weber",
                        "jonas@birke.example",
                        mine(
                                "jonas@birke.example",
                                "Die neue Konfiguration läuft. Danke dir! 🙏",
                                "2026-11-22T09:02:00Z",
                                Delivery.READ),
                        0,
                        false,
                        false),
                room(
                        "Straßenfest 2026 – Aufbau, Strom & Getränke",
                        "fest@rooms.birke.example",
                        said(
                                "fest@rooms.birke.example/Henrik",
                                "Der Stromverteiler kommt am Samstag um sieben",
                                "2026-11-22T08:47:00Z"),
                        0,
                        false),
                chat(
                        "Олена Коваленко",
                        "olena@dnipro.example",
                        said(
                                "olena@dnipro.example",
                                "Гаразд, тоді завтра о дев’ятій",
                                "2026-11-22T08:40:00Z"),
                        0,
                        false,
                        true),
                chat(
                        "Tom Okafor",
                        "tom@okafor.example",
                        said(
                                "tom@okafor.example",
                                "Good signal on the ferry 🎉 ring me",
                                "2026-11-21T18:00:00Z"),
                        0,
                        false,
                        false),
                chat(
                        "Ana-Sofía Guimarães de Oliveira e Castro",
                        "anasofia@tejo.example",
                        mine(
                                "anasofia@tejo.example",
                                "orçamento_final_v3.xlsx",
                                "2026-11-21T15:00:00Z",
                                Delivery.DELIVERED),
                        0,
                        false,
                        false),
                chat(
                        "佐藤 美咲",
                        "misaki@sakura.example",
                        mine(
                                "misaki@sakura.example",
                                "明日の午後なら大丈夫です",
                                "2026-11-21T11:00:00Z",
                                Delivery.ON_SERVER),
                        0,
                        false,
                        false),
                chat(
                        "Mum",
                        "ingrid@hearth.example",
                        mine(
                                "ingrid@hearth.example",
                                "Yes, we land at 14:20 and take the bus",
                                "2026-11-20T19:00:00Z",
                                new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT))),
                        0,
                        false,
                        false));
    }

    /// What the user wrote while there was no connection.
    List<Message> written() {
        var layla = "layla@cedar.example";
        return List.of(
                mine(
                        layla,
                        "250, please. The fair is bigger this year",
                        "2026-11-22T09:34:00Z",
                        Delivery.QUEUED),
                mine(
                        layla,
                        "And could you ask about the matte stock?",
                        "2026-11-22T09:34:00Z",
                        Delivery.QUEUED));
    }

    /// Much that nobody has, in both accounts.
    List<Message> unsent() {
        var all = new ArrayList<Message>();
        all.add(
                mine(
                        "ingrid@hearth.example",
                        "Yes, we land at 14:20 and take the bus",
                        "2026-11-20T19:00:00Z",
                        new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT))));
        all.add(
                mine(
                        "anasofia@tejo.example",
                        "Here is the whole estimate 📎\nwith all\tits lines, "
                                + "the paper, the ink and the binding, one by one",
                        "2026-11-22T09:20:00Z",
                        new Delivery.Failed(Refusal.of(Refusal.Reason.LIMIT))));
        all.addAll(written());
        all.add(
                mine(
                        "print@rooms.hearth.example",
                        "نعم، غدًا في التاسعة",
                        "2026-11-22T09:34:30Z",
                        Delivery.SENDING));
        all.add(
                inAccount(
                        SampleWorld.BIRKE,
                        mine(
                                "a.very.long.address.of.someone@a.server.with.a.long.name.example",
                                "Are you there?",
                                "2026-11-22T09:35:00Z",
                                new Delivery.Failed(
                                        Refusal.of(Refusal.Reason.SERVER_NOT_REACHED)))));
        return List.copyOf(all);
    }

    private static Message inAccount(AccountId account, Message message) {
        return new Message(
                message.key(),
                new ChatKey(account, message.chat().peer()),
                message.ids(),
                message.author(),
                message.at(),
                message.position(),
                message.content(),
                message.delivery());
    }

    private Chat chat(
            String title,
            String peer,
            Message last,
            int unread,
            boolean isMentioned,
            boolean isTyping) {
        return new Chat(
                SampleWorld.key(peer),
                Chat.Kind.CONTACT,
                title,
                Optional.of(last),
                unread,
                isMentioned,
                isTyping ? List.of("phone") : List.of());
    }

    private Chat room(String title, String peer, Message last, int unread, boolean isMentioned) {
        return new Chat(
                SampleWorld.key(peer),
                Chat.Kind.ROOM,
                title,
                Optional.of(last),
                unread,
                isMentioned,
                List.of());
    }

    private Message said(String author, String body, String at) {
        return message(author, body, at, false, Delivery.RECEIVED);
    }

    private Message mine(String peer, String body, String at, Delivery delivery) {
        return message(peer, body, at, true, delivery);
    }

    private Message message(
            String author, String body, String at, boolean isMine, Delivery delivery) {
        long row = ++rows;
        var jid = JidCreate.fromOrThrowUnchecked(author);
        return new Message(
                new MessageKey(row),
                new ChatKey(SampleWorld.HEARTH, jid.asBareJid()),
                MessageIds.own("m" + row),
                new Author(
                        isMine ? JidCreate.fromOrThrowUnchecked("mara@hearth.example") : jid,
                        Optional.empty(),
                        isMine),
                Instant.parse(at),
                row,
                new Content.Text(body),
                delivery);
    }
}
