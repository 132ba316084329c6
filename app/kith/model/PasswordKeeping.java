package kith.model;

/// Where an account's password is kept between two starts.
public enum PasswordKeeping {
    /// In the key ring of the operating system.
    KEY_RING,
    /// Nowhere: it is asked for at each start.
    ASK,
    /// In a file that only its owner may read; chosen explicitly, for machines without a key ring.
    FILE
}
