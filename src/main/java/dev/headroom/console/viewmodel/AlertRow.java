package dev.headroom.console.viewmodel;

/// An alert as a row.
///
/// @param key tells it from all others
/// @param level how grave
/// @param severity the word for it
/// @param address the scope's address, where selecting leads
/// @param scope the scope as one calls it
/// @param constraint whose threshold was crossed
/// @param threshold which, for example `80 %`
/// @param used for example `83 % · 8.3k of 10k`
/// @param since for example `12 min ago`
/// @param repeats how often it was crossed again; empty for never
public record AlertRow(
    String key,
    Level level,
    String severity,
    String address,
    String scope,
    String constraint,
    String threshold,
    String used,
    String since,
    String repeats) {}
