import type { AidAct, AidLine } from '../../aid';
import type { Programme } from '../../funding';
import { weighted, type Random } from './random';

/** How an invented request went: what was asked, and the acts that followed, the newest some days ago. */
export interface AidCourse {
  programme: Programme;
  line: AidLine;
  /** Soles, about. */
  soles: number;
  acts: readonly AidAct[];
  /** Days since the last act. */
  age: number;
  urgent?: boolean;
  /** Handed over before the expense was known: days that are left to account for it. */
  advance?: number;
}

const PALH: readonly AidAct[] = ['submit', 'approve', 'pay', 'account', 'settle'];
const PAH: readonly AidAct[] = [
  ...(['submit', 'endorse', 'review', 'resolve'] as const),
  ...(['pay', 'account', 'settle'] as const),
];
const URGENT: readonly AidAct[] = ['submit', 'pay_urgent', 'regularise', 'account', 'settle'];

const course = (
  programme: Programme,
  line: AidLine,
  soles: number,
  acts: readonly AidAct[],
  age: number,
  more: Pick<AidCourse, 'urgent' | 'advance'> = {},
): AidCourse => ({ programme, line, soles, acts, age, ...more });

const URGENCY = { urgent: true };

/** One in every state, and some that ended well: what a post has on its table. */
export const COURSES: readonly AidCourse[] = [
  course('palh', 'food', 620, PALH, 150),
  course('palh', 'lodging', 1450, PALH, 96),
  course('palh', 'medicine', 880, PALH, 41),
  course('pah', 'remains', 14800, PAH, 120),
  course('pah', 'ticket', 3900, PAH, 62),
  course('palh', 'medicine', 1900, URGENT, 75, URGENCY),
  course('palh', 'lodging', 950, [], 1),
  course('palh', 'food', 540, PALH.slice(0, 1), 1),
  course('pah', 'ticket', 3600, PAH.slice(0, 2), 2),
  course('pah', 'cremation_or_burial', 9200, PAH.slice(0, 3), 1),
  course('pah', 'ticket', 3750, PAH.slice(0, 4), 2),
  course('palh', 'defence_documents', 700, PALH.slice(0, 2), 1),
  course('palh', 'local_transport', 460, PALH.slice(0, 3), 3),
  course('palh', 'medicine', 2300, URGENT.slice(0, 2), 0.5, URGENCY),
  course('palh', 'lodging', 1700, URGENT.slice(0, 3), 2, URGENCY),
  course('palh', 'food', 610, PALH.slice(0, 4), 6),
  course('palh', 'legal_orientation', 1200, [...PALH.slice(0, 4), 'observe'], 2),
  course('palh', 'lodging', 2600, ['submit', 'return'], 4),
  course('pah', 'ticket', 7400, ['submit', 'endorse', 'refuse'], 20),
  course('palh', 'food', 480, ['submit', 'approve', 'cancel'], 12),
  course('palh', 'local_transport', 900, PALH.slice(0, 3), 4, { advance: 6 }),
];

/** An everyday attention: on what, and about how many soles; help that cost nothing counts too. */
const EVERYDAY = weighted<readonly [AidLine, number]>([
  [['food', 90], 30],
  [['hygiene_kit', 60], 25],
  [['local_transport', 40], 20],
  [['medicine', 150], 10],
  [['lodging', 260], 8],
  [['legal_orientation', 0], 7],
]);

export const everyday = (random: Random): { line: AidLine; soles: number } => {
  const [line, about] = EVERYDAY(random);
  return { line, soles: about * random.between(0.6, 1.4) };
};

/** What each request says that it is for. */
export const NEEDS: Partial<Record<AidLine, string>> = {
  food: 'No tiene ingresos ni quien lo apoye; necesita alimentos mientras se resuelve su situación.',
  lodging: 'Fue desalojada y duerme en la calle; necesita alojamiento por unos días.',
  medicine: 'El tratamiento indicado por el hospital no lo cubre el sistema público.',
  ticket: 'Quiere retornar y ni la persona ni su familia pueden pagar el pasaje.',
  remains: 'La familia pide repatriar los restos y acreditó que no puede pagarlo.',
  cremation_or_burial: 'La familia no puede pagar el sepelio y lo acreditó.',
  defence_documents: 'La defensa necesita documentos apostillados que la familia no puede pagar.',
  local_transport: 'Debe viajar a su audiencia y no tiene cómo pagar el transporte.',
  legal_orientation: 'Necesita un abogado para la audiencia de esta semana.',
};
