package dev.headroom.app.window;

import dev.headroom.console.viewmodel.Injector;
import dev.headroom.model.PoolId;
import dev.headroom.model.ScopePath;
import dev.headroom.sandbox.Disturbance;
import dev.headroom.sandbox.Injected;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.disturbance.Repertoire;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Throws disturbances of the repertoire into a sandbox that has its thread. Any thread.
record ThrownIn(Sandbox sandbox) implements Injector {
  @Override
  public List<String> kinds() {
    return Repertoire.all().stream().map(Disturbance::name).toList();
  }

  @Override
  public boolean inject(String kind, Optional<ScopePath> wanted) {
    Disturbance what = Repertoire.find(kind).orElseThrow();
    return sandbox.inject(what, wanted).join().target().isPresent();
  }

  @Override
  public List<Thrown> thrown() {
    return sandbox.state().injected().stream().flatMap(ThrownIn::thrown).toList();
  }

  private static Stream<Thrown> thrown(Injected injected) {
    return injected.target().stream()
        .map(target ->
            new Thrown(
                injected.number(),
                injected.injection().what().name(),
                target.path(),
                target.pool().map(PoolId::value),
                injected.injection().at(),
                injected.until(),
                injected.isOver()));
  }

  @Override
  public void end(int number) {
    sandbox.endInjection(number);
  }
}
