import { grantTable, IS_SYSTEM, policy } from '../../src/platform/database/policies';

/** The incidents that the actor reaches, asked once for a statement whatever the number of its rows. */
const REACHED = 'ANY ((SELECT app.reached_incidents())::uuid[])';
export const reach = (column: string): string => `${IS_SYSTEM} OR ${column} = ${REACHED}`;

/** Heads of post and headquarters decide on incidents; which of them, the use case knows. */
export const DECIDES = `(SELECT app.roles() && ARRAY['head_of_post', 'hq_analyst', 'protection_desk', 'hq_director'])`;
export const decided = (column: string): string =>
  `${IS_SYSTEM} OR (${column} = ${REACHED} AND ${DECIDES})`;

/** Rows are visible exactly where their incident is, and written there or by whom `writers` names. */
export const ofIncident = (
  table: string,
  privileges = 'SELECT, INSERT',
  writers: (column: string) => string = reach,
): string =>
  grantTable(table, privileges) +
  policy(table, 'read', 'SELECT', reach('incident_id')) +
  (['insert', 'update', 'delete'] as const)
    .map((name) => ({ name, command: name.toUpperCase() as Uppercase<typeof name> }))
    .filter(({ command }) => privileges.includes(command))
    .map(({ name, command }) => policy(table, name, command, writers('incident_id')))
    .join('');

export const incident = (table: string): string =>
  `incident_id uuid NOT NULL CONSTRAINT ${table}_incident_fk REFERENCES incidents`;
export const person = (table: string, column = 'person_id', nullable = false): string =>
  `${column} uuid ${nullable ? '' : 'NOT NULL '}CONSTRAINT ${table}_${column.replace(/_id$/, '')}_fk REFERENCES incident_persons`;
export const text = (table: string, column: string, most: number, nullable = false): string =>
  `${column} text ${nullable ? '' : 'NOT NULL '}CONSTRAINT ${table}_${column}_length CHECK (length(${column}) BETWEEN 1 AND ${most})`;
