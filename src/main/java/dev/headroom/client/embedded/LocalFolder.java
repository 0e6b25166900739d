package dev.headroom.client.embedded;

import dev.headroom.client.InstanceInfo;
import dev.headroom.history.History;
import dev.headroom.node.DataFolder;
import dev.headroom.node.Node;
import dev.headroom.node.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An instance whose engine runs in this process and survives in a folder. Its time passes by this
/// machine's clock.
public final class LocalFolder implements AutoCloseable {
  private final DataFolder.Recovered recovered;
  private final Ticker ticker;
  private final EmbeddedInstance instance;

  private LocalFolder(String name, DataFolder.Recovered recovered) {
    this.recovered = recovered;
    this.instance = new EmbeddedInstance(name, InstanceInfo.Kind.LOCAL, recovered.node());
    this.ticker = new Ticker(recovered.node());
  }

  /// Opens a folder; makes it where there is none.
  ///
  /// @throws IOException where it cannot be had, with what to do about it
  public static LocalFolder open(Path folder, DataFolder.Progress progress) throws IOException {
    return named(folder, DataFolder.open(folder, progress));
  }

  /// The same by other rules of what is kept and when.
  ///
  /// @param opened by [DataFolder]
  public static LocalFolder named(Path folder, DataFolder.Recovered opened) {
    Path name = Optional.ofNullable(folder.toAbsolutePath().getFileName()).orElse(folder);
    LocalFolder local = new LocalFolder(name.toString(), opened);
    local.instance.keep(Dismissals.in(folder));
    local.instance.remember(() -> History.open(folder.resolve(History.FILE)));
    return local;
  }

  /// The instance, which is closed with the folder.
  public EmbeddedInstance instance() {
    return instance;
  }

  /// The engine.
  public Node node() {
    return recovered.node();
  }

  /// How many commands were applied again to make the engine's state.
  public long commands() {
    return recovered.commands();
  }

  /// What of the journal's end was dropped, for people.
  public List<String> notes() {
    return recovered.notes();
  }

  /// Makes safe what was decided and lets others have the folder.
  @Override
  public void close() {
    ticker.close();
    instance.close();
    recovered.node().close();
  }
}
