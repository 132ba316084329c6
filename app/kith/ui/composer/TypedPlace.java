package kith.ui.composer;

/// Where in a text the user has changed something, as far as the texts before and after tell.
final class TypedPlace {

    private TypedPlace() {}

    /// Whether the caret stays where it is: what is deleted stood behind it, or what replaces
    /// something ends there. Behind what is only put in the caret always moves.
    static boolean leavesCaret(String before, String now, int caret) {
        int most = Math.min(before.length(), now.length());
        int same = 0;
        while (same < most && before.charAt(same) == now.charAt(same)) {
            same++;
        }
        int behind = 0;
        while (behind < most
                && before.charAt(before.length() - 1 - behind)
                        == now.charAt(now.length() - 1 - behind)) {
            behind++;
        }
        int left = Math.min(behind, most - same);
        boolean isDeleted = before.length() > same + left;
        return isDeleted && now.length() - behind <= caret && caret <= now.length() - left;
    }
}
