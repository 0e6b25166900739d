package dev.headroom.model;

import java.time.Instant;

/// An alert that stands; there is one per constraint and threshold (rule T1).
///
/// @param constraint whose threshold was crossed
/// @param type what it constrains
/// @param percent the threshold
/// @param severity how urgent
/// @param raisedAt when it was crossed, the last time if that happened before
/// @param repeats how often it was crossed before, having cleared in between
/// @param used what is used now
/// @param allowance what may be used now
public record Alert(
    ConstraintRef constraint,
    ResourceType type,
    int percent,
    Severity severity,
    Instant raisedAt,
    int repeats,
    long used,
    long allowance) {}
