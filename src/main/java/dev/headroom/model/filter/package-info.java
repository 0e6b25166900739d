/// The language in which scopes are looked for: `tokens>80 state:active user:bot* !swarm:test`.
@NullMarked
package dev.headroom.model.filter;

import org.jspecify.annotations.NullMarked;
