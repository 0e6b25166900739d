package dev.headroom.console.viewmodel;

/// A waiting request as a row.
///
/// @param key the allocation's name
/// @param address the scope's address, where selecting leads
/// @param scope the scope as one calls it
/// @param priority the word for it
/// @param at the constraint where it waits
/// @param needs what it needs there against what is free, for example `2.4k · 1.2k`
/// @param place its place in the line there, for example `3 of 50`
/// @param behind the scope that is considered just before it
/// @param outlook when it may fit
/// @param waited for how long, and how long at most
public record WaitRow(
    String key,
    String address,
    String scope,
    String priority,
    String at,
    String needs,
    String place,
    String behind,
    String outlook,
    String waited) {}
