package kith.session.notify;

/// What a notice says, tame and short.
///
/// @param summary one line
/// @param body plain text, whatever signs it holds; may be empty
public record NoticeText(String summary, String body) {}
