package kith.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the user said about how Kith is to start.
///
/// @param dataFolder beneath which everything is; not with a profile
/// @param profile the name of a set of folders of its own
/// @param logLevels as typed, `PART=LEVEL`
/// @param isHidden whether the window stays hidden at first
/// @param isPrintingEvents whether what happens is printed as JSON lines
/// @param uri an `xmpp:` address to open (RFC 5122)
public record StartOptions(
        Optional<Path> dataFolder,
        Optional<String> profile,
        List<String> logLevels,
        boolean isHidden,
        boolean isPrintingEvents,
        Optional<String> uri) {}
