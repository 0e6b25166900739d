package dev.headroom.node;

/// Whoever waits for something that takes long. Asked and told by the thread that is at work, again
/// and again.
public interface Watch {
  /// For whoever does not care how far it is.
  Watch NONE =
      new Watch() {
        @Override
        public void at(double part) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /// How far it is, from 0 to 1.
  void at(double part);

  /// Once it says so, the work ends soon.
  boolean isCancelled();
}
