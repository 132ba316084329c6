package kith.gallery;

import kith.model.AccountId;
import kith.model.Answer;
import kith.model.FoundRoom;
import kith.model.Refusal;
import kith.model.RoomPage;
import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;
import kith.ui.join.RoomFinding;

import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The rooms that can be found in the pictures. A test may change what is answered, and when.
public final class SampleRooms implements RoomFinding {

    /// What was asked, in order.
    public final List<String> asked = new ArrayList<>();

    public Optional<String> directory = Optional.empty();
    public boolean answers = true;
    public Optional<Refusal> refusal = Optional.empty();
    public List<String> services = List.of("rooms.hearth.example");

    /// The service that lists its rooms for nobody.
    public Optional<String> refuses = Optional.empty();

    public List<FoundRoom> rooms = few();
    public int pageSize = 100;

    /// What waits for an answer, as nobody answers by themselves.
    public final List<Runnable> waiting = new ArrayList<>();

    @Override
    public CompletionStage<Answer<List<DomainBareJid>>> services(
            AccountId account, Optional<DomainBareJid> server) {
        asked.add("services " + server.map(DomainBareJid::toString).orElse("own"));
        return answer(
                services.stream()
                        .map(each -> JidCreate.fromOrThrowUnchecked(each).asDomainBareJid())
                        .toList());
    }

    @Override
    public CompletionStage<Answer<RoomPage>> rooms(
            AccountId account, DomainBareJid service, Optional<String> after) {
        asked.add("rooms " + service + after.map(it -> " after " + it).orElse(""));
        return refuses.filter(service.toString()::equals).isPresent()
                ? CompletableFuture.completedStage(
                        new Answer.Refused<>(Refusal.of(Refusal.Reason.FORBIDDEN)))
                : answer(page(rooms, after));
    }

    @Override
    public Optional<String> directory() {
        return directory;
    }

    @Override
    public CompletionStage<Answer<RoomPage>> search(
            AccountId account, String words, Optional<String> after) {
        asked.add("search " + words + after.map(it -> " after " + it).orElse(""));
        return answer(page(rooms.stream().map(SampleRooms::described).toList(), after));
    }

    @Override
    public CompletionStage<Answer<FoundRoom>> describe(AccountId account, EntityBareJid room) {
        asked.add("describe " + room);
        return rooms.stream()
                .filter(each -> each.address().equals(room))
                .findFirst()
                .map(each -> answer(described(each)))
                .orElseGet(
                        () ->
                                CompletableFuture.completedStage(
                                        new Answer.Refused<>(
                                                Refusal.of(Refusal.Reason.NOT_FOUND))));
    }

    @Override
    public CompletionStage<Answer<Optional<String>>> reservedNick(
            AccountId account, EntityBareJid room) {
        return answer(
                room.toString().startsWith("printers") ? Optional.of("Mara P") : Optional.empty());
    }

    private RoomPage page(List<FoundRoom> from, Optional<String> after) {
        int start = after.map(Integer::parseInt).orElse(0);
        int end = Math.min(from.size(), start + pageSize);
        return new RoomPage(
                from.subList(start, end),
                end < from.size() ? Optional.of(Integer.toString(end)) : Optional.empty(),
                OptionalInt.of(from.size()));
    }

    private <T> CompletionStage<Answer<T>> answer(T value) {
        var answer = new CompletableFuture<Answer<T>>();
        Runnable give =
                () ->
                        answer.complete(
                                refusal.<Answer<T>>map(Answer.Refused::new)
                                        .orElseGet(() -> new Answer.Given<>(value)));
        if (answers) {
            give.run();
        } else {
            waiting.add(give);
        }
        return answer;
    }

    static FoundRoom room(String local, String name) {
        var address = JidCreate.entityBareFromOrThrowUnchecked(local + "@rooms.hearth.example");
        return new FoundRoom(address, name, Optional.empty());
    }

    private static List<FoundRoom> few() {
        return List.of(
                room("print", "Harbour print co-op"),
                room("printers", "Printers of the coast"),
                room("newcomers", "Newcomers"),
                room("arabic", "مطبعة الميناء"),
                room("board", "Board"),
                room("tea", "Tea and talk"));
    }

    private static FoundRoom described(FoundRoom room) {
        var local = room.address().getLocalpart().toString();
        var traits =
                switch (local) {
                    case "printers" ->
                            traits(
                                    "Riso, screen and letterpress along the coast. Bring proofs.",
                                    "Open studio on Friday",
                                    42,
                                    Trait.NON_ANONYMOUS,
                                    Trait.LOGGED,
                                    Trait.ARCHIVED);
                    case "board" ->
                            traits("", "", 5, Trait.MEMBERS_ONLY, Trait.PASSWORD, Trait.HIDDEN);
                    case "newcomers" -> traits("Ask anything.", "", 118, Trait.SEMI_ANONYMOUS);
                    case "tea" -> traits("", "Which leaves?", 3, Trait.TEMPORARY);
                    default -> traits("", "", 12, Trait.SEMI_ANONYMOUS, Trait.ARCHIVED);
                };
        return new FoundRoom(room.address(), room.name(), Optional.of(traits));
    }

    private static RoomTraits traits(
            String description, String subject, int people, Trait... traits) {
        return new RoomTraits(Set.of(traits), description, subject, "en", OptionalInt.of(people));
    }
}
