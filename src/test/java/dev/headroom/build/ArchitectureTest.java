package dev.headroom.build;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table is the architecture. A needed exception changes the table, in the commit that needs
/// it.
@DisplayName("The architecture")
final class ArchitectureTest {
  private static final String ROOT = "dev.headroom";

  /// Package, and what it may import from the root package. A row holds for the sub-packages too,
  /// as far as they have no row of their own; `*` stands for everything.
  private static final String TABLE =
      """
      model             |
      engine            | model wire
      wire              | model
      journal           | model wire file
      history           | model
      file              |
      node              | model engine journal history
      client            | model
      client.embedded   | model client node engine history wire file
      client.json       | model client wire
      client.remote     | model client client.json wire
      server            | model wire node client client.json file
      sink              | model client wire file
      sandbox           | model client node engine
      console.viewmodel | model client wire
      console.view      | console.viewmodel
      app               | *
      """;

  private static final DescribedPredicate<JavaClass> OURS = resideInAPackage(ROOT + "..");
  private static final List<Row> ROWS = TABLE.lines().map(Row::parse).toList();
  static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /// @param name relative to the root package
  /// @param allowed names of the rows it may import from
  record Row(String name, Set<String> allowed) {
    static Row parse(String line) {
      int bar = line.indexOf('|');
      var allowed = line.substring(bar + 1).trim();
      return new Row(
          line.substring(0, bar).trim(),
          allowed.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(allowed.split(" +"))));
    }

    boolean mayImport(Row other) {
      return equals(other) || allowed.contains("*") || allowed.contains(other.name);
    }

    boolean covers(String packageName) {
      return (packageName + ".").startsWith(ROOT + "." + name + ".");
    }

    @Override
    public String toString() {
      return name
          + " imports only: "
          + (allowed.isEmpty() ? "nothing" : String.join(", ", allowed));
    }
  }

  static List<Row> rows() {
    return ROWS;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  @DisplayName("is what the code does")
  void importsOnly(Row row) {
    classes()
        .that(describe("are in " + row.name, type -> rowsOf(type).anyMatch(row::equals)))
        .should()
        .onlyDependOnClassesThat(
            describe(
                "are of " + row.name + " or of what it may import, " + row.allowed,
                type -> !OURS.test(type) || rowsOf(type).anyMatch(row::mayImport)))
        .because("the table of this test says so")
        .allowEmptyShould(true)
        .check(PRODUCT);
  }

  @Test
  @DisplayName("has a row for every package")
  void knowsEveryPackage() {
    assertThat(PRODUCT.stream().filter(type -> rowsOf(type).findAny().isEmpty()))
        .extracting(JavaClass::getName)
        .isEmpty();
  }

  @Test
  @DisplayName("has no cycle between packages")
  void hasNoCycle() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  @DisplayName("names in its table only packages that have a row")
  void namesOnlyRows() {
    var names = ROWS.stream().map(Row::name).toList();
    assertThat(ROWS.stream().flatMap(row -> row.allowed.stream()).filter(name -> !"*".equals(name)))
        .isSubsetOf(names);
  }

  /// The most specific row that covers the class, if any.
  private static Stream<Row> rowsOf(JavaClass type) {
    return ROWS.stream()
        .filter(row -> row.covers(type.getPackageName()))
        .max(Comparator.comparingInt(row -> row.name.length()))
        .stream();
  }
}
