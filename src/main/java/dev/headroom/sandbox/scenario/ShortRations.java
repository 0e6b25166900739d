package dev.headroom.sandbox.scenario;

import static dev.headroom.model.ConflictStrategy.PRIORITY;
import static dev.headroom.model.ConflictStrategy.SHARING;
import static dev.headroom.model.ResourceType.API_CALLS;
import static dev.headroom.model.ResourceType.COMPUTE;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.NETWORK;
import static dev.headroom.model.ResourceType.STORAGE;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Too little for everyone: instead of all for some and nothing for others, some for all.
final class ShortRations {
  private static final Tempo BREAKING_NEWS = new Tempo.Bursts(5, 100, 6, 45, 0.5, 3.5);
  private static final int LEAST_PERCENT = 20;

  private ShortRations() {}

  static Script script() {
    Duration patience = Duration.ofSeconds(20);
    Task digest = Tasks.DRAFT.waiting(patience).contentWith(LEAST_PERCENT);
    Task review = Tasks.REVIEW.waiting(patience).contentWith(LEAST_PERCENT);
    Task answer = Tasks.ANSWER.waiting(patience).contentWith(LEAST_PERCENT);
    return new Script(
        "short-rations",
        "Short rations",
        "News breaks while the model provider has an outage. What tokens there are, are split among"
            + " all who wait, by the weight of their priority: drafts come out shorter, but nearly"
            + " everyone gets one.",
        Instant.parse("2026-03-12T16:45:00Z"),
        List.of(
            newsroom(digest).withTempo(BREAKING_NEWS),
            agency(digest).withTempo(BREAKING_NEWS),
            Cast.writer().withTasks(digest, answer),
            Cast.paperReview().withTasks(review),
            Cast.supportBot(),
            Cast.developer().withTasks(Tasks.CODE.waiting(patience).contentWith(LEAST_PERCENT)),
            Cast.nightlyJobs(),
            Cast.searchIndex()),
        List.of(
            Budget.per("PT1M", API_CALLS, 55),
            Budget.held(MEMORY, 52),
            Budget.held(STORAGE, 50),
            Budget.held(NETWORK, 58)),
        List.of(
            new Supply("model-gateway", TOKENS, 96, SHARING),
            new Supply("cluster", COMPUTE, 72, PRIORITY)));
  }

  private static UserPlan newsroom(Task digest) {
    return UserPlan.of(
            "newsroom",
            Crew.of(
                "session:front-page",
                "story",
                List.of("gather", "draft", "headline"),
                digest.at(Priority.HIGH)),
            Crew.of("session:live-blog", "ticker", List.of("watch", "post"), digest))
        .withBudgets(Budget.passing("P1D", CREDITS, 80, Cast.seconds(22)), Budget.held(MEMORY, 20));
  }

  private static UserPlan agency(Task digest) {
    return UserPlan.of(
            "agency",
            Crew.of(
                "swarm:translators",
                "wire",
                List.of("translate", "shorten", "check"),
                digest.at(Priority.LOW)))
        .withBudgets(Budget.passing("P1M", CREDITS, 50, Cast.seconds(15)));
  }
}
