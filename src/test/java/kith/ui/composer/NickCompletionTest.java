package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Occupant;
import kith.model.Presence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class NickCompletionTest {

    private final List<String> speakers = new ArrayList<>();
    private final NickCompletion completion =
            new NickCompletion(
                    () ->
                            List.of(
                                    occupant("Prisca Laurent", false),
                                    occupant("Priya", false),
                                    occupant("Émile", false),
                                    occupant("Mara", true)),
                    () -> speakers);

    @Test
    void whoSpokeLastComesFirst() {
        assertThat(suggested("Thanks @pri")).containsExactly("@Prisca Laurent ", "@Priya ");
        speakers.addAll(List.of("Priya", "Prisca Laurent"));
        assertThat(suggested("Thanks @pri")).containsExactly("@Priya ", "@Prisca Laurent ");
    }

    @Test
    void theSignAloneOffersEverybodyButTheUser() {
        assertThat(suggested("@")).containsExactly("@Prisca Laurent ", "@Priya ", "@Émile ");
    }

    @Test
    void anyWordOfANickMayBeginSoWhateverCaseAndAccents() {
        assertThat(suggested("@LAU")).containsExactly("@Prisca Laurent ");
        assertThat(suggested("@emi")).containsExactly("@Émile ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pri", "mail@pri", "`@pri", "@mar", "@ pri", "https://kith.example/@pri"})
    void nothingElseIsCompleted(String text) {
        assertThat(completion.at(text, text.length())).isEmpty();
    }

    @Test
    void atTheBeginningOfALineTheTabKeyAddressesSomebody() {
        var found = completion.atTab("Well,\npriy", 10).orElseThrow();
        assertThat(found.start()).isEqualTo(6);
        assertThat(found.suggestions().getFirst().insertion()).isEqualTo("Priya: ");
        assertThat(completion.atTab("well priy", 9)).isEmpty();
        assertThat(completion.atTab("", 0)).as("Tab goes on to the next field").isEmpty();
    }

    private List<String> suggested(String text) {
        return completion.at(text, text.length()).orElseThrow().suggestions().stream()
                .map(Suggestion::insertion)
                .toList();
    }

    private static Occupant occupant(String nick, boolean isMe) {
        return new Occupant(
                nick,
                Occupant.Role.PARTICIPANT,
                Occupant.Affiliation.NONE,
                Optional.empty(),
                Presence.AVAILABLE,
                isMe);
    }
}
