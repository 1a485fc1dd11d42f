/// The cached view of each cluster's topics, so that lists are answered from memory.
///
/// Lives here: names and counts of topics, how old they are and when they are read again. Not
/// here: offsets, settings and records, which are asked for when wanted. Start at
/// `TopicPictures`. Invariant: what was changed through this service is seen at once; the last
/// good picture stays readable, with its age, while its cluster does not answer.
@NullMarked
package io.atoll.ops.picture;

import org.jspecify.annotations.NullMarked;
