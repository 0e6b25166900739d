package dev.headroom.wire;

import dev.headroom.model.Alert;
import dev.headroom.model.AlertRef;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Exhaustion;
import dev.headroom.model.Foretold;
import java.time.Instant;
import java.util.Optional;

/// What is known of alerts as bytes. Of this form the same holds as of [CommandBytes].
public final class AlertBytes {
  private static final int ONE_ALERT = 1;
  private static final int SUBTREE = 2;

  private AlertBytes() {}

  /// Writes what can be shelved.
  public static void write(ByteWriter to, Command.Shelvable what) {
    switch (what) {
      case Command.Shelvable.One(var alert) -> {
        to.oneByte(ONE_ALERT);
        write(to, alert);
      }
      case Command.Shelvable.Subtree(var path) -> {
        to.oneByte(SUBTREE);
        ValueBytes.write(to, path);
      }
    }
  }

  /// Reads what can be shelved.
  public static Command.Shelvable shelvable(ByteReader from) {
    int tag = from.oneByte();
    return switch (tag) {
      case ONE_ALERT -> new Command.Shelvable.One(ref(from));
      case SUBTREE -> new Command.Shelvable.Subtree(ValueBytes.path(from));
      default -> throw from.malformed("nothing that can be shelved has the tag " + tag);
    };
  }

  /// Writes the name of an alert.
  public static void write(ByteWriter to, AlertRef alert) {
    ValueBytes.write(to, alert.constraint());
    to.signed(alert.percent());
  }

  /// Reads the name of an alert.
  public static AlertRef ref(ByteReader from) {
    return new AlertRef(ValueBytes.constraint(from), (int) from.signed());
  }

  /// Writes who knows of an alert.
  public static void write(ByteWriter to, Alert.Acknowledgement acknowledgement) {
    to.text(acknowledgement.author()).text(acknowledgement.note());
    to.signed(acknowledgement.at().toEpochMilli());
  }

  /// Reads who knows of an alert.
  public static Alert.Acknowledgement acknowledgement(ByteReader from) {
    return new Alert.Acknowledgement(from.text(), from.text(), Instant.ofEpochMilli(from.signed()));
  }

  /// Writes what was foretold.
  public static void write(ByteWriter to, Foretold foretold) {
    ValueBytes.write(to, foretold.constraint());
    write(to, foretold.exhaustion());
    ValueBytes.write(to, foretold.holds());
  }

  /// Reads what was foretold.
  public static Foretold foretold(ByteReader from) {
    return new Foretold(ValueBytes.constraint(from), exhaustion(from), ValueBytes.duration(from));
  }

  /// Writes when something runs out.
  public static void write(ByteWriter to, Exhaustion exhaustion) {
    write(to, exhaustion.earliest());
    write(to, exhaustion.expected());
    write(to, exhaustion.latest());
  }

  private static void write(ByteWriter to, Optional<Instant> at) {
    to.oneByte(at.isPresent() ? 1 : 0);
    at.ifPresent(instant -> to.signed(instant.toEpochMilli()));
  }

  /// Reads when something runs out.
  public static Exhaustion exhaustion(ByteReader from) {
    return new Exhaustion(instant(from), instant(from), instant(from));
  }

  private static Optional<Instant> instant(ByteReader from) {
    return from.oneByte() == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(from.signed()));
  }

  /// Writes how alerts were shelved.
  public static void write(ByteWriter to, Event.AlertsShelved shelf) {
    ValueBytes.write(to, shelf.path());
    write(to, shelf.what());
    to.signed(shelf.until().toEpochMilli()).text(shelf.author()).text(shelf.reason());
  }

  /// Reads how alerts were shelved.
  public static Event.AlertsShelved shelf(ByteReader from) {
    return new Event.AlertsShelved(
        ValueBytes.path(from),
        shelvable(from),
        Instant.ofEpochMilli(from.signed()),
        from.text(),
        from.text());
  }
}
