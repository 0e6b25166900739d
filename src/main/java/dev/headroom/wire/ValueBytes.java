package dev.headroom.wire;

import dev.headroom.model.AllocationId;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Labels;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopeKind;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The small words of the model as bytes.
public final class ValueBytes {
  /// Stands where the length of an id would stand, if it is a UUID.
  private static final int UUID = 0;

  private static final int UUID_LENGTH = 36;
  private static final int KIND_BITS = 3;
  private static final int DEPTH_MAX = 5;
  private static final int MILLI_NANOS = 1_000_000;
  private static final List<ScopeKind> KINDS = List.of(ScopeKind.values());

  private ValueBytes() {}

  static void write(ByteWriter to, RequestId id) {
    String value = id.value();
    if (isUuid(value)) {
      to.oneByte(UUID);
      to.eightBytes(hexadecimal(value, 0, 18)).eightBytes(hexadecimal(value, 19, UUID_LENGTH));
    } else {
      to.number(value.length()).ascii(value, 0, value.length());
    }
  }

  static RequestId requestId(ByteReader from) {
    int length = from.upTo(RequestId.LENGTH_MAX);
    return new RequestId(
        length == UUID
            ? new java.util.UUID(from.eightBytes(), from.eightBytes()).toString()
            : from.ascii(length));
  }

  /// Writes each step as its kind, the length of its name, and the name.
  public static void write(ByteWriter to, ScopePath path) {
    String text = path.text();
    to.oneByte(path.depth());
    int at = 1;
    while (at < text.length()) {
      int colon = text.indexOf(':', at);
      int slash = text.indexOf('/', at);
      int end = slash < 0 ? text.length() : slash;
      to.number(((long) (end - colon - 1) << KIND_BITS) | kind(text, at).ordinal());
      to.ascii(text, colon + 1, end);
      at = end + 1;
    }
  }

  /// Reads a path.
  public static ScopePath path(ByteReader from) {
    int depth = from.upTo(DEPTH_MAX);
    if (depth == 0) {
      return ScopePath.ROOT;
    }
    StringBuilder text = new StringBuilder(64);
    for (int step = 0; step < depth; step++) {
      int header = from.upTo((ScopePath.NAME_LENGTH_MAX << KIND_BITS) | KINDS.size());
      int kind = header & ((1 << KIND_BITS) - 1);
      text.append('/').append(at(KINDS, kind, from).word());
      text.append(':').append(from.ascii(header >> KIND_BITS));
    }
    return ScopePath.of(text.toString());
  }

  static void write(ByteWriter to, Duration duration) {
    if (duration.toNanosPart() % MILLI_NANOS == 0) {
      to.number(duration.toMillis() << 1);
    } else {
      to.number((duration.toSeconds() << 1) | 1).number(duration.toNanosPart());
    }
  }

  static Duration duration(ByteReader from) {
    long header = from.number();
    return (header & 1) == 0
        ? Duration.ofMillis(header >>> 1)
        : Duration.ofSeconds(header >>> 1, from.number());
  }

  /// Writes the name of a constraint.
  public static void write(ByteWriter to, ConstraintRef constraint) {
    write(to, constraint.path());
    to.oneByte(constraint.kind().ordinal()).text(constraint.id());
  }

  /// Reads the name of a constraint.
  public static ConstraintRef constraint(ByteReader from) {
    return new ConstraintRef(
        path(from), one(List.of(ConstraintRef.Kind.values()), from), from.text());
  }

  /// Reads the name of an allocation, which is a number.
  public static AllocationId allocation(ByteReader from) {
    return new AllocationId(from.number());
  }

  /// Reads a type, which is written as one byte, its ordinal.
  public static ResourceType type(ByteReader from) {
    return one(ResourceType.ALL, from);
  }

  static void write(ByteWriter to, Map<String, String> labels) {
    to.number(labels.size());
    labels.forEach((name, value) -> to.text(name).text(value));
  }

  static Map<String, String> labels(ByteReader from) {
    Map<String, String> labels = new TreeMap<>();
    int count = from.upTo(Labels.COUNT_MAX);
    for (int read = 0; read < count; read++) {
      labels.put(from.text(), from.text());
    }
    return labels;
  }

  /// One of several, named by its place among them in one byte.
  public static <T> T one(List<T> all, ByteReader from) {
    return at(all, from.oneByte(), from);
  }

  /// One of several, which is named by `place`.
  static <T> T at(List<T> all, int place, ByteReader from) {
    if (place >= all.size()) {
      throw from.malformed(place + " where there are " + all.size());
    }
    return all.get(place);
  }

  /// Writes a list for [ByteReader#list].
  public static <T> void writeAll(ByteWriter to, List<T> list, Consumer<T> write) {
    to.number(list.size());
    list.forEach(write);
  }

  /// Kinds differ in their first two letters.
  private static ScopeKind kind(String path, int at) {
    return switch (path.charAt(at)) {
      case 'u' -> ScopeKind.USER;
      case 'r' -> ScopeKind.RUN;
      default ->
          switch (path.charAt(at + 1)) {
            case 'e' -> ScopeKind.SESSION;
            case 'w' -> ScopeKind.SWARM;
            default -> ScopeKind.STEP;
          };
    };
  }

  private static boolean isUuid(String id) {
    if (id.length() != UUID_LENGTH) {
      return false;
    }
    for (int at = 0; at < UUID_LENGTH; at++) {
      char character = id.charAt(at);
      boolean dash = at == 8 || at == 13 || at == 18 || at == 23;
      if (dash ? character != '-' : digit(character) < 0) {
        return false;
      }
    }
    return true;
  }

  private static long hexadecimal(String id, int from, int to) {
    long value = 0;
    for (int at = from; at < to; at++) {
      if (id.charAt(at) != '-') {
        value = (value << 4) | digit(id.charAt(at));
      }
    }
    return value;
  }

  /// Small letters only, since that is how UUIDs are written out again.
  private static int digit(char character) {
    if (character >= '0' && character <= '9') {
      return character - '0';
    }
    return character >= 'a' && character <= 'f' ? character - 'a' + 10 : -1;
  }
}
