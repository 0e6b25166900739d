/// What the console keeps about its user, in that user's config folder.
@NullMarked
package dev.headroom.app.settings;

import org.jspecify.annotations.NullMarked;
