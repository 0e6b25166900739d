package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Answer;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.ConflictId;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Denial;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.LoanId;
import dev.headroom.model.Money;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Outcomes as bytes, for [RequestMemory]: a tag, then numbers in zigzag base 128 and texts as
/// length and UTF-8. Saved states have these bytes, so that no tag ever gets another meaning.
/// Writes into a buffer of its own that holds until the next write.
final class OutcomeForm {
  private static final int SIZE_FIRST = 256;

  private byte[] bytes = new byte[SIZE_FIRST];
  private int at;

  /// Writes an id and the outcome under it at the start of [#bytes()] and returns their length.
  int write(RequestId id, Outcome outcome) {
    at = 0;
    ascii(id.value());
    write(outcome);
    return at;
  }

  private void write(Outcome outcome) {
    switch (outcome) {
      case Outcome.Granted(var allocation, var expiresAt, var lines) -> {
        number(0).number(allocation.value()).number(expiresAt.toEpochMilli());
        lines(lines);
      }
      case Outcome.Partial(var allocation, var expiresAt, var lines, var shortfalls) -> {
        number(1).number(allocation.value()).number(expiresAt.toEpochMilli());
        lines(lines);
        denials(shortfalls);
      }
      case Outcome.Queued(var allocation, var in, var constraint, int position, var until) -> {
        number(2).number(allocation.value()).number(in.value());
        constraint(constraint);
        number(position).number(until.toEpochMilli());
      }
      case Outcome.Denied(var denials) -> number(3).denials(denials);
      case Outcome.Used used -> used(used);
      case Outcome.Released(var returned) -> {
        number(5);
        lines(returned);
      }
      case Outcome.Renewed(var expiresAt) -> number(6).number(expiresAt.toEpochMilli());
      case Outcome.ResizedTo(long reserved, var flags) -> {
        number(7).number(reserved);
        flags(flags);
      }
      case Outcome.NotResized(var denial) -> {
        number(8);
        denials(List.of(denial));
      }
      case Outcome.Closed(int allocations, int waiters) ->
          number(9).number(allocations).number(waiters);
      case Outcome.ConfigChanged(long version) -> number(10).number(version);
      case Outcome.ToppedUp(long available) -> number(11).number(available);
      case Outcome.Resolved(var conflict, boolean waits) ->
          number(40).number(conflict.value()).number(waits ? 1 : 0);
      case Outcome.TimeAdvanced _ -> number(12);
      case Outcome.Batched(var answers) -> {
        number(13).number(answers.size());
        answers.forEach(this::write);
      }
      case Outcome.AlertAcknowledged _ -> number(15);
      case Outcome.AlertsShelved(int hidden) -> number(16).number(hidden);
      case Outcome.AlertsUnshelved(int shown) -> number(17).number(shown);
      case Outcome.BatchDenied(var failing) -> number(14).failing(failing);
      case Outcome.ScoreReported(long total) -> number(18).number(total);
      case Outcome.Foretold(int standing) -> number(60).number(standing);
      case Outcome.QuotaLent(var loan) -> number(70).number(loan.value());
      case Outcome.QuotaRecalled(long peak) -> number(71).number(peak);
      case Outcome.CheckpointTaken(var checkpoint, int allocations) ->
          number(50).number(checkpoint.value()).number(allocations);
      case Outcome.CheckpointForgotten _ -> number(51);
      case Outcome.OfRestore restore -> write(restore);
    }
  }

  private void write(Outcome.OfRestore restore) {
    switch (restore) {
      case Outcome.Restored(var allocations) -> {
        number(52).number(allocations.size());
        allocations.forEach(this::restoration);
      }
      case Outcome.NotRestored(var lacking) -> {
        number(53).number(lacking.size());
        lacking.forEach(each -> number(each.then().value()).denials(each.denials()));
      }
    }
  }

  private void restoration(Outcome.Restoration one) {
    number(one.then().value()).number(one.now().map(AllocationId::value).orElse(0L));
    lines(one.reserved());
    denials(one.shortfalls());
  }

  private Outcome.Restoration restoration() {
    AllocationId then = allocation();
    long now = number();
    return new Outcome.Restoration(
        then, now == 0 ? Optional.empty() : Optional.of(new AllocationId(now)), lines(), denials());
  }

  private void used(Outcome.Used used) {
    number(4).number(used.consumed()).number(used.remaining()).number(used.exhausted() ? 1 : 0);
    number(used.cost().micros()).number(used.overageCharge().micros());
  }

  private void failing(List<Outcome.Failing> failing) {
    number(failing.size());
    for (Outcome.Failing each : failing) {
      number(each.index());
      denials(each.denials());
    }
  }

  private void write(Answer answer) {
    switch (answer) {
      case Outcome outcome -> {
        number(0);
        write(outcome);
      }
      case Refusal refusal -> {
        number(1);
        RefusalForm.write(refusal, this);
      }
    }
  }

  byte[] bytes() {
    return bytes;
  }

  /// Reads the id that [#write] wrote.
  String readId(byte[] from) {
    bytes = from;
    at = 0;
    return text();
  }

  /// Reads the outcome that [#write] wrote.
  Outcome readOutcome(byte[] from) {
    readId(from);
    return outcome();
  }

  private Outcome outcome() {
    int tag = (int) number();
    return switch (tag) {
      case 0 -> new Outcome.Granted(allocation(), instant(), lines());
      case 1 -> new Outcome.Partial(allocation(), instant(), lines(), denials());
      case 2 ->
          new Outcome.Queued(
              allocation(), new ConflictId(number()), constraint(), (int) number(), instant());
      case 3 -> new Outcome.Denied(denials());
      case 4 ->
          new Outcome.Used(
              number(), number(), number() != 0, new Money(number()), new Money(number()));
      case 5 -> new Outcome.Released(lines());
      case 6 -> new Outcome.Renewed(instant());
      case 7 -> new Outcome.ResizedTo(number(), flags());
      case 8 -> new Outcome.NotResized(denials().getFirst());
      case 9 -> new Outcome.Closed((int) number(), (int) number());
      case 10 -> new Outcome.ConfigChanged(number());
      case 11 -> new Outcome.ToppedUp(number());
      case 12 -> new Outcome.TimeAdvanced();
      case 40 -> new Outcome.Resolved(new ConflictId(number()), number() != 0);
      case 13 ->
          new Outcome.Batched(list(() -> number() == 0 ? outcome() : RefusalForm.read(this)));
      case 15 -> new Outcome.AlertAcknowledged();
      case 16 -> new Outcome.AlertsShelved((int) number());
      case 17 -> new Outcome.AlertsUnshelved((int) number());
      case 14 ->
          new Outcome.BatchDenied(list(() -> new Outcome.Failing((int) number(), denials())));
      case 18 -> new Outcome.ScoreReported(number());
      case 60 -> new Outcome.Foretold((int) number());
      case 70 -> new Outcome.QuotaLent(new LoanId(number()));
      case 71 -> new Outcome.QuotaRecalled(number());
      case 50 -> new Outcome.CheckpointTaken(new CheckpointId(number()), (int) number());
      case 51 -> new Outcome.CheckpointForgotten();
      case 52 -> new Outcome.Restored(list(this::restoration));
      case 53 -> new Outcome.NotRestored(list(() -> new Outcome.Lacking(allocation(), denials())));
      default -> throw new IllegalStateException("no outcome has the tag " + tag);
    };
  }

  <T> List<T> list(Supplier<T> element) {
    List<T> list = new ArrayList<>();
    for (long left = number(); left > 0; left--) {
      list.add(element.get());
    }
    return List.copyOf(list);
  }

  private void lines(List<GrantedLine> lines) {
    number(lines.size());
    for (int index = 0; index < lines.size(); index++) {
      GrantedLine line = lines.get(index);
      number(line.type().ordinal()).number(line.requested()).number(line.granted());
      flags(line.flags());
    }
  }

  private List<GrantedLine> lines() {
    return list(() -> new GrantedLine(type(), number(), number(), flags()));
  }

  private void flags(List<GrantedLine.Flag> flags) {
    number(SoftLimit.bits(flags));
  }

  private List<GrantedLine.Flag> flags() {
    return SoftLimit.flags((int) number());
  }

  private void denials(List<Denial> denials) {
    number(denials.size());
    for (Denial denial : denials) {
      number(denial.type().ordinal()).number(denial.requested()).number(denial.headroom());
      constraint(denial.binding());
      number(denial.reason().ordinal());
    }
  }

  private List<Denial> denials() {
    return list(() ->
        new Denial(
            type(), number(), number(), constraint(), Denial.Reason.values()[(int) number()]));
  }

  void constraint(ConstraintRef constraint) {
    text(constraint.path().text());
    number(constraint.kind().ordinal());
    text(constraint.id());
  }

  ConstraintRef constraint() {
    ScopePath path = ScopePath.of(text());
    return new ConstraintRef(path, ConstraintRef.Kind.values()[(int) number()], text());
  }

  AllocationId allocation() {
    return new AllocationId(number());
  }

  private Instant instant() {
    return Instant.ofEpochMilli(number());
  }

  ResourceType type() {
    return ResourceType.ALL.get((int) number());
  }

  OutcomeForm number(long value) {
    if (bytes.length - at < 10) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      bytes[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
    return this;
  }

  long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
  }

  /// The same as [#text(String)] for a short text of ASCII, without copying it first.
  private void ascii(String value) {
    number(value.length());
    while (bytes.length - at < value.length()) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    for (int index = 0; index < value.length(); index++) {
      bytes[at++] = (byte) value.charAt(index);
    }
  }

  OutcomeForm text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    while (bytes.length - at < utf8.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    System.arraycopy(utf8, 0, bytes, at, utf8.length);
    at += utf8.length;
    return this;
  }

  String text() {
    int length = (int) number();
    String value = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return value;
  }
}
