/// What holds for every instance, wherever it lives: the same tests for one in memory, one in a
/// folder, and one behind a server.
@NullMarked
package dev.headroom.client.contract;

import org.jspecify.annotations.NullMarked;
