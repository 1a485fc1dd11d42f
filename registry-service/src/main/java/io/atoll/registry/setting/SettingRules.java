package io.atoll.registry.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What Kafka checks of several settings together when a broker starts (KafkaConfig.validateValues):
 * a spec that breaks one of these would never become ready.
 */
final class SettingRules {

    /** Least values that Kafka does not check but below which a broker cannot work. */
    private static final Map<String, Long> FLOORS =
            Map.ofEntries(
                    Map.entry("broker.heartbeat.interval.ms", 1L),
                    Map.entry("broker.session.timeout.ms", 1L),
                    Map.entry("group.initial.rebalance.delay.ms", 0L),
                    Map.entry("initial.broker.registration.timeout.ms", 1L),
                    Map.entry("log.cleaner.threads", 1L),
                    Map.entry("log.flush.scheduler.interval.ms", 1L),
                    Map.entry("log.retention.bytes", -1L),
                    Map.entry("log.roll.jitter.ms", 0L),
                    Map.entry("log.roll.ms", 1L),
                    Map.entry("num.replica.alter.log.dirs.threads", 1L),
                    Map.entry("num.replica.fetchers", 1L),
                    Map.entry("offset.metadata.max.bytes", 0L),
                    Map.entry("replica.fetch.min.bytes", 1L),
                    Map.entry("replica.fetch.wait.max.ms", 0L),
                    Map.entry("replica.high.watermark.checkpoint.interval.ms", 1L),
                    Map.entry("replica.lag.time.max.ms", 1L),
                    Map.entry("replica.socket.timeout.ms", 1L),
                    Map.entry("request.timeout.ms", 1L));

    /** Values that Kafka only looks up when it starts. */
    private static final Map<String, List<String>> CHOICES =
            Map.of(
                    "metrics.recording.level", List.of("INFO", "DEBUG", "TRACE"),
                    "offsets.topic.compression.codec", List.of("0", "1", "2", "3", "4"),
                    "share.coordinator.state.topic.compression.codec",
                            List.of("0", "1", "2", "3", "4"));

    /** {@code low} times {@code factor} must not be above {@code high}. */
    private record Order(String low, long factor, String high) {}

    private static final List<Order> ORDERS =
            List.of(
                    new Order("replica.fetch.wait.max.ms", 1, "replica.socket.timeout.ms"),
                    new Order("replica.fetch.wait.max.ms", 1, "replica.lag.time.max.ms"),
                    new Order("broker.heartbeat.interval.ms", 2, "broker.session.timeout.ms"),
                    new Order("group.min.session.timeout.ms", 1, "group.max.session.timeout.ms"),
                    new Order("group.share.max.size", 1, "group.share.max.share.sessions"),
                    new Order(
                            "group.streams.num.standby.replicas",
                            1,
                            "group.streams.max.standby.replicas"),
                    new Order(
                            "group.consumer.min.heartbeat.interval.ms",
                            1,
                            "group.consumer.heartbeat.interval.ms"),
                    new Order(
                            "group.consumer.heartbeat.interval.ms",
                            1,
                            "group.consumer.max.heartbeat.interval.ms"),
                    new Order(
                            "group.consumer.min.session.timeout.ms",
                            1,
                            "group.consumer.session.timeout.ms"),
                    new Order(
                            "group.consumer.session.timeout.ms",
                            1,
                            "group.consumer.max.session.timeout.ms"),
                    new Order(
                            "group.streams.min.session.timeout.ms",
                            1,
                            "group.streams.session.timeout.ms"),
                    new Order(
                            "group.streams.session.timeout.ms",
                            1,
                            "group.streams.max.session.timeout.ms"),
                    new Order(
                            "group.streams.min.heartbeat.interval.ms",
                            1,
                            "group.streams.heartbeat.interval.ms"),
                    new Order(
                            "group.streams.heartbeat.interval.ms",
                            1,
                            "group.streams.max.heartbeat.interval.ms"),
                    new Order(
                            "group.share.min.session.timeout.ms",
                            1,
                            "group.share.session.timeout.ms"),
                    new Order(
                            "group.share.session.timeout.ms",
                            1,
                            "group.share.max.session.timeout.ms"),
                    new Order(
                            "group.share.min.heartbeat.interval.ms",
                            1,
                            "group.share.heartbeat.interval.ms"),
                    new Order(
                            "group.share.heartbeat.interval.ms",
                            1,
                            "group.share.max.heartbeat.interval.ms"),
                    new Order(
                            "group.share.min.record.lock.duration.ms",
                            1,
                            "group.share.record.lock.duration.ms"),
                    new Order(
                            "group.share.record.lock.duration.ms",
                            1,
                            "group.share.max.record.lock.duration.ms"));

    /** One broken rule: the setting to blame and what is wrong with it. */
    record Broken(String name, String detail) {}

    private final BrokerSettings settings;

    SettingRules(BrokerSettings settings) {
        this.settings = settings;
    }

    /** Checks only rules that the given settings touch; values must each be well-formed. */
    List<Broken> broken(Map<String, String> given) {
        List<Broken> broken = new ArrayList<>();
        FLOORS.forEach((name, least) -> floor(name, least, given).ifPresent(broken::add));
        CHOICES.forEach((name, known) -> choice(name, known, given).ifPresent(broken::add));
        ORDERS.forEach(order -> brokenOrder(order, given).ifPresent(broken::add));
        positiveOrUnlimited("log.retention.ms", given).ifPresent(broken::add);
        positiveOrUnlimited("log.retention.minutes", given).ifPresent(broken::add);
        ceiling("share.coordinator.snapshot.update.records.per.snapshot", 500, given)
                .ifPresent(broken::add);
        failureDelay(given).ifPresent(broken::add);
        connectionLimits(given).ifPresent(broken::add);
        queueBelowRequest(given).ifPresent(broken::add);
        cleanerBuffer(given).ifPresent(broken::add);
        noConnections(given).ifPresent(broken::add);
        return broken;
    }

    private Optional<Broken> brokenOrder(Order order, Map<String, String> given) {
        boolean touched = given.containsKey(order.low) || given.containsKey(order.high);
        if (!touched || value(order.low, given) * order.factor <= value(order.high, given)) {
            return Optional.empty();
        }
        boolean blameLow = given.containsKey(order.low);
        long limit =
                blameLow
                        ? value(order.high, given) / order.factor
                        : value(order.low, given) * order.factor;
        String detail =
                blameLow
                        ? "must be at most %d, because %s is %d"
                                .formatted(limit, order.high, value(order.high, given))
                        : "must be at least %d, because %s is %d"
                                .formatted(limit, order.low, value(order.low, given));
        return Optional.of(new Broken(blameLow ? order.low : order.high, detail));
    }

    private static Optional<Broken> floor(String name, long least, Map<String, String> given) {
        OptionalLong value = given(name, given);
        return value.isPresent() && value.getAsLong() < least
                ? Optional.of(new Broken(name, "must be at least " + least))
                : Optional.empty();
    }

    private static Optional<Broken> choice(
            String name, List<String> known, Map<String, String> given) {
        String value = given.get(name);
        return value == null || known.contains(value.trim())
                ? Optional.empty()
                : Optional.of(new Broken(name, "must be one of " + String.join(", ", known)));
    }

    private Optional<Broken> positiveOrUnlimited(String name, Map<String, String> given) {
        OptionalLong value = given(name, given);
        return value.isPresent() && value.getAsLong() != -1 && value.getAsLong() < 1
                ? Optional.of(new Broken(name, "must be -1 (for ever) or at least 1"))
                : Optional.empty();
    }

    private static Optional<Broken> ceiling(String name, long most, Map<String, String> given) {
        OptionalLong value = given(name, given);
        return value.isPresent() && value.getAsLong() > most
                ? Optional.of(new Broken(name, "must be at most " + most))
                : Optional.empty();
    }

    private Optional<Broken> failureDelay(Map<String, String> given) {
        String name = "connection.failed.authentication.delay.ms";
        String limit = "connections.max.idle.ms";
        boolean touched = given.containsKey(name) || given.containsKey(limit);
        long idle = value(limit, given);
        return touched && idle >= 0 && value(name, given) >= idle
                ? Optional.of(
                        new Broken(
                                given.containsKey(limit) ? limit : name,
                                "must leave %s below %s".formatted(name, limit)))
                : Optional.empty();
    }

    private static Optional<Broken> connectionLimits(Map<String, String> given) {
        String name = "max.connections.per.ip.overrides";
        return given.getOrDefault(name, "").matches("|[^:,\\s]+:[0-9]{1,9}(,[^:,\\s]+:[0-9]{1,9})*")
                ? Optional.empty()
                : Optional.of(new Broken(name, "must be written host:number,host:number"));
    }

    private Optional<Broken> queueBelowRequest(Map<String, String> given) {
        String name = "queued.max.request.bytes";
        OptionalLong queue = given(name, given);
        long request = value("socket.request.max.bytes", given);
        return queue.isPresent() && queue.getAsLong() > 0 && queue.getAsLong() < request
                ? Optional.of(
                        new Broken(
                                name,
                                "must be -1 or at least socket.request.max.bytes (%d)"
                                        .formatted(request)))
                : Optional.empty();
    }

    private Optional<Broken> cleanerBuffer(Map<String, String> given) {
        String name = "log.cleaner.dedupe.buffer.size";
        long threads = Math.max(1, value("log.cleaner.threads", given));
        return (given.containsKey(name) || given.containsKey("log.cleaner.threads"))
                        && value(name, given) / threads <= 1024 * 1024
                ? Optional.of(
                        new Broken(
                                given.containsKey(name) ? name : "log.cleaner.threads",
                                "must leave each cleaner thread more than 1048576 bytes of "
                                        + name))
                : Optional.empty();
    }

    private Optional<Broken> noConnections(Map<String, String> given) {
        String name = "max.connections.per.ip";
        OptionalLong value = given(name, given);
        boolean noneAllowed =
                value.isPresent()
                        && value.getAsLong() == 0
                        && given.getOrDefault(name + ".overrides", "").isBlank();
        return noneAllowed
                ? Optional.of(new Broken(name, "must be at least 1, or no client could connect"))
                : Optional.empty();
    }

    private static OptionalLong given(String name, Map<String, String> given) {
        String value = given.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value.trim()));
    }

    private long value(String name, Map<String, String> given) {
        return given(name, given)
                .orElseGet(
                        () ->
                                settings.find(name)
                                        .map(BrokerSetting::defaultValue)
                                        .map(Long::parseLong)
                                        .orElseThrow());
    }
}
