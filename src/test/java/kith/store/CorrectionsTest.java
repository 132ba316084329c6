package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.Refusal;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which words stand for which, and whose (H13 and H14 of the reliability rules; XEP-0308).
class CorrectionsTest {

    private static final int MANY = 10_000;
    private static final Delivery FAILED =
            new Delivery.Failed(Refusal.of(Refusal.Reason.FORBIDDEN));

    private final Profile profile = Profile.inMemory();
    private final MessageStore store = new MessageStore(profile.db());
    private final ChatKey chat = profile.chat(Profile.ROMEO);
    private final ChatKey room = profile.chat(Profile.ROOM);

    @AfterEach
    void close() {
        profile.close();
    }

    @Test
    void h14TheNewestWordsStandInThePlaceOfTheFirstWhichAreKept() {
        say("a", "thursday");
        say("b", "then");
        correct("c", "a", "friday");
        correct("d", "a", "saturday");
        assertThat(words(chat)).containsExactly("saturday", "then");
        var first = newest(chat).getFirst();
        assertThat(first.content()).isEqualTo(new Content.Text("thursday"));
        assertThat(bodies(profile.in(() -> store.corrections(first))))
                .containsExactly("friday", "saturday");
        assertThat(profile.in(() -> store.count(chat))).isEqualTo(2);
        assertThat(last(chat)).contains("then");
    }

    @Test
    void theChatsLastMessageSaysTheNewWordsAndIsUnreadOnce() {
        say("a", "thursday");
        correct("c", "a", "friday");
        assertThat(last(chat)).contains("friday");
        assertThat(summary(chat).unread()).isEqualTo(1);
    }

    /// XEP-0393 §7.
    @Test
    void whetherWordsAreStyledIsSaidWithThem() {
        say("a", "*thursday*");
        assertThat(newest(chat).getFirst().isStyled()).isTrue();
        var plain =
                new Content.Correction("a", "*friday*", Optional.empty(), Optional.empty(), false);
        add(chat, Profile.HIM, "c", plain);
        assertThat(words(chat)).containsExactly("*friday*");
        assertThat(newest(chat).getFirst().isStyled()).isFalse();
        correct("d", "a", "*saturday*");
        assertThat(newest(chat).getFirst().isStyled()).isTrue();
    }

    @Test
    void h13NobodyCorrectsWhatAnotherHasSaid() {
        say("a", "his");
        queue("1", new Content.Text("mine"));
        deliver("1", Delivery.ON_SERVER);
        add(chat, Profile.ME, "b", new Content.Correction("a", "forged by me"));
        add(chat, Profile.HIM, "c", new Content.Correction("1", "forged by him"));
        assertThat(words(chat)).containsExactly("his", "mine", "forged by me", "forged by him");
        assertThat(newest(chat)).allMatch(message -> message.edited().isEmpty());
    }

    @Test
    void h13InARoomTheOccupantCountsNotTheNick() {
        add(room, occupant("romeo", "o-1"), "a", new Content.Text("I love you"));
        add(room, occupant("romeo", "o-2"), "b", new Content.Correction("a", "I hate you"));
        add(room, occupant("romeo", ""), "c", new Content.Correction("a", "I know you"));
        assertThat(words(room)).containsExactly("I love you", "I hate you", "I know you");
        add(room, occupant("montague", "o-1"), "d", new Content.Correction("a", "I do"));
        assertThat(words(room)).containsExactly("I do", "I hate you", "I know you");
    }

    @Test
    void h13InARoomWithoutOccupantIdsNobodyCorrectsButWeFromHere() {
        add(room, occupant("romeo", ""), "a", new Content.Text("I love you"));
        add(room, occupant("romeo", ""), "b", new Content.Correction("a", "I hate you"));
        add(room, withOurNick(""), "c", new Content.Text("and I you"));
        add(room, withOurNick(""), "d", new Content.Correction("c", "and not I"));
        assertThat(words(room))
                .containsExactly("I love you", "I hate you", "and I you", "and not I");
        queue(room, "1", new Content.Correction("c", "and I do"));
        assertThat(words(room))
                .containsExactly("I love you", "I hate you", "and I do", "and not I");
    }

    @Test
    void h13WhoHasOurNickInARoomDoesNotCorrectUs() {
        queue(room, "1", new Content.Text("mine"));
        deliver("1", Delivery.ON_SERVER);
        add(room, withOurNick("o-2"), "a", new Content.Correction("1", "forged"));
        add(room, withOurNick(""), "b", new Content.Correction("1", "forged too"));
        add(room, withOurNick("o-1"), "c", new Content.Text("from another device"));
        add(room, withOurNick("o-2"), "d", new Content.Correction("c", "forged again"));
        add(room, withOurNick("o-1"), "e", new Content.Correction("c", "corrected there"));
        assertThat(words(room))
                .containsExactly("mine", "forged", "forged too", "corrected there", "forged again");
        queue(room, "2", new Content.Correction("1", "mine too"));
        assertThat(words(room)).startsWith("mine too");
    }

    @Test
    void h13WhatASenderSaysInOneChatCorrectsNothingInAnother() {
        say("a", "here");
        var other = profile.chat(Profile.entity("mercutio@montague.example"));
        add(other, Profile.HIM, "b", new Content.Correction("a", "there"));
        assertThat(words(chat)).containsExactly("here");
        assertThat(words(other)).containsExactly("there");
    }

    @Test
    void h14ACorrectionOfItselfShowsItself() {
        correct("a", "a", "me");
        correct("a", "a", "me again");
        assertThat(words(chat)).containsExactly("me", "me again");
    }

    @Test
    void h14ACorrectionMayHaveTheIdOfWhatItCorrects() {
        say("a", "one");
        correct("a", "a", "two");
        correct("a", "a", "three");
        assertThat(words(chat)).containsExactly("three");
    }

    /// As some clients do: each names the one before.
    @Test
    void h14AChainIsOneMessageAlsoWhereItComesBackToItsBeginning() {
        say("a", "one");
        correct("b", "a", "two");
        correct("a", "b", "three");
        correct("b", "a", "four");
        assertThat(words(chat)).containsExactly("four");
    }

    @Test
    void h14TwoThatNameEachOtherShowThemselves() {
        correct("a", "b", "one");
        correct("b", "a", "two");
        correct("a", "b", "three");
        assertThat(words(chat)).containsExactly("one", "two", "three");
    }

    @Test
    void h14ACorrectionThatComesFirstIsForTheMessageOnceThatIsHere() {
        page(Direction.NEWEST, correction("c", "b", "three"), text("x", "other"));
        assertThat(words(chat)).containsExactly("three", "other");
        page(Direction.OLDER, correction("b", "a", "two"));
        assertThat(words(chat)).containsExactly("two", "three", "other");
        page(Direction.OLDER, text("a", "one"));
        assertThat(words(chat)).containsExactly("three", "other");
        assertThat(profile.in(() -> store.count(chat))).isEqualTo(2);
    }

    @Test
    void aMessageAfterItsNamesakesCorrectionIsNotCorrected() {
        correct("c", "a", "two");
        say("a", "one");
        assertThat(words(chat)).containsExactly("two", "one");
    }

    @Test
    void aMessageThatCameTooLateIsCorrectedOnceTheArchiveHasPutItBefore() {
        correct("c", "a", "friday");
        say("a", "thursday");
        assertThat(words(chat)).containsExactly("friday", "thursday");
        page(
                Direction.NEWEST,
                named("x", "a", new Content.Text("thursday")),
                named("y", "c", new Content.Correction("a", "friday")));
        assertThat(words(chat)).containsExactly("friday");
    }

    @Test
    void soIsOneThatNamesACorrectionThatCameTooLate() {
        say("a", "thursday");
        correct("d", "c", "saturday");
        correct("c", "a", "friday");
        assertThat(words(chat)).containsExactly("friday", "saturday");
        page(
                Direction.OLDER,
                named("x", "a", new Content.Text("thursday")),
                named("y", "c", new Content.Correction("a", "friday")),
                named("z", "d", new Content.Correction("c", "saturday")));
        assertThat(words(chat)).containsExactly("saturday");
    }

    @Test
    void h14TheLatestInTheArchivesOrderWinsWhateverComesLast() {
        page(Direction.NEWEST, correction("d", "a", "latest"));
        page(Direction.OLDER, text("a", "first"), correction("c", "a", "second"));
        assertThat(words(chat)).containsExactly("latest");
    }

    /// Another device of ours has corrected it too while the word of ours was not there yet.
    @Test
    void ourCorrectionGivesWayToTheOneThatTheServerHadLater() {
        queue("1", new Content.Text("one"));
        deliver("1", Delivery.ON_SERVER);
        queue("2", new Content.Correction("1", "two"));
        assertThat(words(chat)).containsExactly("two");
        var mine = new MessageIds("2", Optional.of("2"), Optional.of("archived 1"));
        var other = new MessageIds("3", Optional.of("3"), Optional.of("archived 2"));
        page(
                Direction.NEWER,
                arriving(chat, Profile.ME, mine, new Content.Correction("1", "two")),
                arriving(chat, Profile.ME, other, new Content.Correction("1", "three")));
        assertThat(words(chat)).containsExactly("three");
    }

    /// Whoever has read the first words may never get the others.
    @Test
    void whatBecameOfTheWordsThatAreShownIsKnown() {
        queue("1", new Content.Text("one"));
        deliver("1", Delivery.READ);
        assertThat(newest(chat).getFirst().shownDelivery()).isEqualTo(Delivery.READ);
        queue("2", new Content.Correction("1", "two"));
        assertThat(newest(chat).getFirst().shownDelivery()).isEqualTo(Delivery.QUEUED);
        assertThat(newest(chat).getFirst().delivery()).isEqualTo(Delivery.READ);
        deliver("2", Delivery.DELIVERED);
        assertThat(newest(chat).getFirst().shownDelivery()).isEqualTo(Delivery.DELIVERED);
        queue("3", new Content.Correction("1", "three"));
        deliver("3", FAILED);
        assertThat(newest(chat).getFirst().shownDelivery()).isEqualTo(Delivery.DELIVERED);
        assertThat(newest(chat).getLast().shownDelivery()).isEqualTo(FAILED);
    }

    @Test
    void aMessageThatHasFailedStaysSoWhateverCorrectsIt() {
        queue("1", new Content.Text("one"));
        queue("2", new Content.Correction("1", "two"));
        deliver("1", FAILED);
        deliver("2", Delivery.READ);
        assertThat(newest(chat).getFirst().shownDelivery()).isEqualTo(FAILED);
    }

    @Test
    void aFailedCorrectionShowsItselfAndTheMessageSaysWhatItSaid() {
        queue("1", new Content.Text("one"));
        deliver("1", Delivery.ON_SERVER);
        queue("2", new Content.Correction("1", "two"));
        queue("3", new Content.Correction("1", "three"));
        deliver("3", FAILED);
        assertThat(words(chat)).containsExactly("two", "three");
        deliver("2", FAILED);
        assertThat(words(chat)).containsExactly("one", "three", "two");
        assertThat(newest(chat).getFirst().edited()).isEmpty();
        profile.in(() -> store.requeue(profile.account(), "2"));
        assertThat(words(chat)).containsExactly("two", "three");
    }

    @Test
    void whatIsTakenBackLeavesTheWordsBefore() {
        queue("1", new Content.Text("one"));
        deliver("1", Delivery.ON_SERVER);
        var two = queue("2", new Content.Correction("1", "two"));
        var three = queue("3", new Content.Correction("1", "three"));
        assertThat(profile.in(() -> store.discard(three))).isTrue();
        assertThat(words(chat)).containsExactly("two");
        deliver("2", Delivery.SENDING);
        assertThat(profile.in(() -> store.discard(two))).as("on its way").isFalse();
        assertThat(words(chat)).containsExactly("two");
    }

    @Test
    void noCorrectionGoesWithAMessageThatIsTakenBack() {
        var one = queue("1", new Content.Text("one"));
        deliver("1", FAILED);
        queue("2", new Content.Correction("1", "two"));
        assertThat(words(chat)).containsExactly("two");
        assertThat(profile.in(() -> store.discard(one))).isTrue();
        assertThat(words(chat)).containsExactly("two");
        assertThat(newest(chat).getFirst().amends()).isEmpty();
    }

    @Test
    void allIsAsItWasAfterARestart() {
        say("a", "one");
        correct("b", "a", "two");
        profile.run(
                db -> {
                    var again = new MessageStore(db).newest(chat, 10);
                    assertThat(again).hasSize(1);
                    assertThat(again.getFirst().words()).contains("two");
                });
    }

    /// Each in turn would be read again with each that follows: 50 million rows.
    @Test
    @Timeout(60)
    void h14TenThousandCorrectionsOfOneMessageAreNoWork() {
        say("a", "0");
        say("x", "other");
        profile.run(_ -> many("c%d", "a").forEach(store::add));
        assertThat(words(chat)).containsExactly(String.valueOf(MANY), "other");
    }

    @Test
    @Timeout(60)
    void h14NeitherAreTenThousandOfTheSameIdNorThoseThatCorrectThemselves() {
        say("a", "0");
        profile.run(_ -> many("a", "a").forEach(store::add));
        assertThat(words(chat)).containsExactly(String.valueOf(MANY));
    }

    @Test
    @Timeout(60)
    void h14NorAChainOfTenThousandWhoseBeginningComesLast() {
        profile.run(
                _ ->
                        IntStream.rangeClosed(1, MANY)
                                .mapToObj(i -> correction("c" + i, "c" + (i - 1), "" + i))
                                .forEach(store::add));
        assertThat(profile.in(() -> store.count(chat))).isEqualTo(MANY);
        page(Direction.OLDER, text("c0", "0"));
        assertThat(words(chat)).containsExactly(String.valueOf(MANY));
    }

    private Stream<ArrivingMessage> many(String id, String target) {
        return IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> correction(id.formatted(i), target, String.valueOf(i)));
    }

    private void say(String id, String words) {
        add(chat, Profile.HIM, id, new Content.Text(words));
    }

    private void correct(String id, String target, String words) {
        add(chat, Profile.HIM, id, new Content.Correction(target, words));
    }

    private void add(ChatKey to, Author author, String id, Content content) {
        profile.now = profile.now.plusSeconds(1);
        profile.in(() -> store.add(arriving(to, author, ids(id), content)));
    }

    private ArrivingMessage text(String id, String words) {
        return arriving(chat, Profile.HIM, ids(id), new Content.Text(words));
    }

    private ArrivingMessage correction(String id, String target, String words) {
        return arriving(chat, Profile.HIM, ids(id), new Content.Correction(target, words));
    }

    private ArrivingMessage named(String archiveId, String id, Content content) {
        var ids = new MessageIds(id, Optional.empty(), Optional.of(archiveId));
        return arriving(chat, Profile.HIM, ids, content);
    }

    private ArrivingMessage arriving(ChatKey to, Author author, MessageIds ids, Content content) {
        var kind = to.equals(room) ? Chat.Kind.ROOM : Chat.Kind.CONTACT;
        return new ArrivingMessage(to, kind, ids, author, profile.now, content);
    }

    private void page(Direction direction, ArrivingMessage... page) {
        profile.in(() -> store.addPage(profile.archive(), List.of(page), direction));
    }

    private Message queue(String id, Content content) {
        return queue(chat, id, content);
    }

    private Message queue(ChatKey to, String id, Content content) {
        var kind = to.equals(room) ? Chat.Kind.ROOM : Chat.Kind.CONTACT;
        return profile.in(() -> store.queue(to, kind, id, Profile.ME, content, profile.now));
    }

    private void deliver(String id, Delivery delivery) {
        profile.in(() -> store.deliver(profile.account(), id, delivery));
    }

    private static MessageIds ids(String id) {
        return new MessageIds(id, Optional.empty(), Optional.empty());
    }

    private static Author occupant(String nick, String id) {
        var occupant = Profile.occupant(nick);
        return new Author(
                occupant.address(), Optional.of(id).filter(each -> !each.isEmpty()), false);
    }

    private static Author withOurNick(String id) {
        var occupant = occupant("juliet", id);
        return new Author(occupant.address(), occupant.occupantId(), true);
    }

    private Chat summary(ChatKey of) {
        return profile.in(() -> new ChatStore(profile.db()).all()).stream()
                .filter(each -> each.key().equals(of))
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> last(ChatKey of) {
        return summary(of).last().flatMap(Message::words);
    }

    private List<Message> newest(ChatKey of) {
        return profile.in(() -> store.newest(of, 100));
    }

    private List<String> words(ChatKey of) {
        return newest(of).stream().map(each -> each.words().orElseThrow()).toList();
    }

    private static List<String> bodies(List<Message> messages) {
        return messages.stream().map(each -> MessageRows.body(each.content())).toList();
    }
}
