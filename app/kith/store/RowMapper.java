package kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/// Makes a value of the row that a result stands on; moves nothing and asks nothing.
@FunctionalInterface
public interface RowMapper<T> {

    T map(ResultSet row) throws SQLException;
}
