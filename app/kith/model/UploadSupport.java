package kith.model;

import java.util.Optional;

/// Whether an account's server takes files to show to others (XEP-0363).
public sealed interface UploadSupport {

    /// Nobody has asked it yet, or it can't be asked now.
    record Unknown() implements UploadSupport {}

    /// It doesn't.
    record None() implements UploadSupport {}

    /// It does.
    ///
    /// @param most how many bytes a file may have; empty where it doesn't say
    record Offered(Optional<Long> most) implements UploadSupport {}

    UploadSupport UNKNOWN = new Unknown();
    UploadSupport NONE = new None();

    /// Whether it is known that a file of this size isn't taken.
    static boolean isTooMuch(UploadSupport support, long size) {
        return support instanceof Offered(var most) && most.filter(it -> size > it).isPresent();
    }
}
