package kith.lab;

/// One node of a cluster of servers, all on this machine.
///
/// @param name not that of another
/// @param mapper the port of the Erlang port mapper by which the nodes find each other
record ClusterNode(String name, int mapper) {

    /// What Erlang calls it.
    String fullName() {
        return name + "@localhost";
    }
}
