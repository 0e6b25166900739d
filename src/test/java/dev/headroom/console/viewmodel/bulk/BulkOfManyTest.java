package dev.headroom.console.viewmodel.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.console.viewmodel.MarkedScopes;
import dev.headroom.console.viewmodel.MatchPages;
import dev.headroom.console.viewmodel.action.Attempt;
import dev.headroom.console.viewmodel.action.Bench;
import dev.headroom.console.viewmodel.edit.ChangeSet;
import dev.headroom.console.viewmodel.edit.Draft;
import dev.headroom.console.viewmodel.edit.Editing;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.filter.ScopeFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Changing more limits at once than a page has scopes")
final class BulkOfManyTest {
  private static final int COUNT = 10_500;
  private static final int PER_SWARM = 10;
  private static final String QUERY = "run:many*";

  private final Bench bench = Bench.open();
  private final Editing editing = new Editing(bench.operator, () -> 0L);
  private final ChangeSet changes = editing.changes();
  private final MarkedScopes marks = new MarkedScopes(bench.desk);

  @BeforeEach
  void limitMany() {
    List<Change> limits =
        IntStream.range(0, COUNT)
            .mapToObj(number -> "/user:ada/swarm:s" + number / PER_SWARM + "/run:many" + number)
            .map(ScopePath::of)
            .<Change>map(path ->
                new Change.PutLimits(
                    path, List.of(new Limit(path, ResourceType.TOKENS, Limit.Terms.hard(1000))), 0))
            .toList();
    assertThat(
            bench
                .operator
                .instance()
                .apply(new Command.ApplyChanges(new RequestId("many"), limits, "ops", "begin")))
        .isInstanceOf(Reply.Decided.class);
    editing.lock().set(true);
    bench.desk.tree().filter(QUERY);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void mark() {
    marks.markMatches();
    bench.ui.until(() -> !marks.isUnderway());
  }

  private BulkEdit bulk() {
    var bulk = new BulkEdit(bench.desk, editing, marks);
    bulk.lookUp();
    bench.ui.until(() -> !bulk.isBusy());
    return bulk;
  }

  private long[] amounts() {
    return bench.world.config().limits().stream()
        .filter(limit -> limit.path().text().contains("/run:many"))
        .mapToLong(limit -> limit.terms().amount())
        .distinct()
        .toArray();
  }

  private void apply() {
    bench.ui.until(() -> !changes.isTrying());
    changes.apply("for a test");
    bench.ui.until(() -> changes.attempt().state() != Attempt.State.UNDERWAY);
    assertThat(changes.attempt().state()).isEqualTo(Attempt.State.DONE);
  }

  @Test
  @DisplayName("marks all that match, telling how far that has come")
  void marksAll() {
    List<String> told = new ArrayList<>();
    marks.listen(() -> told.add(marks.progress()));
    mark();
    assertThat(marks.size()).isEqualTo(COUNT);
    assertThat(marks.problem()).isEmpty();
    assertThat(told).contains("10,000 of 10,500", "10,500 of 10,500");
  }

  @Test
  @DisplayName("marks none where marking is ended before all are found")
  void endsMarking() {
    marks.markMatches();
    assertThat(marks.isUnderway()).isTrue();
    marks.cancel();
    assertThat(marks.isUnderway()).isFalse();
    bench.ui.until(() -> bench.operator.calls().isQuiet());
    assertThat(marks.size()).isZero();
    mark();
    assertThat(marks.size()).as("it can begin anew").isEqualTo(COUNT);
  }

  @Test
  @DisplayName("finds all that match, each once, or says how many there are where that is too many")
  void findsAll() {
    var pages =
        new MatchPages(bench.operator.instance(), ScopePath.ROOT, new Cancellation(), (_, _) -> {});
    ScopePage all = page(pages, COUNT);
    assertThat(all.total()).isEqualTo(COUNT);
    assertThat(all.scopes()).hasSize(COUNT).doesNotHaveDuplicates();
    ScopePage tooMany = page(pages, COUNT - 1);
    assertThat(tooMany.total()).isEqualTo(COUNT).isGreaterThan(tooMany.scopes().size());
  }

  private static ScopePage page(MatchPages pages, int most) {
    return pages.matching(ScopeFilter.of(QUERY), most) instanceof Reply.Decided<ScopePage>(var page)
        ? page
        : new ScopePage(List.of(), 0, 0, 0);
  }

  @Test
  @DisplayName("changes, applies and undoes all that are marked, below however many scopes")
  void changesMarked() {
    mark();
    BulkEdit bulk = bulk();
    assertThat(bulk.summary()).isEqualTo("10,500 scopes · 10,500 limits change");
    bulk.stage();
    staged();
    assertThat(changes.size()).isEqualTo(COUNT);
    apply();
    assertThat(amounts()).containsExactly(1200);
    changes.undo(changes.applied().getLast());
    bench.ui.until(() -> changes.size() == COUNT);
    apply();
    assertThat(amounts()).containsExactly(1000);
  }

  private void staged() {
    bench.ui.until(() -> !changes.isStaging());
  }

  @Test
  @DisplayName("is staged while the window goes on, which tells so and loses nothing meanwhile")
  void stagesAside() {
    mark();
    BulkEdit bulk = bulk();
    Draft draft = editing.limit("/user:new", 1, 3);
    draft.load();
    bench.ui.until(() -> draft.limitForm().isPresent());
    draft.limitForm().orElseThrow().setAmount("7k");

    bulk.stage();
    assertThat(changes.isStaging()).isTrue();
    assertThat(changes.size()).isZero();
    assertThat(changes.whyNotApply("for a test")).isEqualTo("Being staged …");

    draft.stage();
    staged();
    assertThat(changes.size()).isEqualTo(COUNT + 1);
    assertThat(changes.isPending("/user:new")).isTrue();

    changes.revert(changes.batch(changes.edits().getFirst().subject()).orElseThrow());
    assertThat(changes.size()).isEqualTo(1);
  }

  @Test
  @DisplayName("changes all that match, and counts marked ones that are gone meanwhile")
  void changesMatching() {
    assertThat(bulk().summary()).isEqualTo("10,500 scopes · 10,500 limits change");
    mark();
    bench
        .operator
        .instance()
        .closeScope(new RequestId("c"), ScopePath.of("/user:ada/swarm:s7/run:many70"));
    assertThat(bulk().summary())
        .isEqualTo("10,499 scopes · 1 gone meanwhile · 10,499 limits change");
  }

  @Test
  @DisplayName("tells how far looking up has come, and ends it when asked to")
  void endsLookingUp() {
    List<String> told = new ArrayList<>();
    var bulk = new BulkEdit(bench.desk, editing, marks);
    bulk.listen(() -> told.add(bulk.summary()));
    bulk.lookUp();
    bench.ui.until(() -> !bulk.isBusy());
    assertThat(told).contains("Looking up scopes …", "Looking up scopes … 10,000 of 10,500");
    bulk.lookUp();
    bulk.cancel();
    assertThat(bulk.isBusy()).isFalse();
    bench.ui.until(() -> bench.operator.calls().isQuiet());
    assertThat(bulk.plan().rows()).isEmpty();
  }
}
