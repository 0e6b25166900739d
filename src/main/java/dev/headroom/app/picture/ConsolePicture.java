package dev.headroom.app.picture;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.client.Reply;
import dev.headroom.model.Config;
import dev.headroom.model.Money;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.Price;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import dev.headroom.sandbox.DocumentScenario;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.WorkloadSource;
import dev.headroom.sandbox.scenario.Scenarios;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Pictures the real console, drawn in memory, after it has watched a sandbox for a while. The same
/// page of the same sandbox always makes the same picture, but for how much memory is in use.
/// JavaFX must be running, in memory; one other thread at a time takes pictures.
public final class ConsolePicture {
  /// How much of the simulated past the console watches, so that its curves have something to show.
  private static final Duration WATCHED_MAX = Duration.ofMinutes(5);

  /// In how many portions it watches that.
  private static final int PORTIONS = 12;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final int CROWD = 20_000;

  /// A scenario in which much could be done better, and how long that has gone on.
  private static final String REVIEWED = "budget-review";

  private static final Duration REVIEWED_FOR = Duration.ofMinutes(30);

  /// A scenario that a copied production plays.
  private static final String COPIED = "launch-rush";

  /// A scenario in which users share a pool by quotas, and how long that has gone on.
  private static final String SHARED = "guaranteed-quota";

  private static final Duration SHARED_FOR = Duration.ofMinutes(10);
  private static final Instant EMPTY_START = Instant.parse("2026-03-02T08:00:00Z");

  private final IntFunction<Sandbox> sandboxes;
  private final Duration after;

  /// @param sandboxes makes a sandbox of about so many scopes, or of as many as it has by default
  ///   for 0; paused, and without a thread
  /// @param after how much simulated time has passed
  public ConsolePicture(IntFunction<Sandbox> sandboxes, Duration after) {
    this.sandboxes = sandboxes;
    this.after = after;
  }

  /// Pictures a page in each of some looks.
  ///
  /// @param wanted the selected scope; else the one nearest to a limit, or `/` where that is what
  ///   the page is about
  /// @return one for each look, in their order
  /// @throws UnusableInputException where the path names no scope that is there then
  public List<BufferedImage> take(Page page, Optional<ScopePath> wanted, List<Look> looks) {
    try (var studio = new Studio(page.world(), sandbox(page.world()), looks.getFirst())) {
      var poses = new Poses(studio);
      Duration watched = after.compareTo(WATCHED_MAX) < 0 ? after : WATCHED_MAX;
      skip(studio, after.minus(watched), page.isRemembered());
      studio.order(_ -> {});
      Duration portion = watched.dividedBy(PORTIONS);
      ScopePath path = ScopePath.ROOT;
      for (int passed = 0; passed < PORTIONS; passed++) {
        // The curve is of the selected scope; which one that is shows only in the end, mostly.
        if (passed == PORTIONS / 4 || passed == PORTIONS / 2 || passed == PORTIONS - 1) {
          ScopePath now = wanted.orElseGet(() -> poses.subject(page));
          if (!now.equals(path)) {
            path = now;
            studio.order(window -> window.goTo(now.text()));
          }
        }
        studio.pass(portion);
      }
      require(studio, wanted);
      poses.strike(page, path);
      List<BufferedImage> pictures = new ArrayList<>();
      looks.forEach(look -> pictures.add(studio.picture(look)));
      return List.copyOf(pictures);
    }
  }

  /// @param remembering whether the history is to have all of it, however slow its thread is
  private static void skip(Studio studio, Duration span, boolean remembering) {
    if (!remembering) {
      studio.skip(span);
      return;
    }
    studio.remember();
    for (Duration left = span; left.isPositive(); left = left.minus(MINUTE)) {
      studio.skip(left.compareTo(MINUTE) < 0 ? left : MINUTE);
      studio.remember();
    }
  }

  private void require(Studio studio, Optional<ScopePath> wanted) {
    if (wanted.isPresent()
        && !(studio.instance().shown().scope(wanted.get()) instanceof Reply.Decided<?>)) {
      throw new UnusableInputException("there is no scope " + wanted.get() + " after " + after);
    }
  }

  private Sandbox sandbox(Page.World world) {
    return switch (world) {
      case PLAYED, PRODUCTION, SILENT -> sandboxes.apply(0);
      case CROWDED -> sandboxes.apply(CROWD);
      case REVIEWED -> {
        Sandbox reviewed = new Sandbox(Scenarios.all(), REVIEWED, 1, 0, System::nanoTime);
        reviewed.runFor(REVIEWED_FOR);
        yield reviewed;
      }
      case SHARED -> {
        Sandbox shared = new Sandbox(Scenarios.all(), SHARED, 1, 0, System::nanoTime);
        shared.runFor(SHARED_FOR);
        yield shared;
      }
      case COPIED -> new Sandbox(List.of(new Copied(scenario(COPIED))), 1);
      case PRICED -> of(new DocumentScenario("A priced pool", priced(), EMPTY_START));
      case EMPTY -> of(new DocumentScenario("An empty document", Config.EMPTY, EMPTY_START));
    };
  }

  private static WorkloadSource scenario(String name) {
    return Scenarios.all().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Sandbox of(DocumentScenario document) {
    List<WorkloadSource> sources = new ArrayList<>(List.of(document));
    sources.addAll(Scenarios.all());
    return new Sandbox(sources, 1);
  }

  private static Config priced() {
    Money base = new Money(2);
    List<Price.Step> steps =
        List.of(new Price.Step(50, new Money(4)), new Price.Step(80, new Money(10)));
    Pool.Terms terms = Pool.Terms.of(1_000_000).withCostPerUnit(new Price(base, steps));
    Pool pool = new Pool(new PoolId("models"), ScopePath.ROOT, ResourceType.TOKENS, terms);
    return new Config(Settings.DEFAULT, List.of(), List.of(pool));
  }
}
