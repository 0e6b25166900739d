package dev.headroom.model;

import java.util.List;

/// Alerts with floods folded: one row per parent where there are many.
///
/// @param floods the gravest first, then the newest, then by parent
/// @param alerts those that are in no flood, the gravest first, then the newest
public record AlertOverview(List<AlertFlood> floods, List<Alert> alerts) {}
