package kith.store.search;

import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// A disk on which there may be no room for an index.
public final class FullIndexDisk {

    private FullIndexDisk() {}

    public static IndexFolder folder(Path profile, BooleanSupplier isFull) {
        return new IndexFolder(
                profile,
                disk ->
                        new FilterDirectory(disk) {
                            @Override
                            public IndexOutput createOutput(String name, IOContext context)
                                    throws IOException {
                                check(isFull);
                                return limited(super.createOutput(name, context), isFull);
                            }
                        });
    }

    private static IndexOutput limited(IndexOutput file, BooleanSupplier isFull) {
        return new FilterIndexOutput(file.toString(), file.getName(), file) {
            @Override
            public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
                check(isFull);
                super.writeBytes(bytes, offset, length);
            }
        };
    }

    private static void check(BooleanSupplier isFull) throws IOException {
        if (isFull.getAsBoolean()) {
            throw new IOException("No space left on device");
        }
    }
}
