package io.atoll.ops.topic;

import io.atoll.contracts.topic.TopicView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The answer to a list, with what goes into its headers.
///
/// @param total topics that match, on all pages
/// @param next token of the next page
/// @param age how old the view is that this was answered from
/// @param staleBecause why that view could not be renewed
record TopicList(
        List<TopicView> topics,
        int total,
        Optional<String> next,
        Duration age,
        Optional<String> staleBecause) {}
