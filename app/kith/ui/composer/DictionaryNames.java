package kith.ui.composer;

import kith.ui.text.OneLine;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What dictionaries are called, in the user's language.
final class DictionaryNames {

    private final Locale locale;

    /// @param locale in whose language
    DictionaryNames(Locale locale) {
        this.locale = locale;
    }

    /// A name for each; those that would be called alike have that of their files beside it.
    Map<String, String> of(List<String> dictionaries) {
        var counts = new HashMap<String, Integer>();
        dictionaries.forEach(each -> counts.merge(language(each), 1, Integer::sum));
        var names = new HashMap<String, String>();
        for (var each : dictionaries) {
            var language = language(each);
            boolean isClear = counts.getOrDefault(language, 0) == 1;
            names.put(each, isClear ? language : language + " · " + OneLine.of(each));
        }
        return names;
    }

    /// By the language and the country or script that the files' name begins with.
    private String language(String dictionary) {
        var parts = dictionary.split("[_-]", 4);
        var builder = new Locale.Builder();
        try {
            builder.setLanguage(parts[0]);
        } catch (IllformedLocaleException none) {
            return OneLine.of(dictionary);
        }
        for (int i = 1; i < parts.length; i++) {
            add(builder, parts[i]);
        }
        var name = builder.build().getDisplayName(locale);
        return name.isBlank() ? OneLine.of(dictionary) : capital(name);
    }

    private static void add(Locale.Builder builder, String part) {
        if (part.matches("[A-Z]{2}|[0-9]{3}")) {
            builder.setRegion(part);
        } else if (part.matches("[A-Z][a-z]{3}")) {
            builder.setScript(part);
        }
    }

    private String capital(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(locale) + name.substring(first);
    }
}
