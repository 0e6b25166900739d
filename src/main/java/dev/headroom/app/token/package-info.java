/// The commands that make, list and revoke tokens.
@NullMarked
package dev.headroom.app.token;

import org.jspecify.annotations.NullMarked;
