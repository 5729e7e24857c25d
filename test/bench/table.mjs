// The figures as a table for a terminal.

const number = (value, digits = 0) =>
  value === null || value === undefined ? '–' : value.toFixed(digits);

function columns(header, rows) {
  const all = [header, ...rows];
  const widths = header.map((_, i) => Math.max(...all.map((row) => `${row[i]}`.length)));
  const line = (row) =>
    row
      .map((cell, i) => (i === 0 ? `${cell}`.padEnd(widths[i]) : `${cell}`.padStart(widths[i])))
      .join('  ');
  return [line(header), widths.map((w) => '─'.repeat(w)).join('  '), ...rows.map(line)].join('\n');
}

export function tableOf(result) {
  const parts = [
    `Data: ${Object.entries(result.data)
      .map(([name, n]) => `${name} ${n}`)
      .join(' · ')}`,
  ];
  if (result.operations) parts.push(operationsTable(result.operations));
  if (result.resources) parts.push(resourcesTable(result));
  if (result.sealed) parts.push(sealedTable(result.sealed));
  if (result.crisis) parts.push(crisisTable(result.crisis), crisisReadings(result.crisis));
  if (result.money) parts.push(moneyTable(result.money), operationsTable(result.money.readings));
  if (result.bulk) parts.push(bulkTable(result.bulk));
  if (result.reminders) parts.push(remindersTable(result.reminders));
  return `\n${parts.join('\n\n')}\n`;
}

const operationsTable = (rows) =>
  columns(
    [
      'operation',
      'users',
      'product/s',
      'yardstick/s',
      'ratio',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'bare p95',
      'cpu ms',
      'bare cpu',
      'errors',
    ],
    rows.map(({ operation, users, product, yardstick, ratio }) => [
      operation,
      users,
      number(product.perSecond),
      number(yardstick.perSecond),
      `${number(ratio * 100)} %`,
      number(product.p50, 1),
      number(product.p95, 1),
      number(product.p99, 1),
      number(yardstick.p95, 1),
      number(product.cpu, 2),
      number(yardstick.cpu, 2),
      `${product.errors} / ${yardstick.errors}`,
    ]),
  );

const resourcesTable = ({ resources, memoryUnderLoad }) =>
  columns(
    ['process', 'value'],
    [
      ['API ready after, ms (median of three)', number(resources.apiReadyAfter)],
      ['API memory at rest, MB', resources.apiMemory],
      ...(memoryUnderLoad ? [['API memory under load, MB', memoryUnderLoad]] : []),
      ['worker ready after, ms', number(resources.workerReadyAfter)],
      ['worker memory at rest, MB', resources.workerMemory],
      ['idle database connections of API and worker', resources.idleConnections],
      ['posts with a queue', resources.posts],
    ],
  );

const remindersTable = (rows) =>
  columns(
    [
      'reminders through queues',
      'queues',
      'product/s',
      'bare BullMQ/s',
      'ratio',
      'sent',
      'sent twice',
    ],
    rows.map((row) => [
      row.backend,
      row.queues,
      number(row.product.perSecond),
      number(row.bare.perSecond),
      `${number((row.product.perSecond / row.bare.perSecond) * 100)} %`,
      row.product.sent,
      row.product.twice,
    ]),
  );

const sealedTable = (rows) =>
  columns(
    ['reading', 'users', 'product/s', 'p50 ms', 'p95 ms', 'p99 ms', 'cpu ms', 'errors'],
    rows.map((row) => [
      row.reading,
      row.users,
      number(row.perSecond),
      ...[row.p50, row.p95, row.p99].map((ms) => number(ms, 1)),
      number(row.cpu, 2),
      row.errors,
    ]),
  );

const bulkTable = (bulk) =>
  columns(
    ['bulk reassignment', 'rows', 'changed', 'seconds', 'queue p95 before', 'during'],
    [
      [
        '',
        bulk.rows,
        bulk.changed,
        number(bulk.seconds, 1),
        number(bulk.before.p95, 1),
        number(bulk.during.p95, 1),
      ],
    ],
  );

const crisisTable = ({ registrations, lists }) =>
  columns(
    ['a crisis', 'rows', 'seconds', 'p95 ms'],
    [
      [
        'self-registrations',
        registrations.count,
        number(registrations.seconds, 1),
        number(registrations.p95, 1),
      ],
      ['queue pages meanwhile', '', '', number(registrations.queue.p95, 1)],
      ['lists taken in', lists.rows, number(lists.seconds, 1), ''],
      ['proposals of who is one', lists.groups, number(lists.matching, 1), ''],
    ],
  );

const crisisReadings = ({ readings }) => operationsTable(readings);

const moneyTable = ({ entries, decisions, violations }) =>
  columns(
    ['public money', 'count'],
    [
      ['entries of the ledger', entries],
      ['requests submitted at one instant', decisions.asked],
      ['of which the allotment had money for', decisions.reserved],
      ['of which were refused', decisions.refused],
      ['of which were answered otherwise', decisions.undecided],
      ['until all were decided, s', number(decisions.seconds, 1)],
      ['approvals of those at one instant', decisions.approved],
      ['until all were approved, s', number(decisions.approving, 1)],
      ['violations of what is always true of money', violations],
    ],
  );
