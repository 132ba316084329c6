package kith.model;

/// What the user has chosen to send, as it was found.
public sealed interface ChosenFile {

    /// What it is called.
    String name();

    /// It can be sent.
    ///
    /// @param isPicture whether it is one that can be shown small without taking much memory
    record Usable(LocalFile file, boolean isPicture) implements ChosenFile {

        @Override
        public String name() {
            return file.name();
        }
    }

    /// It can't.
    record Unusable(String name, Reason reason) implements ChosenFile {}

    /// Why something can't be sent; `composer.files.<reason>` in the texts.
    enum Reason {
        /// It is a folder.
        FOLDER,
        /// There is nothing in it.
        EMPTY,
        /// It isn't there, may not be read, or is something else than a file.
        UNREADABLE
    }
}
