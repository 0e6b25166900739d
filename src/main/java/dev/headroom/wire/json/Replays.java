package dev.headroom.wire.json;

import dev.headroom.model.Listed;
import dev.headroom.model.replay.Account;
import dev.headroom.model.replay.Hindsight;
import dev.headroom.model.replay.ReplayQuery;
import java.util.List;

/// Shapes of what a span that is over would have come to under other settings.
public final class Replays {
  private static final Shape<Account.OfType> OF_TYPE =
      ObjectShape.of(
          "AccountOfType",
          fields -> {
            var type = fields.required("type", Names.TYPE, Account.OfType::type);
            var consumed = fields.required("consumed", Scalar.LONG, Account.OfType::consumed);
            var peak = fields.required("peak", Scalar.LONG, Account.OfType::peak);
            return in -> new Account.OfType(in.get(type), in.get(consumed), in.get(peak));
          });

  private static final Shape<Account> ACCOUNT =
      ObjectShape.of(
          "Account",
          fields -> {
            var granted = fields.required("granted", Scalar.LONG, Account::granted);
            var denied = fields.required("denied", Scalar.LONG, Account::denied);
            var waits = fields.required("waits", Scalar.LONG, Account::waits);
            var waited = fields.required("waitedMillis", Scalar.LONG, Account::waitedMillis);
            var longest =
                fields.required("longestWaitMillis", Scalar.LONG, Account::longestWaitMillis);
            var waiting = fields.required("stillWaiting", Scalar.LONG, Account::stillWaiting);
            var preempted = fields.required("preempted", Scalar.LONG, Account::preempted);
            var cost = fields.required("cost", Scalar.MONEY, Account::cost);
            var overage = fields.required("overage", Scalar.MONEY, Account::overage);
            var types = fields.required("types", OF_TYPE.listed(), Account::types);
            return in ->
                new Account(
                    in.get(granted),
                    in.get(denied),
                    in.get(waits),
                    in.get(waited),
                    in.get(longest),
                    in.get(waiting),
                    in.get(preempted),
                    in.get(cost),
                    in.get(overage),
                    in.get(types));
          });

  private static final Shape<Hindsight.Fate> FATE =
      ObjectShape.of(
          "Fate",
          fields -> {
            var path = fields.required("path", Names.PATH, Hindsight.Fate::path);
            var before = fields.required("before", ACCOUNT, Hindsight.Fate::before);
            var after = fields.required("after", ACCOUNT, Hindsight.Fate::after);
            return in -> new Hindsight.Fate(in.get(path), in.get(before), in.get(after));
          });

  private static final Shape<Listed<Hindsight.Fate>> FATES =
      ObjectShape.of(
          "Fates",
          fields -> {
            var first = fields.required("first", FATE.listed(), Listed<Hindsight.Fate>::first);
            var total = fields.required("total", Scalar.INT, Listed<Hindsight.Fate>::total);
            return in -> new Listed<>(in.get(first), in.get(total));
          });

  private static final Shape<Hindsight.Unknown> UNKNOWN =
      ObjectShape.of(
          "Unknown",
          fields -> {
            var granted =
                fields.required("newlyGranted", Scalar.LONG, Hindsight.Unknown::newlyGranted);
            var denied =
                fields.required("newlyDenied", Scalar.LONG, Hindsight.Unknown::newlyDenied);
            var leftOut = fields.required("leftOut", Scalar.LONG, Hindsight.Unknown::leftOut);
            var moved = fields.required("moved", Scalar.LONG, Hindsight.Unknown::moved);
            var overruled = fields.required("overruled", Scalar.LONG, Hindsight.Unknown::overruled);
            var refused = fields.required("refused", Scalar.LONG, Hindsight.Unknown::refused);
            return in ->
                new Hindsight.Unknown(
                    in.get(granted),
                    in.get(denied),
                    in.get(leftOut),
                    in.get(moved),
                    in.get(overruled),
                    in.get(refused));
          });

  /// What is asked.
  public static final ObjectShape<ReplayQuery> QUERY =
      ObjectShape.of(
          "ReplayQuery",
          fields -> {
            var from = fields.required("from", Scalar.INSTANT, ReplayQuery::from);
            var to = fields.required("to", Scalar.INSTANT, ReplayQuery::to);
            var changes =
                fields.byDefault(
                    "changes", Changes.CHANGE.listed(), List.of(), ReplayQuery::changes);
            return in -> new ReplayQuery(in.get(from), in.get(to), in.get(changes));
          });

  /// What comes of it.
  public static final ObjectShape<Hindsight> HINDSIGHT =
      ObjectShape.of(
          "Hindsight",
          fields -> {
            var from = fields.required("from", Scalar.INSTANT, Hindsight::from);
            var to = fields.required("to", Scalar.INSTANT, Hindsight::to);
            var commands = fields.required("commands", Scalar.LONG, Hindsight::commands);
            var all = fields.required("all", FATE, Hindsight::all);
            var scopes = fields.required("scopes", FATES, Hindsight::scopes);
            var unknown = fields.required("unknown", UNKNOWN, Hindsight::unknown);
            return in ->
                new Hindsight(
                    in.get(from),
                    in.get(to),
                    in.get(commands),
                    in.get(all),
                    in.get(scopes),
                    in.get(unknown));
          });

  private Replays() {}
}
