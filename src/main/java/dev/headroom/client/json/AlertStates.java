package dev.headroom.client.json;

import dev.headroom.model.AlertState;
import dev.headroom.model.InvalidValueException;
import dev.headroom.wire.json.Scalar;
import dev.headroom.wire.json.Shape;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// States of alerts in an address: their words with commas between, `STANDING` for those that are
/// active or acknowledged, or `ALL`.
public final class AlertStates {
  /// Those of alerts that stand and are not shelved.
  public static final Set<AlertState> STANDING =
      EnumSet.of(AlertState.ACTIVE, AlertState.ACKNOWLEDGED);

  /// Their shape.
  public static final Shape<Set<AlertState>> SHAPE =
      Scalar.text("states of alerts", "", AlertStates::read, AlertStates::write);

  private AlertStates() {}

  /// The words for states.
  public static String write(Set<AlertState> states) {
    return states.stream().map(AlertState::name).sorted().collect(Collectors.joining(","));
  }

  private static Set<AlertState> read(String words) {
    return switch (words) {
      case "STANDING" -> STANDING;
      case "ALL" -> EnumSet.allOf(AlertState.class);
      default ->
          Stream.of(words.split(",", -1))
              .map(AlertStates::state)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(AlertState.class)));
    };
  }

  private static AlertState state(String word) {
    return Stream.of(AlertState.values())
        .filter(state -> state.name().equals(word))
        .findAny()
        .orElseThrow(() ->
            new InvalidValueException(
                "\"%s\" is no state of an alert; those are %s, besides STANDING and ALL",
                word, write(EnumSet.allOf(AlertState.class))));
  }
}
