/** The queue of work that belongs to no post. */
export const SYSTEM_QUEUE = 'system';

/** The queue of a post, or of the system; never with `:`, which BullMQ reserves. */
export const queueOf = (postId: string | null): string =>
  postId === null ? SYSTEM_QUEUE : `post-${postId}`;

/** The post a queue belongs to; null for the system's. */
export const postOf = (queue: string): string | null =>
  queue === SYSTEM_QUEUE ? null : queue.slice('post-'.length);

/** In Redis Cluster everything of one queue must share a slot: its name is the hash tag. */
export const redisPrefix = (queue: string): string => `amparo:{${queue}}`;
