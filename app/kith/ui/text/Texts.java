package kith.ui.text;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentences Kith says, by keys that name their meaning: `timeline.delivery.failed`.
///
/// A sentence may have places for values: `Message {0}, encrypted`. A name put there keeps its
/// direction to itself where that could turn the sentence round ([OwnDirection]). A sentence that
/// depends on a number has one line for each plural form of the language: `key.one`, `key.other`,
/// and the number at `{0}`. Apostrophes are just apostrophes.
///
/// Keys are written as literals where they are used; a test looks for those that don't exist and
/// those that nobody uses.
public final class Texts {

    private static final String BUNDLE = "kith.text.strings";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Locale locale;
    private final ResourceBundle bundle;
    private final boolean isElsewhere;

    Texts(Locale locale, ResourceBundle bundle) {
        this(locale, bundle, false);
    }

    private Texts(Locale locale, ResourceBundle bundle, boolean isElsewhere) {
        this.locale = locale;
        this.bundle = bundle;
        this.isElsewhere = isElsewhere;
    }

    /// The texts in a language; in English where there is no translation.
    public static Texts of(Locale locale) {
        var control =
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Texts(locale, ResourceBundle.getBundle(BUNDLE, locale, control));
    }

    /// The same for where others than the toolkit show them ([OwnDirection#isolated]).
    public Texts elsewhere() {
        return new Texts(locale, bundle, true);
    }

    /// The language and region asked for, which also decide how numbers look.
    public Locale locale() {
        return locale;
    }

    /// A sentence.
    ///
    /// @param values for the places `{0}`, `{1}` …
    public String say(String key, Object... values) {
        return fill(bundle.getString(key), values);
    }

    /// A sentence about a number of things.
    ///
    /// @param count at least 0; the value of `{0}`
    /// @param more for the places from `{1}` on
    public String count(String key, long count, Object... more) {
        var values = new Object[more.length + 1];
        values[0] = count;
        System.arraycopy(more, 0, values, 1, more.length);
        return fill(bundle.getString(form(key, count)), values);
    }

    private String form(String key, long count) {
        String form = key + "." + PluralCategory.of(locale, count).suffix();
        return bundle.containsKey(form) ? form : key + ".other";
    }

    private String fill(String sentence, Object... values) {
        if (values.length == 0) {
            return sentence;
        }
        boolean mirrored = OwnDirection.isMixed(sentence);
        return PLACE.matcher(sentence)
                .replaceAll(
                        place -> {
                            Object value = values[Integer.parseInt(place.group(1))];
                            return Matcher.quoteReplacement(show(value, mirrored));
                        });
    }

    private String show(Object value, boolean mirrored) {
        String shown =
                value instanceof Number number
                        ? NumberFormat.getInstance(locale).format(number)
                        : value.toString();
        if (isElsewhere) {
            return OwnDirection.isolated(shown, mirrored);
        }
        return mirrored || OwnDirection.isMixed(shown) ? OwnDirection.of(shown, mirrored) : shown;
    }
}
