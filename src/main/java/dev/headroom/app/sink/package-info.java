/// The commands that show what webhooks did not get, and send it again.
@NullMarked
package dev.headroom.app.sink;

import org.jspecify.annotations.NullMarked;
