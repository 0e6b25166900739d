package dev.headroom.sandbox;

import java.util.List;

/// What a sandbox can play.
record Playbill(List<WorkloadSource> sources) {
  Playbill {
    sources = List.copyOf(sources);
  }

  /// What it plays.
  ///
  /// @param seed where every chance in it comes from
  /// @param scopes about how many scopes it has
  record Play(WorkloadSource source, long seed, int scopes) {}

  /// One of them.
  ///
  /// @param scopes about how many scopes it should have; 0 for as many as it has by default
  /// @throws IllegalArgumentException where there is none of that name, or it cannot be of that
  ///   size
  Play choose(String scenario, long seed, int scopes) {
    WorkloadSource source = find(scenario);
    if (scopes < 0 || scopes > Sandbox.SCOPES_MAX) {
      throw new IllegalArgumentException(
          "a number of scopes is between 0 and " + Sandbox.SCOPES_MAX + ", not " + scopes);
    }
    return new Play(source, seed, scopes == 0 ? source.scopesDefault() : scopes);
  }

  private WorkloadSource find(String scenario) {
    return sources.stream()
        .filter(candidate -> candidate.name().equals(scenario))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no scenario "
                    + scenario
                    + "; there are "
                    + String.join(", ", sources.stream().map(WorkloadSource::name).toList())));
  }
}
