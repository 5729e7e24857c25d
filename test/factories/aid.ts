import type { TestApp } from '../support/app';
import type { Client } from '../support/client';
import { openRepatriation } from './repatriations';

/** Rates of the standing clock's day, the first quarter open, and money for Madrid. */
export async function openPurses(t: TestApp, amount = '100000.00'): Promise<void> {
  const finance = await t.as('finanzas');
  const day = '2026-03-02';
  const csv = `currency,day,pen,usd\nPEN,${day},1,0.2667\nEUR,${day},4.00,1.0800\n`;
  const steps: [string, object][] = [
    ['/exchange-rates', { csv, source: 'SBS' }],
    ['/budget-years', { year: 2026 }],
    ['/budget-years/2026/quarters/1/opening', {}],
    ...(['palh', 'pah'] as const).map((programme): [string, object] => [
      '/allotments',
      {
        ...{ postId: t.staff.posts['MAD'], programme, year: 2026, quarter: 1, amount },
        certificate: 'CCP 1-2026',
      },
    ]),
  ];
  for (const [path, body] of steps) {
    const answer = await finance.post(path, body);
    if (answer.status > 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  }
}

/** A case whose need was assessed; its person is whom aid goes to. */
export async function caseInNeed(
  client: Client,
  postId: string,
  changes: object = {},
): Promise<{ id: string; personId: string }> {
  const opened = await openRepatriation(client, postId, { ...changes });
  const assessed = await client.post(`/cases/${opened.id}/vulnerability-assessments`, {
    ...{ conclusion: 'extreme_need', factors: [], housing: 'street' },
  });
  if (assessed.status !== 201) throw new Error(JSON.stringify(assessed.body));
  return opened;
}

/** A request that meets every rule: food for a hundred euros (400 soles). */
export const food = (personId: string, changes: object = {}) => ({
  ...{ programme: 'palh', line: 'food', amount: '100.00', currency: 'EUR' },
  ...{ need: 'Persona en calle, sin alimentos.', proof: 'sworn_declaration' },
  beneficiaries: [{ personId }],
  ...changes,
});

export const network = (changes: object = {}) => ({
  ...{ step: 'support_network', finding: 'exhausted' },
  evidence: 'Se llamó a Cáritas y a la familia: no pueden.',
  ...changes,
});

/** Proposes a request with its evidence, and submits it. */
export async function submitted(
  client: Client,
  { id, personId }: { id: string; personId: string },
  changes: object = {},
): Promise<string> {
  const proposed = await client.post(`/cases/${id}/aid`, food(personId, changes));
  if (proposed.status !== 201) throw new Error(JSON.stringify(proposed.body));
  const aid = proposed.body.id as string;
  const isPah = (changes as { programme?: string }).programme === 'pah';
  const steps = [network(), ...(isPah ? [network({ step: 'palh' })] : [])];
  for (const step of steps) await client.post(`/aid/${aid}/waterfall`, step);
  const sent = await client.post(`/aid/${aid}/submission`, {});
  if (sent.status !== 201) throw new Error(JSON.stringify(sent.body));
  return aid;
}
