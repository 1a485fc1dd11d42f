package io.atoll.gateway.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.rate.quota.Limit;
import io.atoll.gateway.rate.quota.Limits;
import io.atoll.gateway.rate.quota.Tenant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Consumer;

/** The counts that this instance uses, those of the last hour and no more than fit. */
@ApplicationScoped
class Buckets {
    private final Limits limits;
    private final SharedCounts counts;
    private final Clock clock;
    private final Cache<Key, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(50_000)
                    .expireAfterAccess(Duration.ofHours(1))
                    .build();

    /** A limit that is changed begins anew: what was used of another says little about it. */
    private record Key(Limit limit, Tenant tenant) {

        /** A digest: names and addresses do not rest in Redis. */
        String digest() {
            String text =
                    String.join(
                            "\n",
                            limit.name(),
                            Integer.toString(limit.quota()),
                            limit.window().toString(),
                            tenant.kind(),
                            tenant.subject());
            try {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                return HexFormat.of().formatHex(digest, 0, 16);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    Buckets(Limits limits, SharedCounts counts, Clock clock) {
        this.limits = limits;
        this.counts = counts;
        this.clock = clock;
    }

    void take(LimitClass limitClass, Tenant tenant, Consumer<Verdict> then) {
        bucket(limits.of(limitClass, tenant), tenant).take(then);
    }

    void giveBack(Tenant tenant, Verdict.Admitted taken) {
        bucket(taken.standing().limit(), tenant).giveBack(taken.shared());
    }

    Uni<Standing> standing(LimitClass limitClass, Tenant tenant) {
        return bucket(limits.of(limitClass, tenant), tenant).standing();
    }

    private Bucket bucket(Limit limit, Tenant tenant) {
        return buckets.get(
                new Key(limit, tenant),
                key -> new Bucket("atoll:rate:{" + key.digest() + "}", limit, counts, clock));
    }
}
