package kith.xmpp.xep;

import static java.util.Map.entry;

import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;
import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// What a room says of itself when it is asked (XEP-0045 §6.4, §16.3).
///
/// @param name its own; empty where it has none
/// @param isRoom whether it is a room, or a service of rooms, at all
record RoomInfo(String name, boolean isRoom, RoomTraits traits) {

    static final int MAX_NAME = 200;
    static final int MAX_DESCRIPTION = 2_000;

    private static final String FORM = Xep0045Rooms.NAMESPACE + "#roominfo";

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private static final Map<String, Trait> FEATURES =
            Map.ofEntries(
                    entry("muc_passwordprotected", Trait.PASSWORD),
                    entry("muc_membersonly", Trait.MEMBERS_ONLY),
                    entry("muc_moderated", Trait.MODERATED),
                    entry("muc_nonanonymous", Trait.NON_ANONYMOUS),
                    entry("muc_semianonymous", Trait.SEMI_ANONYMOUS),
                    entry("muc_hidden", Trait.HIDDEN),
                    entry("muc_temporary", Trait.TEMPORARY),
                    entry(Xep0313Archive.NAMESPACE, Trait.ARCHIVED),
                    entry(Xep0421OccupantIds.NAMESPACE, Trait.OCCUPANT_IDS),
                    entry(Xep0317Hats.NAMESPACE, Trait.HATS),
                    entry(Xep0045Registration.FEATURE, Trait.REGISTRATION),
                    entry(Xep0045Registration.REGISTER, Trait.REGISTRATION)); // as Prosody says it

    /// @param query the answer to disco#info, without a node
    static RoomInfo of(StandardExtensionElement query) {
        var info = DiscoInfo.of(query);
        var traits = EnumSet.noneOf(Trait.class);
        for (var feature : info.features()) {
            Optional.ofNullable(FEATURES.get(feature)).ifPresent(traits::add);
        }
        return new RoomInfo(
                name(query),
                info.features().contains(Xep0045Rooms.NAMESPACE),
                new RoomTraits(
                        traits,
                        text(info, "muc#roominfo_description", MAX_DESCRIPTION),
                        text(info, "muc#roominfo_subject", MAX_DESCRIPTION),
                        text(info, "muc#roominfo_lang", MAX_NAME),
                        info.field(FORM, "muc#roominfo_occupants")
                                .map(Xep0059Pages::number)
                                .orElse(OptionalInt.empty())));
    }

    private static String name(StandardExtensionElement query) {
        return Tree.children(query, "identity").stream()
                .filter(each -> "conference".equals(each.getAttributeValue("category")))
                .flatMap(each -> Tree.attribute(each, "name").stream())
                .map(RoomInfo::line)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(name -> cut(name, MAX_NAME))
                .orElse("");
    }

    /// A name is one line: all that shows it, and bookmarks, take it for that.
    private static String line(String name) {
        return CONTROLS.matcher(name).replaceAll(" ").strip();
    }

    private static String text(DiscoInfo info, String field, int length) {
        return info.field(FORM, field).map(text -> cut(text, length)).orElse("");
    }

    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        boolean isInPair = Character.isSurrogatePair(text.charAt(length - 1), text.charAt(length));
        return text.substring(0, isInPair ? length - 1 : length) + "…";
    }
}
