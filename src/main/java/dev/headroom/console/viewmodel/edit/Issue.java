package dev.headroom.console.viewmodel.edit;

/// Something to know before a change set is applied.
///
/// @param blocks whether it cannot be applied as it is; a warning does not block
/// @param text what, with the scopes that it is about
public record Issue(boolean blocks, String text) {}
