package io.atoll.ops.group;

import io.atoll.contracts.group.GroupView;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a list, with what goes into its headers.
 *
 * @param total groups that match, on all pages
 * @param next token of the next page
 * @param missing why groups may be missing, empty where none is
 */
record GroupList(
        List<GroupView> groups, int total, Optional<String> next, Optional<String> missing) {}
