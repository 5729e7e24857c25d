// `npm run bench [-- --quick] [-- --only <part>] [-- --json]`: how fast the product is beside a bare
// handler that sends the same statements. Figures, never a verdict: nothing here passes or fails.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from '../../src/standalone/prepare.mjs';
import { measureBeside, startApi } from './beside.mjs';
import { openData, sizeOf } from './data.mjs';
import { measureBulk } from './bulk.mjs';
import { measureCrisis } from './crisis.mjs';
import { measureMoney } from './money.mjs';
import { operationsOn } from './operations.mjs';
import { measureReminders } from './reminders.mjs';
import { measureResources } from './resources.mjs';
import { measureSealed } from './sealed.mjs';
import { tableOf } from './table.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    cases: { type: 'string' },
    persons: { type: 'string' },
    entries: { type: 'string' },
    ledger: { type: 'string' },
    users: { type: 'string' },
    seconds: { type: 'string' },
  },
});
const scale = options.quick
  ? {
      cases: 5_000,
      persons: 20_000,
      entries: 100_000,
      users: [1, 8],
      seconds: 2,
      reminders: 1_000,
      bulk: 500,
      ledger: 100_000,
      crisis: { registrations: 400, within: 12, listed: 2_000, counted: 5_000 },
    }
  : {
      cases: 100_000,
      persons: 1_000_000,
      entries: 2_000_000,
      users: [1, 8, 32],
      seconds: 5,
      reminders: 10_000,
      bulk: 5_000,
      ledger: 1_000_000,
      crisis: { registrations: 2_000, within: 60, listed: 10_000, counted: 20_000 },
    };
if (options.cases) scale.cases = Number(options.cases);
if (options.persons) scale.persons = Number(options.persons);
if (options.entries) scale.entries = Number(options.entries);
if (options.ledger) scale.ledger = Number(options.ledger);
if (options.users) scale.users = options.users.split(',').map(Number);
if (options.seconds) scale.seconds = Number(options.seconds);
const SAMPLES = 40;

const report = (line) => process.stderr.write(`${line}\n`);
const wanted = (...names) => !options.only || names.includes(options.only);

prepare(report);
const folder = mkdtempSync(join(tmpdir(), 'amparo-bench-run-'));
const data = await openData(scale, report);
const { reminders: reminderCount, bulk: bulkRows, crisis: _, ...dimensions } = scale;
const result = { at: new Date().toISOString(), ...dimensions };
try {
  result.data = await sizeOf(data.owner);
  report(`${JSON.stringify(result.data)}`);
  if (
    !options.only ||
    !['reminders', 'resources', 'bulk', 'sealed', 'crisis', 'money'].includes(options.only)
  ) {
    result.operations = await measureOperations();
  }
  if (wanted('resources')) result.resources = await measureResources(data, report);
  if (wanted('sealed')) result.sealed = await measureSealed(data, scale, report);
  if (wanted('crisis')) result.crisis = await measureCrisis(data, scale, folder, report);
  if (wanted('money')) result.money = await measureMoney(data, scale, folder, report);
  if (wanted('bulk')) result.bulk = await measureBulk(data, bulkRows, report);
  if (wanted('reminders')) result.reminders = await measureReminders(data, reminderCount, report);
} finally {
  await data.close();
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : tableOf(result));
process.exit(0);

async function measureOperations() {
  const operations = (await operationsOn(data.owner)).filter(({ name }) =>
    wanted(name, 'operations'),
  );
  const { environment } = data;
  const api = await startApi(environment);
  try {
    const measured = await measureBeside({ ...api, environment, folder, report }, operations, {
      users: scale.users,
      seconds: scale.seconds,
      samples: SAMPLES,
    });
    result.memoryUnderLoad = api.server.memory();
    return measured;
  } finally {
    await api.server.stop();
  }
}
