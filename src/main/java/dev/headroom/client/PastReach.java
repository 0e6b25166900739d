package dev.headroom.client;

import java.time.Instant;
import java.time.ZoneId;

/// What can be looked at of an instance's past.
///
/// @param since from when on
/// @param until to when
/// @param zone by whose clocks the instance tells times
/// @param isFetched whether it is a part that was fetched, and there may be more
public record PastReach(Instant since, Instant until, ZoneId zone, boolean isFetched) {}
