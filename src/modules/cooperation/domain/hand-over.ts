export const HAND_OVER_OCCASIONS = ['transfer', 'reassignment', 'departure', 'absence'] as const;
/** Why whoever had the case hands it on. */
export type HandOverOccasion = (typeof HAND_OVER_OCCASIONS)[number];

/** What the next person must know, so that the story is told once (rules §4). */
export interface HandOverText {
  situation: string;
  pending?: string;
  risks?: string;
  /** Names and how to reach them, one per line. */
  peopleToCall?: string;
}
