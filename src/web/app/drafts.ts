/**
 * Unfinished forms. They hold personal data, so they live in this tab only (`sessionStorage`), under
 * the account that typed them, and end with the session.
 */
const PREFIX = 'amparo.draft.';

const nameOf = (accountId: string, form: string): string => `${PREFIX}${accountId}.${form}`;

export function readDraft<T>(accountId: string, form: string): T | null {
  const text = sessionStorage.getItem(nameOf(accountId, form));
  if (!text) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

export function keepDraft(accountId: string, form: string, values: unknown): void {
  sessionStorage.setItem(nameOf(accountId, form), JSON.stringify(values));
}

export function dropDraft(accountId: string, form: string): void {
  sessionStorage.removeItem(nameOf(accountId, form));
}

export function dropAllDrafts(): void {
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
  }
}
