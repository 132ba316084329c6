package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.store.StoreException.Kind;

import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.zip.DataFormatException;

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
        assertThat(kind(internal(new DataFormatException("incorrect header check"))))
                .isEqualTo(Kind.DAMAGED);
        assertThat(kind(internal(new IndexOutOfBoundsException()))).isEqualTo(Kind.DAMAGED);
    }

    /// A page that stands where another did has other columns.
    @Test
    void aValueOfAnotherKindIsDamage() {
        for (int code :
                List.of(
                        ErrorCode.DATA_CONVERSION_ERROR_1,
                        ErrorCode.INVALID_DATETIME_CONSTANT_2,
                        ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE_1)) {
            assertThat(StoreException.of(new SQLException("", "22007", code)).kind())
                    .isEqualTo(Kind.DAMAGED);
        }
    }

    @Test
    void whatBreaksByItselfIsNone() {
        assertThat(kind(DataUtils.newMVStoreException(DataUtils.ERROR_INTERNAL, "")))
                .isEqualTo(Kind.BUG);
        assertThat(kind(internal(new OutOfMemoryError()))).isEqualTo(Kind.BUG);
    }

    private static Throwable internal(Throwable cause) {
        return DataUtils.newMVStoreException(DataUtils.ERROR_INTERNAL, "", cause);
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
