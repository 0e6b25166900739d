package dev.headroom.console.viewmodel;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one way to JavaFX's thread. What fails there reaches that thread's uncaught-exception
/// handler, and with it the crash report.
public final class UiThread implements Executor {
  @Override
  public void execute(Runnable action) {
    Platform.runLater(action);
  }
}
