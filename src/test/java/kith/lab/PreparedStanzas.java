package kith.lab;

/// What a [ScriptedConnection] is to send once it is time, ready to go. Many thousands take longer
/// to fill in and to count than a client takes to read them, and who measures a client on the same
/// machine has that done before.
///
/// @param xml as it goes out
/// @param count how many stanzas they are (XEP-0198 §4)
record PreparedStanzas(String xml, int count) {}
