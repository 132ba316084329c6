package kith.model;

import kith.model.DataForm.Field;

import java.util.List;

/// Somebody wants to be a member of a room, and its admins are to say whether (XEP-0045 §9.9).
///
/// @param form what they said of themselves; goes back with the answer, so that the room knows whom
///   it is about
public record RegistrationRequest(DataForm form) {

    /// Stands in each such form.
    public static final String ALLOW = "muc#register_allow";

    private static final String NICK = "muc#register_roomnick";

    /// What they want to be called in the room; empty where they don't say.
    public String nick() {
        return form.field(NICK).map(Field::value).orElse("").strip();
    }

    /// What else they say of themselves.
    public List<Field> told() {
        return form.fields().stream()
                .filter(Field::isAsked)
                .filter(it -> !it.name().equals(ALLOW) && !it.name().equals(NICK))
                .filter(it -> !String.join("", it.values()).isBlank())
                .toList();
    }

    /// The form with the answer in it.
    public DataForm answered(boolean isGranted) {
        return form.with(ALLOW, isGranted ? "1" : "0");
    }
}
