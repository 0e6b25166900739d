package dev.headroom.client;

import dev.headroom.model.Explanation;
import dev.headroom.model.ScopeStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The newest state of what a live view watches.
///
/// @param at the engine's time
/// @param sequence the last event that the frame takes into account; the difference to the frame
///   before is how many changes were folded into this one
/// @param scopes the watched scopes that exist, in the order in which they were asked for
/// @param focus the chain that was asked for
/// @param structure changes whenever a scope appears or vanishes anywhere
/// @param scopeCount how many scopes there are
/// @param alertCount how many alerts stand anywhere
/// @param waiterCount how many requests wait anywhere
public record LiveFrame(
    Instant at,
    long sequence,
    List<ScopeStatus> scopes,
    Optional<Explanation> focus,
    long structure,
    int scopeCount,
    int alertCount,
    int waiterCount) {}
