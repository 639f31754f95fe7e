package org.scpmonitor.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * How long something takes that is done over and over.
 *
 * @param sorted milliseconds of each time
 * @param perSecond how often it was done in a second
 */
record Latency(List<Double> sorted, double perSecond) {

    private static final int WARM_UP = 300;

    /** Something that is done with means of its own, for each of those who do it. */
    interface Work {
        Callable<?> begin() throws Exception;
    }

    /**
     * @param clients who do it at the same time
     * @param times how often all of them together
     */
    static Latency of(int clients, int times, Work work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            all(threads, clients, WARM_UP, work);
            long start = System.nanoTime();
            List<Double> took = all(threads, clients, times, work);
            return new Latency(took.stream().sorted().toList(), took.size() / ((System.nanoTime() - start) / 1e9));
        }
    }

    private static List<Double> all(ExecutorService threads, int clients, int times, Work work) {
        List<Future<List<Double>>> each = IntStream.range(0, clients)
                .mapToObj(client -> threads.submit(() -> one(times / clients, work)))
                .toList();
        List<Double> took = new ArrayList<>();
        for (Future<List<Double>> client : each) {
            try {
                took.addAll(client.get());
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return took;
    }

    private static List<Double> one(int times, Work work) throws Exception {
        Callable<?> call = work.begin();
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            call.call();
            took.add((System.nanoTime() - start) / 1e6);
        }
        return took;
    }

    double p50() {
        return sorted.get(sorted.size() / 2);
    }

    double p95() {
        return sorted.get(sorted.size() * 95 / 100);
    }
}
