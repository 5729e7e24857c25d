import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { Client } from 'pg';
import { StartupError } from '../config/startup-error';
import { installPostgres, type PostgresInstallation } from './postgres-binaries';
import {
  assertWhole,
  isRunning,
  makeCluster,
  runningPort,
  startServer,
  stopServer,
} from './postgres-server';
import { claimFolder, folderUser } from './process-lock';
import { standaloneSecrets, type StandaloneSecrets } from './secrets';

export const DATABASE_NAME = 'amparo';
const EXTENSIONS = ['unaccent', 'fuzzystrmatch', 'pg_trgm'];
const DEFAULT_SETTINGS: Record<string, string> = {
  max_connections: '100',
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
};

export interface EmbeddedPostgresOptions {
  /** Folder that keeps the cluster and its secrets; created when absent. */
  dataDir: string;
  /** TCP port on 127.0.0.1; a free one when absent. */
  port?: number;
  /** Server settings over the defaults, e.g. `{ fsync: 'off' }` for throw-away clusters. */
  settings?: Record<string, string>;
}

/** A running PostgreSQL that listens on the loopback interface only. */
export interface EmbeddedPostgres {
  port: number;
  /** `amparo_owner`: owns the database, runs migrations, is no superuser. */
  ownerUrl: string;
  /** `amparo_runtime`: what the application connects as; owns nothing, bound by row-level security. */
  appUrl: string;
  /** `postgres`: administration of the cluster itself. */
  superuserUrl: string;
  /** Creates a database owned by `amparo_owner`, empty or as a copy of `template`. */
  createDatabase(name: string, template?: string): Promise<{ ownerUrl: string; appUrl: string }>;
  dropDatabase(name: string): Promise<void>;
  /** Stops the server, ending its connections, and waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL from the programs npm installed, making cluster, roles and database on first use.
 * A server left over from a crash of this product is stopped first.
 * @throws StartupError when the folder, the disk or the port does not allow it
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const release = claimFolder(options.dataDir);
  try {
    const server = await start(options);
    return { ...server, stop: () => server.stop().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}

async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const secrets = standaloneSecrets(options.dataDir);
  const installation = installPostgres(options.dataDir);
  const { clusterDir } = installation;
  if (!existsSync(clusterDir)) await makeCluster(installation, secrets.superuser);
  assertWhole(clusterDir);
  if (isRunning(clusterDir)) await stopServer(installation);

  const port = options.port ?? (await freePort());
  await startServer(installation, port, { ...DEFAULT_SETTINGS, ...options.settings });
  const server = handle(installation, secrets, port);
  try {
    await prepareDatabase(server, secrets);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** The server that another process runs on `dataDir`, or null. Its `stop` leaves it running. */
export function joinEmbeddedPostgres(dataDir: string): EmbeddedPostgres | null {
  if (folderUser(dataDir) === null) return null;
  const installation = installPostgres(dataDir);
  if (!existsSync(installation.clusterDir) || !isRunning(installation.clusterDir)) return null;
  const port = runningPort(installation.clusterDir);
  const server = handle(installation, standaloneSecrets(dataDir), port);
  return { ...server, stop: async () => undefined };
}

/** Stops whatever server runs on `dataDir`. */
export async function stopEmbeddedPostgres(dataDir: string): Promise<void> {
  const installation = installPostgres(dataDir);
  if (isRunning(installation.clusterDir)) await stopServer(installation);
}

/** A TCP port of the loopback interface that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function handle(
  installation: PostgresInstallation,
  secrets: StandaloneSecrets,
  port: number,
): EmbeddedPostgres {
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  const urls = (database: string) => ({
    ownerUrl: url('amparo_owner', secrets.owner, database),
    appUrl: url('amparo_runtime', secrets.runtime, database),
  });
  const superuserUrl = url('postgres', secrets.superuser, 'postgres');
  return {
    port,
    ...urls(DATABASE_NAME),
    superuserUrl,
    createDatabase: async (name, template) => {
      const source = template ? `TEMPLATE "${template}"` : 'TEMPLATE template1';
      await asSuperuser(superuserUrl, [`CREATE DATABASE "${name}" OWNER amparo_owner ${source}`]);
      return urls(name);
    },
    // PostgreSQL gives sessions that are leaving a few seconds; only then are the rest ended
    dropDatabase: (name) =>
      asSuperuser(superuserUrl, [`DROP DATABASE IF EXISTS "${name}"`]).catch(() =>
        asSuperuser(superuserUrl, [`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`]),
      ),
    stop: () => stopServer(installation),
  };
}

/** Roles with today's passwords, and the database with the extensions the migrations ask for. */
async function prepareDatabase(
  server: EmbeddedPostgres,
  secrets: StandaloneSecrets,
): Promise<void> {
  const login = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD';
  const missing = (role: string, options: string) => `DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} ${options}; END IF;
  END $$`;
  await asSuperuser(server.superuserUrl, [
    missing('amparo_app', 'NOLOGIN'),
    missing('amparo_owner', `${login} '${secrets.owner}'`),
    missing('amparo_runtime', `${login} '${secrets.runtime}' IN ROLE amparo_app`),
  ]);
  if (!(await databaseExists(server.superuserUrl))) await server.createDatabase(DATABASE_NAME);
  await asSuperuser(
    server.superuserUrl.replace(/\/postgres$/, `/${DATABASE_NAME}`),
    EXTENSIONS.map((name) => `CREATE EXTENSION IF NOT EXISTS ${name} SCHEMA public`),
  );
}

async function databaseExists(superuserUrl: string): Promise<boolean> {
  const client = await connect(superuserUrl);
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
      DATABASE_NAME,
    ]);
    return found.rowCount === 1;
  } finally {
    await client.end();
  }
}

async function asSuperuser(url: string, statements: string[]): Promise<void> {
  const client = await connect(url);
  try {
    for (const text of statements) await client.query(text);
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return client;
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') throw error;
    throw new StartupError(
      'The data folder is damaged: its secrets.json does not open its database. ' +
        'Restore both from the same backup, or move the folder away to begin with an empty one.',
    );
  }
}
