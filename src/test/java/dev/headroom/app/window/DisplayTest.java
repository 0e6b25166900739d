package dev.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where no window can be opened")
final class DisplayTest {
  @Test
  @DisplayName("says what to install where GTK is missing, as on a Linux without a desktop")
  void namesGtk() {
    assertThat(Display.cannotOpen("Unable to load glass GTK library."))
        .isEqualTo(
            "cannot open a window here: Unable to load glass GTK library. Install GTK 3 (package"
                + " libgtk-3-0, libgtk-3-0t64 or gtk3)");
  }

  @Test
  @DisplayName("passes on any other cause as it is")
  void passesOn() {
    assertThat(Display.cannotOpen("Unable to open DISPLAY"))
        .isEqualTo("cannot open a window here: Unable to open DISPLAY");
  }
}
