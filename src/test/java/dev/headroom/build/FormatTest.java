package dev.headroom.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The source format")
final class FormatTest {
  @Test
  @DisplayName("is google-java-format's, in every file")
  void isTheFormatters() throws IOException {
    assertThat(SourceFormat.pending().keySet())
        .as("not formatted; mend with: %s", SourceFormat.MENDING_COMMAND)
        .isEmpty();
  }
}
