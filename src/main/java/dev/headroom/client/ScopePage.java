package dev.headroom.client;

import dev.headroom.model.ScopeStatus;
import java.util.List;

/// A page of scopes. A large one is read while commands are decided: each scope stands there as it
/// stood when it was read, and of those that came or went meanwhile it may have some or none.
///
/// @param scopes the page
/// @param total how many scopes the query matches in all
/// @param searched how many scopes were looked at: the m of "n of m match"
/// @param sequence the last event that the whole page takes into account
public record ScopePage(List<ScopeStatus> scopes, int total, int searched, long sequence) {}
