package dev.headroom.engine.reference;

import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A scope that exists (rule S3).
final class Scope {
  final ScopePath path;

  /// Index of the first spending of its lifetime.
  final int countsFrom;

  /// The configuration version at which its limits changed last; 0 for never.
  long limitsVersion;

  /// Its limits by type, those without a period first, then shorter periods before longer ones.
  final List<Cap> caps = new ArrayList<>();

  /// The most that was in use at once, per held type.
  final Map<ResourceType, Long> peaks = new EnumMap<>(ResourceType.class);

  /// What was reported as achieved at and below it.
  final List<Long> scores = new ArrayList<>();

  /// What usage at and below it has cost, charges on top included.
  BigInteger micros = BigInteger.ZERO;

  /// When an amount at or below it was moved last.
  Optional<Long> changed = Optional.empty();

  Scope(ScopePath path, int countsFrom) {
    this.path = path;
    this.countsFrom = countsFrom;
  }

  /// Its limits for a type, in their order.
  List<Cap> caps(ResourceType type) {
    List<Cap> some = new ArrayList<>();
    for (Cap cap : caps) {
      if (cap.type == type) {
        some.add(cap);
      }
    }
    return some;
  }

  void add(Cap cap) {
    caps.add(cap);
    caps.sort(Comparator.comparing(Cap::limit));
  }
}
