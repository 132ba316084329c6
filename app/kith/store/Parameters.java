package kith.store;

import kith.model.AccountId;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Binds values of the model to a statement: an [Optional] as what is in it or as nothing, a text
/// cut to what fits, a time to the millisecond, an address, a constant of an enum and an account by
/// their names, a list as an array; anything else as JDBC does.
final class Parameters {

    private Parameters() {}

    static void bind(PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, column(parameters[i]));
        }
    }

    private static @Nullable Object column(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> maybe -> column(maybe.orElse(null));
            case String text -> Limits.fitting(text);
            case Instant at -> at.truncatedTo(ChronoUnit.MILLIS);
            case Jid address -> address.toString();
            case Enum<?> constant -> constant.name();
            case AccountId account -> account.value();
            case List<?> list -> list.toArray();
            default -> value;
        };
    }
}
