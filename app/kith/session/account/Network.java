package kith.session.account;

import java.util.Set;

/// What the operating system says of its network.
@FunctionalInterface
public interface Network {

    /// The addresses by which this machine can be reached from others, each with its interface. May
    /// block for a moment.
    ///
    /// @return empty without a network, or where it can't be told
    Set<String> addresses();
}
