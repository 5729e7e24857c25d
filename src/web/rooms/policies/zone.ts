/** Policies begin on the wall clock of headquarters in Lima. */
export const HEADQUARTERS_ZONE = 'America/Lima';
