package dev.headroom.sandbox;

import dev.headroom.model.Answer;
import dev.headroom.model.Config;
import dev.headroom.model.Event;
import dev.headroom.model.Refusal;
import java.time.Instant;

/// The limits and pools of a config document in a world where nobody asks for anything yet: to look
/// at what a document says, and to try changes on it.
public final class DocumentScenario implements WorkloadSource {
  private final String name;
  private final Config config;
  private final Instant start;

  /// @param name what the document is called, for people
  /// @param start the simulated instant at which it begins
  /// @throws UnplayableException where no engine would accept the document
  public DocumentScenario(String name, Config config, Instant start) {
    this.name = name;
    this.config = config;
    this.start = start;
    try (Stage trial = new Stage(start)) {
      if (configure(trial) instanceof Refusal refusal) {
        throw new UnplayableException(name + ": " + refusal.sentence());
      }
    }
  }

  @Override
  public String name() {
    return "document";
  }

  @Override
  public String title() {
    return name;
  }

  @Override
  public String summary() {
    return "The limits and pools of a config document, and nobody who uses them.";
  }

  @Override
  public Instant start() {
    return start;
  }

  @Override
  public int scopesDefault() {
    return 0;
  }

  @Override
  public Workload open(Stage stage, long seed, int scopes) {
    if (configure(stage) instanceof Refusal refusal) {
      throw new IllegalStateException("refused, though not in a trial: " + refusal.sentence());
    }
    return new Quiet();
  }

  private Answer configure(Stage stage) {
    return stage.configure(config, "document", "what " + name + " says");
  }

  private static final class Quiet implements Workload {
    @Override
    public long nextAt() {
      return NEVER;
    }

    @Override
    public void act() {
      throw new IllegalStateException("nothing is due, ever");
    }

    @Override
    public void onEvent(Event event) {
      // Nobody waits for anything.
    }
  }
}
