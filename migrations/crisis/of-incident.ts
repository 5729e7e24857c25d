import { grantTable, IS_SYSTEM, policy } from '../../src/platform/database/policies';

/** The incidents that the actor reaches, asked once for a statement whatever the number of its rows. */
const REACHED = 'ANY ((SELECT app.reached_incidents())::uuid[])';
export const reach = (column: string): string => `${IS_SYSTEM} OR ${column} = ${REACHED}`;

/** Rows are visible and writable exactly where their incident is. */
export const ofIncident = (table: string, privileges = 'SELECT, INSERT'): string =>
  grantTable(table, privileges) +
  policy(table, 'read', 'SELECT', reach('incident_id')) +
  policy(table, 'insert', 'INSERT', reach('incident_id')) +
  (privileges.includes('UPDATE') ? policy(table, 'update', 'UPDATE', reach('incident_id')) : '') +
  (privileges.includes('DELETE') ? policy(table, 'delete', 'DELETE', reach('incident_id')) : '');

export const incident = (table: string): string =>
  `incident_id uuid NOT NULL CONSTRAINT ${table}_incident_fk REFERENCES incidents`;
export const person = (table: string, column = 'person_id', nullable = false): string =>
  `${column} uuid ${nullable ? '' : 'NOT NULL '}CONSTRAINT ${table}_${column.replace(/_id$/, '')}_fk REFERENCES incident_persons`;
export const text = (table: string, column: string, most: number, nullable = false): string =>
  `${column} text ${nullable ? '' : 'NOT NULL '}CONSTRAINT ${table}_${column}_length CHECK (length(${column}) BETWEEN 1 AND ${most})`;
