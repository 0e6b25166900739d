package dev.headroom.console.viewmodel;

/// A live allocation as a row.
///
/// @param key the allocation's name
/// @param address the scope's address
/// @param scope the scope as one calls it
/// @param reserved what is reserved and not consumed, for example `1.2k tokens, 4 GiB`
/// @param consumed what was consumed
/// @param priority the word for it
/// @param since for example `12 min ago`
/// @param expires for example `48 min`
/// @param purpose in the caller's words
public record AllocationRow(
    String key,
    String address,
    String scope,
    String reserved,
    String consumed,
    String priority,
    String since,
    String expires,
    String purpose) {}
