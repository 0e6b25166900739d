package dev.headroom.app.picture;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// A picture at a quarter of its size in sixteen greys: what is left of a layout when type and
/// colours no longer matter, and small enough to be stored.
///
/// @param image grey, eight bits a pixel
record Miniature(BufferedImage image) {
  private static final int REDUCTION = 4;
  private static final int GREY_STEP = 17;

  /// The side of a tile in pixels of a miniature.
  private static final int TILE = 10;

  /// How much the greys of a tile may differ on average, of 255: less than a line of text makes
  /// that has moved by a few pixels, more than other digits or another rendering of type make.
  private static final double DIFFERENCE_MAX = 14;

  /// A picture's.
  static Miniature of(BufferedImage picture) {
    int width = picture.getWidth() / REDUCTION;
    int height = picture.getHeight() / REDUCTION;
    var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int grey = mean(picture, x * REDUCTION, y * REDUCTION);
        image.getRaster().setSample(x, y, 0, Math.round((float) grey / GREY_STEP) * GREY_STEP);
      }
    }
    return new Miniature(image);
  }

  private static int mean(BufferedImage picture, int left, int top) {
    int sum = 0;
    for (int y = top; y < top + REDUCTION; y++) {
      for (int x = left; x < left + REDUCTION; x++) {
        int rgb = picture.getRGB(x, y);
        sum += (299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff)) / 1000;
      }
    }
    return sum / (REDUCTION * REDUCTION);
  }

  /// Where it does not look like another one, as places in the picture that it was made of.
  List<String> differencesFrom(Miniature other) {
    if (image.getWidth() != other.image.getWidth()
        || image.getHeight() != other.image.getHeight()) {
      return List.of("another size");
    }
    List<String> differences = new ArrayList<>();
    for (int top = 0; top < image.getHeight(); top += TILE) {
      for (int left = 0; left < image.getWidth(); left += TILE) {
        double difference = difference(other, left, top);
        if (difference > DIFFERENCE_MAX) {
          differences.add(
              Math.round(difference) + " at " + left * REDUCTION + "," + top * REDUCTION);
        }
      }
    }
    return differences;
  }

  private double difference(Miniature other, int left, int top) {
    int right = Math.min(left + TILE, image.getWidth());
    int bottom = Math.min(top + TILE, image.getHeight());
    int sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += Math.abs(grey(x, y) - other.grey(x, y));
      }
    }
    return (double) sum / ((right - left) * (bottom - top));
  }

  private int grey(int x, int y) {
    return image.getRaster().getSample(x, y, 0);
  }
}
