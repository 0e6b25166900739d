package dev.headroom.app.window;

import dev.headroom.app.input.UnusableInputException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/// The screen that a window needs, and JavaFX's thread.
public final class Display {
  /// What can be done without a screen.
  private static final String ALTERNATIVES =
      "; without one there are headroom snapshot, which pictures the console, and headroom replay";

  private Display() {}

  /// Has JavaFX draw into memory, so that no screen is needed. Must be called before it starts.
  public static void useMemory() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
  }

  /// Starts JavaFX and waits until it runs.
  ///
  /// @throws UnusableInputException where there is no screen
  public static void start() {
    if (!"Headless".equals(System.getProperty("glass.platform"))) {
      whyNot(System.getenv(), System.getProperty("os.name", "")).ifPresent(Display::refuse);
    }
    var running = new CountDownLatch(1);
    try {
      Platform.setImplicitExit(false);
      Platform.startup(running::countDown);
      running.await();
    } catch (UnsupportedOperationException noScreen) {
      refuse(cannotOpen(String.valueOf(noScreen.getMessage())));
    } catch (UnsatisfiedLinkError noLibrary) {
      refuse(cannotOpen("a system library is missing: " + noLibrary.getMessage()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Why no window can be shown, if that is plain from how the program was started.
  public static Optional<String> whyNot(Map<String, String> environment, String system) {
    boolean needsX11 = system.toLowerCase(Locale.ROOT).contains("linux");
    if (!needsX11 || !environment.getOrDefault("DISPLAY", "").isEmpty()) {
      return Optional.empty();
    }
    if (!environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()) {
      return Optional.of("the console needs XWayland on a Wayland desktop: DISPLAY is not set");
    }
    return Optional.of("there is no display here: DISPLAY is not set");
  }

  /// Says why no window opens, and what to install where that is plain.
  ///
  /// @param cause what JavaFX said
  static String cannotOpen(String cause) {
    String remedy =
        cause.toLowerCase(Locale.ROOT).contains("gtk")
            ? " Install GTK 3 (package libgtk-3-0, libgtk-3-0t64 or gtk3)"
            : "";
    return "cannot open a window here: " + cause + remedy;
  }

  private static void refuse(String why) {
    throw new UnusableInputException(why + ALTERNATIVES);
  }
}
