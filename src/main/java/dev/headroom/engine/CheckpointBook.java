package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Checkpoint;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.StoryBytes;
import dev.headroom.wire.ValueBytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All checkpoints that are kept, and who stands now for the allocations in them: one that is
/// restored takes the place of the one before, whichever checkpoint names it.
///
/// Bounded: a scope has the latest few, and all together weigh no more than
/// [Checkpoint#WEIGHT_MAX]. Only allocations that a checkpoint names are remembered.
final class CheckpointBook {
  /// A checkpoint, with the first name that each of its allocations was ever kept under.
  private record Entry(Checkpoint checkpoint, List<AllocationId> firsts) {}

  private final TreeMap<CheckpointId, Entry> entries = new TreeMap<>();
  private final Map<ScopePath, List<CheckpointId>> byScope = new HashMap<>();

  /// Who stands now for an allocation, by its first name; only for those that were restored.
  private final TreeMap<AllocationId, AllocationId> latest = new TreeMap<>();

  /// The same the other way round.
  private final Map<AllocationId, AllocationId> firsts = new HashMap<>();

  /// In how many checkpoints an allocation is, by its first name.
  private final Map<AllocationId, Integer> mentions = new HashMap<>();

  private int weight;
  private long last;

  CheckpointBook() {}

  CheckpointBook(CheckpointBook other) {
    entries.putAll(other.entries);
    byScope.putAll(other.byScope);
    latest.putAll(other.latest);
    firsts.putAll(other.firsts);
    mentions.putAll(other.mentions);
    weight = other.weight;
    last = other.last;
  }

  /// What all checkpoints weigh.
  int weight() {
    return weight;
  }

  /// The name of the next checkpoint.
  CheckpointId next() {
    return new CheckpointId(last + 1);
  }

  /// Whether one more fits, once the oldest of its scope has given way.
  boolean fits(ScopePath path, int allocations) {
    CheckpointId old = givingWay(path);
    Entry entry = old == null ? null : entries.get(old);
    int without = weight - (entry == null ? 0 : weight(entry));
    return without + Checkpoint.weight(allocations) <= Checkpoint.WEIGHT_MAX;
  }

  /// The checkpoint of a scope that gives way to the next one; none where there is room for both.
  @Nullable CheckpointId givingWay(ScopePath path) {
    List<CheckpointId> there = byScope.getOrDefault(path, List.of());
    return there.size() < Checkpoint.PER_SCOPE_MAX ? null : there.getFirst();
  }

  /// Keeps a checkpoint, which is called [#next()] and fits.
  void add(Checkpoint checkpoint) {
    List<AllocationId> names = new ArrayList<>(checkpoint.allocations().size());
    for (Checkpoint.Kept kept : checkpoint.allocations()) {
      AllocationId first = firsts.getOrDefault(kept.allocation(), kept.allocation());
      names.add(first);
    }
    enter(new Entry(checkpoint, List.copyOf(names)));
    last++;
  }

  private void enter(Entry entry) {
    Checkpoint checkpoint = entry.checkpoint;
    entries.put(checkpoint.id(), entry);
    List<CheckpointId> there = new ArrayList<>(byScope.getOrDefault(checkpoint.path(), List.of()));
    there.add(checkpoint.id());
    byScope.put(checkpoint.path(), List.copyOf(there));
    weight += weight(entry);
    entry.firsts.forEach(first -> mentions.merge(first, 1, Integer::sum));
  }

  /// A checkpoint; none where it is not kept.
  @Nullable Checkpoint find(CheckpointId id) {
    Entry entry = entries.get(id);
    return entry == null ? null : entry.checkpoint;
  }

  /// Who stands now for one allocation of a checkpoint: itself, or the last that was restored for
  /// it.
  AllocationId now(CheckpointId id, int index) {
    AllocationId first = first(id, index);
    return latest.getOrDefault(first, first);
  }

  /// Notes that an allocation was restored for one of a checkpoint.
  void succeed(CheckpointId id, int index, AllocationId by) {
    AllocationId first = first(id, index);
    AllocationId before = latest.put(first, by);
    if (before != null) {
      firsts.remove(before);
    }
    firsts.put(by, first);
  }

  /// Forgets a checkpoint that is kept.
  void forget(CheckpointId id) {
    Entry entry = java.util.Objects.requireNonNull(entries.remove(id));
    weight -= weight(entry);
    ScopePath path = entry.checkpoint.path();
    List<CheckpointId> there = new ArrayList<>(byScope.getOrDefault(path, List.of()));
    there.remove(id);
    if (there.isEmpty()) {
      byScope.remove(path);
    } else {
      byScope.put(path, List.copyOf(there));
    }
    entry.firsts.forEach(this::unmention);
  }

  /// The checkpoints of scopes at and below one, the newest first.
  List<Checkpoint> list(ScopePath below, int offset, int count) {
    return entries.descendingMap().values().stream()
        .map(Entry::checkpoint)
        .filter(checkpoint -> checkpoint.path().isWithin(below))
        .skip(offset)
        .limit(count)
        .toList();
  }

  /// How many there are of scopes at and below one.
  int count(ScopePath below) {
    return (int)
        entries.values().stream().filter(entry -> entry.checkpoint.path().isWithin(below)).count();
  }

  void write(StateOutput out) {
    out.next().number(last).number(entries.size());
    for (Entry entry : entries.values()) {
      List<Checkpoint.Kept> kept = entry.checkpoint.allocations();
      StoryBytes.write(out.next(), entry.checkpoint);
      out.next().number(kept.size());
      for (int at = 0; at < kept.size(); at++) {
        StoryBytes.write(out.next(), kept.get(at));
        out.next().number(entry.firsts.get(at).value());
      }
    }
    out.next().number(latest.size());
    latest.forEach((first, now) -> out.next().number(first.value()).number(now.value()));
  }

  void read(StateInput in) {
    last = in.next().number();
    int count = in.count();
    for (int read = 0; read < count; read++) {
      enter(readEntry(in));
    }
    int restored = in.count();
    for (int read = 0; read < restored; read++) {
      AllocationId first = ValueBytes.allocation(in.next());
      AllocationId now = ValueBytes.allocation(in.next());
      latest.put(first, now);
      firsts.put(now, first);
    }
  }

  private static Entry readEntry(StateInput in) {
    Checkpoint without = StoryBytes.checkpoint(in.next());
    int count = in.count();
    List<Checkpoint.Kept> kept = new ArrayList<>();
    List<AllocationId> names = new ArrayList<>();
    while (kept.size() < count) {
      kept.add(StoryBytes.kept(in.next()));
      names.add(ValueBytes.allocation(in.next()));
    }
    return new Entry(
        new Checkpoint(
            without.id(), without.path(), without.at(), without.totals(), List.copyOf(kept)),
        List.copyOf(names));
  }

  void write(CanonicalForm form) {
    form.number(last).number(entries.size());
    entries.forEach(
        (_, entry) -> form.text(entry.checkpoint.toString()).text(entry.firsts.toString()));
    form.number(latest.size());
    latest.forEach((first, now) -> form.number(first.value()).number(now.value()));
  }

  private void unmention(AllocationId first) {
    int left = mentions.getOrDefault(first, 0) - 1;
    if (left > 0) {
      mentions.put(first, left);
      return;
    }
    mentions.remove(first);
    AllocationId now = latest.remove(first);
    if (now != null) {
      firsts.remove(now);
    }
  }

  private AllocationId first(CheckpointId id, int index) {
    return java.util.Objects.requireNonNull(entries.get(id)).firsts.get(index);
  }

  private static int weight(Entry entry) {
    return Checkpoint.weight(entry.firsts.size());
  }
}
