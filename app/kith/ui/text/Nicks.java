package kith.ui.text;

import kith.model.Nick;

import java.util.regex.Pattern;

/// Names that people have in rooms.
public final class Nicks {

    private static final Pattern NUMBERED = Pattern.compile("(.+?)([0-9]{1,4})");

    private Nicks() {}

    /// What is wrong with a nick that was typed.
    public static FieldError fault(String typed) {
        if (typed.isBlank()) {
            return FieldError.MISSING;
        }
        return Nick.isOne(typed.strip()) ? FieldError.NONE : FieldError.MALFORMED;
    }

    /// A nick to try after this one, which is in use: `mara2` after `mara`, `mara3` after that.
    public static String after(String nick) {
        var numbered = NUMBERED.matcher(nick);
        return numbered.matches()
                ? numbered.group(1) + (Integer.parseInt(numbered.group(2)) + 1)
                : nick + "2";
    }
}
