package dev.headroom.console.viewmodel.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Reply;
import dev.headroom.client.remote.Pace;
import dev.headroom.client.remote.RemoteInstance;
import dev.headroom.client.remote.ServedFolder;
import dev.headroom.console.viewmodel.Clocks;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Errands;
import dev.headroom.console.viewmodel.MarkedScopes;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.ScopeNode;
import dev.headroom.console.viewmodel.ScopeTree;
import dev.headroom.console.viewmodel.Selection;
import dev.headroom.console.viewmodel.action.Attempt;
import dev.headroom.console.viewmodel.action.Operator;
import dev.headroom.console.viewmodel.bulk.BulkEdit;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.node.MachineClock;
import dev.headroom.server.token.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Without a window, on a real server that shows its caller a part only.
@DisplayName("A console with a token for a subtree")
@Timeout(60)
final class SubtreeTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final Subject LIMIT =
      new Subject.OfLimit(ADA, new LimitKey(ResourceType.TOKENS, Optional.empty()));

  @TempDir private Path folder;
  private final Errands ui = new Errands();
  private final List<ScopeNode> tops = new ArrayList<>();
  private Optional<ServedFolder> served = Optional.empty();

  @BeforeEach
  void serve() {
    served = Optional.of(new ServedFolder(folder.resolve("acme")));
    for (String user : List.of("/user:ada", "/user:ada/swarm:s1", "/user:bob")) {
      ScopePath path = ScopePath.of(user);
      var limit = new Limit(path, ResourceType.TOKENS, Limit.Terms.hard(1_000));
      var change = new Change.PutLimits(path, List.of(limit), 0);
      var line = RequestLine.required(ResourceType.TOKENS, 100);
      decided(
          served()
              .folder()
              .instance()
              .apply(
                  new Command.ApplyChanges(
                      new RequestId("limit" + user), List.of(change), "ops", "first budget")));
      decided(
          served()
              .folder()
              .instance()
              .allocate(new RequestId("use" + user), AllocationRequest.of(path, line)));
    }
  }

  @AfterEach
  void end() {
    served().close();
  }

  private ServedFolder served() {
    return served.orElseThrow();
  }

  private static void decided(Reply<?> reply) {
    assertThat(reply).isInstanceOf(Reply.Decided.class);
  }

  private RemoteInstance instance(Role role) throws IOException {
    String token = served().token(role, ADA.text());
    return RemoteInstance.open(
        served().address(served().port(), token), Pace.DEFAULT, MachineClock.source());
  }

  private Desk desk(RemoteInstance instance) {
    var place = new OpenPlace(Optional.empty(), instance, ADA, Optional.empty(), "", () -> {});
    return new Desk(place, instance, ui, new Clocks(() -> Instant.EPOCH, () -> 0L));
  }

  @Test
  @DisplayName("shows that subtree as if it were all, and nothing of what is above or beside it")
  void showsTheSubtree() throws IOException {
    try (RemoteInstance instance = instance(Role.VIEWER);
        Desk desk = desk(instance)) {
      desk.start(
          new ScopeTree.Listener() {
            @Override
            public void onTop(ScopeNode top) {
              tops.add(top);
            }

            @Override
            public void onChildren(ScopeNode parent) {}
          });
      ui.until(() ->
          !tops.isEmpty()
              && tops.getLast().children().size() == 1
              && tops.getLast().children().getFirst().role() == ScopeNode.Role.SCOPE);
      assertThat(tops.getLast().address()).isEqualTo("/user:ada");
      assertThat(desk.selection().crumbs())
          .extracting(Selection.Crumb::address)
          .containsExactly("/user:ada");
      desk.waiting().refresh();
      ui.until(() -> desk.waiting().placeholder("nobody").equals("nobody"));
    }
  }

  @Test
  @DisplayName("changes a limit there, though it may not see all that is configured")
  void changesALimit() throws IOException {
    try (RemoteInstance instance = instance(Role.ADMIN);
        Desk desk = desk(instance)) {
      ChangeSet changes = staged(desk);
      changes.apply("more for ada");
      ui.until(() -> changes.attempt().state() == Attempt.State.DONE);
      assertThat(served().folder().instance().scope(ADA)).asString().contains("amount=2000");
    }
  }

  @Test
  @DisplayName("stages without the right to apply, which then says which right is missing")
  void saysWhichRightIsMissing() throws IOException {
    try (RemoteInstance instance = instance(Role.VIEWER);
        Desk desk = desk(instance)) {
      ChangeSet changes = staged(desk);
      assertThat(changes.edits()).hasSize(1);
      changes.apply("more for ada");
      ui.until(() -> changes.attempt().state() == Attempt.State.REFUSED);
      assertThat(changes.attempt().text()).contains("admin");
    }
  }

  @Test
  @DisplayName("changes many limits there at once, by a query and by marks")
  void changesMany() throws IOException {
    try (RemoteInstance instance = instance(Role.ADMIN);
        Desk desk = desk(instance)) {
      var editing = new Editing(new Operator(desk, "ops"), () -> 0L);
      editing.lock().set(true);
      desk.tree().filter("tokens.limit>0");
      var marks = new MarkedScopes(desk);
      marks.markMatches();
      ui.until(() -> !marks.isUnderway());
      assertThat(marks.problem()).isEmpty();
      assertThat(marks.size()).isEqualTo(1);
      var bulk = new BulkEdit(desk, editing, marks);
      bulk.form().setFactor("1.5");
      for (boolean byQuery : List.of(true, false)) {
        bulk.setByQuery(byQuery);
        ui.until(() -> !bulk.isBusy());
        assertThat(bulk.summary()).isEqualTo("1 scope · 1 limit changes");
      }
      bulk.stage();
      ui.until(() -> !editing.changes().isTrying());
      editing.changes().apply("half as much again");
      ui.until(() -> editing.changes().attempt().state() == Attempt.State.DONE);
      assertThat(served().folder().instance().scope(ScopePath.of("/user:ada/swarm:s1")))
          .asString()
          .contains("amount=1500");
    }
  }

  private ChangeSet staged(Desk desk) {
    var editing = new Editing(new Operator(desk, "ops"), () -> 0L);
    editing.lock().set(true);
    Draft draft = editing.draft(LIMIT);
    draft.load();
    ui.until(() -> draft.limitForm().isPresent());
    draft.limitForm().orElseThrow().setAmount("2k");
    draft.stage();
    ui.until(() -> !editing.changes().isTrying());
    return editing.changes();
  }
}
