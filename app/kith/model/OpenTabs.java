package kith.model;

import java.util.List;
import java.util.Optional;

/// The chats that are open in tabs.
///
/// @param order from the start side; each at most once
/// @param selected one of them; none only where there is none
public record OpenTabs(List<ChatKey> order, Optional<ChatKey> selected) {

    public static final OpenTabs NONE = new OpenTabs(List.of(), Optional.empty());
}
