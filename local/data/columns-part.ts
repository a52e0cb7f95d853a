import type { ColumnDefinition, TableDefinition } from '../bigquery/catalog/table-definitions.ts';
import { ownTables } from './import/default-mapping.ts';

/** The columns of every table, as a part of `docs/data-model.md`. Generated, so that it is never out of date. */
export function toColumnsPart(definitions: readonly TableDefinition[]): string {
  return definitions.map(toSection).join('\n');
}

function toSection({ name, description, columns }: TableDefinition): string {
  const own = ownTables.includes(name) ? ' An import fills it by itself.' : '';
  return `### ${name}

${description ?? ''}${own}

| column | type | may be empty | |
|---|---|---|---|
${columns.map(toRow).join('\n')}
`;
}

function toRow({ name, type, required, description }: ColumnDefinition): string {
  const cells = [`\`${name}\``, type.replace(',', ', '), required ? '' : 'yes', description ?? ''];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
