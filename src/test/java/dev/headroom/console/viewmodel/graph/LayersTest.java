package dev.headroom.console.viewmodel.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A graph in layers")
final class LayersTest {
  private static Layers layers(int nodes, int... ends) {
    List<Layers.Edge> edges = new ArrayList<>();
    for (int at = 0; at < ends.length; at += 2) {
      edges.add(new Layers.Edge(ends[at], ends[at + 1]));
    }
    return new Layers(nodes, edges);
  }

  @Test
  @DisplayName("leads from the left to the right, along the longest way")
  void leadsRight() {
    Layers layers = layers(4, 0, 1, 1, 2, 0, 2, 3, 2);
    assertThat(layers.layerCount()).isEqualTo(3);
    assertThat(layers.layerOf(0)).isZero();
    assertThat(layers.layerOf(1)).isEqualTo(1);
    assertThat(layers.layerOf(2)).isEqualTo(2);
    assertThat(layers.layerOf(3)).as("just before what it leads to").isEqualTo(1);
    assertThat(layers.wayOf(2)).as("passes a layer at a place of its own").hasSize(3);
  }

  @Test
  @DisplayName("has one edge of a circle lead back")
  void breaksCircles() {
    Layers layers = layers(3, 0, 1, 1, 2, 2, 0);
    assertThat(layers.leadsBack(0)).isFalse();
    assertThat(layers.leadsBack(1)).isFalse();
    assertThat(layers.leadsBack(2)).isTrue();
    assertThat(layers.layerCount()).isEqualTo(3);
  }

  @Test
  @DisplayName("has no crossings where there need be none, and what is joined beside each other")
  void avoidsCrossings() {
    Layers layers = layers(6, 0, 5, 1, 4, 2, 3);
    assertThat(layers.crossings()).isZero();
    assertThat(layers.rowOf(0)).isEqualTo(layers.rowOf(5));
    assertThat(layers.rowOf(2)).isEqualTo(layers.rowOf(3));
    Layers star = layers(4, 0, 3, 1, 3, 2, 3);
    assertThat(star.rowOf(3)).isEqualTo(1);
    assertThat(star.rows()).isEqualTo(3);
  }

  @Test
  @DisplayName("may have nothing in it")
  void mayBeEmpty() {
    assertThat(layers(0).layerCount()).isZero();
    assertThat(layers(0).rows()).isZero();
    assertThat(layers(2).layerCount()).isEqualTo(1);
    assertThat(layers(2).rows()).isEqualTo(2);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  @DisplayName("is drawn without anything on top of another, and the same every time")
  void isReadable(long seed) {
    var random = new Random(seed);
    int nodes = 2 + random.nextInt(30);
    Set<Layers.Edge> edges = new HashSet<>();
    for (int at = 0; at < 2 * nodes; at++) {
      int from = random.nextInt(nodes);
      int to = random.nextInt(nodes);
      if (from != to) {
        edges.add(new Layers.Edge(from, to));
      }
    }
    List<Layers.Edge> list = List.copyOf(edges);
    Layers layers = new Layers(nodes, list);
    Layers again = new Layers(nodes, list);
    for (int one = 0; one < nodes; one++) {
      assertThat(layers.rowOf(one)).isGreaterThanOrEqualTo(0).isEqualTo(again.rowOf(one));
      for (int other = 0; other < one; other++) {
        boolean apart = Math.abs(layers.rowOf(one) - layers.rowOf(other)) > 0.999;
        assertThat(apart || layers.layerOf(one) != layers.layerOf(other)).isTrue();
      }
    }
    for (int edge = 0; edge < list.size(); edge++) {
      List<double[]> way = layers.wayOf(edge);
      for (int at = 1; at < way.size(); at++) {
        assertThat(way.get(at)[0]).isEqualTo(way.get(at - 1)[0] + 1);
      }
    }
  }
}
