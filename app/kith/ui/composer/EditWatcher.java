package kith.ui.composer;

import kith.model.MessageKey;

/// Who is told which message was being changed in a chat when it was left, and which of its
/// messages are gone. FX thread only.
public interface EditWatcher {

    /// It can be changed on.
    ///
    /// @param text how far the user had come
    void resume(Editing edited, String text);

    /// It can be changed no more; what the user had written is nowhere else, and stays kept until
    /// something else is to be.
    void unchangeable(String text);

    /// A message is gone, ours or another's, wherever it stands.
    void gone(MessageKey message);
}
