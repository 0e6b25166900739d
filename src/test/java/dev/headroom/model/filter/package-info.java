/// What filters of scopes say.
@NullMarked
package dev.headroom.model.filter;

import org.jspecify.annotations.NullMarked;
