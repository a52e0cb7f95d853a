import type { exportFormatSchema } from '@tallyboard/contract';
import type { z } from 'zod';
import type { ConversationRecord } from './conversation-record.ts';
import { toCsv } from './to-csv.ts';
import { toJson } from './to-json.ts';

export type ExportFile = { name: string; contentType: string; chunks: AsyncIterable<string> };

/** A conversation as a file to download. */
export function toExport(
  record: ConversationRecord,
  format: z.infer<typeof exportFormatSchema>,
  now: Date,
): ExportFile {
  const name = toFileName(record.conversation.title, now, format);
  if (format === 'csv') return { name, contentType: 'text/csv; charset=utf-8', chunks: toCsv(record) };
  return { name, contentType: 'application/json; charset=utf-8', chunks: toJson(record, now) };
}

const maxTitleLength = 60;

/** ASCII letters, digits and dashes alone, so that the name fits into a header and every file system. */
function toFileName(title: string, now: Date, extension: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxTitleLength)
    .replace(/^-|-$/g, '');
  return `tallyboard-${words || 'conversation'}-${now.toISOString().slice(0, 10)}.${extension}`;
}
