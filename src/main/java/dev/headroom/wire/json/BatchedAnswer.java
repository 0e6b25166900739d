package dev.headroom.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.model.Answer;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/// What became of one request or record of a batch: its outcome, or why it was not taken.
final class BatchedAnswer implements Shape<Answer> {
  /// The three that there are.
  private sealed interface Kind {
    record Allocated(Outcome.Allocated outcome) implements Kind {}

    record Used(Outcome.Used outcome) implements Kind {}

    record Refused(Refusal refusal) implements Kind {}
  }

  private static final OneOf<Kind> KIND =
      OneOf.<Kind>of("BatchedAnswer", "kind")
          .or(
              "ALLOCATION",
              Kind.Allocated.class,
              only(
                  "AllocationOf",
                  "outcome",
                  Outcomes.ALLOCATED,
                  Kind.Allocated::new,
                  Kind.Allocated::outcome))
          .or(
              "USAGE",
              Kind.Used.class,
              only("UsageOf", "outcome", Outcomes.USED, Kind.Used::new, Kind.Used::outcome))
          .or(
              "PROBLEM",
              Kind.Refused.class,
              only(
                  "ProblemOf",
                  "problem",
                  Refusals.REFUSAL,
                  Kind.Refused::new,
                  Kind.Refused::refusal))
          .all(Kind.class);

  private static <T, V> ObjectShape<T> only(
      String name, String member, Shape<V> shape, Function<V, T> make, Function<T, V> get) {
    return ObjectShape.of(
        name,
        fields -> {
          var value = fields.required(member, shape, get);
          return in -> make.apply(in.get(value));
        });
  }

  @Override
  public void write(Answer answer, JsonGenerator out) throws IOException {
    KIND.write(
        switch (answer) {
          case Outcome.Allocated allocated -> new Kind.Allocated(allocated);
          case Outcome.Used used -> new Kind.Used(used);
          case Refusal refusal -> new Kind.Refused(refusal);
          case Outcome other -> throw new IllegalArgumentException("not of a batch: " + other);
        },
        out);
  }

  @Override
  public Optional<Answer> read(JsonNode node, At at) {
    return KIND.read(node, at)
        .map(kind ->
            switch (kind) {
              case Kind.Allocated(var outcome) -> outcome;
              case Kind.Used(var outcome) -> outcome;
              case Kind.Refused(var refusal) -> refusal;
            });
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return KIND.schema(schemas);
  }
}
