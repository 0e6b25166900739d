package dev.headroom.wire.json;

import dev.headroom.model.AlertRef;
import dev.headroom.model.Command;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Foretold;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Priority;
import dev.headroom.model.Resolution;
import dev.headroom.model.ShelfLife;
import java.util.Optional;
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
      acknowledge("AcknowledgeAlert", "alert", Names.ALERT);

  /// The same, the alert named in one word.
  public static final ObjectShape<Command.AcknowledgeAlert> ACKNOWLEDGE_ONE =
      acknowledge("AcknowledgeOneAlert", "alertId", Names.ALERT_ID);

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
      shelve("ShelveAlerts", "what", SHELVABLE);

  /// The same of one alert, which is named in one word.
  public static final ObjectShape<Command.ShelveAlerts> SHELVE_ONE =
      shelve(
          "ShelveOneAlert",
          "alertId",
          Names.ALERT_ID.as(Command.Shelvable.One::new, Decisions::alert));

  /// Bring shelved alerts back (T2).
  public static final ObjectShape<Command.UnshelveAlerts> UNSHELVE =
      ObjectShape.of(
          "UnshelveAlerts",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.UnshelveAlerts::id);
            var what = fields.required("what", SHELVABLE, Command.UnshelveAlerts::what);
            var author = fields.required("author", Names.AUTHOR, Command.UnshelveAlerts::author);
            var reason = fields.required("reason", Names.REASON, Command.UnshelveAlerts::reason);
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
    var action = fields.required("action", Scalar.word(Action.class), Decisions::action);
    var priority = fields.optional("priority", Names.PRIORITY, Decisions::priority);
    var strategy = fields.optional("strategy", Names.STRATEGY, Decisions::strategy);
    var author = fields.required("author", Names.AUTHOR, Command.ResolveConflict::author);
    var reason = fields.required("reason", Names.REASON, Command.ResolveConflict::reason);
    return in ->
        new Command.ResolveConflict(
            in.get(id),
            in.get(conflict),
            in.get(allocation),
            in.get(action).with(in.get(priority), in.get(strategy)),
            in.get(author),
            in.get(reason));
  }

  /// What can be done about a request that waits.
  private enum Action {
    GRANT,
    DENY,
    REPRIORITISE,
    APPLY;

    Resolution with(Optional<Priority> priority, Optional<ConflictStrategy> strategy) {
      if (priority.isPresent() != (this == REPRIORITISE)
          || strategy.isPresent() != (this == APPLY)) {
        throw new InvalidValueException(
            "REPRIORITISE goes with a priority, APPLY with a strategy, and nothing else does");
      }
      return switch (this) {
        case GRANT -> new Resolution.Grant();
        case DENY -> new Resolution.Deny();
        case REPRIORITISE -> new Resolution.Reprioritise(priority.orElseThrow());
        case APPLY -> new Resolution.Apply(strategy.orElseThrow());
      };
    }
  }

  private static Action action(Command.ResolveConflict resolve) {
    return switch (resolve.resolution()) {
      case Resolution.Grant _ -> Action.GRANT;
      case Resolution.Deny _ -> Action.DENY;
      case Resolution.Reprioritise _ -> Action.REPRIORITISE;
      case Resolution.Apply _ -> Action.APPLY;
    };
  }

  private static Optional<Priority> priority(Command.ResolveConflict resolve) {
    return resolve.resolution() instanceof Resolution.Reprioritise(var priority)
        ? Optional.of(priority)
        : Optional.empty();
  }

  private static Optional<ConflictStrategy> strategy(Command.ResolveConflict resolve) {
    return resolve.resolution() instanceof Resolution.Apply(var strategy)
        ? Optional.of(strategy)
        : Optional.empty();
  }

  private static ObjectShape<Command.AcknowledgeAlert> acknowledge(
      String name, String member, Shape<AlertRef> shape) {
    return ObjectShape.of(
        name,
        fields -> {
          var id = fields.required("requestId", Names.REQUEST, Command.AcknowledgeAlert::id);
          var alert = fields.required(member, shape, Command.AcknowledgeAlert::alert);
          var author = fields.required("author", Names.AUTHOR, Command.AcknowledgeAlert::author);
          var note = fields.byDefault("note", Scalar.TEXT, "", Command.AcknowledgeAlert::note);
          return in ->
              new Command.AcknowledgeAlert(in.get(id), in.get(alert), in.get(author), in.get(note));
        });
  }

  private static ObjectShape<Command.ShelveAlerts> shelve(
      String name, String member, Shape<Command.Shelvable> shape) {
    return ObjectShape.of(
        name,
        fields -> {
          var id = fields.required("requestId", Names.REQUEST, Command.ShelveAlerts::id);
          var what = fields.required(member, shape, Command.ShelveAlerts::what);
          var life =
              fields.required("life", Scalar.word(ShelfLife.class), Command.ShelveAlerts::life);
          var author = fields.required("author", Names.AUTHOR, Command.ShelveAlerts::author);
          var reason = fields.required("reason", Names.REASON, Command.ShelveAlerts::reason);
          return in ->
              new Command.ShelveAlerts(
                  in.get(id), in.get(what), in.get(life), in.get(author), in.get(reason));
        });
  }

  private static AlertRef alert(Command.Shelvable what) {
    return switch (what) {
      case Command.Shelvable.One(var alert) -> alert;
      case Command.Shelvable.Subtree(var path) ->
          throw new IllegalArgumentException("alerts at and below " + path + " have no one name");
    };
  }

  /// An object without members: that it is there says all.
  private static <T> ObjectShape<T> empty(String name, T value) {
    return ObjectShape.of(name, _ -> _ -> value);
  }
}
