package io.atoll.web.role;

import static java.util.Map.entry;

import io.atoll.contracts.access.Permission;
import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import java.util.Map;

/** What a permission lets one do, as it is said: TOPIC_DELETE is to delete topics. */
public final class PermissionWords {

    /** Where the name, turned round, is not how one says it. */
    private static final Map<String, String> SAID =
            Map.ofEntries(
                    entry("TOPIC_PARTITIONS", "add partitions to topics"),
                    entry("MESSAGE_CONSUME_MASKED", "consume messages with fields masked"),
                    entry("SCHEMA_COMPATIBILITY_UPDATE", "update schema compatibility"),
                    entry("MIGRATION_CUT_OVER", "cut migrations over"),
                    entry("AUDIT_VIEW", "view the audit"),
                    entry("AUDIT_EXPORT", "export the audit"),
                    entry("ACL_VIEW", "view ACLs"),
                    entry("ACL_EDIT", "edit ACLs"),
                    entry("SCRAM_USER_VIEW", "view SCRAM users"),
                    entry("SCRAM_USER_EDIT", "edit SCRAM users"),
                    entry("API_KEY_MANAGE", "manage API keys"));

    /** In templates as {@code {permission.said}}. */
    @TemplateExtension
    public static String said(Permission permission) {
        return of(permission);
    }

    public static String of(Permission permission) {
        String said = SAID.get(permission.name());
        return said == null ? turned(permission.name()) : said;
    }

    public static String title(Permission.Resource resource) {
        return switch (resource) {
            case PLATFORM -> "Atoll itself";
            case CLUSTER -> "Clusters";
            case TOPIC -> "Topics";
            case GROUP -> "Groups";
            case QUEUE -> "Queues";
        };
    }

    private static String turned(String name) {
        String words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        int verb = words.lastIndexOf(' ');
        String thing = words.substring(0, Math.max(0, verb));
        return words.substring(verb + 1) + " " + thing + (thing.endsWith("s") ? "" : "s");
    }

    private PermissionWords() {}
}
