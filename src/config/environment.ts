export type Environment = Readonly<Record<string, string | undefined>>;

/** The process's environment; nothing else in the product reads it. */
export const readEnvironment = (): Environment => ({ ...process.env });
