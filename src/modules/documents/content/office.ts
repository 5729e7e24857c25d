import type { ByteSource } from '../../../platform/crypto/sealed-stream';
import type { FileType } from '../domain/file-types';
import { refuse, refuseType } from './refusals';
import { readArchive, readEntry, type ArchiveLimits, type ZipEntry } from './zip';

/** Programs of Word, Excel and Writer, and the controls that run them. */
const MACROS =
  /(^|\/)(vbaProject\.bin|vbaData\.xml)$|(^|\/)(activeX|macrosheets)\/|^(Basic|Scripts|Dialogs)\//i;
/** Whole files inside: nobody has looked into those. */
const INSIDE =
  /(^|\/)embeddings\/.|\.(zip|jar|7z|rar|gz|tgz|cab|iso|doc[xm]?|xls[xmb]?|ppt[xm]?|od[tsp]|pdf|exe|dll|scr|com|bat|cmd|ps1|vbs|js|jse|wsf|hta|msi|lnk)$/i;

const OOXML = [
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
] as const;
const ODT = 'application/vnd.oasis.opendocument.text';

/**
 * Which office document an archive is, by the parts that office programs go by.
 * @throws DomainError FILE_TYPE_NOT_ALLOWED for any other archive, or a refusal of what it holds
 */
export async function inspectOffice(bytes: ByteSource, limits: ArchiveLimits): Promise<FileType> {
  const entries = await readArchive(bytes, limits);
  const type = await officeType(bytes, entries);
  if (entries.some(({ name }) => MACROS.test(name))) throw refuse('FILE_HAS_MACROS');
  if (entries.some(({ name }) => INSIDE.test(name))) throw refuse('FILE_HOLDS_FILES');
  return type;
}

async function officeType(bytes: ByteSource, entries: readonly ZipEntry[]): Promise<FileType> {
  const named = (name: string) => entries.find((entry) => entry.name === name);
  const contentTypes = named('[Content_Types].xml');
  if (contentTypes) {
    const text = await readEntry(bytes, contentTypes);
    if (/macroEnabled|ms-office\.vbaProject/i.test(text)) throw refuse('FILE_HAS_MACROS');
    const found = OOXML.find(([, main]) => text.includes(main));
    if (found) return found[0];
  }
  const mimetype = named('mimetype');
  if (mimetype?.offset === 0 && (await readEntry(bytes, mimetype, 200)).trim() === ODT) {
    const manifest = named('META-INF/manifest.xml');
    if (manifest && (await readEntry(bytes, manifest)).includes('encryption-data')) {
      throw refuse('FILE_IS_ENCRYPTED');
    }
    return 'odt';
  }
  throw refuseType();
}
