import type { Pool } from 'pg';
import { hashPassword, hashToken, newToken } from '../../src/platform/access/secrets';
import { newId } from '../../src/platform/ids';

export const PASSWORD = 'una-clave-de-prueba';

/** username → role, and the post's code or null for headquarters. */
export const PEOPLE: Record<string, readonly [role: string, post: string | null]> = {
  'oficial.mad': ['officer', 'MAD'],
  'oficial2.mad': ['officer', 'MAD'],
  'jefe.mad': ['head_of_post', 'MAD'],
  'local.mad': ['local_staff', 'MAD'],
  'oficial.pat': ['officer', 'PAT'],
  'jefe.pat': ['head_of_post', 'PAT'],
  'jefe.bue': ['head_of_post', 'BUE'],
  'honorario.ros': ['honorary_consul', 'ROS'],
  'ode.aqp': ['ode_officer', 'AQP'],
  'mesa.asn': ['hq_analyst', null],
  'directora.dgc': ['hq_director', null],
  proteccion: ['protection_desk', null],
  guardian: ['guardian', null],
  finanzas: ['finance_officer', null],
  contabilidad: ['finance_accountant', null],
  auditora: ['auditor', null],
  datos: ['data_protection_officer', null],
  admin: ['administrator', null],
};

const POSTS = [
  ['LIM', 'headquarters', 'Lima', 'PE', null, 'America/Lima', 'PEN'],
  ['MAD', 'consulate_general', 'Madrid', 'ES', null, 'Europe/Madrid', 'EUR'],
  ['PAT', 'consulate_general', 'Paterson', 'US', null, 'America/New_York', 'USD'],
  ['BUE', 'consulate_general', 'Buenos Aires', 'AR', null, 'America/Argentina/Buenos_Aires', 'ARS'],
  ['ROS', 'honorary_consulate', 'Rosario', 'AR', 'BUE', 'America/Argentina/Cordoba', 'ARS'],
  ['AQP', 'decentralised_office', 'Arequipa', 'PE', null, 'America/Lima', 'PEN'],
] as const;

export interface Staff {
  /** Account id by username. */
  accounts: Record<string, string>;
  /** Post id by code. */
  posts: Record<string, string>;
  /** A session's cookie, opened without the sign-in screen. */
  openSession(username: string, secondFactor?: string): Promise<string>;
}

/** A few posts and one account for each role; who they are is invented. */
export async function createStaff(owner: Pool): Promise<Staff> {
  const posts: Record<string, string> = {};
  for (const [code, kind, city, country, parent, zone, currency] of POSTS) {
    await owner.query(
      `INSERT INTO posts (id, code, kind, name_es, city, country, parent_id, time_zone, latitude, longitude, currency, languages, source)
       VALUES ($1, $2, $3, $4, $4, $5, $6, $7, 0, 0, $8, '{es}', 'test') ON CONFLICT (code) DO NOTHING`,
      [newId(), code, kind, city, country, parent ? posts[parent] : null, zone, currency],
    );
    const found = await owner.query<{ id: string }>('SELECT id FROM posts WHERE code = $1', [code]);
    posts[code] = found.rows[0]!.id;
  }
  const passwordHash = await hashPassword(PASSWORD);
  const accounts: Record<string, string> = {};
  for (const [username, [role, post]] of Object.entries(PEOPLE)) {
    const id = newId();
    accounts[username] = id;
    await owner.query(
      `INSERT INTO accounts (id, username, display_name, email, password_hash, totp_required)
       VALUES ($1, $2, $2, $2 || '@example.test', $3, false)`,
      [id, username, passwordHash],
    );
    await owner.query(
      `INSERT INTO staff_roles (id, account_id, role, post_id, valid_from, reason)
       VALUES ($1, $2, $3, $4, '2020-01-01Z', 'test')`,
      [newId(), id, role, post ? posts[post] : null],
    );
  }
  return {
    accounts,
    posts,
    openSession: async (username, secondFactor = 'not_required') => {
      const token = newToken();
      await owner.query(
        `INSERT INTO sessions (id, token_hash, account_id, expires_at, second_factor)
         VALUES ($1, $2, $3, now() + interval '1 day', $4)`,
        [newId(), hashToken(token), accounts[username], secondFactor],
      );
      return token;
    },
  };
}
