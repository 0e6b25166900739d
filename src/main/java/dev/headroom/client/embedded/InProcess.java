package dev.headroom.client.embedded;

import dev.headroom.client.Instance;
import dev.headroom.client.Link;
import dev.headroom.client.LinkSubscriber;
import dev.headroom.client.Subscription;

/// An instance in this process: nothing can come between.
interface InProcess extends Instance {
  @Override
  default Link link() {
    return Link.fresh();
  }

  @Override
  default Subscription watchLink(LinkSubscriber subscriber) {
    subscriber.onLink(Link.fresh());
    return () -> {};
  }
}
