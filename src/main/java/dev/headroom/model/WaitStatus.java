package dev.headroom.model;

import java.util.Optional;

/// A waiting request and what it waits for, at one instant (rules Q1, Q4).
///
/// @param request what it asks for, and how urgently
/// @param at the constraint where it waits
/// @param type of which resource
/// @param requested how much it needs there
/// @param free how much the constraint has left; may be below zero where it is overdrawn
/// @param position how many would be considered up to and including it; 1 is next
/// @param waiting how many wait there in all
/// @param behind the scope of whoever is considered just before it; empty for the first
public record WaitStatus(
    AllocationStatus request,
    ConstraintRef at,
    ResourceType type,
    long requested,
    long free,
    int position,
    int waiting,
    Optional<ScopePath> behind) {}
