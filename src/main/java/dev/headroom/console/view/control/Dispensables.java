package dev.headroom.console.view.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Leaves parts of a line out, the least needed first, where there is less room than all of them
/// need, and puts them back where there is more. For the UI thread only.
public final class Dispensables {
  private final Region line;
  private final List<Consumer<Boolean>> parts = new ArrayList<>();
  private double wanted;

  /// Nothing can be left out yet.
  ///
  /// @param line what has the parts; how wide it is decides
  public Dispensables(Region line) {
    this.line = line;
    line.setMinWidth(0);
    line.widthProperty().subscribe(_ -> fit());
    line.needsLayoutProperty()
        .subscribe(needs -> {
          if (!needs && line.prefWidth(-1) != wanted) {
            fit(); // Something has another size, as once the style sheets are read.
          }
        });
  }

  /// Has a part left out before all that are added later.
  public void add(Node part) {
    add(shown -> Forms.show(part, shown));
  }

  /// Has something made smaller before all that is added later.
  ///
  /// @param part is told whether to be whole
  public void add(Consumer<Boolean> part) {
    parts.add(part);
  }

  /// Looks again what there is room for, since something has become longer or shorter.
  public void fit() {
    parts.forEach(part -> part.accept(true));
    for (Consumer<Boolean> part : parts) {
      if (line.getWidth() <= 0 || line.prefWidth(-1) <= line.getWidth()) {
        break;
      }
      part.accept(false);
    }
    wanted = line.prefWidth(-1);
  }
}
