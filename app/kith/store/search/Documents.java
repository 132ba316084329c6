package kith.store.search;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.SearchQuery.Has;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;

import java.util.regex.Pattern;

/// What the index keeps of a message: its words to be found by, but none to be read.
final class Documents {

    /// The words.
    static final String BODY = "body";

    /// Who wrote it, in words: nick, address.
    static final String FROM = "from";

    /// Who wrote it: the address.
    static final String SENDER = "sender";

    static final String CHAT = "chat";

    /// The conversation that it belongs to: any two chats can have one of the same name.
    static final String THREAD = "thread";

    /// When the server had it, in milliseconds.
    static final String AT = "at";

    /// The row of the store, as a number.
    static final String ROW = "row";

    /// What of it is indexed, as a number: another one means that it has changed.
    static final String PRINT = "print";

    /// What else is asked for: [#MINE], and what it [#has].
    static final String IS = "is";

    static final String MINE = "mine";

    private static final String KEY = "key";
    private static final String ACCOUNT = "account";
    private static final Pattern WEB_ADDRESS =
            Pattern.compile("\\bhttps?://\\S", Pattern.CASE_INSENSITIVE);

    /// What joins the words of a file's name.
    private static final Pattern JOINTS = Pattern.compile("[._]+");

    /// Names of pictures that programs can show.
    private static final Pattern PICTURE =
            Pattern.compile(
                    "\\.(?:png|jpe?g|gif|webp|avif|heic|jxl|bmp|svg|tiff?)\\s*$",
                    Pattern.CASE_INSENSITIVE);

    private Documents() {}

    static Document of(Message message) {
        var document = new Document();
        var author = message.author();
        var body = body(message);
        add(document, KEY, key(message.key()).text());
        add(document, ACCOUNT, account(message.chat().account()).text());
        document.add(new LongField(ROW, message.key().row(), Field.Store.NO));
        document.add(new NumericDocValuesField(PRINT, print(message)));
        if (message.amends().isPresent()) {
            return document; // found by the words of the message that shows it
        }
        if (message.isAboutAnother() || message.isRetracted()) {
            return document; // nothing to be read
        }
        add(document, CHAT, chat(message.chat()));
        message.thread().ifPresent(name -> add(document, THREAD, name));
        add(document, SENDER, author.address().toString());
        document.add(new TextField(FROM, from(message), Field.Store.NO));
        document.add(new TextField(BODY, body, Field.Store.NO));
        document.add(new LongField(AT, message.at().toEpochMilli(), Field.Store.NO));
        if (author.isMine()) {
            add(document, IS, MINE);
        }
        if (message.content() instanceof Content.File file) {
            add(document, IS, has(Has.FILE));
            // to the analyzer "final_v3.pdf" is one word
            document.add(new TextField(BODY, JOINTS.matcher(body).replaceAll(" "), Field.Store.NO));
            if (file.isPicture() || PICTURE.matcher(body).find()) {
                add(document, IS, has(Has.PICTURE));
            }
        }
        if (WEB_ADDRESS.matcher(body).find()) {
            add(document, IS, has(Has.LINK));
        }
        return document;
    }

    /// What all documents have in [#IS] whose messages have this.
    static String has(Has what) {
        return what.name();
    }

    /// Names the one document of a message.
    static Term key(MessageKey key) {
        return new Term(KEY, Long.toString(key.row(), Character.MAX_RADIX));
    }

    /// What all documents of an account have.
    static Term account(AccountId account) {
        return new Term(ACCOUNT, Integer.toString(account.value()));
    }

    /// What all documents of a chat have in [#CHAT].
    static String chat(ChatKey chat) {
        return chat.account().value() + " " + chat.peer();
    }

    /// See [#PRINT].
    static long print(Message message) {
        long words = body(message).hashCode();
        long rest = 31L * message.at().hashCode() + message.author().hashCode();
        rest = 31L * rest + message.amends().hashCode();
        rest = 31L * rest + Boolean.hashCode(message.isRetracted());
        rest = 31L * rest + message.thread().hashCode();
        return (words << 32) ^ (rest * 31L + message.chat().hashCode());
    }

    private static String body(Message message) {
        return message.words().orElse("");
    }

    /// In a room the address is the room's, but for the nick.
    private static String from(Message message) {
        var author = message.author();
        return author.address().hasResource() ? author.nick() : author.address().toString();
    }

    private static void add(Document document, String field, String word) {
        document.add(new StringField(field, word, Field.Store.NO));
    }
}
