package dev.headroom.console.viewmodel.map;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.ResourceType;
import java.util.ArrayList;
import java.util.List;

/// What areas stand for.
public sealed interface Measure {
  /// How much of a type is used: what is reserved now and, of a spent type, what was consumed since
  /// the scope exists.
  record OfType(ResourceType type) implements Measure {
    @Override
    public String title() {
      return Figures.name(type);
    }

    @Override
    public String help() {
      return Wording.text(type.isHeld() ? "map.help.held" : "map.help.spent");
    }
  }

  /// What the day has cost so far, by the calendar of the instance.
  record Cost() implements Measure {
    @Override
    public String title() {
      return Wording.text("map.cost");
    }

    @Override
    public String help() {
      return Wording.text("map.help.cost");
    }
  }

  /// What it is called.
  String title();

  /// What areas stand for, in a sentence.
  String help();

  /// Everything that can be chosen, in the order to offer it.
  static List<Measure> all() {
    List<Measure> all = new ArrayList<>();
    ResourceType.ALL.forEach(type -> all.add(new OfType(type)));
    all.add(new Cost());
    return List.copyOf(all);
  }
}
