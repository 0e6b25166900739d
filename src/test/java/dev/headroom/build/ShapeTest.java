package dev.headroom.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Checkstyle runs here and not as a Maven plugin, because it needs a newer JDK than the one Maven
/// may run on.
@DisplayName("The shape of the sources")
final class ShapeTest {
  @Test
  @DisplayName("keeps files, methods, parameter lists and nesting within config/checkstyle.xml")
  void staysWithinTheBounds() throws IOException, CheckstyleException {
    assertThat(violations()).isEmpty();
  }

  private static List<String> violations() throws IOException, CheckstyleException {
    var configuration =
        ConfigurationLoader.loadConfiguration(
            Path.of("config", "checkstyle.xml").toString(),
            new PropertiesExpander(new Properties()));
    var found = new Violations();
    var checker = new Checker();
    try {
      checker.setModuleClassLoader(Checker.class.getClassLoader());
      checker.configure(configuration);
      checker.addListener(found);
      checker.process(SourceFiles.below(SourceFiles.ROOT).stream().map(Path::toFile).toList());
    } finally {
      checker.destroy();
    }
    return found.lines;
  }

  /// Collects what Checkstyle finds. One thread.
  private static final class Violations implements AuditListener {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void addError(AuditEvent event) {
      lines.add(
          new File(event.getFileName()).getName()
              + ":"
              + event.getLine()
              + " "
              + event.getMessage());
    }

    @Override
    public void addException(AuditEvent event, Throwable throwable) {
      throw new IllegalStateException("Checkstyle failed on " + event.getFileName(), throwable);
    }

    @Override
    public void auditStarted(AuditEvent event) {}

    @Override
    public void auditFinished(AuditEvent event) {}

    @Override
    public void fileStarted(AuditEvent event) {}

    @Override
    public void fileFinished(AuditEvent event) {}
  }
}
