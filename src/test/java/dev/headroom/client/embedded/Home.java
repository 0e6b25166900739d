package dev.headroom.client.embedded;

import dev.headroom.engine.Engine;
import dev.headroom.journal.FaultyDisk;
import dev.headroom.journal.Sizes;
import dev.headroom.node.DataFolder;
import dev.headroom.node.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;

/// Where an instance in this process can live; whoever calls it cannot tell which it is.
enum Home {
  /// As long as the process.
  MEMORY {
    @Override
    Node node(InstantSource clock) {
      return new Node(clock);
    }
  },
  /// With a journal, on a disk that never fails.
  DISK {
    @Override
    Node node(InstantSource clock) {
      try {
        return DataFolder.open(
                new FaultyDisk(new SplittableRandom(1)).mount(),
                new Sizes(1 << 20, 1 << 16, Duration.ofMillis(1)),
                clock,
                Engine.REMEMBERED_REQUESTS_DEFAULT,
                DataFolder.Progress.UNSEEN)
            .node();
      } catch (IOException neverFails) {
        throw new UncheckedIOException(neverFails);
      }
    }
  };

  abstract Node node(InstantSource clock);
}
