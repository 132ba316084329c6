package kith.xmpp;

import java.time.Instant;
import java.util.Set;

/// What an archive is to look for by itself (XEP-0431).
///
/// @param field how that archive calls what is looked for, one of [#FIELDS]
/// @param words what the messages are to say, whatever the archive makes of it
/// @param before only messages before this moment
public record ArchiveSearch(String field, String words, Instant before) {

    /// What XEP-0431 calls it.
    public static final String STANDARD = "{urn:xmpp:fulltext:0}fulltext";

    /// What servers call it that had it earlier: ejabberd, MongooseIM.
    public static final Set<String> FIELDS = Set.of(STANDARD, "withtext", "full-text-search");
}
