package kith.model;

/// How far a message has come. A message of ours goes down this list and never back, but that one
/// that failed may be queued again by the user.
public sealed interface Delivery {

    /// Not ours: it came in.
    record Received() implements Delivery {}

    /// Ours, safe in the store, not yet on the wire.
    record Queued() implements Delivery {}

    /// Ours, on the wire; the server has not said that it has it.
    record Sending() implements Delivery {}

    /// The server has it (XEP-0198 §4), or the room has reflected it.
    record OnServer() implements Delivery {}

    /// A device of the recipient has it (XEP-0184).
    record Delivered() implements Delivery {}

    /// The recipient has seen it (XEP-0333).
    record Read() implements Delivery {}

    /// It was refused and will not be tried again by itself.
    record Failed(Refusal refusal) implements Delivery {}

    /// Whether it is ours and the server may not have it.
    static boolean isOutstanding(Delivery delivery) {
        return delivery instanceof Queued || delivery instanceof Sending;
    }

    Delivery RECEIVED = new Received();
    Delivery QUEUED = new Queued();
    Delivery SENDING = new Sending();
    Delivery ON_SERVER = new OnServer();
    Delivery DELIVERED = new Delivered();
    Delivery READ = new Read();
}
