// A crisis: thousands register themselves while staff read their queue, lists of thousands are taken in
// and matched, and the board is read with all of them on it.
import { randomBytes } from 'node:crypto';
import { measureBeside, startApi } from './beside.mjs';
import { measure } from './measure.mjs';
import { openSession } from './operations.mjs';

/** Lines of one list: the most that is taken at once. */
const LIST = 5_000;
const READERS = 8;
const SAMPLES = 20;
const pick = (items) => items[Math.floor(Math.random() * items.length)];

/** @returns what 2,000 registrations, lists of 10,000 and a board of 20,000 persons cost */
export async function measureCrisis({ owner, environment }, scale, folder, report) {
  const { registrations, within, listed, counted } = scale.crisis;
  const { url, server: api } = await startApi(environment);
  try {
    const desk = await openDesk(owner, url);
    const result = {
      registrations: await register(desk, { count: registrations, within, server: api }, report),
      lists: await takeIn(desk, listed, report),
    };
    await fill(desk, counted, report);
    result.readings = await read({ desk, scale, environment, server: api, folder }, report);
    await desk.post(`/incidents/${desk.incident.id}/standing-down`, { reason: 'Fin de la medida' });
    return result;
  } finally {
    await api.stop();
  }
}

/** An active incident of Madrid, its head, and names to call people by. */
async function openDesk(owner, url) {
  const headers = { ...(await openSession(owner, 'jefe.mad')), 'content-type': 'application/json' };
  const post = async (path, body, more = headers) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: more,
      body: JSON.stringify(body),
    });
    const content = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(content)}`);
    return content;
  };
  const { rows: posts } = await owner.query(`SELECT id FROM posts WHERE code = 'MAD'`);
  const incident = await post('/incidents', {
    kind: 'natural_disaster',
    nameEs: 'Sismo de prueba',
    nameEn: 'Test earthquake',
    country: 'ES',
    postIds: [posts[0].id],
  });
  await post(`/incidents/${incident.id}/activation`, { reason: 'Medida' });
  const { rows: names } = await owner.query(
    `SELECT given_names AS "givenNames", first_surname AS "firstSurname", coalesce(second_surname, '') AS "secondSurname"
       FROM persons WHERE given_names IS NOT NULL AND first_surname IS NOT NULL ORDER BY id DESC LIMIT 20000`,
  );
  return { url, headers, post, incident, postId: posts[0].id, names };
}

/** As many registrations as asked, evenly, while one reader after another reads both queue pages. */
async function register(
  { url, headers, incident, postId, names },
  { count, within, server },
  report,
) {
  const pages = [
    `/api/v1/cases?post=${postId}&view=all&limit=50`,
    `/api/v1/incidents/${incident.id}/persons?limit=50&count=true`,
  ];
  const reading = measure({
    ...{ url, server, users: 1, seconds: within },
    request: () => ({ method: 'GET', path: pick(pages), headers }),
  });
  const latencies = [];
  const sent = [];
  const began = performance.now();
  for (let i = 0; i < count; i += 1) {
    const due = began + (i * within * 1000) / count;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    sent.push(registerOne({ url, incident, names, latencies }));
  }
  await Promise.all(sent);
  const seconds = (performance.now() - began) / 1000;
  const queue = await reading;
  latencies.sort((a, b) => a - b);
  const p95 = latencies[Math.floor(latencies.length * 0.95)];
  report(
    `${count} registrations in ${seconds.toFixed(0)} s: p95 ${p95.toFixed(0)} ms, queue ${queue.p95} ms`,
  );
  return { count, seconds, p95, queue: { p50: queue.p50, p95: queue.p95, errors: queue.errors } };
}

async function registerOne({ url, incident, names, latencies }) {
  const { givenNames, firstSurname, secondSurname } = pick(names);
  const began = performance.now();
  const answer = await fetch(`${url}/api/v1/public-incidents/${incident.slug}/registrations`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomBytes(24).toString('hex'),
    },
    body: JSON.stringify({
      ...{ givenNames, firstSurname, ...(secondSurname ? { secondSurname } : {}) },
      ...{ place: 'Albergue', needs: ['shelter', 'food'], subdivision: 'ES-MD' },
    }),
  });
  if (answer.status !== 201) throw new Error(`registration: ${answer.status}`);
  await answer.text();
  latencies.push(performance.now() - began);
}

/** Lists of persons until `rows` are in, then the proposals of who is one. */
async function takeIn(desk, rows, report) {
  const began = performance.now();
  for (let from = 0; from < rows; from += LIST) await sendList(desk, Math.min(LIST, rows - from));
  const taken = performance.now();
  const answer = await fetch(`${desk.url}/api/v1/incidents/${desk.incident.id}/duplicates`, {
    headers: desk.headers,
  });
  const { items } = await answer.json();
  const seconds = (taken - began) / 1000;
  const matching = (performance.now() - taken) / 1000;
  report(
    `${rows} rows in ${seconds.toFixed(1)} s, ${items.length} groups in ${matching.toFixed(1)} s`,
  );
  return { rows, seconds, matching, groups: items.length };
}

const sendList = ({ post, incident, names }, rows) =>
  post(`/incidents/${incident.id}/lists`, {
    name: 'Lista',
    format: 'table',
    content: [
      'nombres,apellidos,segundo apellido,documento,edad,lugar,necesidades',
      ...Array.from({ length: rows }, () => {
        const { givenNames, firstSurname, secondSurname } = pick(names);
        const number = 10_000_000 + Math.floor(Math.random() * 80_000_000);
        return `${givenNames},${firstSurname},${secondSurname},${number},30,Albergue,food`;
      }),
    ].join('\n'),
  });

async function fill(desk, persons, report) {
  const countNow = async () => {
    const path = `${desk.url}/api/v1/incidents/${desk.incident.id}/board`;
    return (await (await fetch(path, { headers: desk.headers })).json()).persons;
  };
  for (let there = await countNow(); there < persons; there = await countNow()) {
    report(`${persons - there} more persons…`);
    await sendList(desk, Math.min(LIST, persons - there));
  }
}

/** Board and queue of all of them, and one more registered by staff, beside the bare handler. */
async function read({ desk, scale, environment, server, folder }, report) {
  const { headers, incident, names, url } = desk;
  const get = (path) => () => ({
    ...{ method: 'GET', headers: { ...headers } },
    path: `/api/v1/incidents/${incident.id}${path}`,
  });
  const operations = [
    { name: 'crisis board', request: get('/board') },
    { name: 'crisis queue', request: get('/persons?limit=50&count=true') },
    {
      name: 'crisis search',
      request: () => get(`/persons?q=${encodeURIComponent(pick(names).firstSurname)}`)(),
    },
    {
      name: 'crisis registration by staff',
      request: () => {
        const { givenNames, firstSurname } = pick(names);
        return {
          ...get('/persons')(),
          method: 'POST',
          body: JSON.stringify({ givenNames, firstSurname, needs: ['food'] }),
        };
      },
    },
  ];
  return measureBeside({ url, server, environment, folder, report }, operations, {
    users: [READERS],
    seconds: scale.seconds,
    samples: SAMPLES,
  });
}
