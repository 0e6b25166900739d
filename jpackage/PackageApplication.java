import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Turns the distribution in `target/headroom` into an application with its own Java runtime, and
/// that into an installer where the system's is known: `mvn -Ppackage package` runs it in the
/// project's folder, with the version as its argument.
///
/// The application has an AOT cache: the classes that open the window, loaded and linked (JEP 483),
/// and how often their methods are called (JEP 515), noted from a window that is opened in memory.
final class PackageApplication {
  private static final String NAME = "headroom";
  private static final Path DISTRIBUTION = Path.of("target", "headroom", "lib");
  private static final Path PACKAGES = Path.of("target", "package");
  private static final Path IMAGE = PACKAGES.resolve(NAME);
  private static final String CACHE = "headroom.aot";

  /// A collector that works beside the program, as that of a window does, and that can also read
  /// objects from the cache, which saves a fifth of the time to the first frame.
  private static final List<String> SHENANDOAH =
      List.of("-XX:-UseZGC", "-XX:+UseShenandoahGC", "-XX:ShenandoahGCMode=generational");

  /// What the application reads of the runtime. Formats of numbers and dates beyond English come
  /// from jdk.localedata, which nothing names.
  private static final String MODULES =
      "java.se,jdk.unsupported,jdk.unsupported.desktop,jdk.management,jdk.jfr,jdk.jsobject,"
          + "jdk.zipfs,jdk.net,jdk.crypto.cryptoki,jdk.localedata,jdk.accessibility";

  /// When all files of the application were last changed, officially. The cache knows the files that
  /// it was made for by their times, and jpackage gives its copies new ones; dpkg-deb sets back to
  /// this what is younger.
  private static final Instant CHANGED = Instant.parse("2026-01-01T00:00:00Z");

  private final String version;

  private PackageApplication(String version) {
    this.version = version;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    // Installers know numbers only.
    new PackageApplication(arguments[0].replace("-SNAPSHOT", "")).run();
  }

  private void run() throws IOException, InterruptedException {
    delete(PACKAGES);
    makeImage();
    setBack();
    makeCache();
    if (isLinux() && Files.isExecutable(Path.of("/usr/bin/dpkg-deb"))) {
      makeDeb();
    }
  }

  private void makeImage() throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of("--type", "app-image", "--name", NAME, "--app-version", version));
    arguments.addAll(List.of("--dest", PACKAGES.toString(), "--input", DISTRIBUTION.toString()));
    arguments.addAll(List.of("--main-jar", "headroom.jar", "--main-class", "dev.headroom.app.Main"));
    arguments.addAll(List.of("--add-modules", MODULES));
    arguments.addAll(List.of("--resource-dir", "jpackage", "--icon", icon()));
    for (String option : options()) {
      arguments.addAll(List.of("--java-options", option));
    }
    jpackage(arguments);
  }

  /// What the launcher of the distribution starts the JVM with where a window opens.
  private static List<String> options() throws IOException, InterruptedException {
    List<String> options = new ArrayList<>();
    for (String file : List.of("jvm.options", "window.options")) {
      try (Stream<String> lines = Files.lines(DISTRIBUTION.resolve(file))) {
        lines.map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .forEach(options::add);
      }
    }
    if (hasShenandoah()) {
      options.addAll(SHENANDOAH);
    }
    options.add("-Djava.util.logging.config.file=$APPDIR/logging.properties");
    return options;
  }

  /// Not every Java has it; this one's will be the application's.
  private static boolean hasShenandoah() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseShenandoahGC",
            "-version");
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private static void makeCache() throws IOException, InterruptedException {
    Path library = library();
    Path notes = PACKAGES.resolve("training.aotconf").toAbsolutePath();
    Path cache = library.resolve(CACHE).toAbsolutePath();
    start("-XX:AOTMode=record -XX:AOTConfiguration=" + notes, "--until-first-frame");
    start("-XX:AOTMode=create -XX:AOTConfiguration=" + notes + " -XX:AOTCache=" + cache);
    Files.delete(notes);
    // Only now: a JVM that is told of a cache can make none.
    Files.writeString(
        library.resolve(NAME + ".cfg"),
        "java-options=-XX:AOTCache=$APPDIR/" + CACHE + System.lineSeparator(),
        StandardOpenOption.APPEND);
  }

  /// Starts the application as its users will, but with further options and in memory.
  private static void start(String options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher().toString()));
    command.addAll(List.of(arguments));
    String all = "-Dglass.platform=Headless -Dprism.order=sw -Xlog:aot*=error " + options;
    run(command, Map.of("JAVA_TOOL_OPTIONS", all));
  }

  private void makeDeb() throws IOException, InterruptedException {
    jpackage(
        List.of(
            "--type", "deb",
            "--name", NAME,
            "--app-version", version,
            "--app-image", IMAGE.toString(),
            "--dest", PACKAGES.toString(),
            "--description", "Console for a hierarchical resource allocation engine",
            "--vendor", "Headroom",
            "--resource-dir", "jpackage",
            "--license-file", "LICENSE",
            "--linux-shortcut",
            "--linux-package-deps", "libgtk-3-0",
            "--linux-menu-group", "System;Monitor;",
            "--file-associations", "jpackage/config.properties",
            "--file-associations", "jpackage/recording.properties"));
  }

  private static void setBack() throws IOException {
    try (Stream<Path> all = Files.walk(PACKAGES)) {
      for (Path each : all.toList()) {
        Files.setLastModifiedTime(each, FileTime.from(CHANGED));
      }
    }
  }

  private static void jpackage(List<String> arguments) throws IOException, InterruptedException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "jpackage");
    List<String> command = new ArrayList<>(List.of(tool.toString()));
    command.addAll(arguments);
    // gzip takes a tenth of the time that xz takes, for a tenth more bytes.
    run(
        command,
        Map.of(
            "SOURCE_DATE_EPOCH", Long.toString(CHANGED.getEpochSecond()),
            "DPKG_DEB_COMPRESSOR_TYPE", "gzip"));
  }

  private static void run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(environment);
    int outcome = builder.start().waitFor();
    if (outcome != 0) {
      throw new IllegalStateException(command + " ended with " + outcome);
    }
  }

  private static Path launcher() {
    if (isLinux()) {
      return IMAGE.resolve("bin").resolve(NAME);
    }
    return isWindows()
        ? IMAGE.resolve(NAME + ".exe")
        : PACKAGES.resolve(NAME + ".app").resolve("Contents/MacOS").resolve(NAME);
  }

  /// Where jpackage puts the jars.
  private static Path library() {
    if (isLinux()) {
      return IMAGE.resolve("lib").resolve("app");
    }
    return isWindows()
        ? IMAGE.resolve("app")
        : PACKAGES.resolve(NAME + ".app").resolve("Contents/app");
  }

  private static String icon() {
    if (isLinux()) {
      return "assets/headroom.png";
    }
    return isWindows() ? "jpackage/headroom.ico" : "jpackage/headroom.icns";
  }

  private static boolean isLinux() {
    return system().contains("linux");
  }

  private static boolean isWindows() {
    return system().contains("windows");
  }

  private static String system() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
