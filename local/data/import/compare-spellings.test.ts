import { expect, it } from 'vitest';
import { goodLine, products, salesHeader, useImportFolder, warehouses } from '../testing/import-folder.ts';

const folder = useImportFolder();
const putSales = (...channels: string[]) =>
  folder.put({
    'products.csv': products,
    'warehouses.csv': warehouses,
    'sales_lines.csv':
      salesHeader +
      channels
        .map((channel, row) => goodLine.replace(/^1/, `${row}`).replace(',store,', `,${channel},`))
        .join(''),
  });

it('values that differ in capitals alone are taken and told', async () => {
  await putSales('Store', 'STORE', 'Store', 'online');
  const { notes, counts } = await folder.run();
  expect(counts.sales_lines).toBe(4);
  expect(notes).toEqual([
    'sales_lines: channel has values that differ in capitals alone, which answers keep apart: "Store" (2 rows) and "STORE" (1 row).',
  ]);
});

it('the two of most rows are told where others differ, too', async () => {
  await putSales('Shop', 'SHOP', 'shop', 'Store', 'STORE', 'Store', 'STORE', 'Web', 'WEB');
  expect((await folder.run()).notes).toEqual([
    'sales_lines: channel has values that differ in capitals alone, which answers keep apart: "STORE" (2 rows) and "Store" (2 rows), and 2 others.',
  ]);
});

it('regions, segments, categories, subcategories and brands are compared, each with its own', async () => {
  await folder.put({
    'customers.csv': 'customer_id,segment,region\nC1,Trade,South\nC2,trade,SOUTH\nC3,,\nC4,,\n',
    'products.csv':
      'product_id,sku,name,category,subcategory,brand\nP1,A,Lamp,Light,LED,Acme\nP2,B,LAMP,LIGHT,Led,ACME\nP3,C,lamp,Acme,South,Trade\n',
    'warehouses.csv': 'warehouse_id,name,region\nW1,Main,East\nW2,MAIN,east\n',
  });
  expect((await folder.run()).notes.map((note) => note.split(' has ')[0])).toEqual([
    'warehouses: region',
    'customers: segment',
    'customers: region',
    'products: category',
    'products: subcategory',
    'products: brand',
  ]);
});

it('values that differ otherwise are not spoken of', async () => {
  await putSales('store', 'stores', 'store', 'online');
  expect((await folder.run()).notes).toEqual([]);
});
