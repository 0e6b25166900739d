package dev.headroom.journal;

import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;

/// What a recording is of.
///
/// @param name what the instance is called
/// @param zone by whose clocks it tells times
/// @param from the first instant at which its state is known, in whole milliseconds
/// @param to the last
public record RecordingTitle(String name, ZoneId zone, Instant from, Instant to) {
  void write(ByteWriter writer) {
    writer.text(name).text(zone.getId()).signed(from.toEpochMilli()).signed(to.toEpochMilli());
  }

  static RecordingTitle read(ByteReader reader) {
    try {
      return new RecordingTitle(
          reader.text(),
          ZoneId.of(reader.text()),
          Instant.ofEpochMilli(reader.signed()),
          Instant.ofEpochMilli(reader.signed()));
    } catch (DateTimeException unknown) {
      throw reader.malformed("a time zone that this Java does not know");
    }
  }
}
