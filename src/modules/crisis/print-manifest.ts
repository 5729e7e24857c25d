import { FARE_PAYER_LABELS } from '../../platform/money/payers';
import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Printer, shortDate, timeOfDay, toPrintOrder, type Block } from '../papers';
import { MANIFEST_KIND_LABELS, SEAT_STATE_LABELS, type SeatState } from './domain/vocabulary';
import type { ManifestResponse } from './http/dto/crisis.responses';
import type { ManifestSeatResponse } from './http/dto/manifest.responses';
import { ReadManifests, type ManifestWithSeats } from './read-manifests';

/** Who is on the paper before the seats are settled, and who waits. */
const TRAVELS: readonly SeatState[] = ['seated', 'boarded', 'added', 'arrived', 'missing'];
const MINISTRY = 'Ministerio de Relaciones Exteriores';

/** The list of passengers on paper, as it is at that instant, for whoever calls the names at the gate. */
@Injectable()
export class PrintManifest {
  constructor(
    private readonly reading: ReadManifests,
    private readonly printer: Printer,
  ) {}

  async run(
    actor: Actor,
    incidentId: string,
    manifestId: string,
  ): Promise<{ name: string; content: Buffer }> {
    const order = await this.reading.read(
      actor,
      incidentId,
      manifestId,
      'manifest.printed',
      (read, { incident, now }) =>
        toPrintOrder(blocksOf(read, incident.nameEs, now), {
          title: 'Manifiesto de pasajeros',
          postName: MINISTRY,
          number: read.manifest.code,
          createdAt: new Date(now.epochMilliseconds),
          verification: null,
        }),
    );
    return { name: `manifiesto-${manifestId}.pdf`, content: await this.printer.print(order) };
  }
}

const text = (value: string) => [{ text: value }];
const bold = (value: string) => [{ text: value, bold: true as const }];
const fact = (label: string, value: string) => ({ label, value: text(value) });

/** On the wall clock of where it happens, which is named. */
function moment(at: string | Date, zone: string): string {
  const zoned = Temporal.Instant.from(new Date(at).toISOString()).toZonedDateTimeISO(zone);
  return `${shortDate(zoned.toPlainDate())}, ${timeOfDay(zoned)} (${zone})`;
}

function blocksOf(
  { manifest, items, fares }: ManifestWithSeats,
  incident: string,
  now: Temporal.Instant,
): Block[] {
  const travels = items
    .filter(({ state }) => TRAVELS.includes(state))
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'es'));
  const others = items.filter(({ state }) => state === 'waiting' || state === 'no_show');
  return [
    { kind: 'title', runs: text('Manifiesto de pasajeros') },
    { kind: 'facts', rows: factsOf(manifest, incident, travels.length, now) },
    ...tableOf('Pasajeros', travels, true),
    ...tableOf('En espera o ausentes', others, false),
    ...faresOf(fares),
    {
      kind: 'signatures',
      signers: [
        ['', 'Funcionario consular'],
        ['', 'Transportista'],
      ],
    },
  ];
}

const factsOf = (
  manifest: ManifestResponse,
  incident: string,
  travellers: number,
  now: Temporal.Instant,
) => [
  fact('Emergencia', incident),
  fact('Traslado', `${MANIFEST_KIND_LABELS[manifest.kind].es} ${manifest.code}`),
  fact('Transportista', manifest.carrier ?? 'No consta'),
  fact('Salida', `${manifest.origin}, ${moment(manifest.departsAt, manifest.departsZone)}`),
  fact('Llegada', `${manifest.destination}, ${moment(manifest.arrivesAt, manifest.arrivesZone)}`),
  fact('Pasajeros', `${travellers} de ${manifest.capacity} asientos`),
  fact('Según consta el', moment(now.toString(), manifest.departsZone)),
];

const nameOf = ({ firstSurname, secondSurname, givenNames }: ManifestSeatResponse): string =>
  `${[firstSurname, secondSurname].filter(Boolean).join(' ')}, ${givenNames}`;

/** `called`: with a box to tick when the name is called. */
function tableOf(title: string, seats: readonly ManifestSeatResponse[], called: boolean): Block[] {
  if (seats.length === 0) return [];
  const head = ['N.°', 'Apellidos y nombres', 'Documento', 'Nacimiento', 'Situación'];
  return [
    { kind: 'heading', runs: text(title) },
    {
      kind: 'table',
      widths: [7, 38, 18, 15, 22, ...(called ? [10] : [])],
      head: [...head, ...(called ? ['Presente'] : [])].map(text),
      rows: seats.map((seat, index) =>
        [
          String(index + 1),
          nameOf(seat),
          seat.documentNumber ?? '—',
          seat.birthDate ? shortDate(Temporal.PlainDate.from(seat.birthDate)) : '—',
          SEAT_STATE_LABELS[seat.state].es,
          ...(called ? [''] : []),
        ].map(text),
      ),
    },
  ];
}

/** Who paid which share (CMW 2024 ¶80). */
function faresOf(fares: ManifestWithSeats['fares']): Block[] {
  if (fares.length === 0) return [];
  return [
    { kind: 'heading', runs: text('Pasajes') },
    {
      kind: 'table',
      widths: [50, 20, 30],
      head: [text('Quién paga'), text('Asientos'), text('Total')],
      rows: fares.map(({ payer, seats, currency, amount }) => [
        text(FARE_PAYER_LABELS[payer].es),
        text(String(seats)),
        bold(`${currency} ${amount}`),
      ]),
    },
  ];
}
