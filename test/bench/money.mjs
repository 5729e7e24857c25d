// Public money: what a post had at any instant, the reports of a year of the whole world, and a hundred
// requests at one instant that want the money of sixty.
import { measureBeside, startApi } from './beside.mjs';
import { addLedger } from './ledger-rows.mjs';
import { openSession } from './operations.mjs';
import { product } from './product.mjs';

const ASKED = 100;
const AFFORDED = 60;
/** Soles of each request. */
const AMOUNT = 10;
const REPORTS = ['execution', 'given', 'programme_table', 'rendition_ageing'];
const SAMPLES = 20;
const pick = (items) => items[Math.floor(Math.random() * items.length)];

/** @returns latencies of readings beside the bare handler, and what became of the hundred requests */
export async function measureMoney(data, scale, folder, report) {
  const { owner, environment } = data;
  await addLedger(data, scale.ledger, report);
  const api = await startApi(environment);
  try {
    const desk = { owner, url: api.url, headers: await openSession(owner, 'finanzas') };
    const target = { ...api, environment, folder, report };
    const balances = await measureBeside(target, [await balanceAt(desk)], {
      users: scale.users.filter((n) => n <= 8),
      seconds: scale.seconds,
      samples: SAMPLES,
    });
    const reports = await measureBeside(target, reportsOf(desk), {
      users: [1],
      // one takes seconds on a busy machine
      seconds: 3 * scale.seconds,
      samples: 1,
    });
    const decisions = await decideAtOnce(desk, report);
    const { rows } = await owner.query('SELECT count(*)::int AS n FROM ledger_entries');
    return {
      entries: rows[0].n,
      readings: [...balances, ...reports],
      decisions,
      violations: await violationsIn(owner),
    };
  } finally {
    await api.server.stop();
  }
}

/** Any post that has money, in any year, at any instant of it. */
async function balanceAt({ owner, headers }) {
  const { rows } = await owner.query(
    'SELECT DISTINCT year, post_id AS post FROM ledger_balances ORDER BY 1, 2',
  );
  return {
    name: 'balance of a post at an instant',
    request: () => {
      const { year, post } = pick(rows);
      const from = Date.UTC(year, 0, 1);
      const at = from + Math.random() * (Math.min(Date.now(), Date.UTC(year + 1, 0, 1)) - from);
      const query = new URLSearchParams({ year, post, at: new Date(at).toISOString() });
      return { method: 'GET', path: `/api/v1/balances?${query}`, headers };
    },
  };
}

/** Of last year, which is whole. */
function reportsOf({ headers }) {
  const year = new Date().getUTCFullYear() - 1;
  return REPORTS.map((name) => ({
    name: `year report ${name}`,
    request: () => ({
      ...{ method: 'GET', headers },
      path: `/api/v1/spending-reports/${name}?from=${year}-01-01&to=${year}-12-31`,
    }),
  }));
}

/** Submitting takes the money: sixty may, forty are refused; then all sixty are approved at once. */
async function decideAtOnce({ owner, url, headers: finance }, report) {
  const officer = await openSession(owner, 'oficial.mad');
  const head = await openSession(owner, 'jefe.mad');
  const post = async (headers, path, body) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  };
  const made = async (...request) => {
    const { status, body } = await post(...request);
    if (status > 201) throw new Error(`${request[1]}: ${JSON.stringify(body)}`);
    return body;
  };
  report(`${ASKED} requests in preparation…`);
  const { rows: files } = await owner.query(
    `SELECT c.id, c.subject_person_id AS "personId" FROM cases c JOIN accounts a ON a.id = c.assignee_id
      WHERE a.username = 'oficial.mad' AND c.closed_at IS NULL AND c.tier = 'standard' AND c.subject_person_id IS NOT NULL
      ORDER BY c.id DESC LIMIT $1`,
    [ASKED],
  );
  const ids = [];
  for (let i = 0; i < ASKED; i += 1) {
    // a small register has fewer cases: some then ask twice
    const { id, personId } = files[i % files.length];
    await made(officer, `/cases/${id}/vulnerability-assessments`, {
      ...{ conclusion: 'indigence', factors: [], housing: 'street' },
    });
    const aid = await made(officer, `/cases/${id}/aid`, {
      ...{ programme: 'palh', line: 'food', amount: `${AMOUNT}.00`, currency: 'PEN' },
      ...{ need: 'Sin alimentos.', proof: 'sworn_declaration', beneficiaries: [{ personId }] },
    });
    await made(officer, `/aid/${aid.id}/waterfall`, {
      ...{ step: 'support_network', finding: 'exhausted', evidence: 'Nadie puede.' },
    });
    ids.push(aid.id);
  }
  await leave(owner, (path, body) => made(finance, path, body), AFFORDED * AMOUNT);

  const atOnce = async (headers, path, of) => {
    const began = performance.now();
    const answers = await Promise.all(of.map((id) => post(headers, `/aid/${id}/${path}`, {})));
    return { answers, seconds: (performance.now() - began) / 1000 };
  };
  const { answers, seconds } = await atOnce(officer, 'submission', ids);
  const reserved = ids.filter((_, i) => answers[i].status <= 201);
  const refused = answers.filter(({ body }) => body.code === 'FUNDS_NOT_AVAILABLE').length;
  const other = answers.filter(
    ({ status, body }) => status > 201 && body.code !== 'FUNDS_NOT_AVAILABLE',
  );
  for (const { status, body } of other.slice(0, 3)) report(`${status} ${JSON.stringify(body)}`);
  const approval = await atOnce(head, 'approval', reserved);
  const approved = approval.answers.filter(({ status }) => status <= 201).length;
  report(
    `${ASKED} at once: ${reserved.length} with money, ${refused} refused in ${seconds.toFixed(1)} s; ${approved} approved in ${approval.seconds.toFixed(1)} s`,
  );
  return {
    ...{ asked: ids.length, reserved: reserved.length, refused, undecided: other.length, seconds },
    ...{ approved, approving: approval.seconds },
  };
}

/** So many soles available to Madrid: what is over goes to Buenos Aires, what lacks is allotted. */
async function leave(owner, made, soles) {
  const { rows } = await owner.query(
    `SELECT p.id AS "postId", p.code, extract(year FROM now() AT TIME ZONE 'America/Lima')::int AS year,
            extract(quarter FROM now() AT TIME ZONE 'America/Lima')::int AS quarter, coalesce(b.pen, 0)::float8 AS pen
       FROM posts p LEFT JOIN ledger_balances b ON b.post_id = p.id AND b.account = 'available' AND b.programme = 'palh'
        AND b.year = extract(year FROM now() AT TIME ZONE 'America/Lima')
      WHERE p.code IN ('MAD', 'BUE') ORDER BY p.code DESC`,
  );
  const [{ postId, year, quarter, pen }, other] = rows;
  const amount = Math.abs(pen - soles).toFixed(2);
  if (pen > soles) {
    const between = { fromPostId: postId, toPostId: other.postId };
    await made('/allotment-transfers', { ...between, programme: 'palh', amount, reason: 'Medida' });
  } else if (pen < soles) {
    const purse = { postId, year, quarter, programme: 'palh' };
    await made('/allotments', { ...purse, amount, certificate: 'CCP' });
  }
}

/** Of the invariants of money, as `cli verify` counts them. */
async function violationsIn(owner) {
  const invariants = product('modules/oversight/verify/money').moneyInvariants({ owner });
  let violations = 0;
  for (const invariant of invariants) violations += await invariant.count();
  return violations;
}
