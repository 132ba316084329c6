package kith.ui.search;

import kith.base.Lane;
import kith.base.Live;
import kith.model.MessageKey;
import kith.session.search.SearchState;

import java.time.ZoneId;
import java.util.function.Consumer;

/// What finding in a chat asks of the session.
///
/// @param searching asks for messages of this chat, the newest first
/// @param state how much of the history can be searched
/// @param around moves the timeline to a message
/// @param zone in which the days of filters begin
/// @param fx the FX lane; a test passes a lane that runs at once
public record FindSources(
        Searching searching,
        Live<SearchState> state,
        Consumer<MessageKey> around,
        ZoneId zone,
        Lane fx) {}
