package dev.headroom.wire.json;

import dev.headroom.model.Command;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Foretold;
import dev.headroom.model.Resolution;
import dev.headroom.model.ShelfLife;
import java.util.function.Function;

/// Shapes of what administrators decide about conflicts and alerts, as whole commands; see
/// [Requests].
public final class Decisions {
  /// What is done about a request that waits (Q7).
  public static final OneOf<Resolution> RESOLUTION =
      OneOf.<Resolution>of("Resolution", "action")
          .or("GRANT", Resolution.Grant.class, empty("Grant", new Resolution.Grant()))
          .or("DENY", Resolution.Deny.class, empty("Deny", new Resolution.Deny()))
          .or(
              "REPRIORITISE",
              Resolution.Reprioritise.class,
              ObjectShape.of(
                  "Reprioritise",
                  fields -> {
                    var priority =
                        fields.required(
                            "priority", Names.PRIORITY, Resolution.Reprioritise::priority);
                    return in -> new Resolution.Reprioritise(in.get(priority));
                  }))
          .or(
              "APPLY",
              Resolution.Apply.class,
              ObjectShape.of(
                  "ApplyStrategy",
                  fields -> {
                    var strategy =
                        fields.required(
                            "strategy",
                            Scalar.word(ConflictStrategy.class),
                            Resolution.Apply::strategy);
                    return in -> new Resolution.Apply(in.get(strategy));
                  }))
          .all(Resolution.class);

  /// One alert, or all at and below a scope.
  public static final OneOf<Command.Shelvable> SHELVABLE =
      OneOf.<Command.Shelvable>of("Shelvable", "kind")
          .or(
              "ALERT",
              Command.Shelvable.One.class,
              ObjectShape.of(
                  "OneAlert",
                  fields -> {
                    var alert = fields.required("alert", Names.ALERT, Command.Shelvable.One::alert);
                    return in -> new Command.Shelvable.One(in.get(alert));
                  }))
          .or(
              "SUBTREE",
              Command.Shelvable.Subtree.class,
              ObjectShape.of(
                  "AlertsBelow",
                  fields -> {
                    var path = fields.required("path", Names.PATH, Command.Shelvable.Subtree::path);
                    return in -> new Command.Shelvable.Subtree(in.get(path));
                  }))
          .all(Command.Shelvable.class);

  /// Decide about a request that waits (Q7).
  public static final ObjectShape<Command.ResolveConflict> RESOLVE =
      ObjectShape.of("ResolveConflict", Decisions::resolve);

  /// Say that one knows of an alert (T2).
  public static final ObjectShape<Command.AcknowledgeAlert> ACKNOWLEDGE =
      ObjectShape.of(
          "AcknowledgeAlert",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.AcknowledgeAlert::id);
            var alert = fields.required("alert", Names.ALERT, Command.AcknowledgeAlert::alert);
            var author = fields.required("author", Scalar.TEXT, Command.AcknowledgeAlert::author);
            var note = fields.byDefault("note", Scalar.TEXT, "", Command.AcknowledgeAlert::note);
            return in ->
                new Command.AcknowledgeAlert(
                    in.get(id), in.get(alert), in.get(author), in.get(note));
          });

  private static final Shape<Foretold> FORETOLD =
      ObjectShape.of(
          "Foretold",
          fields -> {
            var constraint = fields.required("constraint", Names.CONSTRAINT, Foretold::constraint);
            var exhaustion =
                fields.required("exhaustion", Forecasts.EXHAUSTION, Foretold::exhaustion);
            var holds = fields.required("holds", Scalar.DURATION, Foretold::holds);
            return in -> new Foretold(in.get(constraint), in.get(exhaustion), in.get(holds));
          });

  /// Say beforehand when constraints will run out (T5).
  public static final ObjectShape<Command.Foretell> FORETELL =
      ObjectShape.of(
          "Foretell",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.Foretell::id);
            var foretold =
                fields.required("foretold", FORETOLD.listed(), Command.Foretell::foretold);
            return in -> new Command.Foretell(in.get(id), in.get(foretold));
          });

  /// Keep alerts out of sight for a while (T2).
  public static final ObjectShape<Command.ShelveAlerts> SHELVE =
      ObjectShape.of(
          "ShelveAlerts",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.ShelveAlerts::id);
            var what = fields.required("what", SHELVABLE, Command.ShelveAlerts::what);
            var life =
                fields.required("life", Scalar.word(ShelfLife.class), Command.ShelveAlerts::life);
            var author = fields.required("author", Scalar.TEXT, Command.ShelveAlerts::author);
            var reason = fields.required("reason", Scalar.TEXT, Command.ShelveAlerts::reason);
            return in ->
                new Command.ShelveAlerts(
                    in.get(id), in.get(what), in.get(life), in.get(author), in.get(reason));
          });

  /// Bring shelved alerts back (T2).
  public static final ObjectShape<Command.UnshelveAlerts> UNSHELVE =
      ObjectShape.of(
          "UnshelveAlerts",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.UnshelveAlerts::id);
            var what = fields.required("what", SHELVABLE, Command.UnshelveAlerts::what);
            var author = fields.required("author", Scalar.TEXT, Command.UnshelveAlerts::author);
            var reason = fields.required("reason", Scalar.TEXT, Command.UnshelveAlerts::reason);
            return in ->
                new Command.UnshelveAlerts(
                    in.get(id), in.get(what), in.get(author), in.get(reason));
          });

  private Decisions() {}

  private static Function<ObjectShape.Values, Command.ResolveConflict> resolve(
      Fields<Command.ResolveConflict> fields) {
    var id = fields.required("requestId", Names.REQUEST, Command.ResolveConflict::id);
    var conflict = fields.required("conflictId", Names.CONFLICT, Command.ResolveConflict::conflict);
    var allocation =
        fields.required("allocationId", Names.ALLOCATION, Command.ResolveConflict::allocation);
    var resolution = fields.required("resolution", RESOLUTION, Command.ResolveConflict::resolution);
    var author = fields.required("author", Scalar.TEXT, Command.ResolveConflict::author);
    var reason = fields.required("reason", Scalar.TEXT, Command.ResolveConflict::reason);
    return in ->
        new Command.ResolveConflict(
            in.get(id),
            in.get(conflict),
            in.get(allocation),
            in.get(resolution),
            in.get(author),
            in.get(reason));
  }

  /// An object without members: that it is there says all.
  private static <T> ObjectShape<T> empty(String name, T value) {
    return ObjectShape.of(name, _ -> _ -> value);
  }
}
