package kith.ui.timeline;

import kith.model.Confidant;
import kith.model.Content;
import kith.model.Message;
import kith.model.MessageRecord;
import kith.model.Step;
import kith.ui.text.OneLine;

import org.jxmpp.jid.Jid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that is known of a message, in words.
///
/// @param steps when what happened to it, in that order
/// @param versions what it has said, oldest first; empty for one that has said one thing only
record MessageDetails(List<Detail> details, List<Detail> steps, List<Version> versions) {

    /// So many who have seen it are named.
    private static final int MOST_READERS = 100;

    /// One thing that is known of it.
    record Detail(String name, String value) {}

    /// What it said once, or says now.
    ///
    /// @param state what became of it; empty for one of others
    record Version(String time, String words, Optional<String> state) {}

    static MessageDetails of(MessageRecord kept, TimelineWords words) {
        return of(kept, List.of(), words);
    }

    /// The same of one of a room.
    ///
    /// @param readers the nicks of those who have seen it
    static MessageDetails of(MessageRecord kept, List<String> readers, TimelineWords words) {
        var versions = kept.versions();
        return new MessageDetails(
                details(versions.getFirst(), readers, words),
                kept.steps().stream()
                        .map(each -> step(each, versions.getFirst().confidant(), words))
                        .toList(),
                versions.size() == 1 || versions.getFirst().isRetracted()
                        ? List.of()
                        : versions.stream().map(each -> version(each, words)).toList());
    }

    private static List<Detail> details(
            Message message, List<String> readers, TimelineWords words) {
        var texts = words.texts();
        var ids = message.ids();
        var details = new ArrayList<Detail>();
        add(details, texts.say("details.from"), message.author().address().toString());
        message.confidant()
                .filter(_ -> message.isMine())
                .ifPresent(to -> add(details, texts.say("details.privateTo"), to.nick()));
        add(details, texts.say("details.time"), words.fullTime(message.at()));
        words.state(message.shownDelivery(), message.confidant())
                .ifPresent(state -> add(details, texts.say("details.delivery"), state));
        readers.stream()
                .limit(MOST_READERS)
                .map(TimelineWords::tame)
                .reduce((before, each) -> texts.say("timeline.names", before, each))
                .ifPresent(names -> add(details, texts.say("details.seenBy"), names));
        add(details, texts.say("details.encryption"), texts.say("details.encryption.none"));
        add(details, texts.say("details.id"), ids.stanza());
        ids.origin()
                .filter(origin -> !origin.equals(ids.stanza()))
                .ifPresent(origin -> add(details, texts.say("details.originId"), origin));
        ids.archive().ifPresent(id -> add(details, texts.say("details.archiveId"), id));
        message.thread().ifPresent(name -> add(details, texts.say("details.thread"), name));
        message.author()
                .occupantId()
                .ifPresent(id -> add(details, texts.say("details.occupantId"), id));
        return List.copyOf(details);
    }

    private static Detail step(Step step, Optional<Confidant> to, TimelineWords words) {
        var texts = words.texts();
        var name =
                switch (step.kind()) {
                    case QUEUED -> texts.say("details.step.queued");
                    case SENT -> texts.say("details.step.sent");
                    case ON_SERVER -> texts.say("details.step.onServer");
                    case DELIVERED -> texts.say("details.step.delivered");
                    case READ -> texts.say("details.step.read");
                    case FAILED -> texts.say("details.step.failed");
                    case ARRIVED -> texts.say("details.step.arrived");
                    case SEEN -> texts.say("details.step.seen");
                };
        var at = words.exactTime(step.at());
        var more =
                step.by()
                        .map(by -> device(by))
                        .or(() -> step.refusal().map(why -> words.failure(why, to)));
        return new Detail(name, more.map(it -> texts.say("details.step", at, it)).orElse(at));
    }

    /// What the device calls itself: it is the same person's each time.
    private static String device(Jid device) {
        return OneLine.of(device.getResourceOrEmpty().toString());
    }

    private static void add(List<Detail> details, String name, String value) {
        if (!value.isEmpty()) {
            details.add(new Detail(name, value));
        }
    }

    /// Each with its own words, whatever was put in their place.
    private static Version version(Message message, TimelineWords words) {
        var said =
                switch (message.content()) {
                    case Content.Text text -> text.words();
                    case Content.Private it -> it.body();
                    case Content.Correction it -> it.words();
                    case Content.File(var url, var name, _, _, _) -> url.orElse(name);
                    case Content.Reaction(_, var emoji) -> String.join(" ", emoji);
                    case Content.Retraction _, Content.Retracted _ -> "";
                    case Content.Subject(var subject) -> subject;
                    case Content.Unreadable(var method) -> words.whyUnreadable(method);
                };
        return new Version(
                words.fullTime(message.at()),
                FoldedText.of(said, 1).visible(),
                words.state(message.delivery(), message.confidant()));
    }
}
