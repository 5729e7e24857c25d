/** How two cases belong together (default; the register asks for cases of one event or one family). */
export const LINK_KINDS = ['same_event', 'same_family', 'continues', 'related'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** What a link is called from one of its ends: only continuing has a direction. */
export type LinkRelation = LinkKind | 'continued_by';

/** The link as seen from `caseId`. */
export const relationFrom = (
  caseId: string,
  link: { caseId: string; kind: LinkKind },
): LinkRelation =>
  link.kind === 'continues' && link.caseId !== caseId ? 'continued_by' : link.kind;
