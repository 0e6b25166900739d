package dev.headroom.console.viewmodel;

import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// A row of the scope tree: a scope, or what stands in for scopes that are not here yet. Its
/// readings are made only when asked for, which is when it is visible. For the UI thread only.
public final class ScopeNode {

  /// What a row stands for.
  public enum Role {
    SCOPE,
    /// Children that are being fetched.
    LOADING,
    /// Siblings that have not been fetched.
    MORE,
    /// Children that could not be fetched; opening it tries again.
    FAILED
  }

  private final Role role;
  private final ScopePath path;
  private final String name;
  private final String kind;
  private Optional<ScopeStatus> status;
  private List<ScopeNode> children = List.of();
  private boolean opened;
  private int version;

  private ScopeNode(
      Role role, ScopePath path, String name, String kind, Optional<ScopeStatus> status) {
    this.role = role;
    this.path = path;
    this.name = name;
    this.kind = kind;
    this.status = status;
  }

  static ScopeNode of(ScopeStatus status) {
    ScopePath path = status.path();
    return new ScopeNode(
        Role.SCOPE, path, path.name(), Phrases.kind(path.kind()), Optional.of(status));
  }

  /// A match of a filter: it stands in a flat list, so its name says where it is.
  static ScopeNode match(ScopeStatus status) {
    ScopePath path = status.path();
    return new ScopeNode(
        Role.SCOPE, path, path.text(), Phrases.kind(path.kind()), Optional.of(status));
  }

  static ScopeNode standIn(Role role, ScopePath parent, String text) {
    return new ScopeNode(role, parent, text, "", Optional.empty());
  }

  public Role role() {
    return role;
  }

  /// The scope's address as text; of a stand-in, that of the scope whose children it stands for.
  public String address() {
    return path.text();
  }

  ScopePath path() {
    return path;
  }

  /// The scope's name, or what a stand-in says.
  public String name() {
    return name;
  }

  /// The kind's word; empty for a stand-in.
  public String kind() {
    return kind;
  }

  /// The rows below, as far as they are known.
  public List<ScopeNode> children() {
    return Collections.unmodifiableList(children);
  }

  /// Whether there is anything below.
  public boolean hasChildren() {
    return !children.isEmpty() || status.map(now -> now.children() > 0).orElse(false);
  }

  /// Counts up when readings may have changed.
  public int version() {
    return version;
  }

  /// See [BarReading].
  public List<BarReading> bars() {
    return status.map(Readings::bars).orElse(List.of());
  }

  /// See [HeadroomReading].
  public Optional<HeadroomReading> headroom() {
    return status.map(Readings::headroom);
  }

  /// See [Tally].
  public Tally tally() {
    return status.map(Readings::tally).orElse(Tally.NONE);
  }

  Optional<ScopeStatus> status() {
    return status;
  }

  void update(ScopeStatus now) {
    if (!Optional.of(now).equals(status)) {
      status = Optional.of(now);
      version++;
    }
  }

  boolean isOpened() {
    return opened;
  }

  void setOpened(boolean now) {
    opened = now;
  }

  void setChildren(List<ScopeNode> now) {
    children = new ArrayList<>(now);
  }

  /// How many of the children are scopes and not stand-ins.
  int scopesBelow() {
    int count = 0;
    for (ScopeNode child : children) {
      count += child.role == Role.SCOPE ? 1 : 0;
    }
    return count;
  }
}
