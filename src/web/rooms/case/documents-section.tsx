import { Documents } from '../documents/documents';
import type { SectionProps } from './sections';

/** The documents of the case. */
export function DocumentsSection({ file, zone }: SectionProps) {
  return <Documents folder={{ caseId: file.id }} zone={zone} />;
}
