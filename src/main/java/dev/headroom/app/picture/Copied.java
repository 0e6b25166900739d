package dev.headroom.app.picture;

import dev.headroom.console.viewmodel.Wording;
import dev.headroom.sandbox.Stage;
import dev.headroom.sandbox.Workload;
import dev.headroom.sandbox.WorkloadSource;
import java.time.Instant;

/// A scenario that looks like a copy of the pictured production.
record Copied(WorkloadSource scenario) implements WorkloadSource {
  @Override
  public String name() {
    return "copy";
  }

  @Override
  public String title() {
    return Wording.text("copy.title", PicturedPlaces.PRODUCTION.name());
  }

  @Override
  public String summary() {
    return scenario.summary();
  }

  @Override
  public Instant start() {
    return scenario.start();
  }

  @Override
  public int scopesDefault() {
    return scenario.scopesDefault();
  }

  @Override
  public Stage stage() {
    return scenario.stage();
  }

  @Override
  public Workload open(Stage stage, long seed, int scopes) {
    return scenario.open(stage, seed, scopes);
  }
}
