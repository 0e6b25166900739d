package dev.headroom.engine;

import dev.headroom.model.Alert;
import dev.headroom.model.AlertRef;
import dev.headroom.model.AlertState;
import dev.headroom.model.Exhaustion;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.AlertBytes;
import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import dev.headroom.wire.ValueBytes;
import java.time.Instant;
import java.util.Optional;

/// One alert of the [AlertBook], from when its threshold is first crossed until its constraint is
/// no more.
final class AlertEntry {
  /// No instant.
  static final long NEVER = Long.MAX_VALUE;

  final AlertRef ref;
  final int scope;
  final ResourceType type;
  Instant raisedAt = Instant.EPOCH;

  /// How often it was raised.
  int times;

  boolean stands;

  /// When it is raised unless it clears before; [#NEVER] unless its threshold has just been
  /// crossed.
  long pendingUntil = NEVER;

  /// Until when what was foretold is believed; [#NEVER] unless this is a forecast that stands or is
  /// pending.
  long foretoldUntil = NEVER;

  /// What was foretold.
  Exhaustion exhaustion = Exhaustion.NONE;

  Optional<Alert.Acknowledgement> acknowledgement = Optional.empty();

  /// Until when it is shelved by itself; 0 if it never was.
  long shelvedUntil;

  boolean shelvedUntilCleared;

  AlertEntry(AlertRef ref, int scope, ResourceType type) {
    this.ref = ref;
    this.scope = scope;
    this.type = type;
  }

  AlertEntry(AlertEntry other) {
    this(other.ref, other.scope, other.type);
    this.raisedAt = other.raisedAt;
    this.times = other.times;
    this.stands = other.stands;
    this.pendingUntil = other.pendingUntil;
    this.foretoldUntil = other.foretoldUntil;
    this.exhaustion = other.exhaustion;
    this.acknowledgement = other.acknowledgement;
    this.shelvedUntil = other.shelvedUntil;
    this.shelvedUntilCleared = other.shelvedUntilCleared;
  }

  boolean isPending() {
    return pendingUntil != NEVER;
  }

  /// Whether there is anything to know about it still: it stands, or nobody has acknowledged it.
  boolean isOpen() {
    return stands || (times > 0 && acknowledgement.isEmpty());
  }

  /// When it is to be looked at, for whatever reason.
  boolean isDueAt(long at) {
    return at == pendingUntil || at == shelvedUntil || at == foretoldUntil;
  }

  /// When the constraint is expected to run out, if that is what this is about.
  Optional<Exhaustion> forecast() {
    return ref.isForecast() ? Optional.of(exhaustion) : Optional.empty();
  }

  boolean isWithin(ScopePath path) {
    return ref.constraint().path().isWithin(path);
  }

  boolean isShelvedAt(long at) {
    return at < shelvedUntil;
  }

  void unshelve() {
    shelvedUntil = 0;
    shelvedUntilCleared = false;
  }

  /// The state it shows, shelving aside.
  AlertState state() {
    if (stands) {
      return acknowledgement.isPresent() ? AlertState.ACKNOWLEDGED : AlertState.ACTIVE;
    }
    return isPending() ? AlertState.PENDING : AlertState.CLEARED;
  }

  void write(ByteWriter to) {
    AlertBytes.write(to, ref);
    to.oneByte(type.ordinal()).number(raisedAt.toEpochMilli()).number(times);
    to.oneByte(stands ? 1 : 0).number(pendingUntil);
    to.number(shelvedUntil).oneByte(shelvedUntilCleared ? 1 : 0);
    to.oneByte(acknowledgement.isPresent() ? 1 : 0);
    acknowledgement.ifPresent(known -> AlertBytes.write(to, known));
    if (ref.isForecast()) {
      AlertBytes.write(to.number(foretoldUntil), exhaustion);
    }
  }

  /// Reads what was written.
  ///
  /// @param scopes in which that of its constraint is
  static AlertEntry read(ByteReader from, ScopeTable scopes) {
    AlertRef ref = AlertBytes.ref(from);
    int scope = scopes.find(ref.constraint().path());
    if (scope == ScopeTable.NONE) {
      throw from.malformed("there is no " + ref.constraint().path());
    }
    AlertEntry read = new AlertEntry(ref, scope, ValueBytes.type(from));
    read.raisedAt = Instant.ofEpochMilli(from.number());
    read.times = from.upTo(Integer.MAX_VALUE);
    read.stands = from.oneByte() != 0;
    read.pendingUntil = from.number();
    read.shelvedUntil = from.number();
    read.shelvedUntilCleared = from.oneByte() != 0;
    if (from.oneByte() != 0) {
      read.acknowledgement = Optional.of(AlertBytes.acknowledgement(from));
    }
    if (ref.isForecast()) {
      read.foretoldUntil = from.number();
      read.exhaustion = AlertBytes.exhaustion(from);
    }
    return read;
  }

  void write(CanonicalForm form) {
    form.text(ref.toString()).number(raisedAt.toEpochMilli()).number(times);
    form.number(stands ? 1 : 0).number(pendingUntil);
    form.text(acknowledgement.map(Alert.Acknowledgement::toString).orElse(""));
    form.number(shelvedUntil).number(shelvedUntilCleared ? 1 : 0);
    if (ref.isForecast()) {
      form.number(foretoldUntil).text(exhaustion.toString());
    }
  }
}
