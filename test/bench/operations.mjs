// What is measured: each operation gives a request at random, as its users send them.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { vocabulary } from './notes.mjs';

const HEADERS = { 'x-amparo': '1' };
const pick = (items) => items[Math.floor(Math.random() * items.length)];

/** A session of a demonstration account, opened without the sign-in page. */
export async function openSession(owner, username) {
  const token = randomBytes(32).toString('base64url');
  await owner.query(
    `INSERT INTO sessions (id, token_hash, account_id, expires_at, second_factor)
     SELECT $1, $2, id, now() + interval '1 day', 'not_required' FROM accounts WHERE username = $3`,
    [randomUUID(), createHash('sha256').update(token).digest(), username],
  );
  return { ...HEADERS, cookie: `amparo_session=${token}` };
}

/** One letter missing, added or changed in each of two words: how names are heard on the telephone. */
function misspell(name) {
  const words = name.split(' ');
  const at = Math.floor(Math.random() * words.length);
  const letters = [...words[at]];
  const place = 1 + Math.floor(Math.random() * Math.max(letters.length - 1, 1));
  const edit = Math.floor(Math.random() * 3);
  if (edit === 0) letters.splice(place, 1);
  else if (edit === 1) letters.splice(place, 0, pick([...'aeiourslnt']));
  else letters[place] = pick([...'aeiourslnt']);
  words[at] = letters.join('');
  return words.join(' ');
}

export async function operationsOn(owner) {
  const { rows: posts } = await owner.query(`SELECT id FROM posts WHERE code = 'MAD'`);
  const post = posts[0].id;
  const { rows: open } = await owner.query(
    `SELECT c.id FROM cases c JOIN detentions d ON d.case_id = c.id
      WHERE c.post_id = $1 AND c.closed_at IS NULL
        AND c.stage NOT IN ('released', 'acquitted', 'charges_dropped', 'deported', 'expelled', 'transferred_to_peru')
      ORDER BY c.id DESC LIMIT 2000`,
    [post],
  );
  const { rows: names } = await owner.query(
    `SELECT split_part(given_names, ' ', 1) || ' ' || first_surname
              || coalesce(' ' || second_surname, '') AS name
       FROM persons ORDER BY id DESC LIMIT 5000`,
  );
  const officer = await openSession(owner, 'oficial.mad');
  const desk = await openSession(owner, 'mesa.asn');
  const get = (path, headers = officer) => ({ method: 'GET', path: `/api/v1${path}`, headers });
  const send = (path, body, headers = officer) => ({
    method: 'POST',
    path: `/api/v1${path}`,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();

  const words = vocabulary();
  const { rows: numbers } = await owner.query(
    'SELECT reference FROM cases WHERE reference IS NOT NULL ORDER BY id DESC LIMIT 5000',
  );
  // what people type: a misspelt name most of all, then words of notes, common and rare, and numbers
  const sought = [
    () => misspell(pick(names).name),
    () => misspell(pick(names).name),
    () => `${pick(words.slice(0, 24))} ${pick(words.slice(0, 24))}`,
    () => `${pick(words.slice(0, 24))} ${pick(words.slice(200))}`,
    () => pick(words.slice(0, 200)),
    () => pick(numbers).reference,
  ];

  return [
    { name: 'case open', request: () => get(`/cases/${pick(open).id}`) },
    { name: 'queue page', request: () => get(`/cases?post=${post}&view=all&limit=50`) },
    {
      name: 'log detention',
      request: () => {
        const [given, first, second] = pick(names).name.split(' ');
        return send('/detentions', {
          postId: post,
          person: {
            givenNames: given,
            firstSurname: first,
            ...(second ? { secondSurname: second } : {}),
            sex: 1,
          },
          type: 'criminal_detention',
          intakeChannel: 'relative',
          detainedAt: ago(600),
          postNotifiedAt: ago(90),
          noticeChannel: 'telephone',
          noticeAuthority: 'Policía Nacional',
          visitWish: 'yes',
          familyWish: 'yes',
          country: 'ES',
          stage: 'arrested',
          offenceGroup: 'property',
          summary: 'Detención comunicada por teléfono.',
        });
      },
    },
    {
      name: 'record visit',
      request: () =>
        send(`/detentions/${pick(open).id}/contacts`, {
          kind: 'in_person',
          withWhom: 'detainee',
          outcome: 'done',
          occurredAt: ago(1),
          checks: [
            { check: 'health', finding: 'good' },
            { check: 'due_process', finding: 'good' },
            { check: 'treatment', finding: 'concern', note: 'Pide cambio de módulo.' },
          ],
          needs: [{ code: 'clothing' }],
          nextSteps: 'Llamar a la defensa.',
        }),
    },
    {
      name: 'person search',
      request: () => get(`/people?q=${encodeURIComponent(misspell(pick(names).name))}&limit=20`),
    },
    { name: 'world', request: () => get('/world', desk) },
    { name: 'search', request: () => send('/searches', { q: pick(sought)() }) },
    { name: 'search, world', request: () => send('/searches', { q: pick(sought)() }, desk) },
  ];
}
