package kith.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;

class TextsTest {

    @Test
    void languageWithoutTranslationSpeaksEnglish() {
        assertThat(Texts.of(Locale.forLanguageTag("xx")).say("time.today")).isEqualTo("Today");
    }

    @Test
    void unknownKeyIsABug() {
        var texts = Texts.of(Locale.ENGLISH);
        assertThatThrownBy(() -> texts.say("no.such.key"))
                .isInstanceOf(MissingResourceException.class);
    }

    @Test
    void valuesGoToTheirPlaces() {
        var texts = texts(Locale.ENGLISH, "greeting={1} can't see {0}, {1} said");
        assertThat(texts.say("greeting", "Mum", "Jonas"))
                .isEqualTo("Jonas can't see Mum, Jonas said");
    }

    @Test
    void valueIsNeverTakenForAPlace() {
        var texts = texts(Locale.ENGLISH, "greeting=Hello {0}");
        assertThat(texts.say("greeting", "{0} $1 \\")).isEqualTo("Hello {0} $1 \\");
    }

    @Test
    void nameThatRunsFromRightToLeftIsIsolated() {
        var texts = texts(Locale.ENGLISH, "greeting=Hello {0}!");
        assertThat(texts.say("greeting", "ليلى")).isEqualTo("Hello \u200eليلى\u200e!");
    }

    @Test
    void everyValueIsIsolatedInASentenceThatRunsFromRightToLeft() {
        var texts = texts(Locale.forLanguageTag("he"), "greeting=שלום {0}!");
        assertThat(texts.say("greeting", "Jonas")).isEqualTo("שלום \u200eJonas\u200e!");
    }

    @Test
    void numberChoosesTheForm() {
        var texts = texts(Locale.ENGLISH, "unread.one={0} message\nunread.other={0} messages");
        assertThat(texts.count("unread", 1)).isEqualTo("1 message");
        assertThat(texts.count("unread", 0)).isEqualTo("0 messages");
        assertThat(texts.count("unread", 12_000)).isEqualTo("12,000 messages");
    }

    @Test
    void valuesFollowTheNumber() {
        var texts = texts(Locale.ENGLISH, "unread.other={0} messages from {1}");
        assertThat(texts.count("unread", 2, "Mum")).isEqualTo("2 messages from Mum");
    }

    @Test
    void missingFormIsTheOtherOne() {
        var texts = texts(Locale.forLanguageTag("pl"), "unread.other={0} wiadomości");
        assertThat(texts.count("unread", 1)).isEqualTo("1 wiadomości");
    }

    private static Texts texts(Locale locale, String properties) {
        try {
            return new Texts(locale, new PropertyResourceBundle(new StringReader(properties)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
