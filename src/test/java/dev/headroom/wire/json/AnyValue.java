package dev.headroom.wire.json;

import dev.headroom.model.Amount;
import dev.headroom.model.Change;
import dev.headroom.model.ConflictId;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Limit;
import dev.headroom.model.Money;
import dev.headroom.model.Outcome;
import dev.headroom.model.Period;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.Price;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopeKind;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Thresholds;
import dev.headroom.model.report.Decimals;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Random values of any record, enumeration or sealed type of the model, as large and as empty as
/// the model lets them be.
final class AnyValue {
  private static final int ATTEMPTS = 1000;
  private static final List<String> WORDS =
      List.of("", "a", "grün \"und\" blau", "line\nbreak", "\\ / ~ 😀", "\u0007", "x".repeat(200));
  private static final List<ZoneId> ZONES =
      List.of(ZoneOffset.UTC, ZoneId.of("Europe/Berlin"), ZoneId.of("+05:30"));

  private final SplittableRandom random;

  AnyValue(long seed) {
    random = new SplittableRandom(seed);
  }

  /// A random value of a class.
  <T> T of(Class<T> type) {
    return type.cast(of(type, Map.of()));
  }

  /// The records that a sealed type permits, through all its levels; itself, if it is none.
  static Stream<Class<?>> kindsOf(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(AnyValue::kindsOf)
        : Stream.of(type);
  }

  private Object of(Type type, Map<TypeVariable<?>, Type> bound) {
    if (type instanceof TypeVariable<?> variable) {
      return of(Objects.requireNonNull(bound.get(variable)), bound);
    }
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic, bound);
    }
    Class<?> plain = (Class<?>) type;
    return special(plain).orElseGet(() -> ofClass(plain, bound));
  }

  private Object ofGeneric(ParameterizedType type, Map<TypeVariable<?>, Type> bound) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type argument = type.getActualTypeArguments()[0];
    if (raw == List.class) {
      return Stream.generate(() -> of(argument, bound)).limit(random.nextInt(4)).toList();
    }
    if (raw == Optional.class) {
      return random.nextBoolean() ? Optional.of(of(argument, bound)) : Optional.empty();
    }
    if (raw == Map.class) {
      Map<Object, Object> values = new TreeMap<>();
      for (int count = random.nextInt(3); count > 0; count--) {
        values.put(of(argument, bound), of(type.getActualTypeArguments()[1], bound));
      }
      return values;
    }
    Map<TypeVariable<?>, Type> inner = new HashMap<>();
    for (int index = 0; index < raw.getTypeParameters().length; index++) {
      inner.put(raw.getTypeParameters()[index], type.getActualTypeArguments()[index]);
    }
    return ofClass(raw, inner);
  }

  private Object ofClass(Class<?> type, Map<TypeVariable<?>, Type> bound) {
    if (type.isEnum()) {
      Object[] words = type.getEnumConstants();
      return words[random.nextInt(words.length)];
    }
    if (type.isSealed()) {
      List<Class<?>> kinds = kindsOf(type).toList();
      return of(kinds.get(random.nextInt(kinds.size())), bound);
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Object> value = record(type, bound);
      if (value.isPresent()) {
        return value.get();
      }
    }
    throw new AssertionError("no valid " + type + " in " + ATTEMPTS + " attempts");
  }

  /// A record of random parts; nothing where the model refuses it.
  private Optional<Object> record(Class<?> type, Map<TypeVariable<?>, Type> bound) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new);
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      Object[] parts =
          Stream.of(components).map(part -> of(part.getGenericType(), bound)).toArray();
      return Optional.of(canonical.newInstance(parts));
    } catch (InvocationTargetException invalid) {
      if (invalid.getCause() instanceof InvalidValueException) {
        return Optional.empty();
      }
      throw new AssertionError(type + " cannot be made", invalid);
    } catch (ReflectiveOperationException unexpected) {
      throw new LinkageError(type + " cannot be made", unexpected);
    }
  }

  /// What random parts would seldom or never hit.
  private Optional<Object> special(Class<?> type) {
    return Optional.ofNullable(
        switch (type.getSimpleName()) {
          case "long", "Long" -> number();
          case "int", "Integer" -> 1 + random.nextInt(random.nextBoolean() ? 100 : 1_000_000);
          case "boolean" -> random.nextBoolean();
          case "String" -> word();
          case "Instant" -> Instant.ofEpochMilli(random.nextLong(253_402_300_799_000L));
          case "Duration" -> Duration.ofMillis(1 + random.nextLong(86_400_000L * 30));
          case "OptionalLong" ->
              random.nextBoolean() ? OptionalLong.of(-number()) : OptionalLong.empty();
          case "ZoneId" -> ZONES.get(random.nextInt(ZONES.size()));
          case "Money" -> new Money(number());
          case "BigDecimal" ->
              Decimals.normal(BigDecimal.valueOf(number(), random.nextInt(Decimals.SCALE + 1)));
          case "Period" -> new Period(1 + random.nextInt(24), of(Period.Unit.class));
          case "RequestId" -> new RequestId("r-" + Long.toHexString(random.nextLong()));
          case "PoolId" -> new PoolId("p." + random.nextInt(1000));
          case "ScopePath" -> path();
          case "ConflictId" -> new ConflictId(1 + random.nextLong(Long.MAX_VALUE));
          case "Thresholds" -> thresholds();
          case "PutLimits" -> putLimits();
          case "Pool" -> pool();
          case "Price" -> price();
          case "Member" -> new Pool.Member(path(), number(), 1 + random.nextInt(9));
          case "Batched" -> batched();
          default -> null;
        });
  }

  private long number() {
    return switch (random.nextInt(4)) {
      case 0 -> 1;
      case 1 -> Amount.MAX;
      default -> 1 + random.nextLong(1_000_000);
    };
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private ScopePath path() {
    ScopePath path = ScopePath.ROOT;
    for (ScopeKind kind : ScopeKind.values()) {
      if (kind != ScopeKind.GLOBAL && random.nextBoolean()) {
        path = path.child(kind, "n" + random.nextInt(100));
      }
    }
    return path;
  }

  private Thresholds thresholds() {
    return new Thresholds(
        random
            .ints(random.nextInt(Thresholds.COUNT_MAX + 1), 1, Thresholds.PERCENT_MAX + 1)
            .sorted()
            .distinct()
            .boxed()
            .toList());
  }

  private Change.PutLimits putLimits() {
    ScopePath path = path();
    List<Limit> limits = new ArrayList<>();
    for (int count = random.nextInt(3); count > 0; count--) {
      Limit limit = of(Limit.class);
      if (limits.stream().noneMatch(other -> other.key().equals(limit.key()))) {
        limits.add(new Limit(path, limit.type(), limit.terms()));
      }
    }
    return new Change.PutLimits(path, limits, number());
  }

  private Pool pool() {
    Pool drawn = (Pool) ofClass(Pool.class, Map.of());
    return new Pool(drawn.id(), drawn.path(), drawn.type(), drawn.terms());
  }

  private Price price() {
    return new Price(
        new Money(number()),
        random
            .ints(random.nextInt(3), 1, Thresholds.PERCENT_MAX + 1)
            .sorted()
            .distinct()
            .mapToObj(from -> new Price.Step(from, new Money(number())))
            .toList());
  }

  /// What a batch can answer: outcomes of requests, of usage, and refusals.
  private Outcome.Batched batched() {
    return new Outcome.Batched(
        List.of(of(Outcome.Allocated.class), of(Outcome.Used.class), of(Refusal.class)));
  }
}
