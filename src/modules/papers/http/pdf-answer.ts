import { StreamableFile } from '@nestjs/common';

/** A file to be shown by the browser under its own name. */
export const asPdf = ({ name, content }: { name: string; content: Buffer }): StreamableFile =>
  new StreamableFile(content, {
    type: 'application/pdf',
    disposition: `inline; filename="${name}"`,
    length: content.length,
  });
