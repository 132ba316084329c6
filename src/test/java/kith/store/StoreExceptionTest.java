package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.store.StoreException.Kind;

import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;

/// What the database says, by what it means for the user (F19, F21).
class StoreExceptionTest {

    /// As H2 says it when the disk is full and it writes on threads of its own.
    @Test
    void aDiskThatIsFullIsOneHoweverDeepItIsSaid() {
        var written =
                DataUtils.newMVStoreException(
                        DataUtils.ERROR_WRITING_FAILED, "", new IOException("No space left"));
        var other =
                DataUtils.newMVStoreException(
                        DataUtils.ERROR_INTERNAL, "", new ExecutionException(written));
        assertThat(kind(new ExecutionException(other))).isEqualTo(Kind.DISK);
    }

    @Test
    void whatBreaksOverAPageIsDamage() {
        assertThat(kind(new IndexOutOfBoundsException())).isEqualTo(Kind.DAMAGED);
    }

    @Test
    void aClassThatIsMissingIsNot() {
        assertThat(kind(new NoClassDefFoundError())).isEqualTo(Kind.BUG);
    }

    private static Kind kind(Throwable cause) {
        var general = new SQLException("General error", "HY000", ErrorCode.GENERAL_ERROR_1, cause);
        return StoreException.of(general).kind();
    }
}
