package dev.headroom.console.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// How the console is wanted to be, kept as soon as it changes. For the UI thread only.
public final class PreferenceModel {
  private final Recollection recollection;
  private final List<Consumer<Preferences>> listeners = new ArrayList<>();

  PreferenceModel(Recollection recollection) {
    this.recollection = recollection;
  }

  /// How it is wanted now.
  public Preferences now() {
    return recollection.all().preferences();
  }

  /// Who is told, besides others, when it is wanted in another way, with how that was before.
  public void listen(Consumer<Preferences> told) {
    listeners.add(told);
  }

  /// Wants it in another way from now on.
  public void change(UnaryOperator<Preferences> change) {
    Preferences before = now();
    Preferences changed = change.apply(before);
    if (!changed.equals(before)) {
      recollection.change(all -> all.withPreferences(changed));
      List.copyOf(listeners).forEach(told -> told.accept(before));
    }
  }

  /// Chooses one of a setting's words.
  public void choose(Setting<?> setting, int index) {
    change(now -> setting.choose(now, index));
  }
}
