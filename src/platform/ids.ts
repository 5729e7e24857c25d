import { v7 } from 'uuid';

/** A new UUIDv7: opaque to clients, ordered by creation for the index. */
export const newId = (): string => v7();
