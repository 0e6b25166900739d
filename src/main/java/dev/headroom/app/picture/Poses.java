package dev.headroom.app.picture;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Link;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.console.view.ConsoleWindow;
import dev.headroom.console.viewmodel.AttachModel;
import dev.headroom.console.viewmodel.AttachStep;
import dev.headroom.console.viewmodel.Noticed;
import dev.headroom.console.viewmodel.StartModel;
import dev.headroom.console.viewmodel.TreeColumn;
import dev.headroom.console.viewmodel.TreeViews;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.edit.SpanTrial;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ShelfLife;
import dev.headroom.model.filter.ScopeFilter;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.Dismissal;
import dev.headroom.model.suggestion.SuggestionQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

/// Brings a window to the pages and states that pictures are about, as an administrator would.
final class Poses {
  private static final int SCOPES_LOOKED_AT = 200;
  private static final int TOKEN_STEP = 2;

  /// The console asks for news every fourth.
  private static final int NOTICED_PORTIONS = 16;

  private static final Duration OUTAGE = Duration.ofSeconds(95);

  private final Studio studio;
  private final Hand hand;
  private final PastPoses past;
  private final Instance instance;

  Poses(Studio studio) {
    this.studio = studio;
    hand = new Hand(studio);
    past = new PastPoses(studio, hand);
    this.instance = studio.instance().shown();
  }

  /// @param path the scope that is selected
  void strike(Page page, ScopePath path) {
    studio.order(window -> window.show(page.list()));
    switch (page) {
      case SEARCH, SEARCH_FAULT, SEARCH_NOTHING -> search(page);
      case ALERTS -> openFlood();
      case ALERT, WAITER -> studio.order(ConsoleWindow::actOnFirst);
      case ALERTS_SHELVED -> shelve(path);
      case FORM -> studio.order(ConsoleWindow::editBinding);
      case ADD -> hand.press(Wording.text("scope.add"));
      case CHANGES, PRODUCTION -> stage("$10");
      case CHANGES_ISSUES -> stage("5k");
      case CHANGES_OVERTAKEN -> overtake(path);
      case CHANGES_REPLAYED -> replay();
      case CHANGES_APPLIED, COPY -> apply();
      case COPY_LEFT -> leaveCopy();
      case HISTORY -> change(path, 2);
      case CHANGE_MANY -> changeMany(page);
      case CHANGE_MANY_NOTHING -> studio.order(ConsoleWindow::changeMany);
      case CONFIG_TEXT -> studio.order(ConsoleWindow::showConfigText);
      case CONFIG_TEXT_FAULT -> mistype();
      case USE_MAP, USE_MAP_CROWDED, USE_MAP_EMPTY -> studio.order(ConsoleWindow::showUseMap);
      case WAIT_GRAPH, WAIT_GRAPH_CROWDED -> studio.order(ConsoleWindow::showWaitGraph);
      case SUGGESTIONS -> suggest();
      case SUGGESTIONS_NONE -> studio.order(ConsoleWindow::showSuggestions);
      case SUGGESTIONS_DISMISSED -> dismiss();
      case PALETTE -> studio.order(ConsoleWindow::showFinder);
      case PALETTE_FOUND -> find("sup");
      case SHORTCUTS -> studio.order(ConsoleWindow::showShortcuts);
      case TOUR -> studio.order(ConsoleWindow::showTour);
      case FORECAST -> studio.order(ConsoleWindow::toggleForecast);
      case LOANS -> new Deals(studio).lend();
      case PRICE -> new Deals(studio).spend();
      case INJECTED -> studio.inject("spike", "pool-outage");
      case COLUMNS -> showColumns();
      case SUGGESTIONS_RARE -> suggestRarer();
      case REPORT -> studio.order(ConsoleWindow::showReport);
      case PAST, PAST_INJECTED, COMPARISON, PAST_WAIT_GRAPH -> past.strike(page);
      case NOTICES -> awaitNotices();
      case PREFERENCES -> studio.order(ConsoleWindow::showPreferences);
      case PREFERENCES_KEYS -> studio.order(ConsoleWindow::showKeys);
      case PERFORMANCE -> studio.order(ConsoleWindow::togglePerformance);
      case FROZEN -> freeze();
      case STALE, RECONNECTING, REFUSED, READ_ONLY -> estrange(page);
      case START -> studio.order(ConsoleWindow::showStart);
      case START_RECOVERING, START_IN_USE -> openFolder(page);
      case START_ATTACH, START_STRANGER -> attach(page);
      case TREE, SCOPE, CONFLICTS, ALLOCATIONS, EVENTS, EMPTY, LOADING, CROWDED -> {}
    }
    studio.settle();
  }

  /// The scope that a page is about, as it stands now.
  ScopePath subject(Page page) {
    return page.isAboutRoot() ? ScopePath.ROOT : nearestToALimit();
  }

  private ScopePath nearestToALimit() {
    var query =
        new ScopeQuery(
            ScopePath.ROOT, 3, ScopeQuery.Sort.PRESSURE, ScopeFilter.ALL, 0, SCOPES_LOOKED_AT);
    return instance.scopes(query) instanceof Reply.Decided<ScopePage>(var page)
            && !page.scopes().isEmpty()
        ? page.scopes().getFirst().path()
        : ScopePath.ROOT;
  }

  private void search(Page page) {
    String query =
        switch (page) {
          case SEARCH -> "credits>50 !user:ada";
          case SEARCH_FAULT -> "tokens>much";
          case CHANGE_MANY -> "tokens.limit>0";
          default -> "zebra";
        };
    String before = studio.model().desk().tree().count();
    hand.type(Wording.text("search.accessible"), query);
    studio.until(() ->
        !studio.model().desk().tree().fault().isEmpty()
            || !studio.model().desk().tree().count().equals(before));
  }

  private void changeMany(Page page) {
    search(page);
    hand.press(Wording.text("marks.matches"));
    studio.settle();
    studio.order(ConsoleWindow::changeMany);
  }

  private void openFlood() {
    studio.order(window ->
        Hand.all(
                window,
                Node.class,
                node -> Wording.text("dock.alerts").equals(node.getAccessibleText()))
            .findFirst()
            .ifPresent(Node::requestFocus));
    studio.order(ConsoleWindow::actOnFirst);
  }

  private void shelve(ScopePath path) {
    var command =
        new Command.ShelveAlerts(
            new RequestId("picture-shelf"),
            new Command.Shelvable.Subtree(path),
            ShelfLife.ONE_HOUR,
            "marie",
            "known since the release; the fix is under way");
    require(instance.alerts().shelve(command));
    hand.press(Wording.text("alerts.show.SHELVED"));
  }

  /// Changes the amount of what binds in its form, and stages that.
  ///
  /// @param amount what its digits are replaced by
  private void stage(String amount) {
    studio.order(ConsoleWindow::editBinding);
    studio.order(window ->
        Hand.all(window, TextField.class, field -> Hand.within(field, "form-field"))
            .findFirst()
            .ifPresent(field -> field.setText(field.getText().replaceFirst("^([0-9]+)", amount))));
    hand.press(Wording.text("draft.stage"));
  }

  private void replay() {
    stage("$10");
    studio.settle();
    hand.press(SpanTrial.Span.QUARTER.text());
  }

  private void apply() {
    stage("$10");
    hand.type(Wording.text("action.reason"), "the launch needs more until Friday");
    hand.press(Wording.text("changes.apply.one", 1));
  }

  private void leaveCopy() {
    apply();
    hand.press(Wording.text("copy.leave"));
  }

  private void overtake(ScopePath path) {
    stage("$10");
    change(path, 2);
    hand.type(Wording.text("action.reason"), "the launch needs more until Friday");
    hand.press(Wording.text("changes.apply.one", 1));
  }

  /// Has somebody else give a scope so many times as much of everything.
  private void change(ScopePath path, int factor) {
    List<Limit> limits = new ArrayList<>();
    for (Limit limit : require(instance.config()).config().limits()) {
      if (limit.path().equals(path)) {
        long more = limit.terms().amount() * factor;
        limits.add(new Limit(path, limit.type(), limit.terms().withAmount(more)));
      }
    }
    long version = require(instance.scope(path)).version();
    Change change = new Change.PutLimits(path, limits, version);
    require(
        instance.apply(
            new Command.ApplyChanges(
                new RequestId("picture-other"), List.of(change), "eve", "twice as much")));
  }

  private void mistype() {
    studio.order(ConsoleWindow::showConfigText);
    studio.settle();
    studio.order(window ->
        Hand.all(window, TextArea.class, area -> area.getStyleClass().contains("code"))
            .findFirst()
            .ifPresent(area ->
                area.setText(area.getText().replaceFirst("amount: [0-9]+", "amount: plenty"))));
    hand.awaitShown(".config-page .problem");
  }

  private void suggest() {
    studio.order(ConsoleWindow::showSuggestions);
    hand.awaitShown(".suggestion-card");
  }

  private void suggestRarer() {
    Limit limit = require(instance.config()).config().limits().getFirst();
    studio.instance().advise(Counsel.about(limit, instance.info().now()));
    suggest();
  }

  private void dismiss() {
    Advice advice =
        require(
            instance
                .advisor()
                .suggestions(SuggestionQuery.of(ScopePath.ROOT), new Cancellation(), _ -> {}));
    require(
        instance
            .advisor()
            .dismiss(
                Dismissal.of(
                    advice.suggestions().getFirst(),
                    "marie",
                    "the quarter's end is near",
                    advice.to())));
    suggest();
    hand.press(Wording.text("suggestion.dismissed", 1));
    studio.settle();
    hand.each(ScrollPane.class, pane -> pane.setVvalue(1));
  }

  private void showColumns() {
    TreeViews views = studio.model().views();
    studio.order(
        _ -> views.setLook(views.look().with(TreeColumn.TREND, true).with(TreeColumn.COST, true)));
  }

  private void find(String text) {
    studio.order(ConsoleWindow::showFinder);
    hand.type(Wording.text("finder.prompt"), text);
  }

  private void awaitNotices() {
    studio.order(_ -> studio.model().preferences().change(now -> now.withNoticed(Noticed.ALL)));
    for (int portion = 0; portion < NOTICED_PORTIONS; portion++) {
      studio.pass(Duration.ofSeconds(20));
    }
  }

  private void freeze() {
    studio.order(_ -> studio.model().desk().setPaused(true));
    studio.pass(Duration.ofSeconds(20));
  }

  private void estrange(Page page) {
    Instant now = studio.now();
    Instant since = now.minus(OUTAGE);
    switch (page) {
      case STALE -> studio.instance().reach(new Link.Stale(since));
      case RECONNECTING ->
          studio
              .instance()
              .reach(
                  new Link.Reconnecting(
                      since, 4, now.plusSeconds(8), "the server closed the connection"));
      case REFUSED -> studio.instance().reach(new Link.Refused(since, "the token was revoked"));
      default -> studio.instance().lock("the disk is full");
    }
    studio.pass(Duration.ofSeconds(1));
    studio.pass(Duration.ofSeconds(1));
  }

  private void attach(Page page) {
    studio.order(ConsoleWindow::showStart);
    studio.places().setStranger(page == Page.START_STRANGER);
    AttachModel attach = studio.model().start().orElseThrow().attach();
    studio.order(_ -> {
      attach.edit(PicturedPlaces.PRODUCTION);
      attach.tryOut();
    });
    AttachStep.State awaited =
        page == Page.START_STRANGER ? AttachStep.State.FAILED : AttachStep.State.GOOD;
    studio.until(() -> attach.steps().get(TOKEN_STEP).state() == awaited);
    studio.settle();
    // Where the focus goes while fields are locked, the page scrolls, sooner or later.
    hand.each(ScrollPane.class, pane -> pane.setVvalue(0));
  }

  private void openFolder(Page page) {
    studio.order(ConsoleWindow::showStart);
    studio.places().setInUse(page == Page.START_IN_USE);
    StartModel start = studio.model().start().orElseThrow();
    studio.order(_ -> start.openFolder("/srv/headroom/production"));
    studio.until(() ->
        switch (start.state()) {
          case StartModel.State.Choosing _ -> false;
          case StartModel.State.Opening(_, double share, _) -> share > 0;
          case StartModel.State.Unusable _ -> true;
        });
  }

  /// What an instance has answered.
  static <T> T require(Reply<T> reply) {
    if (reply instanceof Reply.Decided<T>(var value)) {
      return value;
    }
    throw new IllegalStateException("the picture cannot be posed: " + reply);
  }
}
