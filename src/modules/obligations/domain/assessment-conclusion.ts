/** What an officer concludes of a person's vulnerability (RC art. 10). */
export const ASSESSMENT_CONCLUSIONS = [
  'indigence',
  'extreme_need',
  'vulnerability',
  'none',
] as const;
export type AssessmentConclusion = (typeof ASSESSMENT_CONCLUSIONS)[number];
