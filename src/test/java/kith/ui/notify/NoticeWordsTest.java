package kith.ui.notify;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Confidant;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Invitation;
import kith.model.Inviter;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.ReceivedInvitation;
import kith.session.notify.Notice;
import kith.session.notify.NoticeText;
import kith.session.notify.Subject;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

class NoticeWordsTest {

    private static final BareJid LAYLA = bare("layla@birke.example");
    private static final BareJid ROOM = bare("print@rooms.hearth.example");

    /// First strong isolate, and its end (UAX #9).
    private static final String FSI = "\u2068";

    private static final String PDI = "\u2069";

    private final NoticeWords words = new NoticeWords(Texts.of(Locale.ENGLISH));

    @Test
    void aContactsMessageStandsUnderTheirName() {
        assertThat(contact("Layla Haddad", text("The proof is back 🎉"), 1, true))
                .isEqualTo(new NoticeText("Layla Haddad", "The proof is back 🎉"));
        assertThat(contact("Layla Haddad", text("/me waves"), 1, true).body())
                .isEqualTo("Layla Haddad waves");
        assertThat(contact("Layla Haddad", text("Well?"), 3, true))
                .isEqualTo(new NoticeText("Layla Haddad: 3 new messages", "Well?"));
    }

    @Test
    void aRoomsSaysWhoAndWhere() {
        assertThat(room(text("Mara?"), 1, true))
                .isEqualTo(new NoticeText("Jonas mentioned you in Harbour print", "Mara?"));
        assertThat(room(text("Morning"), 1, false))
                .isEqualTo(new NoticeText("Jonas in Harbour print", "Morning"));
        assertThat(room(text("Morning"), 2, false))
                .isEqualTo(new NoticeText("Harbour print: 2 new messages", "Jonas: Morning"));
        assertThat(room(new Content.Private(new Confidant("Jonas"), "Psst"), 1, true))
                .isEqualTo(new NoticeText("Jonas, in private, in Harbour print", "Psst"));
    }

    @Test
    void aFileIsNamed() {
        var file =
                new Content.File(
                        Optional.of("https://x.example/a.pdf"),
                        "proof.pdf",
                        Optional.of(1L),
                        Optional.empty());
        assertThat(contact("Layla", file, 1, true).body()).isEqualTo("File: proof.pdf");
        assertThat(room(file, 2, false).body()).isEqualTo("Jonas: File: proof.pdf");
    }

    @Test
    void whatCanNotBeReadIsSaidToBeThere() {
        var encrypted = new Content.Unreadable(Optional.of("OMEMO"));
        assertThat(contact("Layla", encrypted, 1, true).body())
                .isEqualTo("A message that can’t be read");
        assertThat(room(encrypted, 2, false).body())
                .isEqualTo("Jonas: A message that can’t be read");
    }

    @Test
    void whereWordsAreNotToBeSeenItSaysOnlyWhoAndHowMany() {
        assertThat(contact("Layla", text("secret"), 1, false))
                .isEqualTo(new NoticeText("Layla", "New message"));
        assertThat(contact("Layla", text("secret"), 4, false))
                .isEqualTo(new NoticeText("Layla: 4 new messages", ""));
        assertThat(words.apply(new Notice.Invited(invitation("Layla", "secret"), false)).body())
                .isEmpty();
    }

    @Test
    void anInvitationSaysWhoInvitesWhereAndWhy() {
        assertThat(words.apply(new Notice.Invited(invitation("Layla", "Riso night"), true)))
                .isEqualTo(new NoticeText("Layla invites you to " + ROOM, "Riso night"));
        assertThat(words.apply(new Notice.Invited(invitation("", ""), true)))
                .isEqualTo(new NoticeText("You are invited to " + ROOM, ""));
    }

    @Test
    void manyAreCounted() {
        assertThat(words.apply(new Notice.Several(12, 5, 0)))
                .isEqualTo(new NoticeText("12 new messages", "In 5 chats"));
        assertThat(words.apply(new Notice.Several(1, 1, 2)))
                .isEqualTo(new NoticeText("1 new message", "In 1 chat\n2 invitations"));
        assertThat(words.apply(new Notice.Several(0, 0, 7)))
                .isEqualTo(new NoticeText("7 invitations", ""));
    }

    /// H59: one line, bounded, and nothing of it turns what stands around it.
    @Test
    void h59HostileNamesAndWordsStayOneShortLineWithADirectionOfTheirOwn() {
        var nasty = "\u202eevil\u2069\n\r\u2028\u2029\u0085\u0000x\ud83d" + "W".repeat(10_000);
        var lines = contact(nasty, text(nasty), 1, true);
        assertThat(lines.summary()).doesNotContainPattern("[\\v\\p{Cc}\u202a-\u202e\u2069]");
        assertThat(lines.body()).doesNotContainPattern("[\\v\\p{Cc}\u202a-\u202e\u2069]");
        assertThat(lines.summary().length()).isLessThanOrEqualTo(61);
        assertThat(lines.body().length()).isLessThanOrEqualTo(200);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(lines.summary())).isTrue();
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(lines.body())).isTrue();

        var room = room("\u202eجو\u2069nas", text("\u202e" + "مرحبا"), 1, true);
        assertThat(room.summary())
                .isEqualTo(FSI + "جوnas" + PDI + " mentioned you in Harbour print");
        assertThat(room.body()).isEqualTo(FSI + "مرحبا" + PDI);
        assertThat(room("ليلى", text("مرحبا"), 2, false).body())
                .isEqualTo(FSI + "ليلى" + PDI + ": " + FSI + "مرحبا" + PDI);
    }

    @Test
    void halfAnEmojiAtTheCutIsLeftOut() {
        var cut = contact("Layla", text("x".repeat(199) + "🎉🎉"), 1, true).body();
        assertThat(cut).isEqualTo("x".repeat(199));
        assertThat(contact("🎉".repeat(80), text("x"), 1, true).summary())
                .isEqualTo("🎉".repeat(60) + "…");
    }

    private NoticeText contact(String title, Content content, int count, boolean showsWords) {
        return words.apply(
                new Notice.Messages(
                        new Subject.OfChat(key(LAYLA), Chat.Kind.CONTACT),
                        title,
                        message(LAYLA, LAYLA, content),
                        count,
                        false,
                        showsWords));
    }

    private NoticeText room(Content content, int count, boolean isMention) {
        return room("Jonas", content, count, isMention);
    }

    private NoticeText room(String nick, Content content, int count, boolean isMention) {
        var from = JidCreate.fullFromOrThrowUnchecked(ROOM + "/Jonas");
        Jid named =
                nick.equals("Jonas")
                        ? from
                        : JidCreate.fullFrom(
                                from.asEntityFullJidOrThrow().asEntityBareJid(),
                                org.jxmpp.jid.parts.Resourcepart.fromOrThrowUnchecked(nick));
        return words.apply(
                new Notice.Messages(
                        new Subject.OfChat(key(ROOM), Chat.Kind.ROOM),
                        "Harbour print",
                        message(ROOM, named, content),
                        count,
                        isMention,
                        true));
    }

    private static Message message(BareJid peer, Jid from, Content content) {
        return new Message(
                new MessageKey(1),
                key(peer),
                new MessageIds("a", Optional.empty(), Optional.empty()),
                new Author(from, Optional.empty(), false),
                Instant.EPOCH,
                1,
                content,
                Delivery.RECEIVED);
    }

    private static ReceivedInvitation invitation(String name, String reason) {
        var invitation =
                new Invitation(
                        ROOM, new Inviter.Person(LAYLA), reason, Optional.empty(), Instant.EPOCH);
        return new ReceivedInvitation(new AccountId(1), invitation, name, false);
    }

    private static Content text(String body) {
        return new Content.Text(body);
    }

    private static ChatKey key(BareJid peer) {
        return new ChatKey(new AccountId(1), peer);
    }

    private static BareJid bare(String address) {
        return JidCreate.bareFromOrThrowUnchecked(address);
    }
}
