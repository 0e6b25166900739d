package dev.headroom.console.view;

import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.LoanBoard;
import dev.headroom.console.viewmodel.MarkedScopes;
import dev.headroom.console.viewmodel.action.Operator;
import dev.headroom.console.viewmodel.edit.Editing;

/// What an administrator has begun at one instance; it outlives the parts of the window that show
/// it. For the UI thread only.
///
/// @param desk what is shown of the instance
/// @param operator who acts
/// @param editing changes that are staged, and the lock against accidents
/// @param marks scopes that are marked
/// @param loans quota that is lent
record Work(Desk desk, Operator operator, Editing editing, MarkedScopes marks, LoanBoard loans) {

  /// Work on what the model shows now, of which nothing is begun.
  static Work begin(ConsoleModel model) {
    Desk desk = model.desk();
    var operator = Operator.atThisMachine(desk);
    var editing =
        new Editing(operator, System::nanoTime, () -> model.preferences().now().editIdle());
    return new Work(desk, operator, editing, new MarkedScopes(desk), new LoanBoard(desk));
  }
}
