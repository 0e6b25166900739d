package dev.headroom.console.viewmodel;

/// An event as a row.
///
/// @param sequence its number
/// @param level how grave
/// @param at the time of day
/// @param family what kind of event
/// @param address the scope's address, where selecting leads
/// @param scope the scope as one calls it
/// @param sentence what happened
public record EventRow(
    long sequence,
    Level level,
    String at,
    String family,
    String address,
    String scope,
    String sentence) {}
