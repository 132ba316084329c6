package kith.ui.room;

import kith.model.DataForm;
import kith.model.DataForm.Field;
import kith.model.DataForm.FieldType;

import java.util.List;

/// What a room asks of those who register with it (XEP-0045 §7.10): a nick alone.
final class NickForm {

    private static final String NICK = "muc#register_roomnick";

    /// Not filled in.
    static final DataForm FORM =
            new DataForm(
                    "",
                    List.of(),
                    List.of(
                            new Field(
                                    NICK,
                                    FieldType.TEXT_SINGLE,
                                    "Nickname",
                                    "",
                                    true,
                                    List.of(),
                                    List.of(),
                                    true)),
                    true);

    private NickForm() {}

    /// What was filled in.
    static String nick(DataForm filled) {
        return filled.field(NICK).orElseThrow().value();
    }
}
