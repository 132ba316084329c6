package kith.store;

import kith.model.Author;
import kith.model.Content;
import kith.model.MessageIds;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A number by which copies of a message find each other where no trusted id names them: of the
/// sender, the sender's id and the words. Never of the id without the words: some clients use the
/// same ids again and again.
///
/// Equal messages have equal numbers; whoever finds one still compares.
final class Fingerprint {

    private Fingerprint() {}

    static long of(Author author, MessageIds ids, Content content) {
        var digest = sha256();
        add(digest, author.address().toString());
        add(digest, senderId(ids));
        add(digest, kind(content));
        add(digest, MessageRows.body(content));
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /// Whether two messages say the same of themselves. What they answer doesn't count: of those
    /// that an older Kith kept, nobody knows.
    static boolean isSame(Content one, Content other) {
        return kind(one).equals(kind(other))
                && MessageRows.target(one).equals(MessageRows.target(other))
                && MessageRows.body(one).equals(MessageRows.body(other));
    }

    /// The words of a file are its address; an older Kith, and a copy that lost its mark on the
    /// way, know no more of it.
    private static String kind(Content content) {
        return MessageRows.kind(
                content instanceof Content.File file
                        ? new Content.Text(file.url().orElse(""))
                        : content);
    }

    /// The id that the sender gave it; empty for none.
    static String senderId(MessageIds ids) {
        return ids.origin().orElse(ids.stanza());
    }

    private static void add(MessageDigest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
