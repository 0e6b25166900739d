/// An engine in this process as an instance, specified.
@NullMarked
package dev.headroom.client.embedded;

import org.jspecify.annotations.NullMarked;
