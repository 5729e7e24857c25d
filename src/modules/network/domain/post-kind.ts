/** Kinds of post (RC title on the consular network; ODE are the Ministry's offices within Peru). */
export const POST_KINDS = [
  'consulate_general',
  'consulate',
  'consular_section',
  'consular_agency',
  'honorary_consulate',
  'headquarters',
  'decentralised_office',
] as const;

export type PostKind = (typeof POST_KINDS)[number];

/** The code of headquarters, the one post every installation starts with. */
export const HEADQUARTERS_CODE = 'LIM';

export const POST_KIND_LABELS = {
  consulate_general: 'postKind.consulate_general',
  consulate: 'postKind.consulate',
  consular_section: 'postKind.consular_section',
  consular_agency: 'postKind.consular_agency',
  honorary_consulate: 'postKind.honorary_consulate',
  headquarters: 'postKind.headquarters',
  decentralised_office: 'postKind.decentralised_office',
} as const satisfies Record<PostKind, string>;

/** Whether career officers run it; only such a post supervises others (RC arts. 55, 57). */
export const isCareerPost = (kind: PostKind): boolean =>
  kind === 'consulate_general' || kind === 'consulate' || kind === 'consular_section';

/** Whether it acts through a career post that supervises it (RC arts. 55, 57). */
export const isSupervised = (kind: PostKind): boolean =>
  kind === 'honorary_consulate' || kind === 'consular_agency';

export const POST_STATES = ['open', 'closed'] as const;
export type PostState = (typeof POST_STATES)[number];
