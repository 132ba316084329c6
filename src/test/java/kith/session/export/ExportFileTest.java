package kith.session.export;

import static org.assertj.core.api.Assertions.assertThat;

import kith.session.export.ExportState.Reason;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What a system says when a file can't be written.
class ExportFileTest {

    @Test
    void theReasonIsNamedWhereTheSystemSaysIt() {
        assertThat(ExportFile.reason(new IOException("No space left on device")))
                .isEqualTo(Reason.DISK_FULL);
        assertThat(ExportFile.reason(new IOException("There is not enough space on the disk")))
                .isEqualTo(Reason.DISK_FULL);
        assertThat(ExportFile.reason(new IOException("Disk quota exceeded")))
                .isEqualTo(Reason.DISK_FULL);
        assertThat(ExportFile.reason(new AccessDeniedException("/a")))
                .isEqualTo(Reason.NOT_PERMITTED);
        assertThat(ExportFile.reason(new FileSystemException("/a", null, "Read-only file system")))
                .isEqualTo(Reason.NOT_PERMITTED);
        assertThat(ExportFile.reason(new NoSuchFileException("/a"))).isEqualTo(Reason.NO_FOLDER);
        assertThat(ExportFile.reason(new IOException("Input/output error")))
                .isEqualTo(Reason.OTHER);
    }
}
