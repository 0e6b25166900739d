package dev.headroom.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.Period;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.filter.ScopeFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An instance with very many scopes, wherever it is,")
@Timeout(120)
@ParameterizedClass(name = "{0}")
@EnumSource(Where.class)
final class ManyScopesContractTest {
  /// So many limits are more than a body of usual size takes.
  private static final int COUNT = 34_000;

  private static final int PER_USER = 10;

  private static final List<ScopeQuery.Sort> SORTS =
      List.of(
          ScopeQuery.Sort.NAME,
          ScopeQuery.Sort.PRESSURE,
          ScopeQuery.Sort.COST,
          ScopeQuery.Sort.RECENCY,
          ScopeQuery.Sort.TOKENS);

  @TempDir private Path data;
  private final Where where;
  private World world;
  private Instance instance;

  ManyScopesContractTest(Where where) {
    this.where = where;
  }

  @BeforeEach
  void open() {
    world = new World(where, data);
    instance = world.instance();
    World.decided(
        instance.apply(
            new Command.ApplyChanges(new RequestId("many"), limits(100, 0), "op", "to begin")));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static ScopePath path(int number) {
    return ScopePath.of("/user:u" + number / PER_USER + "/run:r" + number);
  }

  private static List<Change> limits(long amount, long version) {
    var terms = Limit.Terms.hard(amount).per(new Period(1, Period.Unit.DAY));
    return IntStream.range(0, COUNT)
        .mapToObj(ManyScopesContractTest::path)
        .<Change>map(path ->
            new Change.PutLimits(
                path, List.of(new Limit(path, ResourceType.TOKENS, terms)), version))
        .toList();
  }

  private ScopePage page(ScopeQuery.Sort sort, int offset, int count) {
    ScopeFilter runs = ScopeFilter.of("run:*77");
    return World.decided(
        instance.scopes(new ScopeQuery(ScopePath.ROOT, 5, sort, runs, offset, count)));
  }

  @Test
  @DisplayName("takes changes of all of them at once, and tries them out before")
  void changesAll() {
    List<Change> changes = limits(200, 1);
    World.decided(instance.whatIf(changes, new Cancellation()));
    World.decided(
        instance.apply(
            new Command.ApplyChanges(new RequestId("double"), changes, "op", "twice as much")));
    assertThat(World.decided(instance.config()).config().limits())
        .hasSize(COUNT)
        .allMatch(limit -> limit.terms().amount() == 200);
  }

  @Test
  @DisplayName("lists those that match page by page, each once, in the order that was asked for")
  void pages() {
    instance.allocate(new RequestId("a"), World.tokens(path(4077), 50));
    for (ScopeQuery.Sort sort : SORTS) {
      ScopePage whole = page(sort, 0, 10_000);
      assertThat(whole.total()).isEqualTo(COUNT / 100);
      assertThat(whole.searched()).isEqualTo(1 + COUNT + COUNT / PER_USER);
      assertThat(whole.scopes()).hasSize(COUNT / 100).doesNotHaveDuplicates();
      List<ScopeStatus> parts = new ArrayList<>();
      while (parts.size() < COUNT / 100) {
        parts.addAll(page(sort, parts.size(), 101).scopes());
      }
      assertThat(parts).as(sort.name()).isEqualTo(whole.scopes());
      assertThat(page(sort, COUNT / 100, 10).scopes()).isEmpty();
    }
  }

  @Test
  @DisplayName("goes on after the last of a page by name, whatever is gone meanwhile")
  void goesOnAfter() {
    var query =
        new ScopeQuery(ScopePath.ROOT, 5, ScopeQuery.Sort.NAME, ScopeFilter.of("run:*77"), 0, 143);
    List<ScopePath> expected =
        page(ScopeQuery.Sort.NAME, 0, 10_000).scopes().stream().map(ScopeStatus::path).toList();
    List<ScopePath> found = new ArrayList<>();
    int gone = 0;
    ScopePage next = World.decided(instance.scopes(query));
    while (!next.scopes().isEmpty()) {
      assertThat(next.total()).isEqualTo(expected.size() - gone);
      next.scopes().forEach(scope -> found.add(scope.path()));
      instance.closeScope(new RequestId("gone" + gone), found.get(gone));
      gone++;
      next = World.decided(instance.scopes(query.startingAfter(found.getLast())));
    }
    assertThat(gone).isEqualTo(3);
    assertThat(found).isEqualTo(expected);
  }

  @Test
  @DisplayName(
      "tells of some of them in the order in which they are named, but of none that is not")
  void looksAtSome() {
    List<ScopePath> paths =
        new ArrayList<>(IntStream.range(0, 2500).mapToObj(ManyScopesContractTest::path).toList());
    Collections.reverse(paths);
    paths.add(1200, ScopePath.of("/user:nobody"));
    List<ScopeStatus> found = World.decided(instance.scopesAt(paths));
    paths.remove(1200);
    assertThat(found).extracting(ScopeStatus::path).isEqualTo(paths);
    assertThat(found.getFirst()).isEqualTo(World.decided(instance.scope(paths.getFirst())));
    assertThat(World.decided(instance.scopesAt(List.of()))).isEmpty();
  }
}
