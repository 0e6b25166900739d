package dev.headroom.console.viewmodel.edit;

import java.util.List;
import java.util.Optional;

/// One change of one limit or pool.
///
/// @param subject which
/// @param before what it was when it was changed; empty where it is new
/// @param after what it is to be; empty where it goes
public record Edit(Subject subject, Optional<Value> before, Optional<Value> after) {
  /// A change from one value to another of the same limit or pool.
  public static Edit of(Value before, Value after) {
    return new Edit(before.subject(), Optional.of(before), Optional.of(after));
  }

  /// Something new.
  public static Edit adding(Value after) {
    return new Edit(after.subject(), Optional.empty(), Optional.of(after));
  }

  /// The same the other way round.
  Edit inverse() {
    return new Edit(subject, after, before);
  }

  boolean changesNothing() {
    return before.equals(after);
  }

  /// What is different, field by field.
  public List<FieldChange> changes() {
    return Fields.changes(before, after);
  }

  /// One field, old and new, in words.
  public record FieldChange(String field, String before, String after) {}
}
