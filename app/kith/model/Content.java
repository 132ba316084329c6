package kith.model;

import kith.base.PictureSize;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a message says.
public sealed interface Content {

    /// Words.
    ///
    /// @param body as sent, whatever it holds
    /// @param reply what it answers
    /// @param thread the name of the conversation that it belongs to (RFC 6121 §5.2.5)
    /// @param isStyled whether signs in it style it; not where its sender says no (XEP-0393 §7)
    record Text(String body, Optional<Reply> reply, Optional<String> thread, boolean isStyled)
            implements Content {

        /// Words that answer nothing.
        public Text(String body) {
            this(body, Optional.empty(), Optional.empty());
        }

        /// Words as most are.
        public Text(String body, Optional<Reply> reply, Optional<String> thread) {
            this(body, reply, thread, true);
        }

        /// What is said, without what only repeats the message that it answers.
        public String words() {
            return said(body, reply);
        }
    }

    /// Words in a room for one person there, or by them for us: nobody else reads them (XEP-0045
    /// §7.5). Nothing can be put to them that names a message to the room.
    ///
    /// @param other who is on the other side
    /// @param body as sent, whatever it holds
    /// @param thread the name of the conversation that it belongs to
    /// @param isStyled as of [Text]
    record Private(Confidant other, String body, Optional<String> thread, boolean isStyled)
            implements Content {

        /// Words as most are.
        public Private(Confidant other, String body) {
            this(other, body, Optional.empty(), true);
        }
    }

    /// Other words for an earlier message of the same sender (XEP-0308).
    ///
    /// @param target the id that its sender gave to that one
    /// @param body what it is to say, as sent
    /// @param reply what it answers, which is what the earlier one did
    /// @param thread that of the earlier one, too
    /// @param isStyled as of [Text]
    record Correction(
            String target,
            String body,
            Optional<Reply> reply,
            Optional<String> thread,
            boolean isStyled)
            implements Content {

        /// One as most are.
        public Correction(
                String target, String body, Optional<Reply> reply, Optional<String> thread) {
            this(target, body, reply, thread, true);
        }

        /// One that answers nothing.
        public Correction(String target, String body) {
            this(target, body, Optional.empty(), Optional.empty());
        }

        /// What is said, without what only repeats the message that it answers.
        public String words() {
            return said(body, reply);
        }
    }

    /// The emoji that its sender puts to a message, all of them (XEP-0444); none takes back those
    /// of before.
    ///
    /// @param target the id of that message: its sender's, in a room the one that the room gave it
    /// @param emoji each once, as [Emoji#accepted] gives them
    record Reaction(String target, List<String> emoji) implements Content {

        public Reaction {
            emoji = List.copyOf(emoji);
        }
    }

    /// Takes back another message, words and all (XEP-0424).
    ///
    /// @param target the id of that message: its sender's, in a room the one that the room gave it
    /// @param moderation where it isn't its sender who does so, but the room (XEP-0425)
    record Retraction(String target, Optional<Moderation> moderation) implements Content {

        /// By the sender of the other.
        public Retraction(String target) {
            this(target, Optional.empty());
        }
    }

    /// It was words, and was taken back; they are gone.
    ///
    /// @param moderation where the room did so
    record Retracted(Optional<Moderation> moderation) implements Content {}

    /// A file that lies where others can get it (XEP-0066, XEP-0447).
    ///
    /// @param url where; empty for one of ours as long as it isn't there
    /// @param name what it is called, for people; nothing is ever written under it
    /// @param size in bytes; empty where nobody has said
    /// @param picture how large it is to be seen, where it is a picture and that is known: its
    ///   sender has said so, and may be wrong, or it was looked at
    /// @param thread the name of the conversation that it belongs to
    record File(
            Optional<String> url,
            String name,
            Optional<Long> size,
            Optional<PictureSize> picture,
            Optional<String> thread)
            implements Content {

        /// One of which no more is known.
        public File(
                Optional<String> url, String name, Optional<Long> size, Optional<String> thread) {
            this(url, name, size, Optional.empty(), thread);
        }

        /// One of ours that is to be brought there.
        public static File of(LocalFile file) {
            return new File(
                    Optional.empty(),
                    file.name(),
                    Optional.of(file.size()),
                    file.picture(),
                    Optional.empty());
        }

        /// Whether it is a picture, or is called as one, of a kind that can be shown.
        public boolean isPicture() {
            return picture.isPresent() || PICTURE.matcher(name).matches();
        }

        /// The same, where it is now.
        public File at(String place) {
            return new File(Optional.of(place), name, size, picture, thread);
        }

        /// The same, which was looked at.
        ///
        /// @param bytes how many there are
        public File seen(long bytes, PictureSize pictured) {
            return new File(url, name, Optional.of(bytes), Optional.of(pictured), thread);
        }
    }

    /// Names of pictures that can be shown.
    Pattern PICTURE = Pattern.compile("(?i).*\\.(png|jpe?g|gif|bmp)");

    /// The room's subject was changed to this; empty takes it away (XEP-0045 §8.1).
    record Subject(String subject) implements Content {}

    /// It says something that can't be read here: it is encrypted, or what the store has of it
    /// makes no sense any more, as the disk has changed it.
    ///
    /// @param method how it is encrypted, for people; empty where the disk has changed it
    record Unreadable(Optional<String> method) implements Content {}

    /// The disk has changed it.
    Content UNREADABLE = new Unreadable(Optional.empty());

    /// Taken back by its sender.
    Content RETRACTED = new Retracted(Optional.empty());

    private static String said(String body, Optional<Reply> reply) {
        return reply.map(it -> it.words(body)).orElse(body);
    }
}
