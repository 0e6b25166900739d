/// What was used over time. It follows an instance's events and is never in its way.
@NullMarked
package dev.headroom.history;

import org.jspecify.annotations.NullMarked;
