package kith.xmpp;

import java.net.URI;
import java.util.List;

/// A place for one file that an upload service has given away (XEP-0363 §5).
///
/// @param put where the file is to be put: https, with a host
/// @param headers what is to be sent along, in this order
/// @param get where it is then: https, with a host
public record UploadSlot(URI put, List<Header> headers, URI get) {

    public UploadSlot {
        headers = List.copyOf(headers);
    }

    /// One line of a request.
    public record Header(String name, String value) {

        /// Without the value, which may let somebody in: this may reach a log.
        @Override
        public String toString() {
            return name;
        }
    }

    /// Without the addresses: who knows them has the file.
    @Override
    public String toString() {
        return "UploadSlot[" + put.getHost() + "]";
    }
}
