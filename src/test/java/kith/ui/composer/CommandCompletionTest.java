package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.EnumSet;
import java.util.List;

class CommandCompletionTest {

    private final CommandCompletion completion =
            new CommandCompletion(() -> EnumSet.allOf(SlashCommand.class));

    @Test
    void theSlashAloneOffersAllThereAre() {
        assertThat(suggested(completion, "/"))
                .containsExactly(
                        "/me ",
                        "/msg ",
                        "/nick ",
                        "/topic ",
                        "/invite ",
                        "/kick ",
                        "/ban ",
                        "/voice ",
                        "/mute ",
                        "/op ",
                        "/deop ",
                        "/member ",
                        "/admin ",
                        "/owner ",
                        "/leave",
                        "/help");
        assertThat(suggested(new CommandCompletion(SlashCommands.PLAIN::known), "/"))
                .containsExactly("/me ", "/help");
    }

    @Test
    void otherNamesLeadToTheSame() {
        assertThat(suggested(completion, "/su")).containsExactly("/topic ");
        assertThat(suggested(completion, "/T")).containsExactly("/topic ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "//", "a /", " /", "/me ", "/nope", "/leave"})
    void nothingElseIsCompleted(String text) {
        assertThat(completion.at(text, text.length())).isEmpty();
    }

    private static List<String> suggested(CommandCompletion completion, String text) {
        return completion.at(text, text.length()).orElseThrow().suggestions().stream()
                .map(Suggestion::insertion)
                .toList();
    }
}
