package kith.lab;

/// Which way bytes go on a proxied connection.
public enum Direction {
    TO_SERVER,
    TO_CLIENT
}
