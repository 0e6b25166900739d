package dev.headroom.build;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Named.named;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Never")
final class BansTest {
  private static final String[] RULES = {"dev.headroom.engine..", "dev.headroom.model.."};
  private static final String NODE = "dev.headroom.node..";
  private static final String VIEW_MODEL = "dev.headroom.console.viewmodel..";
  private static final String[] WITH_WINDOW = {"dev.headroom.console..", "dev.headroom.app.."};

  private static final DescribedPredicate<JavaClass> CLOCKS =
      are(nameMatching("java\\.time\\.(Clock|InstantSource)|java\\.util\\.(Date|Calendar)"));
  private static final DescribedPredicate<JavaClass> THREADS =
      are(
          nameMatching(
              "java\\.lang\\.(Thread|Runtime|Process).*|java\\.util\\.(Timer|TimerTask)"
                  + "|java\\.util\\.concurrent\\.(?!TimeUnit$).*"));
  private static final DescribedPredicate<JavaClass> OUTSIDE_WORLD =
      are(
          nameMatching(
              "java\\.io\\.(?!Serializable$).*|java\\.nio\\.(file|channels)\\..*|java\\.net\\..*"));
  private static final DescribedPredicate<JavaClass> LOGGING =
      are(
          nameMatching(
              "java\\.util\\.logging\\..*|java\\.lang\\.System\\$Logger|org\\.slf4j\\..*"));
  private static final DescribedPredicate<JavaClass> CHANCE =
      are(
          nameMatching(
              "java\\.util\\.(Random|SplittableRandom|random\\..*)|java\\.security\\.SecureRandom"));

  static List<Named<ArchRule>> inTheRules() {
    return List.of(
        inTheRules("a clock", CLOCKS, "commands carry their time"),
        inTheRules("threads or locks", THREADS, "one writer applies commands under node's lock"),
        inTheRules("input or output", OUTSIDE_WORLD, "the journal and the server do that"),
        inTheRules("logging", LOGGING, "what happened is an event"),
        inTheRules("chance", CHANCE, "any history must replay to the same state"),
        useInTheRules("a stopwatch", Use.STOPWATCH, "the outcome must not depend on speed"),
        useInTheRules("dice", Use.DICE, "any history must replay to the same state"));
  }

  static List<Named<ArchRule>> elsewhere() {
    return List.of(
        named(
            "the wall clock outside of node",
            noClasses()
                .that()
                .resideOutsideOfPackage(NODE)
                .should()
                .accessTargetWhere(Use.WALL_CLOCK.asPredicate())
                .because("the only clock is in node; everywhere else time is data")),
        named(
            "JavaFX outside of the console",
            noClasses()
                .that()
                .resideOutsideOfPackages(WITH_WINDOW)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "com.sun.javafx..")
                .because("a server runs without a toolkit")),
        named(
            "a scene in a view model",
            noClasses()
                .that()
                .resideInAnyPackage(VIEW_MODEL)
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage(
                        "javafx.scene..",
                        "javafx.stage..",
                        "javafx.fxml..",
                        "org.controlsfx..",
                        "eu.hansolo.."))
                .because("a view model is state without a scene, tested without a toolkit")),
        named(
            "a second way to the FX thread",
            noClasses()
                .that()
                .doNotHaveSimpleName("UiThread")
                .should()
                .accessTargetWhere(Use.FX_THREAD.asPredicate())
                .because("UiThread makes the hop, and sends failures to the crash report")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"inTheRules", "elsewhere"})
  @DisplayName("is used:")
  void holds(ArchRule ban) {
    ban.allowEmptyShould(true).check(ArchitectureTest.PRODUCT);
  }

  private static Named<ArchRule> inTheRules(
      String what, DescribedPredicate<JavaClass> banned, String reason) {
    return named(
        what + " in the rules",
        noClasses()
            .that()
            .resideInAnyPackage(RULES)
            .should()
            .dependOnClassesThat(banned)
            .because(reason));
  }

  /// A call or a method reference.
  private static Named<ArchRule> useInTheRules(String what, Use use, String reason) {
    return named(
        what + " in the rules",
        noClasses()
            .that()
            .resideInAnyPackage(RULES)
            .should()
            .accessTargetWhere(use.asPredicate())
            .because(reason));
  }

  /// Kinds of methods, by the names of owner and method.
  private enum Use {
    WALL_CLOCK {
      @Override
      boolean covers(String owner, String method) {
        return switch (owner) {
          case "java.lang.System" -> method.equals("currentTimeMillis");
          case "java.time.Clock" -> method.startsWith("system") || method.startsWith("tick");
          case "java.time.InstantSource" -> method.equals("system");
          default -> owner.startsWith("java.time.") && method.equals("now");
        };
      }
    },
    STOPWATCH {
      @Override
      boolean covers(String owner, String method) {
        return owner.equals("java.lang.System") && method.equals("nanoTime");
      }
    },
    DICE {
      @Override
      boolean covers(String owner, String method) {
        return switch (owner) {
          case "java.lang.Math" -> method.equals("random");
          case "java.util.UUID" -> method.equals("randomUUID");
          case "java.util.Collections" -> method.equals("shuffle");
          default -> false;
        };
      }
    },
    FX_THREAD {
      @Override
      boolean covers(String owner, String method) {
        return owner.equals("javafx.application.Platform") && method.equals("runLater");
      }
    };

    abstract boolean covers(String owner, String method);

    DescribedPredicate<JavaAccess<?>> asPredicate() {
      return describe(
          "it is of the kind " + this,
          access -> covers(access.getTargetOwner().getName(), access.getName()));
    }
  }
}
