package dev.headroom.app.simulation;

/// What came of a simulation. Its components, in their order, are what the JSON form consists of.
///
/// @param seed where everything follows from
/// @param commands how many were given
/// @param violation what is wrong after the last of them; empty where all holds
/// @param command the last of them, where something is wrong; else empty
/// @param events how many there were
/// @param granted how many requests were granted, at once or after a wait
/// @param queued how often one began to wait
/// @param denied how many were denied, at once or after a wait
/// @param preempted how many allocations were revoked for others
/// @param refusals how many commands no rule allows
/// @param repeats how many commands were given again under the same id
/// @param reforms how many changes of limits, pools and settings there were
/// @param interventions how often an administrator decided about a wait or dealt with alerts
/// @param restored how often all or part of what a checkpoint kept was restored
/// @param audits how often all of the state was looked at
/// @param mostOpen the most allocations that were live or waited at one time
/// @param until how far simulated time came
/// @param seconds how long it took, in real time
/// @param commandsPerSecond `commands / seconds`
public record SimulationReport(
    long seed,
    long commands,
    String violation,
    String command,
    long events,
    long granted,
    long queued,
    long denied,
    long preempted,
    long refusals,
    long repeats,
    long reforms,
    long interventions,
    long restored,
    long audits,
    int mostOpen,
    String until,
    double seconds,
    long commandsPerSecond) {

  /// Whether all held that must hold.
  public boolean isClean() {
    return violation.isEmpty();
  }
}
