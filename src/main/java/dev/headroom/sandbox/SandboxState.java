package dev.headroom.sandbox;

import java.time.Instant;
import java.util.List;

/// What a sandbox is playing and how far it has come, at one instant.
///
/// @param scenario the name of what is played
/// @param seed where every chance in it comes from
/// @param scopes how many scopes were asked for
/// @param world counts up with every restart
/// @param now the simulated present
/// @param paused whether time stands still
/// @param speed how many simulated seconds a real one is meant to have
/// @param reachedSpeed how many it had lately; less than `speed` where the machine cannot keep up
/// @param commands how many commands the workload has given to the engine since the restart
/// @param refusals how many of them were refused, for example because someone closed a scope
/// @param injected the disturbances that were thrown in, in the order in which they began
/// @param trouble why the workload could not go on, in one line for people, until time is let pass
///   again; empty while it can
public record SandboxState(
    String scenario,
    long seed,
    int scopes,
    int world,
    Instant now,
    boolean paused,
    double speed,
    double reachedSpeed,
    long commands,
    long refusals,
    List<Injected> injected,
    String trouble) {}
