package dev.headroom.app.picture;

import dev.headroom.console.view.ConsoleWindow;
import java.util.Locale;

/// What a picture of the console is about: a page of it, or a state that it can be in.
public enum Page {
  TREE(World.PLAYED, "Everything: the tree of scopes, with / selected"),
  SCOPE(World.PLAYED, "The scope that is nearest to a limit, and what binds it"),
  SEARCH(World.PLAYED, "Scopes found by a query"),
  SEARCH_FAULT(World.PLAYED, "A query that means nothing"),
  SEARCH_NOTHING(World.PLAYED, "A query that nothing matches"),
  ALERTS(World.PLAYED, "The list of alerts, a flood of them opened"),
  ALERT(World.PLAYED, "An alert, and what can be done about it"),
  ALERTS_SHELVED(World.PLAYED, "Alerts that somebody has shelved"),
  CONFLICTS(World.PLAYED, "Those who wait, for what, and how long still"),
  WAITER(World.PLAYED, "One who waits, and what can be decided about it"),
  ALLOCATIONS(World.PLAYED, "What is allocated at and below a scope"),
  EVENTS(World.PLAYED, "What happened lately at and below a scope"),
  HISTORY(World.PLAYED, "Who has changed limits, pools and settings"),
  FORM(World.PLAYED, "The form of the limit that binds"),
  ADD(World.PLAYED, "What is asked before something is added"),
  CHANGES(World.PLAYED, "A staged change, and what it would do"),
  CHANGES_ISSUES(World.PLAYED, "A staged change that should better not be applied"),
  CHANGES_OVERTAKEN(World.PLAYED, "A staged change that somebody else has overtaken"),
  CHANGES_REPLAYED(World.PLAYED, "A staged change, and what it would have done a while ago"),
  CHANGES_APPLIED(World.PLAYED, "A change that was applied, and the way to undo it"),
  PALETTE(World.PLAYED, "The palette"),
  PALETTE_FOUND(World.PLAYED, "Scopes, alerts and actions found by typing"),
  SHORTCUTS(World.PLAYED, "Every shortcut"),
  PERFORMANCE(World.PLAYED, "How the window performs"),
  FROZEN(World.PLAYED, "The view while it is frozen"),
  PRODUCTION(World.PRODUCTION, "A production behind a server, with a change at / staged"),
  STALE(World.PRODUCTION, "Nothing has come from the server for too long"),
  RECONNECTING(World.PRODUCTION, "The connection is lost and tried again"),
  REFUSED(World.PRODUCTION, "The server does not let this console in any more"),
  READ_ONLY(World.PRODUCTION, "The server has to refuse changes"),
  EMPTY(World.EMPTY, "An instance with nothing in it"),
  LOADING(World.SILENT, "An instance that has not answered yet"),
  CROWDED(World.CROWDED, "More scopes and waiters than anybody wants to see"),
  START(World.PLAYED, "The choice of what to look at"),
  START_RECOVERING(World.PLAYED, "The same while a folder's journal is read"),
  START_IN_USE(World.PLAYED, "The same where another process has the folder"),
  START_ATTACH(World.PLAYED, "The form of a server, and every step on the way to it"),
  START_STRANGER(World.PLAYED, "The same where the server does not know the token"),
  CHANGE_MANY(World.PLAYED, "The limits of all scopes that match a query, a fifth larger"),
  CHANGE_MANY_NOTHING(World.PLAYED, "The same before scopes are marked or looked for"),
  CONFIG_TEXT(World.PLAYED, "The configuration as text"),
  CONFIG_TEXT_FAULT(World.PLAYED, "The same with something wrong in it"),
  PREFERENCES(World.PLAYED, "How the console is wanted to be"),
  PREFERENCES_KEYS(World.PLAYED, "The shortcuts, and how they are changed"),
  NOTICES(World.PLAYED, "What the console tells of by itself"),
  USE_MAP(World.PLAYED, "Who uses what, as a map"),
  USE_MAP_CROWDED(World.CROWDED, "The same where there are more scopes than can be shown"),
  USE_MAP_EMPTY(World.EMPTY, "The same where nothing is used"),
  WAIT_GRAPH(World.PLAYED, "Who waits for whom, as a graph"),
  WAIT_GRAPH_CROWDED(World.CROWDED, "The same where more wait than can be shown"),
  SUGGESTIONS(World.REVIEWED, "What could be done better, with evidence and gain"),
  SUGGESTIONS_DISMISSED(World.REVIEWED, "The same with one of them dismissed"),
  SUGGESTIONS_NONE(World.EMPTY, "Suggestions where too little has happened"),
  TOUR(World.PLAYED, "The first step through the window for a newcomer"),
  FORECAST(World.PLAYED, "When the limit that binds runs out, while too little is known to say"),
  REPORT(World.PLAYED, "What was used within the last hour, and what will be"),
  PAST(World.PLAYED, "How it was when something happened, and what else did"),
  COMPARISON(World.PLAYED, "What has changed since"),
  LOANS(World.SHARED, "What a user lends another of a pool's quota, and the form to lend more"),
  PRICE(World.PRICED, "A pool whose price rises in steps, and where on them it stands"),
  INJECTED(World.PLAYED, "What was thrown into the scenario, as long as it lasts"),
  PAST_WAIT_GRAPH(World.PLAYED, "Who waited for whom then"),
  PAST_INJECTED(World.PLAYED, "What was thrown in, on the line of time"),
  SUGGESTIONS_RARE(World.REVIEWED, "Suggestions of the rarer kinds"),
  COPY(World.COPIED, "A copy of a production, to try things out on, with a change applied"),
  COPY_LEFT(World.COPIED, "The same while it is asked whether that is to be lost"),
  COLUMNS(World.REVIEWED, "The tree with trends and costs");

  /// What the console looks at.
  enum World {
    /// A scenario in a sandbox.
    PLAYED,
    /// The same, as if it were a production behind a server.
    PRODUCTION,
    /// An instance without scopes, limits and pools.
    EMPTY,
    /// An instance that answers nothing.
    SILENT,
    /// A scenario with many more scopes.
    CROWDED,
    /// A scenario in which users share a pool by quotas.
    SHARED,
    /// A copy of the instance behind a server.
    COPIED,
    /// A pool whose price has steps, and nothing else.
    PRICED,
    /// A scenario in which much could be done better, after a while.
    REVIEWED
  }

  private final World world;
  private final String title;

  Page(World world, String title) {
    this.world = world;
    this.title = title;
  }

  World world() {
    return world;
  }

  /// What the picture shows, for people.
  String title() {
    return title;
  }

  /// What it is called on the command line: `start-in-use`.
  public String argument() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Which list is on show below the scope page.
  ConsoleWindow.Page list() {
    return switch (this) {
      case CONFLICTS, WAITER, CROWDED, WAIT_GRAPH, WAIT_GRAPH_CROWDED, PAST_WAIT_GRAPH ->
          ConsoleWindow.Page.CONFLICTS;
      case ALLOCATIONS -> ConsoleWindow.Page.ALLOCATIONS;
      case EVENTS -> ConsoleWindow.Page.EVENTS;
      case HISTORY -> ConsoleWindow.Page.HISTORY;
      default -> ConsoleWindow.Page.ALERTS;
    };
  }

  /// Whether `/` is selected, not the scope that is nearest to a limit.
  boolean isAboutRoot() {
    return world == World.EMPTY
        || world == World.PRICED
        || world == World.SILENT
        || this == TREE
        || this == COLUMNS
        || this == PRODUCTION;
  }

  /// Whether it is about what was before the console watched.
  boolean isRemembered() {
    return this == FORECAST || this == REPORT;
  }
}
