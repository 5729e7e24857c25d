import { newId } from '../../src/platform/ids';
import { logDetention } from '../factories/detentions';
import { pdf } from '../factories/files';
import { PEOPLE } from '../factories/staff';
import type { TestApp } from './app';
import { upload } from './upload';
import { setTier } from './database';

/** A case of the register, and what a reader would look for. */
export interface Known {
  id: string;
  reference: string;
  post: string;
  tier: string;
  person: string;
  /** Number of the person's passport, theirs alone. */
  passport: string;
  /** Its two documents: one that goes with the case, one with its restricted parts. */
  documents: Record<'standard' | 'restricted', { id: string; versionId: string }>;
  members: string[];
}

export const POSTS = ['MAD', 'PAT', 'BUE'] as const;
const COUNTRY = { MAD: 'ES', PAT: 'US', BUE: 'AR' } as const;

/** Surnames that everybody in the register has, and a word that every file's note has. */
export const SURNAMES = 'Quispe Ñahui';
export const WORD = 'cormoranes';

/** Days from now between which each kind of membership lasts. */
export const WHEN = {
  lasting: [-1, null],
  ended: [-2, -1],
  coming: [1, null],
  dated: [-1, 1],
} as const;
const instant = (days: number | null) =>
  days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString();

export interface Plan {
  post: (typeof POSTS)[number];
  tier: string;
  members: { username: string; when: keyof typeof WHEN }[];
}

/** What the rules say, worked out apart from the code: post, tier, circle. */
export function maySee(username: string, file: Known): boolean {
  const [role, post] = PEOPLE[username]!;
  if (file.members.includes(username)) return true;
  if (file.tier === 'sealed') return false;
  const worksThere =
    post === file.post && ['officer', 'head_of_post', 'local_staff'].includes(role);
  if (file.tier === 'standard') {
    return worksThere || ['hq_analyst', 'hq_director', 'protection_desk'].includes(role);
  }
  return (
    (worksThere && role === 'head_of_post') || ['hq_analyst', 'protection_desk'].includes(role)
  );
}

/**
 * The restricted parts of a case are for whoever would see it if all of it were; for an honorary consul
 * never.
 */
export const maySeeRestricted = (username: string, file: Known): boolean =>
  PEOPLE[username]![0] !== 'honorary_consul' &&
  maySee(username, { ...file, tier: file.tier === 'sealed' ? 'sealed' : 'restricted' });

const KNOWS_PEOPLE = [
  ...['officer', 'head_of_post', 'local_staff', 'ode_officer'],
  ...['hq_analyst', 'hq_director', 'protection_desk'],
];

/** Staff know everybody, so that nobody is registered twice, but those who are in sealed cases only. */
export const mayKnow = (username: string, file: Known): boolean =>
  file.members.includes(username) ||
  (file.tier !== 'sealed' && KNOWS_PEOPLE.includes(PEOPLE[username]![0]));

/** A case as the register might hold it: perhaps restricted or sealed, perhaps shared with others. */
export async function arrange(t: TestApp, { post, tier, members }: Plan): Promise<Known> {
  const head = await t.as(`jefe.${post.toLowerCase()}`);
  const passport = `P${String(Number.parseInt(newId().slice(-6), 16)).padStart(8, '0')}`;
  const id = await logDetention(head, t.staff.posts[post]!, {
    country: COUNTRY[post],
    subdivision: undefined,
    facilityName: undefined,
    city: undefined,
    person: {
      givenNames: 'Rosa Ángela',
      firstSurname: 'Quispe',
      secondSurname: 'Ñahui',
      documents: [{ kind: 'passport', number: passport, issuingState: 'PER' }],
    },
  });
  await head.post(`/cases/${id}/notes`, { text: `Preguntó por los ${WORD} de su tierra` });
  const file = async (documentTier: string) => {
    const fields = { kind: 'court', tier: documentTier };
    return (await upload(head, `/cases/${id}/documents`, pdf(), 'acta.pdf', fields)).body;
  };
  const documents = { standard: await file('standard'), restricted: await file('restricted') };
  await t.owner.query(
    `UPDATE document_versions v SET scan = 'clean' FROM documents d WHERE d.id = v.document_id AND d.case_id = $1`,
    [id],
  );
  await setTier(t.owner, id, tier);
  for (const { username, when } of members) {
    const [since, until] = WHEN[when].map(instant);
    await t.owner.query(
      `INSERT INTO case_members (id, case_id, account_id, kind, since, until)
       VALUES ($1, $2, $3, 'circle', $4, $5)`,
      [newId(), id, t.staff.accounts[username], since, until],
    );
  }
  await tellEveryone(t, id);
  const { rows } = await t.owner.query(
    'SELECT subject_person_id AS person, reference FROM cases WHERE id = $1',
    [id],
  );
  const current = members.filter(({ when }) => when === 'lasting' || when === 'dated');
  return {
    ...{ id, post, tier, passport, documents },
    ...(rows[0] as { person: string; reference: string }),
    members: [...current.map(({ username }) => username), `jefe.${post.toLowerCase()}`],
  };
}

/** A notice about the case in every inbox, as if each had been told while they saw it. */
async function tellEveryone(t: TestApp, caseId: string): Promise<void> {
  const about = { params: {}, labels: {}, instants: {}, timeZone: 'UTC', path: `/cases/${caseId}` };
  for (const accountId of Object.values(t.staff.accounts)) {
    await t.owner.query(
      `INSERT INTO notices (id, account_id, kind, case_id, data, key, digestible, created_at)
       VALUES ($1, $2, 'duty_due', $3, $4, $5, false, now())`,
      [newId(), accountId, caseId, JSON.stringify(about), newId()],
    );
  }
}
