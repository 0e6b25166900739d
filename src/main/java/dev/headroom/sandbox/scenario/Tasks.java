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

/// Work as it is done in many places.
final class Tasks {
  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;
  private static final long MEGABYTE = 1_000_000;

  static final Task ANSWER =
      Task.of("answer a question", "large-model", seconds(2), seconds(6))
          .taking(TOKENS, 600, 4_000)
          .taking(API_CALLS, 1, 1)
          .taking(CREDITS, 1, 8);

  static final Task DRAFT =
      Task.of("draft a section", "large-model", seconds(3), seconds(9))
          .taking(TOKENS, 4_000, 20_000)
          .taking(API_CALLS, 1, 3)
          .taking(CREDITS, 8, 40)
          .taking(MEMORY, 128 * MIB, 512 * MIB);

  static final Task TICKET =
      Task.of("answer a ticket", "small-model", Duration.ofMillis(800), seconds(3))
          .taking(TOKENS, 200, 1_400)
          .taking(API_CALLS, 1, 2)
          .taking(CREDITS, 1, 3);

  static final Task REVIEW =
      Task.of("review a paper", "large-model", seconds(4), seconds(11))
          .taking(TOKENS, 8_000, 36_000)
          .taking(API_CALLS, 2, 6)
          .taking(CREDITS, 15, 70)
          .taking(TIME, 4_000, 11_000);

  static final Task CODE =
      Task.of("change code and run its tests", "large-model", seconds(3), seconds(8))
          .taking(TOKENS, 2_000, 12_000)
          .taking(API_CALLS, 1, 4)
          .taking(COMPUTE, 1_000, 4_000)
          .taking(MEMORY, 512 * MIB, 2 * GIB)
          .taking(TIME, 3_000, 8_000);

  static final Task TRANSFORM =
      Task.of("transform a table", "batch", seconds(4), seconds(12))
          .taking(COMPUTE, 1_000, 6_000)
          .taking(MEMORY, GIB, 4 * GIB)
          .taking(NETWORK, 2 * MEGABYTE, 12 * MEGABYTE)
          .taking(TIME, 4_000, 12_000)
          .waiting(seconds(20));

  static final Task CRAWL =
      Task.of("fetch pages", "crawler", seconds(2), seconds(6))
          .taking(NETWORK, 2 * MEGABYTE, 16 * MEGABYTE)
          .taking(API_CALLS, 5, 25)
          .taking(STORAGE, 64 * MIB, 512 * MIB)
          .taking(TIME, 2_000, 6_000);

  static final Task EMBED =
      Task.of("embed documents", "embedding-model", seconds(2), seconds(5))
          .taking(TOKENS, 3_000, 10_000)
          .taking(COMPUTE, 500, 2_000)
          .taking(MEMORY, 256 * MIB, GIB)
          .waiting(seconds(10));

  static final Task QUERY =
      Task.of("answer with a query", "small-model", seconds(1), seconds(4))
          .taking(TOKENS, 500, 2_500)
          .taking(API_CALLS, 1, 2)
          .taking(COMPUTE, 250, 1_500)
          .taking(NETWORK, MEGABYTE, 4 * MEGABYTE)
          .waiting(seconds(10));

  static final Task TRAIN =
      Task.of("fine-tune a model", "training", seconds(14), seconds(26))
          .taking(COMPUTE, 8_000, 16_000)
          .taking(MEMORY, 4 * GIB, 12 * GIB)
          .taking(NETWORK, 8 * MEGABYTE, 24 * MEGABYTE)
          .taking(TIME, 14_000, 26_000)
          .waiting(seconds(45));

  private Tasks() {}

  private static Duration seconds(int count) {
    return Duration.ofSeconds(count);
  }
}
