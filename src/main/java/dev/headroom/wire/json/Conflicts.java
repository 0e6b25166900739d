package dev.headroom.wire.json;

import dev.headroom.model.Conflict;
import java.util.List;

/// Shapes of conflicts and of what was decided in them.
public final class Conflicts {
  private static final Shape<Conflict.Loss> LOSS =
      ObjectShape.of(
          "Loss",
          fields -> {
            var path = fields.required("path", Names.PATH, Conflict.Loss::path);
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, Conflict.Loss::allocation);
            var amount = fields.required("amount", Scalar.LONG, Conflict.Loss::amount);
            return in -> new Conflict.Loss(in.get(path), in.get(allocation), in.get(amount));
          });

  private static final Shape<Conflict.Ruling> RULING =
      ObjectShape.of(
          "Ruling",
          fields -> {
            var author = fields.required("author", Scalar.TEXT, Conflict.Ruling::author);
            var reason = fields.required("reason", Scalar.TEXT, Conflict.Ruling::reason);
            return in -> new Conflict.Ruling(in.get(author), in.get(reason));
          });

  /// One scope of a deadlock (Q6).
  static final Shape<Conflict.Wait> WAIT =
      ObjectShape.of(
          "DeadlockedWait",
          fields -> {
            var path = fields.required("path", Names.PATH, Conflict.Wait::path);
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, Conflict.Wait::allocation);
            var at = fields.required("constraint", Names.CONSTRAINT, Conflict.Wait::at);
            return in -> new Conflict.Wait(in.get(path), in.get(allocation), in.get(at));
          });

  /// What can be decided about a request.
  static final Shape<Conflict.Verdict> VERDICT = Scalar.word(Conflict.Verdict.class);

  private static final Shape<Conflict.Decision> DECISION =
      ObjectShape.of(
          "Decision",
          fields -> {
            var path = fields.required("path", Names.PATH, Conflict.Decision::path);
            var allocation =
                fields.optional("allocationId", Names.ALLOCATION, Conflict.Decision::allocation);
            var verdict = fields.required("verdict", VERDICT, Conflict.Decision::verdict);
            var at = fields.required("at", Scalar.INSTANT, Conflict.Decision::at);
            var waitedMillis =
                fields.required("waitedMillis", Scalar.LONG, Conflict.Decision::waitedMillis);
            var because =
                fields.byDefault(
                    "because", Outcomes.DENIAL.listed(), List.of(), Conflict.Decision::because);
            var losses = fields.required("losses", LOSS.listed(), Conflict.Decision::losses);
            var ruling = fields.optional("ruling", RULING, Conflict.Decision::ruling);
            var cycle = fields.required("cycle", WAIT.listed(), Conflict.Decision::cycle);
            return in ->
                new Conflict.Decision(
                    in.get(path),
                    in.get(allocation),
                    in.get(verdict),
                    in.get(at),
                    in.get(waitedMillis),
                    in.get(because),
                    in.get(losses),
                    in.get(ruling),
                    in.get(cycle));
          });

  /// What happened where requests contended (Q8).
  public static final ObjectShape<Conflict> CONFLICT =
      ObjectShape.of(
          "Conflict",
          fields -> {
            var id = fields.required("conflictId", Names.CONFLICT, Conflict::id);
            var at = fields.required("constraint", Names.CONSTRAINT, Conflict::at);
            var type = fields.required("type", Names.TYPE, Conflict::type);
            var openedAt = fields.required("openedAt", Scalar.INSTANT, Conflict::openedAt);
            var openedBy = fields.required("openedBy", Names.PATH, Conflict::openedBy);
            var closedAt = fields.optional("closedAt", Scalar.INSTANT, Conflict::closedAt);
            var starvation = fields.required("starvation", Scalar.FLAG, Conflict::starvation);
            var waiting = fields.required("waiting", Scalar.INT, Conflict::waiting);
            var decided = fields.required("decided", Scalar.LONG, Conflict::decided);
            var decisions = fields.required("decisions", DECISION.listed(), Conflict::decisions);
            return in ->
                new Conflict(
                    in.get(id),
                    in.get(at),
                    in.get(type),
                    in.get(openedAt),
                    in.get(openedBy),
                    in.get(closedAt),
                    in.get(starvation),
                    in.get(waiting),
                    in.get(decided),
                    in.get(decisions));
          });

  /// A decision that was about an allocation, or at its cost.
  public static final ObjectShape<Conflict.Episode> EPISODE =
      ObjectShape.of(
          "Episode",
          fields -> {
            var conflict =
                fields.required("conflictId", Names.CONFLICT, Conflict.Episode::conflict);
            var at = fields.required("constraint", Names.CONSTRAINT, Conflict.Episode::at);
            var type = fields.required("type", Names.TYPE, Conflict.Episode::type);
            var decision = fields.required("decision", DECISION, Conflict.Episode::decision);
            return in ->
                new Conflict.Episode(in.get(conflict), in.get(at), in.get(type), in.get(decision));
          });

  private Conflicts() {}
}
