import { AppConfig } from './app-config';
import { StartupError } from './startup-error';

const SECRET = 'Zk3vXo9TqY7uWm2LrB8nHc5JfD6gSa4P';
const development = {
  DATABASE_URL: 'postgres://amparo_runtime:x@127.0.0.1/amparo',
  SESSION_SECRET: SECRET,
  KEYS_URL: 'file:.amparo/keys.json',
};
const production = {
  ...development,
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://amparo_runtime:Qm7Rt2Vx@db.internal/amparo',
  PUBLIC_URL: 'https://amparo.gob.pe/',
  SMTP_URL: 'smtps://relay.internal:465',
  MAIL_FROM: 'Amparo <amparo@gob.pe>',
  FILES_URL: 'file:/var/lib/amparo/files',
};

const refusal = (env: Record<string, string | undefined>): string => {
  try {
    AppConfig.parse(env);
  } catch (error) {
    expect(error).toBeInstanceOf(StartupError);
    return (error as StartupError).message;
  }
  throw new Error('accepted');
};

describe('configuration', () => {
  it('fills in what a laptop need not say', () => {
    const config = AppConfig.parse(development);
    expect(config.production).toBe(false);
    expect(config.http).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      rateLimit: true,
      metricsToken: null,
    });
    expect(config.redis).toBeNull();
    expect(config.oidc).toBeNull();
    expect(config.standalone.dataDir).toBe('.amparo');
  });

  it('treats an empty variable as absent', () => {
    expect(AppConfig.parse({ ...development, REDIS_URL: '' }).redis).toBeNull();
  });

  it('reads a whole production environment', () => {
    const config = AppConfig.parse({ ...production, REDIS_URL: 'redis://valkey:6379', PORT: '80' });
    expect(config.production).toBe(true);
    expect(config.http.publicUrl).toBe('https://amparo.gob.pe');
    expect(config.redis).toEqual({ url: 'redis://valkey:6379' });
  });

  it.each([
    'DATABASE_URL',
    'SESSION_SECRET',
    'KEYS_URL',
    'PUBLIC_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'FILES_URL',
  ])('names %s when production lacks it, with an example', (name) => {
    expect(refusal({ ...production, [name]: undefined })).toMatch(
      new RegExp(`^${name} is missing, e\\.g\\. \\S+`),
    );
  });

  it('names every problem at once', () => {
    expect(refusal({ NODE_ENV: 'production' }).split('\n')).toHaveLength(7);
  });

  it.each([
    ['PORT', '99999'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['REDIS_URL', 'localhost:6379'],
    ['RATE_LIMIT', 'maybe'],
    ['LOG_LEVEL', 'loud'],
    ['KEEP_FINISHED_DAYS', '6'],
    ['SESSION_SECRET', 'short'],
  ])('explains a malformed %s without repeating its value', (name, value) => {
    const message = refusal({ ...production, [name]: value });
    expect(message).toContain(`${name} is not valid, e.g. `);
    expect(message).not.toContain(value);
  });

  it.each([
    [{ RATE_LIMIT: 'off' }, /RATE_LIMIT/],
    [{ SESSION_SECRET: 'change-me-change-me-change-me-change-me' }, /SESSION_SECRET/],
    [{ DATABASE_URL: 'postgres://amparo_runtime:amparo@db/amparo' }, /DATABASE_URL/],
    [{ DATABASE_OWNER_URL: 'postgres://amparo_owner:changeme@db/amparo' }, /DATABASE_OWNER_URL/],
    [{ PUBLIC_URL: 'http://amparo.gob.pe' }, /PUBLIC_URL must use https/],
    [{ KEYS_URL: 'vault:amparo' }, /KEYS_URL/],
    [{ KEY_SERVICE_URL: 'vault:https://vault.gob.pe:8200/transit/amparo' }, /KEY_SERVICE_TOKEN/],
    [{ KEY_SERVICE_URL: 'https://vault.gob.pe' }, /KEY_SERVICE_URL/],
    [{ OIDC_ISSUER: 'https://login.gob.pe' }, /OIDC_CLIENT_ID/],
  ])('refuses %j in production', (unsafe, reason) => {
    expect(refusal({ ...production, ...unsafe })).toMatch(reason);
  });

  it('allows the limit to be off outside production', () => {
    expect(AppConfig.parse({ ...development, RATE_LIMIT: 'off' }).http.rateLimit).toBe(false);
  });
});
