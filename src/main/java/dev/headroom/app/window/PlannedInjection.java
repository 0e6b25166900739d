package dev.headroom.app.window;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.ScopePath;
import dev.headroom.sandbox.Disturbance;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.disturbance.Repertoire;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A disturbance that is planned on the command line.
///
/// @param after how much simulated time has passed when it begins
/// @param wanted at or below which scope; empty for wherever the seed says
record PlannedInjection(Disturbance what, Duration after, Optional<ScopePath> wanted) {
  private static final int PARTS = 3;

  void planFor(Sandbox sandbox) {
    sandbox.schedule(after, what, wanted);
  }

  /// `spike@PT10M`, `runaway-run@PT1M30S@/user:ada`. A path may have an `@` in it.
  static final class Argument implements ITypeConverter<PlannedInjection> {
    @Override
    public PlannedInjection convert(String text) {
      List<String> parts = List.of(text.split("@", PARTS));
      if (parts.size() < 2) {
        throw new TypeConversionException(
            "'" + text + "' does not say when; write " + parts.getFirst() + "@PT10M or the like");
      }
      return new PlannedInjection(
          kind(parts.getFirst()),
          after(parts.get(1)),
          parts.size() < PARTS ? Optional.empty() : Optional.of(path(parts.getLast())));
    }

    private static Disturbance kind(String name) {
      List<String> names = Repertoire.all().stream().map(Disturbance::name).toList();
      return Repertoire.find(name)
          .orElseThrow(() ->
              new TypeConversionException(
                  (name.isEmpty()
                          ? "it does not say what"
                          : "there is no disturbance '" + name + "'")
                      + "; there are "
                      + String.join(", ", names)));
    }

    private static Duration after(String text) {
      try {
        Duration after = Duration.parse(text);
        if (!after.isNegative()) {
          return after;
        }
      } catch (DateTimeParseException _) {
        // Said below, as of what lies before the beginning.
      }
      throw new TypeConversionException(
          "'" + text + "' is no time after the beginning; write PT30S, PT5M, PT1H or the like");
    }

    private static ScopePath path(String text) {
      try {
        return ScopePath.of(text);
      } catch (InvalidValueException invalid) {
        throw new TypeConversionException(invalid.getMessage());
      }
    }
  }
}
