/** The kinds of file that can be taken in, as the policy names them. */
export const FILE_TYPES = {
  pdf: { mime: 'application/pdf', extensions: ['pdf'], preview: 'pdf' },
  jpeg: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'], preview: 'image' },
  png: { mime: 'image/png', extensions: ['png'], preview: 'image' },
  webp: { mime: 'image/webp', extensions: ['webp'], preview: 'image' },
  heic: { mime: 'image/heic', extensions: ['heic', 'heif'], preview: null },
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    preview: null,
  },
  xlsx: {
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    preview: null,
  },
  odt: { mime: 'application/vnd.oasis.opendocument.text', extensions: ['odt'], preview: null },
  txt: { mime: 'text/plain', extensions: ['txt', 'text', 'log', 'csv', 'md'], preview: null },
  mp3: { mime: 'audio/mpeg', extensions: ['mp3'], preview: null },
  m4a: { mime: 'audio/mp4', extensions: ['m4a'], preview: null },
  mp4: { mime: 'video/mp4', extensions: ['mp4', 'm4v'], preview: null },
} as const satisfies Record<
  string,
  { mime: string; extensions: readonly string[]; preview: 'pdf' | 'image' | null }
>;

export type FileType = keyof typeof FILE_TYPES;
export const FILE_TYPE_NAMES = Object.keys(FILE_TYPES) as FileType[];

/** How a page may show the content itself; null: it is only downloaded. */
export function previewOf(mime: string): 'pdf' | 'image' | null {
  return Object.values(FILE_TYPES).find((type) => type.mime === mime)?.preview ?? null;
}

/** The extension of a name, lower case; null when it has none. */
export const extensionOf = (name: string): string | null =>
  /\.([^.\s]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? null;

/** A name without an extension promises nothing; one with an extension must keep its promise. */
export function nameFits(name: string, type: FileType): boolean {
  const extension = extensionOf(name);
  return (
    extension === null || (FILE_TYPES[type].extensions as readonly string[]).includes(extension)
  );
}

const LONGEST_NAME = 200;

/** A name as it may be kept and offered again: no folders, no control characters, its end whole. */
export function tidyName(name: string | undefined): string {
  const tidy = (name ?? '')
    .normalize('NFC')
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  const letters = [...tidy];
  if (letters.length === 0) return 'archivo';
  const extension = extensionOf(tidy);
  if (letters.length <= LONGEST_NAME || extension === null) {
    return letters.slice(0, LONGEST_NAME).join('');
  }
  return `${letters.slice(0, LONGEST_NAME - extension.length - 1).join('')}.${extension}`;
}
