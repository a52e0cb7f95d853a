import type { TableDefinition } from '../catalog/table-definitions.ts';
import { QueryError } from '../query-error.ts';
import { toTableSchema } from '../types/schema.ts';
import type { Operation, OperationInput, ServerState } from './operation.ts';

/** datasets.list: there is one. */
export const listDatasets: Operation = async ({ state }) => ({
  kind: 'bigquery#datasetList',
  datasets: [{ kind: 'bigquery#dataset', ...toDatasetReference(state), location: state.location }],
});

/** datasets.get */
export const getDataset: Operation = async (input) => {
  checkDataset(input);
  const versions = await input.state.warehouse.versions();
  return {
    kind: 'bigquery#dataset',
    ...toDatasetReference(input.state),
    location: input.state.location,
    maxTimeTravelHours: `${input.state.warehouse.maxTimeTravelHours}`,
    creationTime: `${versions[0].at.getTime()}`,
    lastModifiedTime: `${versions.at(-1)?.at.getTime()}`,
  };
};

/** tables.list: in one page. */
export const listTables: Operation = async (input) => {
  checkDataset(input);
  const { state } = input;
  const tables = [...state.tables.values()];
  return {
    kind: 'bigquery#tableList',
    totalItems: tables.length,
    tables: tables.map((table) => ({
      kind: 'bigquery#table',
      type: 'TABLE',
      ...toTableReference(table, state),
      ...toLayout(table),
    })),
  };
};

/** tables.get */
export const getTable: Operation = async (input) => {
  checkDataset(input);
  const { state, path } = input;
  const table = state.tables.get(path.tableId ?? '');
  if (table === undefined) {
    throw new QueryError('notFound', `Not found: Table ${state.projectId}:${state.dataset}.${path.tableId}`);
  }
  const versions = await state.warehouse.versions();
  const present = versions.at(-1) ?? versions[0];
  const partitions = await state.warehouse.measure(present, table);
  const rows = partitions.reduce((sum, partition) => sum + partition.rows, 0);
  const bytes = partitions
    .flatMap((partition) => [...partition.columnBytes.values()])
    .reduce((sum, each) => sum + each, 0);
  return {
    kind: 'bigquery#table',
    type: 'TABLE',
    ...toTableReference(table, state),
    ...toLayout(table),
    ...(table.description === null ? {} : { description: table.description }),
    schema: toTableSchema(table),
    numRows: `${rows}`,
    numBytes: `${bytes}`,
    location: state.location,
    creationTime: `${versions[0].at.getTime()}`,
    lastModifiedTime: `${present.at.getTime()}`,
  };
};

function checkDataset({ state, path }: OperationInput): void {
  if (path.datasetId === state.dataset) return;
  throw new QueryError('notFound', `Not found: Dataset ${state.projectId}:${path.datasetId}`);
}

function toDatasetReference({ projectId, dataset }: ServerState) {
  return { id: `${projectId}:${dataset}`, datasetReference: { projectId, datasetId: dataset } };
}

function toTableReference(table: TableDefinition, { projectId, dataset }: ServerState) {
  return {
    id: `${projectId}:${dataset}.${table.name}`,
    tableReference: { projectId, datasetId: dataset, tableId: table.name },
  };
}

function toLayout({ partition, clusterBy, requirePartitionFilter }: TableDefinition) {
  return {
    ...(partition === null
      ? {}
      : {
          timePartitioning: { type: partition.granularity, field: partition.column },
          requirePartitionFilter,
        }),
    ...(clusterBy.length === 0 ? {} : { clustering: { fields: clusterBy } }),
  };
}
