import type { VersionWriter } from '../version-writer.ts';
import { subcategories } from './catalog.ts';
import { channels, regions, warehouses } from './company.ts';
import type { IntegerColumns } from './integer-columns.ts';
import { orderStates, purchaseColumn } from './purchasing.ts';
import { lineTypes, saleColumn } from './selling.ts';
import type { Company } from './simulate.ts';
import { movementColumn, movementTypes, snapshotColumn } from './stock.ts';
import { categories } from './vocabulary.ts';

/** Writes the company into the empty tables of a version. */
export async function writeCompany(
  version: VersionWriter,
  company: Company,
  onProgress: (sentence: string) => void,
): Promise<void> {
  const { connection, toName } = version;
  const first = `DATE '${company.calendar.start}'`;
  onProgress('Writing catalog, customers and suppliers…');
  await writeLists(version, company, first);

  onProgress('Writing order lines…');
  await version.stage('sale', toColumns(company.sales, saleColumn));
  await connection.run(`INSERT INTO ${toName('sales_lines')} BY NAME
    SELECT s.rowid + 1 AS line_id, 'SO-' || lpad("order"::VARCHAR, 7, '0') AS order_id,
      ${toCase('s.type', lineTypes)} AS line_type, ${first} + day AS order_date, w.id AS warehouse_id,
      p.id AS product_id, c.id AS customer_id, ${toCase(
        's.channel',
        channels.map(({ name }) => name),
      )} AS channel,
      ${toCase('s.region', regions)} AS region, quantity, ${toMoney('"unitPrice"')} AS unit_price,
      ${toMoney('discount')} AS discount_amount,
      ${toMoney('quantity::BIGINT * "unitPrice" - discount')} AS net_amount,
      ${toMoney('quantity::BIGINT * "unitCost"')} AS cost_amount
    FROM sale s JOIN warehouse w ON w.i = s.warehouse JOIN product p ON p.i = s.product
      JOIN customer c ON c.i = s.customer`);
  await connection.run('DROP TABLE sale');

  onProgress('Writing stock movements and purchase orders…');
  await version.stage('movement', toColumns(company.movements, movementColumn));
  await connection.run(`INSERT INTO ${toName('stock_movements')} BY NAME
    SELECT m.rowid + 1 AS movement_id, ${first} + day AS movement_date, w.id AS warehouse_id, p.id AS product_id,
      ${toCase('m.type', movementTypes)} AS movement_type, quantity,
      CASE WHEN reference > 0 THEN ${toCase('m.type', referencePrefixes)} || lpad(reference::VARCHAR, 7, '0') END
        AS reference
    FROM movement m JOIN warehouse w ON w.i = m.warehouse JOIN product p ON p.i = m.product`);
  await connection.run('DROP TABLE movement');
  await version.stage('purchase', toColumns(company.purchases, purchaseColumn));
  await connection.run(`INSERT INTO ${toName('purchase_order_lines')} BY NAME
    SELECT 'PO-' || lpad("order"::VARCHAR, 7, '0') AS purchase_order_id, line AS line_number, s.id AS supplier_id,
      w.id AS warehouse_id, p.id AS product_id, ${first} + "orderedDay" AS ordered_on,
      ${first} + "expectedDay" AS expected_on,
      CASE WHEN "receivedDay" >= 0 THEN ${first} + "receivedDay" END AS received_on, ordered AS ordered_quantity,
      received AS received_quantity, rejected AS rejected_quantity, ${toMoney('"unitCost"')} AS unit_cost,
      ${toCase('o.state', orderStates)} AS status
    FROM purchase o JOIN warehouse w ON w.i = o.warehouse JOIN product p ON p.i = o.product
      JOIN supplier s ON s.i = o.supplier`);

  onProgress('Writing daily stock…');
  await version.stage('snapshot', toColumns(company.snapshots, snapshotColumn));
  await connection.run(`INSERT INTO ${toName('stock_snapshots')} BY NAME
    SELECT ${first} + day AS snapshot_date, w.id AS warehouse_id, p.id AS product_id, "onHand" AS on_hand, reserved,
      "onOrder" AS on_order
    FROM snapshot n JOIN warehouse w ON w.i = n.warehouse JOIN product p ON p.i = n.product`);
  await connection.run('DROP TABLE snapshot');
}

/** What stands before the number of the document behind a movement, in the order of `movementTypes`. */
const referencePrefixes = ['', 'SO-', 'SO-', 'PO-', 'TR-', 'TR-', ''];

/** The short tables, and in-memory ones (product, customer, supplier, warehouse) that turn an index `i` into an id. */
async function writeLists(version: VersionWriter, company: Company, first: string): Promise<void> {
  const { products, suppliers, customers, policies } = company;
  const { connection, toName } = version;
  const insert = (table: string, select: string) =>
    connection.run(`INSERT INTO ${toName(table)} BY NAME ${select}`);

  const warehouseRows = warehouses.map(({ id, name, region }, i) => ({ i, id, name, region }));
  await stageRows(
    version,
    'warehouse',
    { i: 'INTEGER', id: 'VARCHAR', name: 'VARCHAR', region: 'VARCHAR' },
    warehouseRows,
  );
  await insert('warehouses', 'SELECT id AS warehouse_id, name, region FROM warehouse');

  const supplierRows = suppliers.map(({ id, name, country }, i) => ({ i, id, name, country }));
  await stageRows(
    version,
    'supplier',
    { i: 'INTEGER', id: 'VARCHAR', name: 'VARCHAR', country: 'VARCHAR' },
    supplierRows,
  );
  await insert('suppliers', 'SELECT id AS supplier_id, name, country FROM supplier');

  const customerRows = customers.map(({ region, ...rest }, i) => ({ i, region: regions[region], ...rest }));
  const customerTypes = {
    i: 'INTEGER',
    id: 'VARCHAR',
    name: 'VARCHAR',
    segment: 'VARCHAR',
    region: 'VARCHAR',
  };
  await stageRows(version, 'customer', customerTypes, customerRows);
  await insert('customers', 'SELECT id AS customer_id, name, segment, region FROM customer');

  const { dayCount } = company.calendar;
  const productRows = products.map((product, i) => ({
    ...{ i, id: product.id, sku: product.sku, name: product.name, brand: product.brand },
    category: categories[product.category]?.name,
    subcategory: subcategories[product.subcategory]?.name,
    ...{ list: product.listCents, cost: product.costCents, launch: product.launchDay },
    end: product.endDay !== null && product.endDay < dayCount ? product.endDay : null,
  }));
  const productTypes = {
    ...{
      i: 'INTEGER',
      id: 'VARCHAR',
      sku: 'VARCHAR',
      name: 'VARCHAR',
      brand: 'VARCHAR',
      category: 'VARCHAR',
    },
    ...{ subcategory: 'VARCHAR', list: 'INTEGER', cost: 'INTEGER', launch: 'INTEGER', end: 'INTEGER' },
  };
  await stageRows(version, 'product', productTypes, productRows);
  await insert(
    'products',
    `SELECT id AS product_id, sku, name, category, subcategory, brand, ${toMoney('list')} AS list_price,
      ${toMoney('cost')} AS unit_cost, ${first} + launch AS launched_on, ${first} + "end" AS discontinued_on
    FROM product`,
  );

  const terms = products.flatMap((product, p) => product.terms.map((term, rank) => ({ p, rank, ...term })));
  const termTypes = {
    ...{ p: 'INTEGER', rank: 'INTEGER', supplier: 'INTEGER', leadDays: 'INTEGER', minOrder: 'INTEGER' },
    ...{ packSize: 'INTEGER', costCents: 'INTEGER' },
  };
  await stageRows(version, 'term', termTypes, terms);
  await insert(
    'supply_terms',
    `SELECT p.id AS product_id, s.id AS supplier_id, "leadDays" AS lead_time_days, "minOrder" AS min_order_quantity,
      "packSize" AS pack_size, ${toMoney('"costCents"')} AS unit_cost, rank = 0 AS is_preferred
    FROM term t JOIN product p ON p.i = t.p JOIN supplier s ON s.i = t.supplier`,
  );

  const policyTypes = {
    warehouse: 'INTEGER',
    product: 'INTEGER',
    reorderPoint: 'INTEGER',
    safetyStock: 'INTEGER',
  };
  await stageRows(version, 'policy', policyTypes, policies);
  await insert(
    'reorder_policies',
    `SELECT p.id AS product_id, w.id AS warehouse_id, "reorderPoint" AS reorder_point, "safetyStock" AS safety_stock
    FROM policy o JOIN product p ON p.i = o.product JOIN warehouse w ON w.i = o.warehouse`,
  );
}

type Row = Record<string, string | number | null | undefined>;

async function stageRows(
  { connection }: VersionWriter,
  table: string,
  types: Record<string, string>,
  rows: readonly Row[],
): Promise<void> {
  await connection.run(
    `CREATE TABLE "${table}" AS
     SELECT unnest(from_json($rows, '${JSON.stringify([types])}'), recursive := true)`,
    { rows: JSON.stringify(rows) },
  );
}

function toColumns(rows: IntegerColumns, column: Record<string, number>): Record<string, Int32Array> {
  return Object.fromEntries(Object.entries(column).map(([name, index]) => [name, rows.column(index)]));
}

function toCase(column: string, names: readonly string[]): string {
  const cases = names.map((name, index) => `WHEN ${index} THEN '${name}'`);
  return `CASE ${column} ${cases.join(' ')} END`;
}

/** Cents to a DECIMAL, exactly. */
function toMoney(cents: string): string {
  return `((${cents})::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 6)`;
}
