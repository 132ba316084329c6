package kith.ui.text;

import kith.model.Refusal;

/// Why a request came to nothing, where all that is told apart is whether it was the connection.
///
/// @param offline there is none
/// @param noAnswer whoever was asked didn't answer, or their server can't be reached
/// @param other they said no
public record RequestFailures(String offline, String noAnswer, String other) {

    /// What is said to the user.
    public String why(Refusal refusal) {
        return switch (refusal.reason()) {
            case OFFLINE -> offline;
            case TIMED_OUT, SERVER_NOT_REACHED -> noAnswer;
            case FORBIDDEN,
                    PASSWORD_NEEDED,
                    MEMBERS_ONLY,
                    NICK_TAKEN,
                    NOT_ACCEPTABLE,
                    NOT_ALLOWED,
                    NOT_FOUND,
                    UNAVAILABLE,
                    LIMIT,
                    BAD_ADDRESS,
                    NOT_SUPPORTED,
                    UNSAFE,
                    FILE_GONE,
                    OTHER ->
                    other;
        };
    }
}
