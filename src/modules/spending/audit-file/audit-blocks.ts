import type { AidOnRecord } from '../../aid';
import type { ReadDocument } from '../../documents';
import { NOT_ON_RECORD, type Block } from '../../papers';

export interface AidMovement {
  id: string;
  happenedOn: string;
  kind: string;
  currency: string;
  amount: string;
  pen: string;
  rate: string;
  rateSource: string;
  certificate: string | null;
}
export type Annexed = ReadDocument & { number: number };
type Say = (key: string) => string;
type Cell = string | null | undefined;

const text = (value: Cell) => [{ text: value ?? NOT_ON_RECORD }];
const bold = (value: string) => [{ text: value, bold: true as const }];
const heading = (value: string): Block => ({ kind: 'heading', runs: bold(value) });
const fact = (label: string, value: Cell) => ({ label, value: text(value) });
const money = (amount: string, currency: string) => `${currency} ${amount}`;

/** A heading and its table; nothing where there is nothing. */
const table = (title: string, head: string[], widths: number[], rows: Cell[][]): Block[] =>
  rows.length === 0
    ? []
    : [
        heading(title),
        { kind: 'table', widths, head: head.map(bold), rows: rows.map((row) => row.map(text)) },
      ];

/** The file in the order in which it is audited: the need, its evidence, who decided, the money, its receipts. */
export function blocksOf(
  aid: AidOnRecord,
  { movements, annexed }: { movements: readonly AidMovement[]; annexed: readonly Annexed[] },
  say: Say,
): Block[] {
  const annexOf = (documentId: string | null) => {
    const found = annexed.find(({ id }) => id === documentId);
    return found ? `Anexo ${found.number}` : documentId ? 'Reservado' : '—';
  };
  return [
    { kind: 'title', runs: text('Expediente de la ayuda') },
    { kind: 'facts', rows: factsOf(aid, say, annexOf) },
    ...table(
      'Personas beneficiadas',
      ['Persona', 'Parte'],
      [3, 1],
      [...aid.beneficiaries.map(({ name, amount }) => [name, money(amount, aid.currency)])],
    ),
    ...table(
      'Reglas',
      ['Regla', 'Se cumple'],
      [4, 1],
      [...aid.checks.map(({ check, holds }) => [say(`aid.check.${check}`), holds ? 'Sí' : 'No'])],
    ),
    ...evidenceOf(aid, say, annexOf),
    ...table(
      'Decisiones',
      ['Momento (UTC)', 'Paso', 'Quién', 'Motivo o nota'],
      [2, 2, 2, 3],
      [
        ...aid.decisions.map((d) => [
          d.occurredAt.slice(0, 16).replace('T', ' '),
          say(`aid.state.${d.state}`),
          d.by,
          d.reason ?? d.note ?? '—',
        ]),
      ],
    ),
    ...table(
      'Movimientos en el libro',
      ['Fecha', 'Movimiento', 'Importe', 'Soles', 'Tipo y fuente'],
      [2, 3, 2, 2, 3],
      [
        ...movements.map((m) => [
          m.happenedOn,
          say(`funding.movement.${m.kind}`),
          money(m.amount, m.currency),
          m.pen,
          `${m.rate} · ${m.rateSource}`,
        ]),
      ],
    ),
    ...table(
      'Anexos',
      ['N.°', 'Archivo', 'Huella SHA-256'],
      [1, 4, 5],
      [...annexed.map((a) => [String(a.number), `${a.title} (${a.fileName})`, a.sha256])],
    ),
  ];
}

function factsOf(aid: AidOnRecord, say: Say, annexOf: (id: string | null) => string) {
  const seesCase = aid.caseId !== null;
  const signed: [string, string | null][] = [
    ['Propuso', aid.proposedBy],
    ['Visto bueno', aid.endorsedBy],
    ['Revisó', aid.reviewedBy],
    ['Aprobó', aid.approvedBy],
    ['Pagó', aid.paidBy],
    ['Rindió', aid.accountedBy],
    ['Dio conformidad', aid.settledBy],
  ];
  return [
    fact('Oficina', aid.postCode),
    ...(seesCase ? [fact('Caso', aid.caseReference)] : []),
    fact(
      'Programa y línea',
      `${say(`funding.programme.${aid.programme}`)} · ${say(`aid.line.${aid.line}`)}`,
    ),
    fact('Estado', say(`aid.state.${aid.state}`)),
    fact('Importe', `${money(aid.amount, aid.currency)} (S/ ${aid.pen})`),
    fact('Personas', String(aid.persons)),
    ...(seesCase
      ? [
          fact('Necesidad', aid.need),
          fact(
            'Prueba de la necesidad',
            `${say(`aid.proof.${aid.proof}`)} · ${annexOf(aid.proofDocumentId)}`,
          ),
        ]
      : []),
    ...(aid.resolutionNumber
      ? [fact('Resolución', `${aid.resolutionNumber} de ${aid.resolutionOn}`)]
      : []),
    ...(aid.certificate ? [fact('Certificación presupuestal', aid.certificate)] : []),
    ...(aid.paidOn
      ? [
          fact(
            'Pago',
            `${aid.paidOn} · S/ ${aid.paidPen}${aid.paymentMethod ? ` · ${say(`aid.method.${aid.paymentMethod}`)}` : ''}`,
          ),
          fact('Firma de quien recibe', annexOf(aid.receiverDocumentId)),
          fact('Devuelto sin gastar', money(aid.returned, aid.currency)),
        ]
      : []),
    ...signed.filter(([, who]) => who !== null).map(([what, who]) => fact(what, who)),
  ];
}

function evidenceOf(aid: AidOnRecord, say: Say, annexOf: (id: string | null) => string): Block[] {
  return [
    ...table(
      'Antes de estos fondos se intentó',
      ['Paso', 'Resultado', 'Evidencia', 'Archivo'],
      [2, 2, 5, 2],
      [
        ...aid.waterfall.map((w) => [
          say(`aid.waterfall_step.${w.step}`),
          say(`aid.waterfall_finding.${w.finding}`),
          w.evidence,
          annexOf(w.documentId),
        ]),
      ],
    ),
    ...table(
      'Cotizaciones',
      ['Proveedor', 'Importe', 'Archivo'],
      [4, 2, 2],
      [...aid.quotes.map((q) => [q.supplier, money(q.amount, q.currency), annexOf(q.documentId)])],
    ),
    ...table(
      'Comprobantes',
      ['Clase', 'Emisor y número', 'Fecha', 'Importe', 'Archivo'],
      [2, 3, 2, 2, 2],
      [
        ...aid.receipts.map((r) => [
          say(`aid.receipt.${r.kind}`),
          [r.taxId, r.number].filter(Boolean).join(' · ') || '—',
          r.issuedOn,
          money(r.amount, r.currency),
          annexOf(r.documentId),
        ]),
      ],
    ),
    ...table(
      'Otras ayudas del año a las mismas personas',
      ['Fecha', 'Oficina', 'Ayuda', 'Soles'],
      [2, 2, 4, 2],
      [
        ...aid.elsewhere.map((e) =>
          e.askHeadquarters
            ? ['—', '—', 'Consulte a la sede central', '—']
            : [
                e.givenOn,
                e.postCode,
                `${say(`funding.programme.${e.programme}`)} · ${say(`aid.line.${e.line}`)}`,
                e.pen,
              ],
        ),
      ],
    ),
  ];
}
