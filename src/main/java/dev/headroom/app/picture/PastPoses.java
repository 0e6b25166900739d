package dev.headroom.app.picture;

import dev.headroom.console.view.ConsoleWindow;
import dev.headroom.console.viewmodel.TimeMachine;
import dev.headroom.console.viewmodel.Wording;
import javafx.scene.control.TreeTableView;

/// Brings a window back in time.
final class PastPoses {
  /// To something that many would look at.
  private static final int MARKS_BACK = 4;

  private final Studio studio;
  private final Hand hand;

  PastPoses(Studio studio, Hand hand) {
    this.studio = studio;
    this.hand = hand;
  }

  void strike(Page page) {
    if (page == Page.PAST_INJECTED) {
      studio.inject("spike", "pool-outage");
    }
    goBack();
    if (page == Page.COMPARISON) {
      compare();
    } else if (page == Page.PAST_WAIT_GRAPH) {
      studio.order(ConsoleWindow::showWaitGraph);
    }
  }

  /// Goes back to one of the last marks.
  private void goBack() {
    studio.order(window -> window.past().toggle());
    studio.until(this::isBack);
    studio.order(_ -> studio.model().past().goToPart(1));
    studio.until(this::isBack);
    for (int mark = 0; mark < MARKS_BACK; mark++) {
      studio.order(window -> window.past().goToMoment(false));
      studio.until(this::isBack);
    }
  }

  /// Sets that beside the present.
  private void compare() {
    hand.press(Wording.text("compare.withNow"));
    studio.until(this::isBack);
    studio.settle();
    hand.each(TreeTableView.class, tree -> tree.scrollTo(0)); // It has followed what is selected.
  }

  private boolean isBack() {
    TimeMachine past = studio.model().past();
    return past.isOn() && !past.isUnderway() && past.calls().isQuiet();
  }
}
