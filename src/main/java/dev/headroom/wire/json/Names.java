package dev.headroom.wire.json;

import dev.headroom.model.AlertRef;
import dev.headroom.model.AllocationId;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.ConflictId;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Labels;
import dev.headroom.model.LoanId;
import dev.headroom.model.Period;
import dev.headroom.model.PoolId;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Shapes of what things are called.
public final class Names {
  /// A scope's path.
  public static final Shape<ScopePath> PATH =
      Scalar.text("a path such as /user:ada", "", ScopePath::of, ScopePath::text);

  /// A type of resource.
  public static final Shape<ResourceType> TYPE = Scalar.word(ResourceType.class);

  /// How urgent something is.
  public static final Shape<Priority> PRIORITY = Scalar.word(Priority.class);

  /// A strategy for those who wait.
  public static final Shape<ConflictStrategy> STRATEGY = Scalar.word(ConflictStrategy.class);

  /// How long windows are.
  public static final Shape<Period> PERIOD =
      Scalar.text("a period such as PT1H, P1D or P1M", "duration", Period::of, Period::toString);

  /// The caller's name for a command.
  public static final Shape<RequestId> REQUEST =
      Scalar.text(
          "a request id",
          "",
          text -> Disguise.current().own(new RequestId(text)),
          id -> Disguise.current().shown(id).value());

  /// An allocation's name.
  public static final Shape<AllocationId> ALLOCATION =
      Scalar.text("an allocation id such as a1f", "", AllocationId::of, AllocationId::toString)
          .as(
              said -> new AllocationId(own(Disguise.Kind.ALLOCATION, said.value())),
              id -> new AllocationId(shown(Disguise.Kind.ALLOCATION, id.value())));

  /// A pool's name.
  public static final Shape<PoolId> POOL = Scalar.text("a pool id", "", PoolId::new, PoolId::value);

  /// A conflict's name.
  public static final Shape<ConflictId> CONFLICT =
      Scalar.text("a conflict id such as c7", "", ConflictId::of, ConflictId::toString)
          .as(
              said -> new ConflictId(own(Disguise.Kind.CONFLICT, said.value())),
              id -> new ConflictId(shown(Disguise.Kind.CONFLICT, id.value())));

  /// A checkpoint's name.
  public static final Shape<CheckpointId> CHECKPOINT =
      Scalar.text("a checkpoint id such as k7", "", CheckpointId::of, CheckpointId::toString)
          .as(
              said -> new CheckpointId(own(Disguise.Kind.CHECKPOINT, said.value())),
              id -> new CheckpointId(shown(Disguise.Kind.CHECKPOINT, id.value())));

  /// A loan's name.
  public static final Shape<LoanId> LOAN =
      Scalar.text("a loan id such as q7", "", LoanId::of, LoanId::toString)
          .as(
              said -> new LoanId(own(Disguise.Kind.LOAN, said.value())),
              id -> new LoanId(shown(Disguise.Kind.LOAN, id.value())));

  /// Which state of a limit or pool is meant; 0 where there was none.
  public static final Shape<Long> VERSION =
      Scalar.whole(0, Long.MAX_VALUE)
          .as(said -> own(Disguise.Kind.VERSION, said), own -> shown(Disguise.Kind.VERSION, own));

  /// Who changes something.
  public static final Shape<String> AUTHOR = Scalar.words(Labels.LENGTH_MAX);

  /// Why something is changed.
  public static final Shape<String> REASON = Scalar.words(4 * Labels.LENGTH_MAX);

  /// Names and values of the caller's own.
  public static final Shape<Map<String, String>> LABELS =
      Scalar.TEXT.named().as(Labels::requireLabels, Function.identity());

  /// A purpose or category.
  public static final Shape<String> WORDS =
      Scalar.TEXT.as(Labels::requireWords, Function.identity());

  /// A constraint's name.
  public static final Shape<ConstraintRef> CONSTRAINT =
      ObjectShape.of(
          "Constraint",
          fields -> {
            var path = fields.required("path", PATH, ConstraintRef::path);
            var kind =
                fields.required("kind", Scalar.word(ConstraintRef.Kind.class), ConstraintRef::kind);
            var id = fields.required("id", Scalar.TEXT, ConstraintRef::id);
            return in -> new ConstraintRef(in.get(path), in.get(kind), in.get(id));
          });

  /// An alert's name in one word.
  public static final Shape<AlertRef> ALERT_ID =
      Scalar.text("an alert id", "", AlertIds::read, AlertIds::write);

  /// An alert's name.
  public static final Shape<AlertRef> ALERT =
      ObjectShape.of(
          "AlertName",
          fields -> {
            var constraint = fields.required("constraint", CONSTRAINT, AlertRef::constraint);
            var percent = fields.required("percent", Scalar.INT, AlertRef::percent);
            return in -> new AlertRef(in.get(constraint), in.get(percent));
          });

  private Names() {}

  private static long own(Disguise.Kind kind, long said) {
    return Disguise.current().own(kind, said);
  }

  private static long shown(Disguise.Kind kind, long own) {
    return Disguise.current().shown(kind, own);
  }

  /// Values by type of resource.
  static <V> Shape<Map<ResourceType, V>> byType(Shape<V> value) {
    return value
        .named()
        .as(named -> renamed(named, Names::type), typed -> renamed(typed, ResourceType::name));
  }

  private static <A, B extends Comparable<B>, V> Map<B, V> renamed(
      Map<A, V> values, Function<A, B> name) {
    Map<B, V> renamed = new TreeMap<>();
    values.forEach((key, value) -> renamed.put(name.apply(key), value));
    return renamed;
  }

  private static ResourceType type(String name) {
    return ResourceType.ALL.stream()
        .filter(type -> type.name().equals(name))
        .findAny()
        .orElseThrow(() ->
            new InvalidValueException(
                "\"%s\" is no type of resource; those are %s", name, ResourceType.ALL));
  }
}
