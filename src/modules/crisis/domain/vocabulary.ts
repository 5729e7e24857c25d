import type { Labels } from '../../../platform/i18n/bilingual';

/** Kinds of crisis, which are the types of the family's cases (taxonomy, *Case types*). */
export const CRISIS_TYPES = [
  'natural_disaster',
  'armed_conflict',
  'civil_unrest',
  'epidemic',
  'border_closure',
  'transport_accident',
] as const;
export type CrisisType = (typeof CRISIS_TYPES)[number];
export const CRISIS_TYPE_LABELS: Labels<CrisisType> = {
  natural_disaster: { es: 'Desastre natural', en: 'Natural disaster' },
  armed_conflict: { es: 'Conflicto armado', en: 'Armed conflict' },
  civil_unrest: { es: 'Disturbios', en: 'Civil unrest' },
  epidemic: { es: 'Epidemia', en: 'Epidemic' },
  border_closure: { es: 'Cierre de fronteras', en: 'Border closure' },
  transport_accident: { es: 'Accidente de transporte', en: 'Transport accident' },
};

export const INCIDENT_STATES = ['prepared', 'active', 'stood_down'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];
export const INCIDENT_STATE_LABELS: Labels<IncidentState> = {
  prepared: { es: 'En preparación', en: 'Prepared' },
  active: { es: 'Activada', en: 'Active' },
  stood_down: { es: 'Concluida', en: 'Stood down' },
};

/** How somebody is, as far as known; `registered`: nothing but that they were named. */
export const PERSON_STATES = [
  'registered',
  'contacted',
  'safe',
  'in_need',
  'moved',
  'abroad',
  'home',
] as const;
export type PersonState = (typeof PERSON_STATES)[number];
export const PERSON_STATE_LABELS: Labels<PersonState> = {
  registered: { es: 'Registrada', en: 'Registered' },
  contacted: { es: 'Contactada', en: 'Contacted' },
  safe: { es: 'A salvo', en: 'Safe' },
  in_need: { es: 'Necesita ayuda', en: 'In need' },
  moved: { es: 'En traslado', en: 'On the way' },
  abroad: { es: 'En un tercer país', en: 'In a third country' },
  home: { es: 'En el Perú', en: 'Home' },
};

export const NEEDS = [
  'medical',
  'shelter',
  'food',
  'documents',
  'transport',
  'minors_alone',
] as const;
export type Need = (typeof NEEDS)[number];
export const NEED_LABELS: Labels<Need> = {
  medical: { es: 'Atención médica', en: 'Medical care' },
  shelter: { es: 'Alojamiento', en: 'Shelter' },
  food: { es: 'Alimentos', en: 'Food' },
  documents: { es: 'Documentos', en: 'Documents' },
  transport: { es: 'Transporte', en: 'Transport' },
  minors_alone: { es: 'Menores sin compañía', en: 'Children alone' },
};

export const NEED_STATES = ['open', 'met'] as const;
export type NeedState = (typeof NEED_STATES)[number];
export const NEED_STATE_LABELS: Labels<NeedState> = {
  open: { es: 'Pendiente', en: 'Open' },
  met: { es: 'Atendida', en: 'Met' },
};

/** Who named a person. */
export const SOURCES = ['self', 'list', 'staff', 'manifest'] as const;
export type Source = (typeof SOURCES)[number];
export const SOURCE_LABELS: Labels<Source> = {
  self: { es: 'La propia persona', en: 'The person' },
  list: { es: 'Una lista', en: 'A list' },
  staff: { es: 'El consulado', en: 'The consulate' },
  manifest: { es: 'Un embarque', en: 'A boarding' },
};

export const LIST_FORMATS = ['table', 'boarding'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];
export const LIST_FORMAT_LABELS: Labels<ListFormat> = {
  table: { es: 'Tabla con columnas', en: 'Table with columns' },
  boarding: { es: 'Lista de embarque', en: 'Boarding list' },
};

export const MANIFEST_KINDS = ['flight', 'bus'] as const;
export type ManifestKind = (typeof MANIFEST_KINDS)[number];
export const MANIFEST_KIND_LABELS: Labels<ManifestKind> = {
  flight: { es: 'Vuelo', en: 'Flight' },
  bus: { es: 'Bus', en: 'Bus' },
};

export const MANIFEST_STATES = ['open', 'departed', 'arrived'] as const;
export type ManifestState = (typeof MANIFEST_STATES)[number];
export const MANIFEST_STATE_LABELS: Labels<ManifestState> = {
  open: { es: 'En preparación', en: 'Being filled' },
  departed: { es: 'Partió', en: 'Departed' },
  arrived: { es: 'Llegó', en: 'Arrived' },
};

/** `added`: boarded though not on the list. */
export const SEAT_STATES = [
  'seated',
  'waiting',
  'released',
  'boarded',
  'no_show',
  'added',
  'arrived',
  'missing',
] as const;
export type SeatState = (typeof SEAT_STATES)[number];
export const SEAT_STATE_LABELS: Labels<SeatState> = {
  seated: { es: 'Con asiento', en: 'Seated' },
  waiting: { es: 'En espera', en: 'Waiting' },
  released: { es: 'Liberado', en: 'Released' },
  boarded: { es: 'Embarcó', en: 'Boarded' },
  no_show: { es: 'No se presentó', en: 'No-show' },
  added: { es: 'Embarcó sin estar en la lista', en: 'Boarded though not on the list' },
  arrived: { es: 'Llegó', en: 'Arrived' },
  missing: { es: 'No consta su llegada', en: 'Arrival not confirmed' },
};

/** What became of a message to somebody; `unreachable`: they left no address and must be called. */
export const REPLIES = ['sent', 'waiting', 'failed', 'unreachable', 'confirmed', 'silent'] as const;
export type Reply = (typeof REPLIES)[number];
export const REPLY_LABELS: Labels<Reply> = {
  sent: { es: 'Enviado', en: 'Sent' },
  waiting: { es: 'Por enviar', en: 'To be sent' },
  failed: { es: 'No entregado', en: 'Not delivered' },
  unreachable: { es: 'Sin correo: llamar', en: 'No address: call' },
  confirmed: { es: 'Respondió', en: 'Answered' },
  silent: { es: 'Sin respuesta', en: 'No answer yet' },
};

/** What somebody answers to a message. */
export const CONFIRMATIONS = ['safe', 'in_need'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];
