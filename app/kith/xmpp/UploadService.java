package kith.xmpp;

import org.jxmpp.jid.Jid;

import java.util.OptionalLong;

/// A service that takes files (XEP-0363).
///
/// @param most how many bytes a file may have; empty where it doesn't say
public record UploadService(Jid address, OptionalLong most) {}
