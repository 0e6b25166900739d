package dev.headroom.wire.json;

import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Denial;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
import java.util.List;
import java.util.Optional;

/// One line of an outcome that is partial, with what bound it where it was cut (A3). That follows
/// from the outcome's denials, and stands here for whoever reads line by line.
record BoundLine(GrantedLine line, Optional<ConstraintRef> bound) {
  static final Shape<BoundLine> SHAPE =
      ObjectShape.of(
          "BoundLine",
          fields -> {
            var type = fields.required("type", Names.TYPE, each -> each.line.type());
            var requested =
                fields.required("requested", Scalar.LONG, each -> each.line.requested());
            var granted = fields.required("granted", Scalar.LONG, each -> each.line.granted());
            var flags =
                fields.byDefault("flags", Outcomes.flags(), List.of(), each -> each.line.flags());
            var bound = fields.optional("bound", Names.CONSTRAINT, BoundLine::bound);
            return in ->
                new BoundLine(
                    new GrantedLine(
                        in.get(type), in.get(requested), in.get(granted), in.get(flags)),
                    in.get(bound));
          });

  static List<BoundLine> of(Outcome.Partial outcome) {
    return outcome.lines().stream()
        .map(line -> new BoundLine(line, boundOf(line, outcome.shortfalls())))
        .toList();
  }

  private static Optional<ConstraintRef> boundOf(GrantedLine line, List<Denial> shortfalls) {
    return shortfalls.stream()
        .filter(_ -> line.granted() < line.requested())
        .filter(each -> each.type() == line.type() && each.requested() == line.requested())
        .map(Denial::binding)
        .findFirst();
  }
}
