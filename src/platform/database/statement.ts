/** A named (prepared) statement: the name lets PostgreSQL reuse the plan on each connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const names = new Map<string, string>();

/**
 * Declares a named statement, e.g. `statement('case.open', 'SELECT … WHERE id = $1')`.
 * Two different texts under one name are a programming error and stop the boot.
 */
export function statement(name: string, text: string): Statement {
  const known = names.get(name);
  if (known !== undefined && known !== text) throw new Error(`statement ${name} declared twice`);
  names.set(name, text);
  return { name, text };
}
