/// What an embedded instance promises to its callers.
@NullMarked
package dev.headroom.client.embedded;

import org.jspecify.annotations.NullMarked;
