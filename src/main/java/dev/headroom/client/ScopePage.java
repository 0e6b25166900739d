package dev.headroom.client;

import dev.headroom.model.ScopeStatus;
import java.util.List;

/// A page of scopes.
///
/// @param scopes the page
/// @param total how many scopes the query matches in all
/// @param searched how many scopes were looked at: the m of "n of m match"
/// @param sequence the last event that the page takes into account
public record ScopePage(List<ScopeStatus> scopes, int total, int searched, long sequence) {}
