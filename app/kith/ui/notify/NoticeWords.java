package kith.ui.notify;

import kith.model.Chat;
import kith.model.Content;
import kith.session.notify.Notice;
import kith.session.notify.NoticeText;
import kith.ui.text.FileNames;
import kith.ui.text.MeCommand;
import kith.ui.text.OneLine;
import kith.ui.text.OwnDirection;
import kith.ui.text.Texts;

import java.util.function.Function;
import java.util.regex.Pattern;

/// The words of a notice: who wrote where, how much of it there is, and the beginning of the
/// newest.
public final class NoticeWords implements Function<Notice, NoticeText> {

    /// Where a line may end, whatever a reader takes for that.
    private static final Pattern GAP = Pattern.compile("[\\h\\v]+");

    /// Of names this much is shown, in code points.
    private static final int MAX_NAME = 60;

    private final Texts texts;

    public NoticeWords(Texts texts) {
        this.texts = texts.elsewhere();
    }

    @Override
    public NoticeText apply(Notice notice) {
        return switch (notice) {
            case Notice.Messages messages -> new NoticeText(summary(messages), body(messages));
            case Notice.Invited(var received, boolean showsWords) -> {
                var invitation = received.invitation();
                var room = name(invitation.room().toString());
                yield new NoticeText(
                        received.name().isEmpty()
                                ? texts.say("notice.invited.unnamed", room)
                                : texts.say("notice.invited", name(received.name()), room),
                        showsWords ? OwnDirection.isolated(line(invitation.reason()), false) : "");
            }
            case Notice.Several(int messages, int chats, int invitations) ->
                    messages == 0
                            ? new NoticeText(texts.count("notice.invitations", invitations), "")
                            : new NoticeText(
                                    texts.count("notice.messages", messages),
                                    several(chats, invitations));
        };
    }

    private String summary(Notice.Messages notice) {
        var chat = name(notice.title());
        if (notice.count() > 1) {
            return texts.count("notice.messagesIn", notice.count(), chat);
        }
        if (notice.subject().kind() == Chat.Kind.CONTACT) {
            return OwnDirection.isolated(chat, false);
        }
        var nick = name(notice.newest().author().nick());
        if (notice.newest().isPrivate()) {
            return texts.say("notice.private", nick, chat);
        }
        return notice.isMention()
                ? texts.say("notice.mention", nick, chat)
                : texts.say("notice.inRoom", nick, chat);
    }

    private String body(Notice.Messages notice) {
        if (!notice.showsWords()) {
            return notice.count() > 1 ? "" : texts.say("notice.hidden");
        }
        var newest = notice.newest();
        var words = newest.words().orElse("");
        if (newest.content() instanceof Content.File file) {
            var key = file.isPicture() ? "notice.picture" : "notice.file";
            return said(notice, texts.say(key, FileNames.brief(file.name())));
        }
        if (newest.content() instanceof Content.Unreadable) {
            return said(notice, texts.say("notice.unreadable"));
        }
        return MeCommand.is(words)
                ? texts.say("notice.action", author(notice), line(MeCommand.deed(words)))
                : said(notice, OwnDirection.isolated(line(words), false));
    }

    /// Where the summary doesn't say who, the words do.
    private String said(Notice.Messages notice, String words) {
        boolean isNamed = notice.count() == 1 || notice.subject().kind() == Chat.Kind.CONTACT;
        return isNamed ? words : texts.say("notice.says", author(notice), words);
    }

    private static String author(Notice.Messages notice) {
        return notice.subject().kind() == Chat.Kind.CONTACT
                ? name(notice.title())
                : name(notice.newest().author().nick());
    }

    private String several(int chats, int invitations) {
        var inChats = texts.count("notice.inChats", chats);
        return invitations == 0
                ? inChats
                : inChats + "\n" + texts.count("notice.invitations", invitations);
    }

    private static String line(String text) {
        return GAP.matcher(withoutHalves(OneLine.of(text))).replaceAll(" ");
    }

    private static String name(String name) {
        var line = line(name);
        return line.codePointCount(0, line.length()) <= MAX_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_NAME)) + "…";
    }

    /// Half of a pair of chars is no sign, and cannot be written as UTF-8.
    private static String withoutHalves(String line) {
        return line.codePoints()
                .filter(sign -> sign < Character.MIN_SURROGATE || sign > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
