package dev.headroom.client;

import dev.headroom.model.Alert;
import java.util.List;

/// Alerts that stand.
///
/// @param alerts the gravest, then the newest
/// @param total how many stand in all
public record AlertPage(List<Alert> alerts, int total) {}
