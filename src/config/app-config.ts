import { join } from 'node:path';
import { z } from 'zod';
import type { Environment } from './environment';
import { pathOf } from './keys';
import { StartupError } from './startup-error';

/** One example per variable: it is what a person sees when theirs is missing or malformed. */
const EXAMPLES = {
  NODE_ENV: 'production',
  PORT: '3000',
  PUBLIC_URL: 'https://amparo.example.pe',
  DATABASE_URL: 'postgres://amparo_runtime:<password>@db.example:5432/amparo',
  DATABASE_OWNER_URL: 'postgres://amparo_owner:<password>@db.example:5432/amparo',
  DATABASE_REPLICA_URL: 'postgres://amparo_runtime:<password>@replica.example:5432/amparo',
  DATABASE_POOL: '10',
  REDIS_URL: 'redis://:<password>@valkey.example:6379',
  SMTP_URL: 'smtps://amparo:<password>@mail.example:465',
  MAIL_FROM: 'Amparo <amparo@example.pe>',
  FILES_URL: 'file:/var/lib/amparo/files',
  CLAMD_URL: 'tcp://clamd.example:3310',
  SESSION_SECRET: 'the output of: openssl rand -base64 48',
  KEYS_URL: 'file:/run/secrets/amparo-keys.json',
  KEY_SERVICE_URL: 'vault:https://vault.example:8200/transit/amparo',
  KEY_SERVICE_TOKEN: 'hvs.…',
  OIDC_ISSUER: 'https://login.example.pe',
  OIDC_CLIENT_ID: 'amparo',
  OIDC_CLIENT_SECRET: 'the secret the identity provider gave',
  METRICS_TOKEN: 'the output of: openssl rand -hex 32',
  KEEP_FINISHED_DAYS: '30',
  LOG_LEVEL: 'info',
  RATE_LIMIT: 'on',
  DATA_DIR: '.amparo',
} as const;
type Variable = keyof typeof EXAMPLES;

const NEEDED: readonly Variable[] = ['DATABASE_URL', 'SESSION_SECRET', 'KEYS_URL'];
const NEEDED_IN_PRODUCTION: readonly Variable[] = [
  ...NEEDED,
  'PUBLIC_URL',
  'SMTP_URL',
  'MAIL_FROM',
  'FILES_URL',
];

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const postgres = z.url({ protocol: /^postgres(ql)?$/ });

const schema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: postgres,
  DATABASE_OWNER_URL: postgres.optional(),
  DATABASE_REPLICA_URL: postgres.optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).default('smtp://127.0.0.1:1025'),
  MAIL_FROM: z.string().min(3).default('Amparo <amparo@localhost>'),
  FILES_URL: z.url({ protocol: /^(file|s3)$/ }).optional(),
  CLAMD_URL: z.url({ protocol: /^(tcp|unix)$/ }).optional(),
  SESSION_SECRET: z.string().min(32),
  KEYS_URL: z.url({ protocol: /^file$/ }),
  KEY_SERVICE_URL: z
    .string()
    .regex(/^(vault:https?:\/\/[^/\s]+\/\S+\/\S+|kms:\S+)$/)
    .optional(),
  KEY_SERVICE_TOKEN: z.string().min(1).optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  // shorter than a week, and a queue that rested over a holiday could act twice
  KEEP_FINISHED_DAYS: z.coerce.number().int().min(7).max(3650).default(30),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  RATE_LIMIT: z.enum(['on', 'off']).default('on'),
  DATA_DIR: z.string().min(1).default('.amparo'),
} satisfies Record<Variable, z.ZodType>);

/** The configuration, in slices named for those who use them. */
export class AppConfig {
  readonly production: boolean;
  readonly http: {
    /** Address to listen on: this machine only, unless in production. */
    readonly host: string;
    readonly port: number;
    /** Origin that browsers and mails use, without a slash at the end. */
    readonly publicUrl: string;
    readonly rateLimit: boolean;
    /** Bearer token that reads /metrics from afar; null: only this machine may. */
    readonly metricsToken: string | null;
  };
  readonly database: {
    readonly url: string;
    readonly ownerUrl: string | null;
    readonly replicaUrl: string | null;
    /** Connections of this process's pool. */
    readonly pool: number;
  };
  /** Null: queues live in PostgreSQL. */
  readonly redis: { readonly url: string } | null;
  /** Finished work of the queues is forgotten after so many days. */
  readonly jobs: { readonly keepFinishedDays: number };
  readonly mail: { readonly smtpUrl: string; readonly from: string };
  readonly files: {
    readonly url: string;
    /** Local folder, on the disk of a local store, in which content waits to be accepted. */
    readonly incoming: string;
    /** `tcp://host:port` or `unix:///path`; null: nothing is scanned. */
    readonly clamdUrl: string | null;
  };
  readonly session: { readonly secret: string };
  readonly keys: { readonly url: string };
  readonly keyService: { readonly url: string | null; readonly token: string | null };
  readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
  } | null;
  readonly log: { readonly level: (typeof LOG_LEVELS)[number] };
  readonly standalone: { readonly dataDir: string };

  private constructor(env: z.infer<typeof schema>) {
    const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
    this.production = env.NODE_ENV === 'production';
    this.http = {
      host: env.NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1',
      port: env.PORT,
      publicUrl: new URL(publicUrl).origin,
      rateLimit: env.RATE_LIMIT === 'on',
      metricsToken: env.METRICS_TOKEN ?? null,
    };
    this.database = {
      url: env.DATABASE_URL,
      ownerUrl: env.DATABASE_OWNER_URL ?? null,
      replicaUrl: env.DATABASE_REPLICA_URL ?? null,
      pool: env.DATABASE_POOL,
    };
    this.redis = env.REDIS_URL ? { url: env.REDIS_URL } : null;
    this.jobs = { keepFinishedDays: env.KEEP_FINISHED_DAYS };
    this.mail = { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM };
    const filesUrl = env.FILES_URL ?? `file:${env.DATA_DIR}/files`;
    this.files = {
      url: filesUrl,
      incoming: join(filesUrl.startsWith('s3:') ? env.DATA_DIR : pathOf(filesUrl), 'incoming'),
      clamdUrl: env.CLAMD_URL ?? null,
    };
    this.session = { secret: env.SESSION_SECRET };
    this.keys = { url: env.KEYS_URL };
    this.keyService = { url: env.KEY_SERVICE_URL ?? null, token: env.KEY_SERVICE_TOKEN ?? null };
    this.oidc =
      env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
        ? {
            issuer: env.OIDC_ISSUER,
            clientId: env.OIDC_CLIENT_ID,
            clientSecret: env.OIDC_CLIENT_SECRET,
          }
        : null;
    this.log = { level: env.LOG_LEVEL };
    this.standalone = { dataDir: env.DATA_DIR };
  }

  /**
   * Parses the environment once.
   * @throws StartupError naming every variable that is missing, malformed or unsafe, with an example
   */
  static parse(environment: Environment): AppConfig {
    // An empty variable means an absent one: that is how compose files and shells unset them.
    const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
    const needed = given['NODE_ENV'] === 'production' ? NEEDED_IN_PRODUCTION : NEEDED;
    const missing = needed.filter((name) => !given[name]);
    const parsed = schema.safeParse(given);
    const malformed = (parsed.error?.issues ?? [])
      .map((issue) => issue.path[0] as Variable)
      .filter((name) => given[name]);
    const problems = [
      ...missing.map((name) => `${name} is missing, e.g. ${EXAMPLES[name]}`),
      ...[...new Set(malformed)].map((name) => `${name} is not valid, e.g. ${EXAMPLES[name]}`),
      ...(parsed.success ? unsafe(parsed.data) : []),
    ];
    if (problems.length > 0 || !parsed.success) throw new StartupError(problems.join('\n'));
    return new AppConfig(parsed.data);
  }
}

const PLACEHOLDER = /change.?me|example|secret|password|default|insecure|<|0{8}/i;
const WEAK_PASSWORDS = ['', 'amparo', 'postgres', 'amparo_runtime', 'amparo_owner', 'admin'];

/** What is fine on a laptop and dangerous in service. */
function unsafe(env: z.infer<typeof schema>): string[] {
  const problems: string[] = [];
  const oidc = [env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET].filter(Boolean);
  if (oidc.length % 3 !== 0) {
    problems.push('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together');
  }
  if (env.KEY_SERVICE_URL?.startsWith('vault:') && !env.KEY_SERVICE_TOKEN) {
    problems.push('KEY_SERVICE_TOKEN is missing: Vault asks for one');
  }
  if (env.NODE_ENV !== 'production') return problems;
  if (env.RATE_LIMIT === 'off') problems.push('RATE_LIMIT=off is refused in production: remove it');
  if (PLACEHOLDER.test(env.SESSION_SECRET)) {
    problems.push(`SESSION_SECRET is a placeholder: set ${EXAMPLES.SESSION_SECRET}`);
  }
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL'] as const) {
    const password = env[name] && decodeURIComponent(new URL(env[name]).password);
    const weak = password !== undefined && password !== '' && isWeak(password);
    if (weak) problems.push(`${name} has a default password: give the role a random one`);
  }
  if (env.PUBLIC_URL?.startsWith('http:')) {
    problems.push(`PUBLIC_URL must use https in production, e.g. ${EXAMPLES.PUBLIC_URL}`);
  }
  return problems;
}

const isWeak = (password: string): boolean =>
  WEAK_PASSWORDS.includes(password.toLowerCase()) || PLACEHOLDER.test(password);
