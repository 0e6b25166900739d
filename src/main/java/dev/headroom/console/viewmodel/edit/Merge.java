package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Brings together what two have made of the same limit or pool, field by field. A field that only
/// one has changed is as that one wants it; where both have, one must choose, and mine holds until
/// then. For the UI thread only.
public final class Merge {

  /// A field that both have changed, differently.
  ///
  /// @param name the field
  /// @param base what it was
  /// @param mine what I make of it
  /// @param theirs what somebody else has made of it meanwhile
  public record Clash(String name, String base, String mine, String theirs) {}

  private final Edit mine;
  private final Optional<Value> theirs;
  private final List<Clash> clashes;
  private final Set<Integer> theirsTaken = new HashSet<>();

  /// @param mine from the base to what I want
  /// @param theirs what holds now
  Merge(Edit mine, Optional<Value> theirs) {
    this.mine = mine;
    this.theirs = theirs;
    List<Clash> found = new ArrayList<>();
    merged(found);
    clashes = List.copyOf(found);
  }

  /// What this is about.
  public Subject subject() {
    return mine.subject();
  }

  /// The fields about which one must choose.
  public List<Clash> clashes() {
    return clashes;
  }

  /// Whether theirs is taken for a clash.
  public boolean takesTheirs(int clash) {
    return theirsTaken.contains(clash);
  }

  /// Takes theirs for a clash, or mine.
  public void choose(int clash, boolean takeTheirs) {
    if (takeTheirs) {
      theirsTaken.add(clash);
    } else {
      theirsTaken.remove(clash);
    }
  }

  /// The change of what holds now that comes of it.
  Edit result() {
    return new Edit(mine.subject(), theirs, merged(new ArrayList<>()));
  }

  private Optional<Value> merged(List<Clash> found) {
    if (mine.before().isPresent() && mine.after().isPresent() && theirs.isPresent()) {
      return Optional.of(merged(mine.before().get(), mine.after().get(), theirs.get(), found));
    }
    if (theirs.equals(mine.before()) || theirs.equals(mine.after())) {
      return mine.after();
    }
    found.add(
        new Clash(
            Wording.text("field.whole"),
            Fields.text(mine.before()),
            Fields.text(mine.after()),
            Fields.text(theirs)));
    return theirsTaken.contains(0) ? theirs : mine.after();
  }

  private Value merged(Value base, Value wanted, Value now, List<Clash> found) {
    return switch (base) {
      case Value.OfLimit(var old)
          when wanted instanceof Value.OfLimit(var my) && now instanceof Value.OfLimit(var their) ->
          new Value.OfLimit(merged(Fields.OF_LIMIT, List.of(old, my, their), found));
      case Value.OfPool(var old)
          when wanted instanceof Value.OfPool(var my) && now instanceof Value.OfPool(var their) ->
          new Value.OfPool(merged(Fields.OF_POOL, List.of(old, my, their), found));
      case Value.OfSettings(var old)
          when wanted instanceof Value.OfSettings(var my)
              && now instanceof Value.OfSettings(var their) ->
          new Value.OfSettings(merged(SettingsFields.ALL, List.of(old, my, their), found));
      default -> throw new IllegalArgumentException("not of one kind: " + base + ", " + now);
    };
  }

  /// @param versions base, mine, theirs
  private <T> T merged(List<Field<T>> fields, List<T> versions, List<Clash> found) {
    T base = versions.get(0);
    T my = versions.get(1);
    T their = versions.get(2);
    T result = their;
    for (Field<T> field : fields) {
      if (field.differs(base, my)) {
        boolean clash = field.differs(base, their) && field.differs(my, their);
        boolean takeMine = !clash || !theirsTaken.contains(found.size());
        if (clash) {
          found.add(
              new Clash(
                  field.name(),
                  field.text().apply(base),
                  field.text().apply(my),
                  field.text().apply(their)));
        }
        result = takeMine ? field.copied().apply(result, my) : result;
      }
    }
    return result;
  }
}
