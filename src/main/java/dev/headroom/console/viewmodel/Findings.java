package dev.headroom.console.viewmodel;

import dev.headroom.client.Finding;
import java.time.ZoneOffset;

/// What was found on the way to an instance, in words.
public final class Findings {
  private Findings() {}

  /// How a step went.
  static AttachStep.State state(Finding finding) {
    return switch (finding) {
      case Finding.Failed _ -> AttachStep.State.FAILED;
      case Finding.Unencrypted(boolean loopback) ->
          loopback ? AttachStep.State.GOOD : AttachStep.State.CAUTION;
      case Finding.Reached _,
          Finding.Encrypted _,
          Finding.LetIn _,
          Finding.Understood _,
          Finding.Streaming _ ->
          AttachStep.State.GOOD;
    };
  }

  /// What a step is about.
  public static String name(Finding.Step step) {
    return Wording.text("reach.step." + step.name());
  }

  /// What was found, in a sentence.
  public static String text(Finding finding) {
    return switch (finding) {
      case Finding.Reached(String place, var after) ->
          Wording.text("reach.reached", place, after.toMillis());
      case Finding.Encrypted(String protocol, String authority, var until) ->
          Wording.text(
              "reach.encrypted",
              protocol.replace("TLSv", "TLS "),
              authority,
              Wording.pattern("pattern.day").format(until.atOffset(ZoneOffset.UTC)));
      case Finding.Unencrypted(boolean loopback) ->
          Wording.text(loopback ? "reach.unencrypted.here" : "reach.unencrypted");
      case Finding.LetIn(String role, var subtree) ->
          Wording.text("reach.letIn", role, subtree.text());
      case Finding.Understood(int version, var instance) ->
          Wording.text(
              "reach.understood", instance.name(), Figures.count(instance.scopes()), version);
      case Finding.Streaming(var after) -> Wording.text("reach.streaming", after.toMillis());
      case Finding.Failed(_, var problem, String detail) ->
          Wording.text("reach.problem." + problem.name(), detail);
    };
  }

  /// What to do about it; empty where there is nothing to do.
  public static String remedy(Finding finding) {
    return finding instanceof Finding.Failed(_, var problem, _)
        ? Wording.text("reach.remedy." + problem.name())
        : "";
  }
}
