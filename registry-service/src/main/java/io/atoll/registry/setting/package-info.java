/**
 * Which broker settings a person may give, and with which values. The catalogue is a resource file
 * taken from Kafka's own definition; what Atoll sets itself or what loads classes and opens doors
 * is refused by {@link io.atoll.registry.setting.SettingPolicy}. Start at {@link
 * io.atoll.registry.setting.SettingsValidator}. Invariant: what passes here lets a broker start.
 */
@NullMarked
package io.atoll.registry.setting;

import org.jspecify.annotations.NullMarked;
