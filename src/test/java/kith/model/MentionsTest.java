package kith.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class MentionsTest {

    @Test
    void aNickIsAWordOfItsOwn() {
        assertThat(named("mara", "@Mara can you")).containsExactly("@Mara");
        assertThat(named("Mara", "(mara), MARA!")).containsExactly("mara", "MARA");
        assertThat(named("Mara", "Marathon, amara, mara_x, mara2")).isEmpty();
        assertThat(named("ليلى", "شكرا يا ليلى!")).containsExactly("ليلى");
        assertThat(named("🐙", "look 🐙 here")).containsExactly("🐙");
        assertThat(named("e", "e\u0301")).as("another letter").isEmpty();
    }

    @Test
    void signsInANickAreSigns() {
        assertThat(named(".*", "anything .* goes")).containsExactly(".*");
        assertThat(named("a\\Eb", "is a\\Eb here")).containsExactly("a\\Eb");
        assertThat(named("", "nobody")).isEmpty();
        assertThat(named("  ", "no  body")).isEmpty();
    }

    @Test
    void peopleAreAddressedWithASignOrAtTheBeginning() {
        var nicks = List.of("Mara", "Mara Lindqvist", "Tom", "🐙");
        assertThat(addressed(nicks, "@Mara Lindqvist and @Tom, see mail@Tom"))
                .containsExactly("Mara Lindqvist@0-15", "Tom@20-24");
        assertThat(addressed(nicks, "Tom: @Mara?")).containsExactly("Tom@0-3", "Mara@5-10");
        assertThat(addressed(nicks, "Tom is here")).isEmpty();
        assertThat(addressed(nicks, "@Tomas @tom @Nobody @")).isEmpty();
        assertThat(addressed(nicks, "🐙, @🐙")).containsExactly("🐙@0-2", "🐙@4-7");
        assertThat(addressed(List.of(), "@Mara")).isEmpty();
    }

    @Test
    void whoNamesHundredsIsCutOff() {
        assertThat(addressed(List.of("a"), "@a ".repeat(10_000))).hasSize(32);
        assertThat(Mentions.of("a", "a ".repeat(10_000))).hasSize(32);
    }

    private static List<String> named(String nick, String words) {
        return Mentions.of(nick, words).stream()
                .map(range -> words.substring(range.start(), range.end()))
                .toList();
    }

    private static List<String> addressed(List<String> nicks, String words) {
        return Mentions.addressed(nicks, words, 0).stream()
                .map(it -> it.nick() + "@" + it.range().start() + "-" + it.range().end())
                .toList();
    }
}
