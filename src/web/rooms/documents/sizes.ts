const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** Bytes as people say them: "2,4 MB". */
export function formatSize(bytes: number, language: string): string {
  const step = bytes < 1_024 ? 0 : bytes < 1_048_576 ? 1 : 2;
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'es-PE', {
    style: 'unit',
    unit: UNITS[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 2 ? 1 : 0,
  }).format(bytes / 1_024 ** step);
}

/** The name of a file without its ending: a first proposal for the title. */
export const titleFrom = (name: string): string =>
  name.replace(/\.[^.\s]{1,10}$/, '').slice(0, 200);
