package io.atoll.registry;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many requests at the same moment. */
public final class Together {

    private Together() {}

    public static List<Response> call(int count, IntFunction<Response> call) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Response>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < count; n++) {
                int number = n;
                Callable<Response> one =
                        () -> {
                            start.await();
                            return call.apply(number);
                        };
                answers.add(threads.submit(one));
            }
            start.countDown();
            List<Response> all = new ArrayList<>();
            for (Future<Response> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }
}
