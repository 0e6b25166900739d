package dev.headroom.sandbox.scenario;

import static dev.headroom.model.ResourceType.API_CALLS;
import static dev.headroom.model.ResourceType.COMPUTE;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.NETWORK;
import static dev.headroom.model.ResourceType.STORAGE;
import static dev.headroom.model.ResourceType.TIME;
import static dev.headroom.model.ResourceType.TOKENS;

import java.time.Duration;
import java.util.List;

/// People, teams and bots that could work anywhere. Each method gives them afresh, in good order; a
/// scenario changes what it is about.
final class Cast {
  private Cast() {}

  static UserPlan writer() {
    return new UserPlan(
        List.of("ada", "chloe", "emeka", "grace", "ines", "kofi", "mei", "olga", "priya", "sara"),
        List.of(
            Crew.of(
                "session:notebook",
                "essay",
                List.of("outline", "draft", "revise", "cite"),
                Tasks.DRAFT,
                Tasks.ANSWER)),
        List.of(
            Budget.passing("P1D", TOKENS, 50, seconds(9)),
            Budget.passing("P1M", CREDITS, 62, seconds(60)),
            Budget.held(MEMORY, 35)));
  }

  static UserPlan developer() {
    return new UserPlan(
        List.of("ben", "dmitri", "finn", "hana", "jonas", "lena", "noor", "pablo", "remy", "tomas"),
        List.of(
            Crew.of(
                "session:code",
                "change",
                List.of("plan", "edit", "test", "review"),
                Tasks.CODE,
                Tasks.ANSWER)),
        List.of(
            Budget.passing("P1D", TOKENS, 80, seconds(16)),
            Budget.held(COMPUTE, 40),
            Budget.held(MEMORY, 38)));
  }

  static UserPlan supportBot() {
    return UserPlan.of(
            "support-bot",
            Crew.of(
                    "session:web",
                    "shift",
                    List.of("triage", "look-up", "answer", "hand-over"),
                    Tasks.TICKET)
                .withActivity(2)
                .withBudgets(Budget.per("PT5M", TOKENS, 70)),
            Crew.of("session:mail", "inbox", List.of("sort", "answer", "follow-up"), Tasks.TICKET))
        .withBudgets(
            Budget.per("PT1M", API_CALLS, 92), Budget.passing("P1D", CREDITS, 35, seconds(60)));
  }

  static UserPlan paperReview() {
    return UserPlan.of(
            "paper-review",
            Crew.of(
                    "swarm:reviewers",
                    "paper",
                    List.of("read", "check", "score", "summarise"),
                    Tasks.REVIEW)
                .withBudgets(Budget.per("PT5M", TOKENS, 75)),
            Crew.of("swarm:editors", "issue", List.of("collect", "decide", "write"), Tasks.DRAFT))
        .withBudgets(
            Budget.passing("P1M", CREDITS, 80, seconds(22)), Budget.per("PT5M", TOKENS, 66));
  }

  static UserPlan nightlyJobs() {
    return UserPlan.of(
            "nightly-jobs",
            Crew.of(
                "swarm:etl",
                "batch",
                List.of("extract", "transform", "load", "verify"),
                Tasks.TRANSFORM),
            Crew.of("swarm:training", "model", List.of("prepare", "train"), Tasks.TRAIN)
                .withActivity(0.15))
        .withBudgets(
            Budget.held(COMPUTE, 45),
            Budget.held(MEMORY, 42),
            Budget.passing("P1D", TIME, 40, seconds(60)));
  }

  static UserPlan searchIndex() {
    return UserPlan.of(
            "search-index",
            Crew.of(
                "swarm:crawlers",
                "crawl",
                List.of("fetch", "parse", "store", "recheck"),
                Tasks.CRAWL),
            Crew.of("swarm:embedders", "shard", List.of("split", "embed", "merge"), Tasks.EMBED))
        .withBudgets(
            Budget.held(NETWORK, 48), Budget.held(STORAGE, 45), Budget.per("PT1M", API_CALLS, 75));
  }

  static UserPlan dataTeam() {
    return UserPlan.of(
            "data-team",
            Crew.of(
                "session:dashboards/swarm:analysts",
                "forecast",
                List.of("query", "model", "plot", "explain"),
                Tasks.QUERY,
                Tasks.ANSWER))
        .withBudgets(
            Budget.passing("P1D", TOKENS, 22, seconds(60)),
            Budget.held(COMPUTE, 30),
            Budget.held(NETWORK, 26));
  }

  /// Tries things out, and is at its limit in every second half minute.
  static UserPlan playground() {
    return UserPlan.of(
            "playground",
            Crew.of("session:demo", "try", List.of("ask", "retry", "compare"), Tasks.ANSWER)
                .withHabits(Crew.Habits.CARELESS))
        .withBudgets(
            Budget.per("PT1M", TOKENS, 210), Budget.passing("P1D", CREDITS, 45, seconds(60)));
  }

  static Duration seconds(int count) {
    return Duration.ofSeconds(count);
  }
}
