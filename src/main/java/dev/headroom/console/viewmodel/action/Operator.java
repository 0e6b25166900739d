package dev.headroom.console.viewmodel.action;

import dev.headroom.client.Instance;
import dev.headroom.console.viewmodel.Calls;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/// Who acts at this console, on what, and whether they may now. For the UI thread only.
public final class Operator {
  private final Desk desk;
  private final String name;
  private BiConsumer<Attempt.State, String> results = (_, _) -> {};

  /// @param name what the instance is told as the author of what is done
  public Operator(Desk desk, String name) {
    this.desk = desk;
    this.name = name;
  }

  /// The person whose session of the system this is.
  public static Operator atThisMachine(Desk desk) {
    return new Operator(desk, System.getProperty("user.name", "console"));
  }

  /// Who is told what came of each action, in a sentence.
  public void listen(BiConsumer<Attempt.State, String> told) {
    results = told;
  }

  /// Something came of an action.
  void report(Attempt.State state, String text) {
    results.accept(state, text);
  }

  /// The author of what is done here.
  public String name() {
    return name;
  }

  /// On what they act.
  public Instance instance() {
    return desk.instance();
  }

  /// The highest scope that they see.
  public ScopePath home() {
    return desk.home();
  }

  /// How the instance is asked without making the UI thread wait.
  public Calls calls() {
    return desk.calls();
  }

  /// The instance's time, as far as it is known.
  public Instant now() {
    return desk.now();
  }

  /// Why nothing can be done now; empty where it can.
  public String lock() {
    return desk.whyLocked();
  }

  /// What must be typed before what concerns everybody there is changed: the name of a production;
  /// empty elsewhere.
  public Optional<String> nameToType() {
    return desk.mark().filter(PlaceMark::production).map(PlaceMark::name);
  }

  /// A name for one action; said again, it does nothing again (A5).
  public RequestId newId() {
    return new RequestId("console-" + UUID.randomUUID());
  }
}
