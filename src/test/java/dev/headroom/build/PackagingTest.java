package dev.headroom.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What makes an application of the distribution")
final class PackagingTest {

  @Test
  @DisplayName("compiles, which nothing else sees before it is run")
  void compiles(@TempDir Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    List<String> options = List.of("-d", classes.toString(), "-Xlint:all", "-Werror");
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      var program = files.getJavaFileObjects(Path.of("jpackage", "PackageApplication.java"));
      assertThat(compiler.getTask(said, files, null, options, null, program).call())
          .as(said::toString)
          .isTrue();
    }
  }
}
