package dev.headroom.console.view;

import dev.headroom.console.view.control.SharePane;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Which share of a workbench's room each of its parts has: the tree, the page at its right and the
/// lists below that, beside a drawer where one is open. For the UI thread only.
final class Shares {
  private static final double TREE_SHARE = 0.44;
  private static final double PAGE_SHARE = 0.7;

  /// The page's part where there is little height: what is listed must be seen too.
  private static final double PAGE_SHARE_LOW = 0.52;

  private static final double LOW = 520;

  /// The page's part where there is still less: that is its head, and the lists are read.
  private static final double PAGE_SHARE_LOWEST = 0.33;

  private static final double LOWEST = 400;

  /// Below this width a page that stands in for the scope page has it all.
  private static final double NARROW = 900;

  /// What the tree and the page need beside an open drawer.
  private static final double TREE_WIDTH_MIN = 380;

  /// Tabs, buttons, the header and three rows.
  private static final double LISTS_HEIGHT_MIN = 190;

  private static final double PAGE_WIDTH = 640;
  private static final double PAGE_WIDTH_MIN = 420;

  private final Region bench;
  private final SharePane across = new SharePane(Orientation.HORIZONTAL, TREE_SHARE);
  private final SharePane down = new SharePane(Orientation.VERTICAL, PAGE_SHARE);
  private double treeShare = TREE_SHARE;

  /// @param bench what has the room
  /// @param page the scope page
  /// @param lists what is below it
  Shares(Region bench, Node page, Region lists) {
    this.bench = bench;
    lists.setMinHeight(LISTS_HEIGHT_MIN);
    down.getItems().setAll(page, lists);
    down.heightProperty()
        .addListener((_, before, now) -> {
          if (pageShare(before.doubleValue()) != pageShare(now.doubleValue())) {
            down.setShare(pageShare(now.doubleValue()));
          }
        });
  }

  /// The scope page above the lists.
  Node pageAndLists() {
    return down;
  }

  /// Puts the tree beside what is at its right.
  Node across(Node tree, Node right) {
    across.getItems().setAll(tree, right);
    return across;
  }

  /// Keeps how much the tree has now, for as long as something else needs its room.
  void keepTreeShare() {
    treeShare = across.getDividerPositions()[0];
  }

  /// Gives the page and the lists their shares of the height that there is.
  void divideHeight() {
    down.setShare(pageShare(down.getHeight()));
  }

  private static double pageShare(double height) {
    if (height < LOWEST) {
      return PAGE_SHARE_LOWEST;
    }
    return height < LOW ? PAGE_SHARE_LOW : PAGE_SHARE;
  }

  /// Whether there is too little width for the tree beside a page that stands in.
  boolean isNarrow() {
    return bench.getWidth() > 0 && bench.getWidth() < NARROW;
  }

  /// Takes what an open drawer needs from the tree, as far as it can do without; all of it where
  /// there is not enough room for three.
  ///
  /// @param standIn whether another page stands in for the scope page
  /// @param drawer whether a drawer is open
  void divideWidth(boolean standIn, boolean drawer) {
    double room = across.getWidth();
    if (room <= 0) {
      return; // It has no size yet.
    }
    double wanted = treeShare * room;
    if (standIn && room < NARROW) {
      wanted = 0;
    } else if (drawer) {
      double left = Math.max(TREE_WIDTH_MIN, room - PAGE_WIDTH);
      wanted = room - left < PAGE_WIDTH_MIN ? 0 : Math.min(treeShare * bench.getWidth(), left);
    }
    across.setShare(wanted / room);
  }
}
