package kith.ui.timeline;

import kith.base.PictureSize;
import kith.model.Confidant;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Hat;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Moderation;
import kith.model.Occupant;
import kith.model.OccupantPicture;
import kith.model.Presence;
import kith.model.Reaction;
import kith.model.RoomNotice;
import kith.model.ShownPicture;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One line of the timeline, as it is shown now. Two equal rows look the same.
public sealed interface TimelineRow {

    /// What stays the same while the row changes its looks.
    Object key();

    /// Nothing is older than this.
    record Start() implements TimelineRow {

        @Override
        public Object key() {
            return Mark.START;
        }
    }

    /// Messages are missing here, or may be.
    ///
    /// @param before the message that follows
    /// @param from the day of the last one before; empty where none is here
    /// @param to the day of the first one after
    record Missing(MessageKey before, Optional<LocalDate> from, LocalDate to, Remedy remedy)
            implements TimelineRow {

        /// What can be done about it.
        enum Remedy {
            LOAD,
            LOADING,
            /// Nothing: the archive has them no more.
            NONE
        }

        @Override
        public Object key() {
            return List.of(Mark.MISSING, before);
        }
    }

    /// A day begins.
    ///
    /// @param today the day on which this is read, which decides how the other is called
    record Day(LocalDate day, LocalDate today) implements TimelineRow {

        @Override
        public Object key() {
            return day;
        }
    }

    /// What is below came since the user last looked.
    ///
    /// @param count how many messages, at least 1
    record NewMessages(int count) implements TimelineRow {

        @Override
        public Object key() {
            return Mark.NEW_MESSAGES;
        }
    }

    /// Who in a room has seen the user's newest message.
    ///
    /// @param message which that is
    /// @param shown some of them, who said so last first; not empty
    /// @param more how many others there are
    record SeenBy(MessageKey message, List<Face> shown, int more) implements TimelineRow {

        @Override
        public Object key() {
            return Mark.SEEN_BY;
        }
    }

    /// The room's subject was changed.
    ///
    /// @param by the nick of who did it
    /// @param subject empty where it was taken away
    record SubjectChange(MessageKey message, String by, String subject, Instant at)
            implements TimelineRow {

        @Override
        public Object key() {
            return message;
        }
    }

    /// Something happened to people in the room.
    ///
    /// @param id tells it from all others of the room
    record Notice(Object id, RoomNotice notice) implements TimelineRow {

        @Override
        public Object key() {
            return List.of(Mark.NOTICE, id);
        }
    }

    /// A message without words: there is nothing to be done with it but to see what is known of it.
    sealed interface Wordless extends TimelineRow permits Unreadable, Retracted {

        MessageKey message();

        /// Who wrote it: the nick in a room, else a part of the address.
        String author();

        boolean isMine();

        /// Set on the first of a group in a room: who wrote it, for everyone.
        Optional<Face> face();

        /// Where it stands in its group.
        Place place();

        Instant at();

        /// How far it has come, as far as that is to be known.
        Delivery delivery();

        @Override
        default Object key() {
            return message();
        }
    }

    /// A message that can't be read here.
    ///
    /// @param author who wrote it: the nick in a room, else a part of the address
    /// @param face set on the first of a group in a room: who wrote it, for everyone
    /// @param place where it stands in its group
    /// @param method how it is encrypted; empty where the history makes no sense of it any more
    record Unreadable(
            MessageKey message,
            String author,
            boolean isMine,
            Optional<Face> face,
            Place place,
            Optional<String> method,
            Instant at)
            implements Wordless {

        @Override
        public Delivery delivery() {
            return Delivery.RECEIVED;
        }
    }

    /// A message that was taken back.
    ///
    /// @param author who wrote it: the nick in a room, else a part of the address
    /// @param face set on the first of a group in a room: who wrote it, for everyone
    /// @param place where it stands in its group
    /// @param moderation where the room has removed it
    /// @param isWaiting whether nobody knows of it yet: it is one of ours
    record Retracted(
            MessageKey message,
            String author,
            boolean isMine,
            Optional<Face> face,
            Place place,
            Optional<Moderation> moderation,
            boolean isWaiting,
            Instant at)
            implements Wordless {

        @Override
        public Delivery delivery() {
            return isWaiting ? Delivery.QUEUED : Delivery.RECEIVED;
        }
    }

    /// A message.
    ///
    /// @param author who wrote it: the nick in a room, else a part of the address
    /// @param face set on the first of a group in a room: who wrote it, for everyone
    /// @param place where it stands in its group
    /// @param quote what it answers
    /// @param text what is shown of it, of a file its name; see [FoldedText]
    /// @param file the file that it is
    /// @param isEdited whether its sender has put other words in place of the first
    /// @param isEditable whether we may
    /// @param isReactable whether there is a way to put emoji to it
    /// @param isRetractable whether we can take it back for everyone
    /// @param retracting what was to do so and has failed
    /// @param reactions those that stand at it
    /// @param confidant who is on the other side where nobody else in the room has it
    /// @param thread the name of the conversation that it belongs to
    record Bubble(
            MessageKey message,
            String author,
            boolean isMine,
            Optional<Face> face,
            Place place,
            Optional<Quote> quote,
            FoldedText text,
            Optional<Attached> file,
            boolean isEdited,
            boolean isEditable,
            boolean isReactable,
            boolean isRetractable,
            Optional<Message.Retracting> retracting,
            List<Reaction> reactions,
            Instant at,
            Delivery delivery,
            Optional<Confidant> confidant,
            Optional<String> thread)
            implements TimelineRow {

        @Override
        public Object key() {
            return message;
        }

        /// Whether it is for one person in the room, or from one, alone.
        public boolean isPrivate() {
            return confidant.isPresent();
        }

        /// Whether it can be answered: one that has failed is nowhere else.
        public boolean isRepliable() {
            return !(delivery instanceof Delivery.Failed);
        }

        /// Whether it waits for its file to be where others can get it, and can be stopped.
        boolean isStoppable() {
            return file.filter(it -> !it.isThere()).isPresent() && isRepliable();
        }
    }

    /// A file.
    ///
    /// @param link where it is, as it is opened; empty where it isn't there, or nobody opens such
    /// @param size in bytes; empty where nobody has said
    /// @param isThere whether others can get it
    /// @param picture the picture that it is, or is called
    record Attached(
            String name,
            Optional<URI> link,
            Optional<Long> size,
            boolean isThere,
            Optional<Picture> picture) {

        /// @param shown what there is of its picture, if it is one
        static Attached of(Content.File file, Supplier<ShownPicture> shown) {
            return new Attached(
                    file.name(),
                    file.url().flatMap(Links::whole),
                    file.size(),
                    file.url().isPresent(),
                    file.isPicture()
                            ? Optional.of(new Picture(file.picture(), shown.get()))
                            : Optional.empty());
        }

        /// Whether it has the room of a picture. What can't be shown is a file like any other, and
        /// so is what is to come and nobody knows how large it is.
        boolean isPictured() {
            return picture.filter(Picture::isFramed).isPresent();
        }
    }

    /// A picture.
    ///
    /// @param size upright; empty where nobody has said
    /// @param shown what there is of it
    record Picture(Optional<PictureSize> size, ShownPicture shown) {

        boolean isFramed() {
            return switch (shown) {
                case ShownPicture.Withheld _, ShownPicture.There _ -> true;
                case ShownPicture.Coming _, ShownPicture.Waiting _ -> size.isPresent();
                case ShownPicture.Missing _ -> false;
            };
        }
    }

    /// The message that another answers.
    ///
    /// @param message where it is; empty where it isn't here, and all that is known is what the
    ///   answer repeats
    /// @param author who wrote it; empty where nobody knows
    /// @param words what it says, on one line
    /// @param isRetracted whether that was taken back
    record Quote(
            Optional<MessageKey> message,
            Optional<Writer> author,
            String words,
            boolean isRetracted) {

        /// Who wrote it.
        ///
        /// @param colorKey decides the colour: the real address where it is known, else the nick
        record Writer(String name, String colorKey, boolean isMine) {}
    }

    /// Who wrote a group of messages in a room.
    ///
    /// @param colorKey decides the colour: the real address where it is known, else the nick
    /// @param affiliation of owners and admins; empty for all others
    /// @param isModerator whether they moderate the room without being one of those
    /// @param presence unknown of somebody who isn't in the room any more
    /// @param hats what else they are there (XEP-0317)
    /// @param picture the one that they announce, or did when they were here last
    record Face(
            String nick,
            String colorKey,
            Optional<Occupant.Affiliation> affiliation,
            boolean isModerator,
            Presence presence,
            List<Hat> hats,
            Optional<OccupantPicture> picture) {}

    /// Where a bubble stands in a group: bubbles of the same sender that follow each other closely.
    enum Place {
        ALONE,
        FIRST,
        MIDDLE,
        LAST;

        /// Whether nothing of the group stands above.
        public boolean isStart() {
            return this == ALONE || this == FIRST;
        }

        static Place of(boolean joinsAbove, boolean joinsBelow) {
            if (joinsAbove) {
                return joinsBelow ? MIDDLE : LAST;
            }
            return joinsBelow ? FIRST : ALONE;
        }
    }

    /// The keys of the rows of which there is at most one, or one before a message, or one with an
    /// id.
    enum Mark {
        START,
        MISSING,
        NEW_MESSAGES,
        NOTICE,
        SEEN_BY
    }
}
