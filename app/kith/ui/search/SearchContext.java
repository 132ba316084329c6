package kith.ui.search;

import javafx.scene.layout.Region;

import kith.model.MessageKey;
import kith.model.TextRange;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// A part of a chat in which a message that was found is shown.
///
/// @param show goes to a message
/// @param mark marks in all messages what a function finds in their texts
/// @param close lets go of it
public record SearchContext(
        Region node,
        Consumer<MessageKey> show,
        Consumer<Function<String, List<TextRange>>> mark,
        Runnable close) {}
