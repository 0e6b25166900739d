package dev.headroom.console.viewmodel;

/// A waiting request as a row.
///
/// @param key the allocation's name
/// @param address the scope's address, where selecting leads
/// @param scope the scope as one calls it
/// @param wants for example `2.4k tokens, 4 GiB`
/// @param priority the word for it
/// @param waited for how long
/// @param until how long still at most
/// @param blockedBy the constraint that says no, and what it has left
/// @param outlook when it may fit
/// @param purpose in the caller's words
public record WaitRow(
    String key,
    String address,
    String scope,
    String wants,
    String priority,
    String waited,
    String until,
    String blockedBy,
    String outlook,
    String purpose) {}
